import type { Minute } from './week.ts';

/** From one minute to another, the second not included. One that ends before it begins is empty. */
export type Interval = readonly [from: Minute, to: Minute];

/** Sorted, without the empty ones, with those that meet or overlap made one. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const only = intervals[0];
  if (only === undefined) return intervals;
  if (intervals.length === 1) return only[0] < only[1] ? intervals : [];
  const joined: [Minute, Minute][] = [];
  for (const [from, to] of intervals.filter(([start, end]) => start < end).toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Minutes covered; what overlaps is counted once. */
export function minutesIn(intervals: readonly Interval[]): number {
  let minutes = 0;
  for (const [from, to] of union(intervals)) minutes += to - from;
  return minutes;
}

/** The parts of `intervals` that lie within one interval. */
export const within = (intervals: readonly Interval[], [from, to]: Interval): readonly Interval[] =>
  intervals.map(([start, end]): Interval => [Math.max(start, from), Math.min(end, to)]);

/** Minutes of `whole` that none of `parts` covers. */
export const minutesLeft = (whole: Interval, parts: readonly Interval[]): number =>
  minutesIn([whole]) - minutesIn(within(parts, whole));
