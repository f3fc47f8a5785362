// Terms as a county sets them, worked out for the school years around a day, so that the demonstration has terms whenever
// it is started.
import type { PlainDate } from '#domain/dates.ts';
import { easterSunday } from '#domain/timetable/bank-holidays.ts';
import { dateOf, mondayOf, numberOf, type DayNumber } from '#domain/timetable/day-number.ts';
import type { SchoolYears, Term } from '#domain/timetable/school-week.ts';

const friday = 4;

const firstMonday = (from: DayNumber): DayNumber => mondayOf(from + 6);
const lastFriday = (until: DayNumber): DayNumber => mondayOf(until - friday) + friday;
const firstWeekday = (from: DayNumber): DayNumber => (from - mondayOf(from) > friday ? firstMonday(from) : from);

const wholeWeek = (monday: DayNumber): Term['halfTerm'] => ({ from: dateOf(monday), to: dateOf(monday + friday) });

function autumn(year: number): Term {
  return {
    name: `Autumn term ${year}`,
    from: dateOf(firstWeekday(numberOf(year, 9, 2))),
    to: dateOf(lastFriday(numberOf(year, 12, 21))),
    halfTerm: wholeWeek(mondayOf(numberOf(year, 10, 31))),
  };
}

/** Two weeks of Easter holidays, with Good Friday at the end of the first. */
function spring(year: number): Term {
  return {
    name: `Spring term ${year}`,
    from: dateOf(firstMonday(numberOf(year, 1, 3))),
    to: dateOf(easterSunday(year) - 9),
    halfTerm: wholeWeek(mondayOf(numberOf(year, 2, 18))),
  };
}

function summer(year: number): Term {
  return {
    name: `Summer term ${year}`,
    from: dateOf(easterSunday(year) + 8),
    to: dateOf(lastFriday(numberOf(year, 7, 23))),
    halfTerm: wholeWeek(mondayOf(numberOf(year, 5, 31))),
  };
}

/** The school year in which a day lies, the one before and the one after. Staff train on the first day of each. */
export function termsAround({ year, month }: PlainDate): Pick<SchoolYears, 'terms' | 'inset'> {
  const present = month >= 9 ? year : year - 1;
  const autumns = [present - 1, present, present + 1].map(autumn);
  return {
    terms: autumns.flatMap((term) => [term, spring(term.from.year + 1), summer(term.from.year + 1)]),
    inset: autumns.map(({ from }) => from),
  };
}
