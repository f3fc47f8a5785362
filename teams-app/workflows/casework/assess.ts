import type { Case, Casefile } from '#domain/case.ts';
import type { PlainDate } from '#domain/dates.ts';
import { nextReviewAtLatest } from '#domain/duties.ts';
import { findingsOf, type Finding } from '#domain/findings.ts';
import type { School } from '#domain/school.ts';
import { rulesFor } from '#policies/stack.ts';
import { casefileOf, type CaseRows } from './casefile.ts';

export interface Assessment {
  readonly file: Casefile;
  readonly findings: readonly Finding[];
  /** When the next review must be held at the latest if one is held today, and the rule that says so. */
  readonly nextReview: { readonly on: PlainDate; readonly words: string };
}

/** A case against the rules that its school follows. */
export function assess(rows: CaseRows, school: School, theCase: Case, today: PlainDate): Assessment {
  const file = casefileOf(rows, theCase);
  const rules = rulesFor(school);
  return {
    file,
    findings: findingsOf(file, rules, today),
    nextReview: nextReviewAtLatest(file, rules, school.calendar, today),
  };
}
