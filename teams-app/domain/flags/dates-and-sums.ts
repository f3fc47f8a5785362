// F01 to F04: dates that cannot be, times the wrong way round, totals that are not the sum of their days.
import { shortDate } from '../dates.ts';
import { dateOf, mondayOf, weekdayIndex, type DayNumber } from '../timetable/day-number.ts';
import { isOpen } from '../timetable/school-days.ts';
import { clockTime, weekdays } from '../timetable/week.ts';
import type { Facts, Flag, WeekFacts } from './facts.ts';
import { hoursWords } from './say.ts';

const shown = (day: DayNumber): string => shortDate(dateOf(day));
/** A plan with more weeks than a school year has a wrong date somewhere, which is said in itself. */
const longestGap = 60;

/** F01: a plan has a start and an end, and the end comes after the start. */
export const planDates: Flag = ({ planned, version, at, start, end }, found) => {
  if (!planned) return;
  const rule = { rule: 'F01', severity: 'stop', who: 'case lead' } as const;
  const source = 'reg 11(6)(c)';
  const wrongEnd = { ...rule, at: [...at, 'endsOn'], source: 'WTISA: a proposed end date' };
  if (!version) {
    const words = 'No version of the plan is written: there are no times and dates that anyone could agree to.';
    const todo = 'Write the first version with its start, its end and the times of each week.';
    found.push({ ...rule, at, words, todo, source });
    return;
  }
  if (start === null) {
    const words = 'The plan has no start date.';
    found.push({ ...rule, at: [...at, 'startsOn'], words, todo: 'Agree the start date.', source });
  }
  if (end === null) {
    const words = 'The plan has no end date.';
    const todo = 'Agree the date after which the pupil is full time.';
    found.push({ ...wrongEnd, words, todo });
  }
  if (start !== null && end !== null && end < start) {
    const words = `The plan ends on ${shown(end)}, before it starts on ${shown(start)}.`;
    const todo = 'Correct the end date, and check that the day and the month are not the wrong way round.';
    found.push({ ...wrongEnd, words, todo });
  }
};

/** What is wrong with the date of a week that is not sound. */
function weekProblem({ commencing }: WeekFacts, start: DayNumber | null, end: DayNumber | null): string {
  const faults: string[] = [];
  if (weekdayIndex(commencing) !== 0) faults.push('is not a Monday');
  if (start !== null && commencing < mondayOf(start)) faults.push(`lies before the start, ${shown(start)}`);
  else if (end !== null && (start === null || end >= start) && commencing > end)
    faults.push(`lies after the end, ${shown(end)}`);
  const year = dateOf(commencing).year;
  const years = [start, end].filter((day) => day !== null).map((day) => dateOf(day).year);
  if (years.length > 0 && (year < Math.min(...years) || year > Math.max(...years)))
    faults.push(`is in ${year}, another year than the rest of the plan`);
  return faults.length > 1 ? `${faults.slice(0, -1).join(', ')} and ${faults.at(-1)}` : faults.join('');
}

function missingMondays({ calendar }: Facts, sound: readonly WeekFacts[]): readonly DayNumber[] {
  const missing: DayNumber[] = [];
  for (const [place, one] of sound.entries()) {
    const next = sound[place + 1];
    if (!next || next.commencing - one.commencing > longestGap * 7) continue;
    for (let monday = mondayOf(one.commencing) + 7; monday < mondayOf(next.commencing); monday += 7) {
      if ([0, 1, 2, 3, 4].some((day) => isOpen(calendar, monday + day))) missing.push(monday);
    }
  }
  return missing;
}

/** F02: weeks begin on Mondays, follow each other, and lie between start and end. */
export const weekDates: Flag = (facts, found) => {
  const { planned, weeks, start, end, at } = facts;
  if (!planned) return;
  const rule = { rule: 'F02', severity: 'stop', who: 'case lead', source: 'reg 11(6)(c)' } as const;
  const sound: WeekFacts[] = [];
  for (const one of weeks) {
    if (one.sound) {
      const twin = sound.at(-1);
      if (twin && twin.commencing === one.commencing) {
        const words = `The week of ${shown(one.commencing)} is in the plan twice.`;
        found.push({
          ...rule,
          at: [...one.at, 'commencing'],
          words,
          todo: 'Take one of the two out, or correct its date.',
        });
      } else sound.push(one);
      continue;
    }
    const words = `The week commencing ${shown(one.commencing)} ${weekProblem(one, start, end)}.`;
    const todo = `Correct the date: the Monday of that week is ${shown(mondayOf(one.commencing))}. A week runs from a Monday between the plan’s start and end.`;
    found.push({ ...rule, at: [...one.at, 'commencing'], words, todo });
  }
  for (const monday of missingMondays(facts, sound)) {
    const words = `No times are written for the week of ${shown(monday)}, a school week between two weeks of the plan.`;
    found.push({
      ...rule,
      at: [...at, 'weeks'],
      words,
      todo: 'Write the times of that week, or say that it is full time.',
    });
  }
};

/** F03: a day has both times or none, and the pupil leaves after coming. */
export const dayTimes: Flag = ({ planned, weeks }, found) => {
  if (!planned) return;
  const rule = { rule: 'F03', severity: 'stop', who: 'case lead', source: 'reg 11(6)(c)' } as const;
  for (const { week, at, commencing } of weeks) {
    const where = (): string => `in the week of ${shown(commencing)}`;
    for (const day of weekdays) {
      const times = week.days[day];
      if (!times || times.out > times.in) continue;
      const words = `On ${dayName(day)} ${where()} the pupil leaves at ${clockTime(times.out)}, not after coming at ${clockTime(times.in)}.`;
      found.push({
        ...rule,
        at: [...at, 'days', day, 'out'],
        words,
        todo: 'Correct the times; they are on the 24-hour clock.',
      });
    }
    for (const half of week.halfDays) {
      const missing = half.in === null ? 'in' : 'out';
      const given = half.in ?? half.out ?? 0;
      const words = `On ${dayName(half.day)} ${where()} only the time ${missing === 'in' ? 'out' : 'in'}, ${clockTime(given)}, is written.`;
      found.push({
        ...rule,
        at: [...at, 'days', half.day, missing],
        words,
        todo: `Write the time ${missing} as well.`,
      });
    }
    for (const [place, one] of week.elsewhere.entries()) {
      if (one.out > one.in) continue;
      const words = `On ${dayName(one.day)} ${where()} the time elsewhere ends at ${clockTime(one.out)}, not after it begins at ${clockTime(one.in)}.`;
      found.push({ ...rule, at: [...at, 'elsewhere', place, 'out'], words, todo: 'Correct the times.' });
    }
  }
};

const dayName = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1);

const elsewhereMinutes = ({ week }: WeekFacts): number =>
  week.elsewhere.reduce((sum, one) => sum + (one.kind === 'home' ? 0 : Math.max(0, one.out - one.in)), 0);

/** Whether every total written for outside school is a number of taught hours less the clock hours in school. */
function takenFromTaught(weeks: readonly WeekFacts[]): number | null {
  let base: number | null = null;
  for (const { week, minutes } of weeks) {
    const stated = week.statedHoursElsewhere;
    if (stated === null || stated === 0) continue;
    const sum = stated + minutes / 60;
    if (base !== null && sum !== base) return null;
    base = sum;
  }
  return base !== null && taughtTables.includes(base) ? base : null;
}

/** The weekly numbers of the authorities' tables (CAM:62-67, PLY:6-9, WAR:44-57). */
const taughtTables: readonly number[] = [21, 23.5, 24, 25];

/** F04: a total that was typed is the sum of its days. */
export const typedTotals: Flag = ({ planned, weeks, fullWeek }, found) => {
  if (!planned) return;
  const rule = { rule: 'F04', severity: 'act this week', who: 'case lead' } as const;
  const base = takenFromTaught(weeks);
  for (const one of weeks) {
    const { statedHoursInSchool: inSchool, statedHoursElsewhere: outside } = one.week;
    const where = (): string => `In the week of ${shown(one.commencing)}`;
    if (inSchool !== null && Math.round(inSchool * 60) !== one.minutes) {
      const words = `${where()} ${inSchool} hours in school are written; the times come to ${hoursWords(one.minutes)}.`;
      found.push({
        ...rule,
        at: [...one.at, 'statedHoursInSchool'],
        words,
        todo: 'Correct the times or the total.',
        source: 'CAM:206',
      });
    }
    const supervised = elsewhereMinutes(one);
    if (outside === null || Math.round(outside * 60) === supervised) {
      if (outside !== 0 || base === null || one.minutes >= fullWeek) continue;
    }
    const why =
      base === null
        ? ''
        : ` It looks like ${base} taught hours less the clock hours in school, which cannot be taken from each other; by the clock ${hoursWords(Math.max(0, fullWeek - one.minutes))} of the school’s own week are missing.`;
    const words = `${where()} ${outside} hours of education outside school are written; ${hoursWords(supervised)} are arranged.${why}`;
    const todo =
      'Write down what is arranged outside school, with who supervises it; set work at home is not counted as hours.';
    found.push({ ...rule, at: [...one.at, 'statedHoursElsewhere'], words, todo, source: 'CAM:206, CAM:62' });
  }
};
