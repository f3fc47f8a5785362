import { isOpen } from '#domain/case.ts';
import { dayNumber, dateOf, mondayOf } from '#domain/timetable/day-number.ts';
import type { PlainDate } from '#domain/dates.ts';
import { registerOf } from '#domain/register-of.ts';
import { recordOf } from '#domain/record-of.ts';
import { calendarOf, type School } from '#domain/school.ts';
import type { ExpectedMark } from '#domain/timetable/register.ts';
import { casefileOf, type CaseRows } from './casefile.ts';

/** One pupil's week in the register. */
export interface RegisterRow {
  readonly caseRef: string;
  readonly pupilName: string;
  readonly yearGroup: string;
  /** Monday morning to Friday afternoon. */
  readonly marks: readonly ExpectedMark[];
}

export interface RegisterWeek {
  readonly monday: PlainDate;
  readonly rows: readonly RegisterRow[];
}

/** The codes of one school week for every pupil whose case has begun, by name: for whoever takes the register. */
export function registerWeek(rows: CaseRows, school: School, day: PlainDate): RegisterWeek {
  const monday = mondayOf(dayNumber(day));
  const week = { from: dateOf(monday), to: dateOf(monday + 4) };
  const found = rows.cases
    .all()
    .map(({ value }) => value)
    .filter(
      (one) => one.status === 'active' || (!isOpen(one) && one.endedOn !== null && dayNumber(one.endedOn) >= monday),
    )
    .filter((one) => one.signedOffOn !== null)
    .map((one): RegisterRow => {
      const record = recordOf(casefileOf(rows, one), school);
      return {
        caseRef: one.ref,
        pupilName: one.pupilName,
        yearGroup: one.yearGroup,
        marks: registerOf(record, calendarOf(school), week),
      };
    });
  return { monday: week.from, rows: found.toSorted((a, b) => a.pupilName.localeCompare(b.pupilName, 'en-GB')) };
}
