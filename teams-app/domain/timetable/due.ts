// When something is due. A policy's number comes in as an argument; what would fall on a day when the school is closed
// is brought forward, never put off, and the answer says so.
import { shortDate, type PlainDate } from '../dates.ts';
import { dateOf, dayNumber } from './day-number.ts';
import { isOpen, longestLook, nearestOpen } from './school-days.ts';
import type { SchoolWeek } from './school-week.ts';

export interface Due {
  readonly on: PlainDate;
  /** The day that the rule's own counting gives. */
  readonly counted: PlainDate;
  readonly broughtForward: boolean;
}

/** The school day on or before the counted day, but not before `notBefore`, the day on which the duty came about. */
function due(school: SchoolWeek, counted: number, notBefore = Number.NEGATIVE_INFINITY): Due {
  const open = nearestOpen(school, counted, -1) ?? counted;
  const on = Math.min(counted, Math.max(open, notBefore));
  return { on: dateOf(on), counted: dateOf(counted), broughtForward: on < counted };
}

/** Due on a day that a person or a rule names: a report on the last day of term, an extension by the last day of a plan. */
export const dueOn = (school: SchoolWeek, day: PlainDate): Due => due(school, dayNumber(day));

/** So many calendar days after something; 0 is the day itself. */
export const afterCalendarDays = (school: SchoolWeek, from: PlainDate, days: number): Due =>
  due(school, dayNumber(from) + days, dayNumber(from));

/** So many school days after something, 0 being the day itself. Nothing is brought forward: it ends on a school day. */
export function afterSchoolDays(school: SchoolWeek, from: PlainDate, days: number): Due {
  const first = dayNumber(from);
  let left = days;
  let day = first;
  while (left > 0 && day < first + longestLook) {
    day += 1;
    if (isOpen(school, day)) left -= 1;
  }
  return { on: dateOf(day), counted: dateOf(day), broughtForward: false };
}

/** The last school day before a day: when consent must be signed or an authority told “before the start”. */
export const dueBefore = (school: SchoolWeek, day: PlainDate): Due => due(school, dayNumber(day) - 1);

/** Calendar days at most to the first review, and from one to the next; null where no rule gives a number. */
export interface ReviewIntervals {
  readonly first: number | null;
  readonly later: number | null;
}

/** The next review after those held (in any order); null where no interval is given for it. */
export function nextReview(
  school: SchoolWeek,
  plan: { readonly startsOn: PlainDate; readonly held: readonly PlainDate[] },
  intervals: ReviewIntervals,
): Due | null {
  const last = plan.held.reduce<number | null>((latest, day) => Math.max(latest ?? -Infinity, dayNumber(day)), null);
  if (last !== null) return intervals.later === null ? null : afterCalendarDays(school, dateOf(last), intervals.later);
  return intervals.first === null ? null : afterCalendarDays(school, plan.startsOn, intervals.first);
}

/** Every review from the start to the end of a plan, each counted from the day of the one before. */
export function reviewsThrough(
  school: SchoolWeek,
  plan: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  intervals: ReviewIntervals,
): readonly Due[] {
  const end = Math.min(dayNumber(plan.endsOn), dayNumber(plan.startsOn) + longestLook);
  const found: Due[] = [];
  let previous = dayNumber(plan.startsOn);
  for (;;) {
    const next = nextReview(
      school,
      { startsOn: plan.startsOn, held: found.length === 0 ? [] : [dateOf(previous)] },
      intervals,
    );
    // A review that closures bring forward onto the one before it says that this school cannot keep the interval.
    if (!next || dayNumber(next.on) <= previous || dayNumber(next.on) > end) return found;
    found.push(next);
    previous = dayNumber(next.on);
  }
}

/** The last day that a plan may have when it lasts so many calendar days, the first and the last both counted. */
export const latestEnd = (school: SchoolWeek, startsOn: PlainDate, days: number): Due =>
  due(school, dayNumber(startsOn) + days - 1, dayNumber(startsOn));

/** “Fri 18 Dec 2026”, or “Fri 18 Dec 2026, brought forward from Sun 3 Jan 2027, when the school is closed” */
export const dueDateWords = ({ on, counted, broughtForward }: Due): string =>
  broughtForward
    ? `${shortDate(on)}, brought forward from ${shortDate(counted)}, when the school is closed`
    : shortDate(on);
