import type { PlainDate } from '../dates.ts';
import { dateOf, dayNumber, numberOf, weekdayIndex, type DayNumber } from './day-number.ts';

/** Both days included. */
export interface SchoolAge {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export type AgeStanding = 'below' | 'compulsory' | 'above';

/** Education Act 1996 section 8(2) and (4): the days on which compulsory school age begins. */
const prescribedDays = [
  [3, 31],
  [8, 31],
  [12, 31],
] as const;

/** The first prescribed day on or after the fifth birthday. Every year ends with one, so there always is one. */
function beginning(born: PlainDate): DayNumber {
  const five = numberOf(born.year + 5, born.month, born.day);
  const days = prescribedDays.map(([month, day]) => numberOf(born.year + 5, month, day));
  return Math.min(...days.filter((day) => day >= five));
}

/** The last Friday in June. */
export function schoolLeavingDay(year: number): DayNumber {
  const end = numberOf(year, 6, 30);
  return end - ((weekdayIndex(end) + 3) % 7);
}

const firstMonthOfSchoolYear = 9;

/** Section 8(3): the leaving day of the school year, September to August, in which the pupil becomes 16. */
const leaving = (born: PlainDate): DayNumber =>
  schoolLeavingDay(born.year + 16 + (born.month >= firstMonthOfSchoolYear ? 1 : 0));

/** Compulsory school age, to the day. Before it and after it code C2 is not open to a school (reg 11(6)(a)). */
export const schoolAge = (born: PlainDate): SchoolAge => ({ from: dateOf(beginning(born)), to: dateOf(leaving(born)) });

/** How a date of birth stands to compulsory school age, for many days at once: the days are worked out only once. */
export function ageStanding(born: PlainDate): (day: DayNumber) => AgeStanding {
  const from = beginning(born);
  const to = leaving(born);
  return (day) => (day < from ? 'below' : day > to ? 'above' : 'compulsory');
}

/** The day inside a plan on which compulsory school age begins, so that X becomes C2; null where it does not. */
export function reachesSchoolAge(born: PlainDate, plan: { from: PlainDate; to: PlainDate }): PlainDate | null {
  const begins = beginning(born);
  return begins > dayNumber(plan.from) && begins <= dayNumber(plan.to) ? dateOf(begins) : null;
}

/** The national curriculum year of a pupil in the school year that a day lies in: 0 is Reception, below it nursery. */
export function yearOfSchool(born: PlainDate, on: PlainDate): number {
  const startOf = (day: PlainDate): number => day.year - (day.month >= firstMonthOfSchoolYear ? 0 : 1);
  return startOf(on) - startOf(born) - 5;
}
