import type { PlainDate } from '../dates.ts';
import { dayNumber } from './day-number.ts';
import { schoolDaysBetween, schoolWeeksBetween } from './school-days.ts';
import type { SchoolWeek } from './school-week.ts';

/** How long a plan lasts, both ways of counting: no document says whether a half-term counts towards six weeks (X17). */
export interface PlanLength {
  /** First and last day both counted; 0 or less when the end is before the start. */
  readonly calendarDays: number;
  readonly schoolDays: number;
  /** Weeks with at least one school day. */
  readonly schoolWeeks: number;
}

export const planLength = (school: SchoolWeek, startsOn: PlainDate, endsOn: PlainDate): PlanLength => ({
  calendarDays: dayNumber(endsOn) - dayNumber(startsOn) + 1,
  schoolDays: schoolDaysBetween(school, startsOn, endsOn),
  schoolWeeks: schoolWeeksBetween(school, startsOn, endsOn),
});
