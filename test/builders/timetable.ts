// Weeks, plans and a school's own week. A test names only what it is about.
import fc from 'fast-check';
import { date, type PlainDate } from '#domain/dates.ts';
import { dateOf, numberOf } from '#domain/timetable/day-number.ts';
import type { PlanTimes } from '#domain/timetable/plan.ts';
import { expectedMarks, type ExpectedMark, type RegisterQuestion } from '#domain/timetable/register.ts';
import { schoolWeek, type SchoolWeek, type SchoolYears } from '#domain/timetable/school-week.ts';
import {
  elsewhereKinds,
  parseTime,
  weekdays,
  type DayTimes,
  type Elsewhere,
  type TimetableWeek,
  type Weekday,
} from '#domain/timetable/week.ts';

function at(text: string): number {
  const time = parseTime(text);
  if (!time.ok) throw new Error(time.error);
  return time.value;
}

/** “09:00-11:00” */
export function times(text: string): DayTimes {
  const [from = '', to = ''] = text.split('-');
  return { in: at(from), out: at(to) };
}

export const everyDay = <T>(value: T): Record<Weekday, T> => ({
  monday: value,
  tuesday: value,
  wednesday: value,
  thursday: value,
  friday: value,
});

/** Larkfield’s years: 09:00 to 15:10, which is 30 hours 50 minutes, with a year of terms. */
export const schoolYears = (changes: Partial<SchoolYears> = {}): SchoolYears => ({
  registration: { morning: { opens: 540, closes: 555 }, afternoon: { opens: 780, closes: 795 } },
  day: everyDay({ starts: 540, ends: 910 }),
  breaks: [times('10:30-10:45'), times('12:00-13:00')],
  terms: [
    {
      name: 'Autumn term 2026',
      from: date('2026-09-02'),
      to: date('2026-12-18'),
      halfTerm: { from: date('2026-10-26'), to: date('2026-10-30') },
    },
    {
      name: 'Spring term 2027',
      from: date('2027-01-05'),
      to: date('2027-04-01'),
      halfTerm: { from: date('2027-02-15'), to: date('2027-02-19') },
    },
    {
      name: 'Summer term 2027',
      from: date('2027-04-19'),
      to: date('2027-07-22'),
      halfTerm: { from: date('2027-05-31'), to: date('2027-06-04') },
    },
  ],
  inset: [date('2026-11-27')],
  otherClosures: [],
  ...changes,
});

export const aSchoolWeek = (changes: Partial<SchoolYears> = {}): SchoolWeek => schoolWeek(schoolYears(changes));

/** A week with the same times every day, unless the test names others. */
export const aWeek = (
  commencing = '2026-11-02',
  daily: string | null = '09:00-11:00',
  changes: Partial<TimetableWeek> = {},
): TimetableWeek => ({
  commencing: date(commencing),
  days: everyDay(daily === null ? null : times(daily)),
  elsewhere: [],
  ...changes,
});

export const elsewhere = (
  day: Weekday,
  text: string,
  kind: Elsewhere['kind'],
  changes: Partial<Elsewhere> = {},
): Elsewhere => ({
  day,
  ...times(text),
  kind,
  supervisedBy: 'Rowan Example',
  provider: 'Riverside Project',
  ...changes,
});

/** Six weeks from 2 November 2026, 9.00 to 11.00 daily. */
export const aPlan = (changes: Partial<PlanTimes> = {}): PlanTimes => ({
  version: 1,
  startsOn: date('2026-11-02'),
  endsOn: date('2026-12-11'),
  weeks: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'].map((day) => aWeek(day)),
  ...changes,
});

export const register = (changes: Partial<RegisterQuestion> = {}): readonly ExpectedMark[] =>
  expectedMarks({
    versions: [aPlan()],
    stoppedFrom: null,
    school: aSchoolWeek(),
    dateOfBirth: date('2016-05-04'),
    from: date('2026-11-02'),
    to: date('2026-11-06'),
    ...changes,
  });

/** Any day of the years that a case may name. */
export const someDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: numberOf(2015, 1, 1), max: numberOf(2035, 12, 31) })
  .map(dateOf);

const minute = fc.integer({ min: 420, max: 1080 });
const someTimes: fc.Arbitrary<DayTimes | null> = fc.option(fc.record({ in: minute, out: minute }));

/** Any week that a person could type, with times out before times in among them. */
export const someWeek = (commencing: fc.Arbitrary<PlainDate> = someDay): fc.Arbitrary<TimetableWeek> =>
  fc.record({
    commencing,
    days: fc.record(everyDay(someTimes)),
    elsewhere: fc.array(
      fc.record({
        day: fc.constantFrom(...weekdays),
        in: minute,
        out: minute,
        kind: fc.constantFrom(...elsewhereKinds),
        supervisedBy: fc.constantFrom(null, '', ' ', 'Rowan Example'),
        provider: fc.constantFrom(null, '', 'Riverside Project'),
      }),
      { maxLength: 4 },
    ),
  });

export const somePlan: fc.Arbitrary<PlanTimes> = fc.record({
  version: fc.integer({ min: 1, max: 4 }),
  startsOn: fc.option(someDay),
  endsOn: fc.option(someDay),
  weeks: fc.array(someWeek(), { maxLength: 6 }),
});
