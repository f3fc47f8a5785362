// Which code each session of a pupil's register should have, from what the record says was agreed.
import type { PlainDate } from './dates.ts';
import type { CaseRecord } from './record/case-record.ts';
import { dateOf, dayNumber } from './timetable/day-number.ts';
import { expectedMarks, type ExpectedMark } from './timetable/register.ts';
import type { SchoolWeek } from './timetable/school-week.ts';

type Agreement = CaseRecord['agreements'][number];

/** A parent's answer to times and dates, as against one to the idea alone. */
const answersOf = ({ agreements }: CaseRecord): readonly Agreement[] =>
  agreements.filter((one) => one.party === 'parent' && one.to !== 'the idea');

/** The first day on which leave is no longer open: a parent's no that no later yes has followed, or the end of the case. */
function stoppedFrom(record: CaseRecord): PlainDate | null {
  const answers = answersOf(record);
  const agreedAgain = (no: Agreement): boolean =>
    answers.some((one) => one.state === 'given' && (one.version ?? 0) > (no.version ?? 0));
  const days = answers.filter((one) => one.state === 'withdrawn' && !agreedAgain(one)).map((one) => one.answeredOn);
  const ended = record.closure?.endedOn ?? null;
  const known = [...days, ended && dateOf(dayNumber(ended) + 1)].filter((day) => day !== null);
  return known.toSorted((a, b) => dayNumber(a) - dayNumber(b))[0] ?? null;
}

/** The code of every session between two days, both included. Only what a parent has agreed to gives leave (reg 11(6)). */
export function registerOf(
  record: CaseRecord,
  school: SchoolWeek,
  between: { readonly from: PlainDate; readonly to: PlainDate },
): readonly ExpectedMark[] {
  const agreed = new Set(
    answersOf(record)
      .filter(({ state }) => state === 'given' || state === 'withdrawn')
      .map(({ version }) => version),
  );
  const { current, versions } = record.plan;
  const newest = Math.max(0, ...versions.map(({ version }) => version));
  // An answer that names no version is one to the version that counts.
  const isAgreed = (version: number): boolean =>
    agreed.has(version) || (agreed.has(null) && version === (current ?? newest));
  return expectedMarks({
    versions: versions.filter(({ version }) => isAgreed(version)),
    stoppedFrom: stoppedFrom(record),
    school,
    dateOfBirth: record.pupil.dateOfBirth,
    ...between,
  });
}
