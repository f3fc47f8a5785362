// The parts of a case's templates, filled in so that nothing stands in the way of a start.
import type { CaseSection } from '#domain/case.ts';
import type { PlainDate } from '#domain/dates.ts';
import { sectionWords } from '#domain/record/section-content.ts';
import type { SectionContent } from '#domain/record/sections.ts';
import { sectionsOfRecord } from './take-apart.ts';
import { sectionKey } from '#workflows/casework/save-section.ts';
import { aRecord } from './record.ts';
import { inDays, today } from './today.ts';

/** What is filled in before a start. Weeks come from the case's own times; what happens afterwards is left to the test. */
export function completeContents(fullTimeFrom: PlainDate = inDays(28)): readonly SectionContent[] {
  const record = aRecord({
    plan: { versions: [], fullTimeFrom: fullTimeFrom.toString() },
    risk: { reviewedOn: today.toString() },
    pupil: { parents: [{ name: 'Jo Example', relationship: 'Mother', livesWithPupil: true }] },
    reviews: [],
    carriedOut: [],
    contacts: [],
    marks: [],
  });
  return sectionsOfRecord(record);
}

export const aSection = (caseRef: string, content: SectionContent, on: PlainDate = today): CaseSection => ({
  key: sectionKey(caseRef, content.kind),
  caseRef,
  content,
  words: sectionWords(content),
  changedOn: on,
  changedBy: 'Sorrel Hawthorn',
});
