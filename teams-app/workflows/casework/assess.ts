import { assess } from '#domain/assess.ts';
import type { Case, Casefile } from '#domain/case.ts';
import type { PlainDate } from '#domain/dates.ts';
import { nextReviewAtLatest } from '#domain/duties.ts';
import type { RecordFinding } from '#domain/finding.ts';
import { partOf } from '#domain/record/section-content.ts';
import { recordOf } from '#domain/record-of.ts';
import type { Stack } from '#domain/rules/stack.ts';
import { calendarOf, type School } from '#domain/school.ts';
import { stackFor } from '#policies/stack-for.ts';
import { casefileOf, type CaseRows } from './casefile.ts';

export interface Assessment {
  readonly file: Casefile;
  readonly stack: Stack;
  readonly findings: readonly RecordFinding[];
  /** When the next review must be held at the latest if one is held today, and the rule that says so. */
  readonly nextReview: { readonly on: PlainDate; readonly words: string };
}

/** The rules for one pupil: of the school, and of the councils where the pupil lives and that look after the pupil. */
export const stackOfCase = (file: Casefile, { policies }: School): Stack =>
  stackFor(policies, {
    homeAuthority: partOf(file, 'pupil')?.body.pupil.homeAuthority ?? null,
    careAuthority: partOf(file, 'groups')?.body.groups.careAuthority ?? null,
  }).stack;

/** A case against the rules that its school follows. */
export function assessCase(rows: CaseRows, school: School, theCase: Case, today: PlainDate): Assessment {
  const file = casefileOf(rows, theCase);
  const stack = stackOfCase(file, school);
  const calendar = calendarOf(school);
  return {
    file,
    stack,
    findings: assess(recordOf(file, school), stack, { today, calendar }),
    nextReview: nextReviewAtLatest(file, stack, calendar, today),
  };
}

/** Whatever would still say “stop” if the headteacher signed the plan off today, in words. */
export function stopsToGoAhead(file: Casefile, school: School, today: PlainDate): readonly string[] {
  const { version } = file.case;
  const record = recordOf(file, school);
  // What the headteacher writes at the sign-off is asked for there.
  const asked = 'asked for at the sign-off';
  const signOff = { by: asked, role: 'headteacher', on: today, version, exceptional: asked, riskOfExclusion: asked };
  return assess({ ...record, signOff }, stackOfCase(file, school), { today, calendar: calendarOf(school) })
    .filter(({ severity }) => severity === 'stop')
    .map(({ words }) => words);
}
