import { shareOf, type TaughtAmount } from './amount.ts';
import { weekHours, type WeekHours } from './hours.ts';
import { reducedMeanings, type ReducedMeanings } from './reduced.ts';
import type { SchoolTimes } from './school-week.ts';
import { weekSessions, type WeekSessions } from './sessions.ts';
import type { TimetableWeek } from './week.ts';

/**
 * One week in every way that people measure it. Hours and sessions diverge: 9.00 to 11.00 daily is a third of the hours
 * and half of the sessions.
 */
export interface WeekSummary {
  readonly hours: WeekHours;
  readonly sessions: WeekSessions;
  /** Of the school's own week by the clock, 0 to 1; null where the school has no hours. */
  readonly shareOfHours: number | null;
  /** Of the ten sessions, 0 to 1. */
  readonly shareOfSessions: number;
  readonly reduced: ReducedMeanings;
}

/** `forYear`: the authority’s taught hours for the pupil’s year, or null where it has none. */
export function weekSummary(week: TimetableWeek, school: SchoolTimes, forYear: TaughtAmount | null): WeekSummary {
  const hours = weekHours(week, school);
  const sessions = weekSessions(week, school);
  return {
    hours,
    sessions,
    shareOfHours: shareOf(hours.inSchool, hours.school),
    shareOfSessions: sessions.inSchool / sessions.possible,
    reduced: reducedMeanings(hours, forYear),
  };
}
