// The same answers as domain/calendar.ts (tests hold them together), quick enough to ask for every session of a plan.
import type { SchoolCalendar } from '../calendar.ts';
import type { PlainDate } from '../dates.ts';
import { dayNumber, mondayOf, weekdayIndex, type DayNumber } from './day-number.ts';

/** Closed spans, earliest first, none overlapping another. */
type Spans = readonly (readonly [from: DayNumber, to: DayNumber])[];

const known = new WeakMap<SchoolCalendar, Spans>();

function closedSpans(calendar: SchoolCalendar): Spans {
  const before = known.get(calendar);
  if (before) return before;
  const sorted = calendar.closures
    .map(({ from, to }): [DayNumber, DayNumber] => [dayNumber(from), dayNumber(to)])
    .filter(([from, to]) => from <= to)
    .toSorted(([a], [b]) => a - b);
  const spans: [DayNumber, DayNumber][] = [];
  for (const [from, to] of sorted) {
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  known.set(calendar, spans);
  return spans;
}

/** Whether the school is open on a day given by its number. */
export function isOpen(calendar: SchoolCalendar, day: DayNumber): boolean {
  if (weekdayIndex(day) > 4) return false;
  const spans = closedSpans(calendar);
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return day < (spans[low]?.[0] ?? Number.POSITIVE_INFINITY);
}

/** No count of school days looks further than this: a longer way is a mistyped year, and is for a finding to say. */
export const longestLook = 3 * 366;

/** School days from one day to another, both included; 0 when `to` is earlier. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: PlainDate, to: PlainDate): number {
  const first = dayNumber(from);
  const last = Math.min(dayNumber(to), first + longestLook);
  let count = 0;
  for (let day = first; day <= last; day += 1) if (isOpen(calendar, day)) count += 1;
  return count;
}

/** Weeks, Monday to Sunday, with at least one school day from one day to another, both included. */
export function schoolWeeksBetween(calendar: SchoolCalendar, from: PlainDate, to: PlainDate): number {
  const first = dayNumber(from);
  const last = Math.min(dayNumber(to), first + longestLook);
  let count = 0;
  let counted = Number.NaN;
  for (let day = first; day <= last; day += 1) {
    if (mondayOf(day) === counted || !isOpen(calendar, day)) continue;
    counted = mondayOf(day);
    count += 1;
  }
  return count;
}

/** The nearest school day in one direction, the day itself included; null where there is none within three years. */
export function nearestOpen(calendar: SchoolCalendar, day: DayNumber, step: 1 | -1): DayNumber | null {
  for (let tried = 0; tried <= longestLook; tried += 1) {
    const candidate = day + tried * step;
    if (isOpen(calendar, candidate)) return candidate;
  }
  return null;
}
