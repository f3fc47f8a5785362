import type { PlainDate } from '../dates.ts';
import { compareAmounts, sum, type ClockAmount } from './amount.ts';
import { dateOf, dayNumber } from './day-number.ts';
import { weekHours, type WeekHours } from './hours.ts';
import { latestFirst, weeksByMonday, type PlanTimes } from './plan.ts';
import type { SchoolTimes } from './school-week.ts';
import type { TimetableWeek } from './week.ts';

/** One week of the pupil's way back. */
export interface TrajectoryPoint {
  /** The Monday. */
  readonly commencing: PlainDate;
  readonly hours: WeekHours;
  /** In school and supervised elsewhere, together. */
  readonly received: ClockAmount;
  /** Nothing of the school's own week is missing. */
  readonly full: boolean;
}

export interface Decrease {
  readonly commencing: PlainDate;
  readonly from: ClockAmount;
  readonly to: ClockAmount;
}

export interface Trajectory {
  /** Earliest first. A bank holiday in a week does not lower it: each is measured as a whole week of its pattern. */
  readonly points: readonly TrajectoryPoint[];
  /** The Monday from which every week is full; null where the plan never gets there. */
  readonly fullTimeFrom: PlainDate | null;
  /** The last planned week is less than the school's own week. False where no weeks are planned. */
  readonly neverFull: boolean;
  readonly decreases: readonly Decrease[];
}

/** Each week as its highest version has it; a week that one version gives two different times has no point. */
function weeksOf(versions: readonly PlanTimes[]): ReadonlyMap<number, TimetableWeek | null> {
  const found = new Map<number, TimetableWeek | null>();
  for (const { weeks } of versions.toSorted((a, b) => latestFirst(b, a))) {
    for (const [monday, week] of weeksByMonday(weeks)) found.set(monday, week);
  }
  return found;
}

export function trajectory(versions: readonly PlanTimes[], school: SchoolTimes): Trajectory {
  const points: TrajectoryPoint[] = [];
  for (const [monday, week] of [...weeksOf(versions)].toSorted(([a], [b]) => a - b)) {
    if (!week) continue;
    const hours = weekHours(week, school);
    points.push({
      commencing: dateOf(monday),
      hours,
      received: sum(hours.inSchool, hours.supervisedElsewhere),
      full: hours.missing.minutes === 0,
    });
  }
  const firstOfFull = points[points.findLastIndex((point) => !point.full) + 1];
  return {
    points,
    fullTimeFrom: firstOfFull?.commencing ?? null,
    neverFull: points.at(-1)?.full === false,
    decreases: points.slice(1).flatMap((point, index): readonly Decrease[] => {
      const before = points[index];
      return before && compareAmounts(point.received, before.received) < 0
        ? [{ commencing: point.commencing, from: before.received, to: point.received }]
        : [];
    }),
  };
}

/** Two reviews, one after the other, that brought the pupil no more time. */
export interface StalledReviews {
  readonly first: PlainDate;
  readonly second: PlainDate;
  readonly before: ClockAmount;
  readonly after: ClockAmount;
}

/**
 * Reviews held one after the other between which time did not grow (WAR:32): the week of the first is set against the
 * week that follows the second. A pupil who was full time already has nothing to gain.
 */
export function stalledReviews(
  points: readonly Pick<TrajectoryPoint, 'commencing' | 'received' | 'full'>[],
  held: readonly PlainDate[],
): readonly StalledReviews[] {
  const days = [...new Set(held.map(dayNumber))].toSorted((a, b) => a - b);
  return days.slice(1).flatMap((second, index): readonly StalledReviews[] => {
    const first = days[index] ?? second;
    const before = points.findLast((point) => dayNumber(point.commencing) <= first) ?? points[0];
    const after = points.find((point) => dayNumber(point.commencing) > second) ?? points.at(-1);
    if (!before || !after || before.full || compareAmounts(after.received, before.received) > 0) return [];
    return [{ first: dateOf(first), second: dateOf(second), before: before.received, after: after.received }];
  });
}
