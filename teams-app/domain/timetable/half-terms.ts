import type { PlainDate } from '../dates.ts';
import { dateOf, dayNumber } from './day-number.ts';
import { dueOn, type Due } from './due.ts';
import type { SchoolWeek } from './school-week.ts';

/** A term or half a term, both days included. */
export interface SchoolPeriod {
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export const terms = (school: SchoolWeek): readonly SchoolPeriod[] =>
  school.terms.map(({ name, from, to }) => ({ name, from, to }));

/** Two halves a term; a term without a half-term holiday is one. */
export const halfTerms = (school: SchoolWeek): readonly SchoolPeriod[] =>
  school.terms.flatMap(({ name, from, to, halfTerm }): readonly SchoolPeriod[] =>
    halfTerm === null
      ? [{ name, from, to }]
      : [
          { name: `${name}, first half`, from, to: dateOf(dayNumber(halfTerm.from) - 1) },
          { name: `${name}, second half`, from: dateOf(dayNumber(halfTerm.to) + 1), to },
        ],
  );

export interface PeriodDue extends Due {
  readonly period: SchoolPeriod;
}

/**
 * What is owed once in each period, on its last school day: nil returns for each half-term, reports to governors for
 * each term. Those whose day lies from `from` to `to`, both included.
 */
export const dueEach = (
  school: SchoolWeek,
  periods: readonly SchoolPeriod[],
  range: { readonly from: PlainDate; readonly to: PlainDate },
): readonly PeriodDue[] => {
  const first = dayNumber(range.from);
  const last = dayNumber(range.to);
  return periods
    .map((period): PeriodDue => ({ ...dueOn(school, period.to), period }))
    .filter(({ on }) => dayNumber(on) >= first && dayNumber(on) <= last);
};

/** The period that a day lies in; null in the holidays and where the school has no terms set up. */
export const periodOf = (periods: readonly SchoolPeriod[], day: PlainDate): SchoolPeriod | null =>
  periods.find(({ from, to }) => dayNumber(from) <= dayNumber(day) && dayNumber(day) <= dayNumber(to)) ?? null;
