import type { Closure, SchoolCalendar } from '../calendar.ts';
import type { PlainDate } from '../dates.ts';
import { bankHolidays } from './bank-holidays.ts';
import { dateOf, dayNumber } from './day-number.ts';
import { weekdays, type DayTimes, type Minute, type Weekday } from './week.ts';

/** While the register may be taken. */
export interface RegistrationWindow {
  readonly opens: Minute;
  readonly closes: Minute;
}

/** The school's real day, breaks and lunch included. */
export interface SchoolHours {
  readonly starts: Minute;
  readonly ends: Minute;
}

export interface Term {
  /** “Autumn term 2026” */
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The days of the half-term holiday, both included. */
  readonly halfTerm: { readonly from: PlainDate; readonly to: PlainDate } | null;
}

export interface SchoolTimes {
  readonly registration: { readonly morning: RegistrationWindow; readonly afternoon: RegistrationWindow };
  readonly day: Readonly<Record<Weekday, SchoolHours>>;
  /** Breaks and lunch, the same on every day; null where nobody has recorded them: taught hours are then not known. */
  readonly breaks: readonly DayTimes[] | null;
}

/**
 * A school's real week and its calendar. `closures` holds every closed weekday (holidays, half-terms, INSET, bank
 * holidays), so whatever reads a SchoolCalendar reads the same days here.
 */
export interface SchoolWeek extends SchoolCalendar, SchoolTimes {
  readonly terms: readonly Term[];
}

export interface SchoolYears extends SchoolTimes {
  readonly terms: readonly Term[];
  readonly inset: readonly PlainDate[];
  /** Anything else: a polling day, a burst boiler. */
  readonly otherClosures: readonly Closure[];
}

const bankHolidaysOf = (first: number, last: number): readonly Closure[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => bankHolidays(first + index))
    .flat()
    .map(({ on, name }) => ({ from: on, to: on, name }));

/** A school's week and calendar from its term dates: what is between two terms, and every half-term, is closed. */
export function schoolWeek(years: SchoolYears): SchoolWeek {
  const terms = years.terms.toSorted((a, b) => dayNumber(a.from) - dayNumber(b.from));
  const closures: Closure[] = [...years.otherClosures];
  for (const [index, term] of terms.entries()) {
    if (term.halfTerm) closures.push({ ...term.halfTerm, name: `Half-term of ${term.name}` });
    const next = terms[index + 1];
    if (!next) continue;
    const from = dayNumber(term.to) + 1;
    const to = dayNumber(next.from) - 1;
    if (from <= to) closures.push({ from: dateOf(from), to: dateOf(to), name: `Holidays after ${term.name}` });
  }
  for (const on of years.inset) closures.push({ from: on, to: on, name: 'INSET day' });
  const first = terms[0];
  const last = terms.at(-1);
  if (first && last) closures.push(...bankHolidaysOf(first.from.year, last.to.year));
  return { registration: years.registration, day: years.day, breaks: years.breaks, terms, closures };
}

const ordinaryDay: SchoolHours = { starts: 525, ends: 915 };

/**
 * A stand-in where a school has not set up its own: 08:45 to 15:15 (the 32.5 hours that mainstream schools are expected
 * to open), closed on bank holidays and no other weekday. Years are calendar years, both included.
 */
export const ordinarySchoolWeek = (firstYear: number, lastYear: number): SchoolWeek => ({
  registration: { morning: { opens: 525, closes: 555 }, afternoon: { opens: 780, closes: 810 } },
  day: Object.fromEntries(weekdays.map((day) => [day, ordinaryDay])) as Record<Weekday, SchoolHours>,
  breaks: null,
  terms: [],
  closures: bankHolidaysOf(firstYear, lastYear),
});
