import { byTheClock, compareAmounts, taughtHours, type TaughtAmount } from './amount.ts';
import type { WeekHours } from './hours.ts';
import { weekdays } from './week.ts';

/** Null: it cannot be said from what is recorded. */
export type YesNoUnknown = boolean | null;

/** What authorities mean by a reduced timetable, side by side; they disagree (domain report X10). */
export interface ReducedMeanings {
  /** Less than most pupils of the school have (WAR:27). */
  readonly lessThanMostPupils: boolean;
  /** Taught for less than the authority’s table has for the year (PLY:6-9, CAM:62-67, WAR:44-57). */
  readonly belowHoursForYear: YesNoUnknown;
  /** Taught for less than 25 hours at any age (Rotherham, Hackney, Ealing). */
  readonly belowTwentyFiveHours: YesNoUnknown;
  /** More than 20 minutes missing on any one day (Hammersmith and Fulham). */
  readonly overTwentyMinutesOnADay: boolean;
}

const anyAge = taughtHours(25);
const aDayAtMost = byTheClock(20);

/** Taught time against a table's number, without ever setting a table against clock hours. */
export function isTaughtBelow(hours: WeekHours, number: TaughtAmount): YesNoUnknown {
  if (compareAmounts(hours.taughtReceived.atMost, number) < 0) return true;
  return compareAmounts(hours.taughtReceived.atLeast, number) < 0 ? null : false;
}

/** `forYear` is the authority's table for the pupil's year; null where it has none (Reception). */
export const reducedMeanings = (hours: WeekHours, forYear: TaughtAmount | null): ReducedMeanings => ({
  lessThanMostPupils: hours.missing.minutes > 0,
  belowHoursForYear: forYear && isTaughtBelow(hours, forYear),
  belowTwentyFiveHours: isTaughtBelow(hours, anyAge),
  overTwentyMinutesOnADay: weekdays.some((day) => compareAmounts(hours.missingByDay[day], aDayAtMost) > 0),
});
