// The register codes of a week as the tab shows them.
import { yearName } from '#domain/case.ts';
import type { ExpectedMark } from '#domain/timetable/register.ts';
import type { RegisterWeek as RegisterWeekOfSchool } from '#workflows/casework/register-week.ts';
import type { SchoolRow } from '#workflows/ports.ts';
import type { RegisterWeek } from '#tab/contract/answers.ts';
import { type Standing, standingIn } from './freshness.ts';
import { schoolSummary } from './views.ts';

const whyWords: Readonly<Record<ExpectedMark['where'], string>> = {
  'in school': 'in school',
  closed: 'school closed',
  home: 'at home by the plan',
  unsupervised: 'nobody is named who supervises',
  'school-arranged': 'elsewhere, supervised for the school',
  'authority-arranged': 'provision of the authority',
  'other school': 'at the other school',
};

const planWords: Readonly<Partial<Record<ExpectedMark['plan'], string>>> = {
  before: 'the plan has not begun',
  after: 'the plan has ended',
  stopped: 'the agreement is withdrawn or the case has ended',
  'no plan': 'no plan is agreed',
  'no times agreed': 'no times are agreed for this week',
};

/** The code for each session of a week: for whoever takes the register. */
export function registerPage(
  { monday, rows }: RegisterWeekOfSchool,
  school: SchoolRow,
  standing: Standing,
): RegisterWeek {
  return {
    ...standingIn(standing),
    school: schoolSummary(school),
    monday: monday.toString(),
    rows: rows.map(({ caseRef, pupilName, yearGroup, marks }) => ({
      ref: caseRef,
      pupilName,
      yearGroup: yearName(yearGroup),
      marks: marks.map(({ on, session, code, where, plan }) => ({
        on: on.toString(),
        session,
        code,
        why: where === 'in school' && planWords[plan] ? `in school: ${planWords[plan]}` : whyWords[where],
      })),
    })),
  };
}
