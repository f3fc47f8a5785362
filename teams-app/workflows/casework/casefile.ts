import type { Case, Casefile } from '#domain/case.ts';
import type { Row, SchoolRecords } from '../ports.ts';

export type CaseRows = Pick<SchoolRecords, 'cases' | 'agreements' | 'reviews' | 'notices' | 'chronology' | 'sections'>;

const values = <T>(rows: readonly Row<T>[]): readonly T[] => rows.map((row) => row.value);

/** Everything the lists hold about one case, reviews and chronology in order. */
export function casefileOf(rows: CaseRows, theCase: Case): Casefile {
  return {
    case: theCase,
    agreements: values(rows.agreements.ofCase(theCase.ref)),
    reviews: values(rows.reviews.ofCase(theCase.ref)).toSorted((a, b) => a.number - b.number),
    notices: values(rows.notices.ofCase(theCase.ref)),
    sections: values(rows.sections.ofCase(theCase.ref)),
    chronology: values(rows.chronology.ofCase(theCase.ref)).toSorted((a, b) => a.number - b.number),
  };
}
