import { isAfter, isBefore, shortDate, type PlainDate } from '../dates.ts';
import type { RegistrationWindow, SchoolHours, SchoolWeek, Term } from './school-week.ts';
import { clockTime, weekdays, type DayTimes } from './week.ts';

/** Something wrong with a school's settings, at a place in them. */
export interface SchoolWeekProblem {
  readonly at: readonly (string | number)[];
  readonly words: string;
}

/** A register may be open for 30 minutes at most, the same for every session. */
const longestRegister = 30;

type Range = { readonly from: PlainDate; readonly to: PlainDate };

const rangeWords = ({ from, to }: Range): string => `${shortDate(from)} to ${shortDate(to)}`;

function* ofWindow(name: 'morning' | 'afternoon', { opens, closes }: RegistrationWindow): Iterable<SchoolWeekProblem> {
  const at = ['registration', name];
  const shown = `${clockTime(opens)} to ${clockTime(closes)}`;
  if (closes <= opens) yield { at, words: `The ${name} register closes before it opens: ${shown}` };
  else if (closes - opens > longestRegister) {
    yield { at, words: `The ${name} register is open for longer than ${longestRegister} minutes: ${shown}` };
  }
}

function* ofDay(day: string, { starts, ends }: SchoolHours, school: SchoolWeek): Iterable<SchoolWeekProblem> {
  const at = ['day', day];
  const shown = `${clockTime(starts)} to ${clockTime(ends)}`;
  const { morning, afternoon } = school.registration;
  if (ends <= starts) yield { at, words: `The school day on ${day} ends before it starts: ${shown}` };
  else if (morning.closes < starts || afternoon.opens >= ends) {
    yield { at, words: `The school day on ${day} does not hold both registers: ${shown}` };
  }
}

function* ofTerm(term: Term, index: number, next: Term | undefined): Iterable<SchoolWeekProblem> {
  const at = ['terms', index];
  if (isBefore(term.to, term.from)) yield { at, words: `${term.name} ends before it starts: ${rangeWords(term)}` };
  const { halfTerm } = term;
  if (halfTerm && isBefore(halfTerm.to, halfTerm.from)) {
    yield {
      at: [...at, 'halfTerm'],
      words: `The half-term of ${term.name} ends before it starts: ${rangeWords(halfTerm)}`,
    };
  } else if (halfTerm && (isBefore(halfTerm.from, term.from) || isAfter(halfTerm.to, term.to))) {
    yield { at: [...at, 'halfTerm'], words: `The half-term of ${term.name} lies outside it: ${rangeWords(halfTerm)}` };
  }
  if (next && !isBefore(term.to, next.from)) {
    yield { at, words: `${term.name} has not ended when ${next.name} starts: ${shortDate(next.from)}` };
  }
}

function* ofBreak(one: DayTimes, index: number): Iterable<SchoolWeekProblem> {
  if (one.out > one.in) return;
  const words = `A break ends before it starts: ${clockTime(one.in)} to ${clockTime(one.out)}`;
  yield { at: ['breaks', index], words };
}

/** What is wrong with a school's week and calendar as somebody set it up; `terms` are in the order of their dates. */
export function schoolWeekProblems(school: SchoolWeek): readonly SchoolWeekProblem[] {
  return [
    ...ofWindow('morning', school.registration.morning),
    ...ofWindow('afternoon', school.registration.afternoon),
    ...weekdays.flatMap((day) => [...ofDay(day, school.day[day], school)]),
    ...(school.breaks ?? []).flatMap((one, index) => [...ofBreak(one, index)]),
    ...school.terms.flatMap((term, index) => [...ofTerm(term, index, school.terms[index + 1])]),
    ...school.closures.flatMap((closure, index): readonly SchoolWeekProblem[] =>
      isBefore(closure.to, closure.from)
        ? [{ at: ['closures', index], words: `“${closure.name}” ends before it starts: ${rangeWords(closure)}` }]
        : [],
    ),
  ];
}
