// What governors may see (DDAT:83): how many pupils and for how long. Nothing that says which child.
import { isAfter, daysFrom, type PlainDate } from './dates.ts';
import type { Case, Review } from './case.ts';

export interface AnonymousCase {
  readonly weeksSoFar: number;
  readonly shareOfWeek: string;
  readonly reviewsUpToDate: boolean;
  readonly stage: string;
}

export interface GovernorsFigures {
  readonly pupils: number;
  readonly averageWeeks: number;
  readonly longestWeeks: number;
  readonly overSixWeeks: number;
  readonly endedThisYear: number;
}

const weeksBetween = (from: PlainDate, to: PlainDate): number => Math.max(0, Math.ceil(daysFrom(from, to) / 7));

/** The share of the school's week, in bands of a quarter, so that no row shows the hours of one timetable. */
function band(hours: number, fullWeek: number): string {
  const share = fullWeek > 0 ? hours / fullWeek : 0;
  if (share < 0.25) return 'under a quarter';
  if (share < 0.5) return 'a quarter to a half';
  return share < 0.75 ? 'a half to three quarters' : 'three quarters or more';
}

/** Longest first, so that the order says nothing about when a case was opened. */
export function anonymise(
  cases: readonly Case[],
  reviews: readonly Review[],
  fullWeekHours: number,
  today: PlainDate,
): readonly AnonymousCase[] {
  const overdue = new Set(reviews.filter((one) => !one.heldOn && isAfter(today, one.dueOn)).map((one) => one.caseRef));
  return cases
    .filter((one) => one.status === 'active')
    .map((one) => ({
      weeksSoFar: weeksBetween(one.startsOn, today),
      shareOfWeek: band(one.hoursInSchool, fullWeekHours),
      reviewsUpToDate: !overdue.has(one.ref),
      stage: isAfter(today, one.endsOn) ? 'past its end date' : 'within its dates',
    }))
    .toSorted((a, b) => b.weeksSoFar - a.weeksSoFar || (a.shareOfWeek < b.shareOfWeek ? -1 : 1));
}

/** The school year begins on 1 September. */
const schoolYearStart = (today: PlainDate): PlainDate =>
  today.with({ month: 9, day: 1, year: today.month >= 9 ? today.year : today.year - 1 });

export function figures(cases: readonly Case[], today: PlainDate): GovernorsFigures {
  const weeks = cases.filter((one) => one.status === 'active').map((one) => weeksBetween(one.startsOn, today));
  const total = weeks.reduce((sum, one) => sum + one, 0);
  const since = schoolYearStart(today);
  return {
    pupils: weeks.length,
    averageWeeks: weeks.length === 0 ? 0 : Math.round((total / weeks.length) * 10) / 10,
    longestWeeks: Math.max(0, ...weeks),
    overSixWeeks: weeks.filter((one) => one > 6).length,
    endedThisYear: cases.filter((one) => one.status === 'closed' && one.endedOn && !isAfter(since, one.endedOn)).length,
  };
}
