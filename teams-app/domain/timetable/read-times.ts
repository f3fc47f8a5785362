// Times as they are written on forms: “Monday to Friday 9.00 to 11.30; Wednesday not in school”. What reads in one way only
// becomes the pupil's week; anything else stays words, and a finding asks for the times day by day (reg 11(6)(c)).
import { dayNumber, dateOf, mondayOf } from './day-number.ts';
import type { PlainDate } from '../dates.ts';
import { parseTime, weekdays, type DayTimes, type TimetableWeek, type Weekday } from './week.ts';
import { isOpen } from './school-days.ts';
import type { SchoolCalendar } from '../calendar.ts';

export type WeekDays = Readonly<Record<Weekday, DayTimes | null>>;

const dayWord = '(mon|tues?|wed(?:nes)?|thur?s?|fri)(?:day)?s?';
const clock = '(\\d{1,2}[:.]\\d{2})';
const upTo = '(?:to|until|till|-|–)';
const days = new RegExp(
  `^${dayWord}(?:\\s*${upTo}\\s*${dayWord}|((?:\\s*(?:,|and|&)\\s*(?:and\\s+)?${dayWord})+))?[\\s:,]*(.*)$`,
  'i',
);
const times = new RegExp(`^(?:from\\s+)?${clock}\\s*${upTo}\\s*${clock}$`, 'i');
/** No school day begins or ends earlier: whoever writes 1.15 means the afternoon, and a clock of 24 hours the night. */
const earliest = 7 * 60;
const notIn = /^(?:not in school|off|no school|at home|none)$/i;

const asWeekday = (word: string): Weekday | undefined =>
  weekdays.find((day) => day.startsWith(word.toLowerCase().slice(0, 3)));

function daysNamed(text: string): { readonly named: readonly Weekday[]; readonly rest: string } | null {
  const found = days.exec(text);
  const first = asWeekday(found?.[1] ?? '-');
  if (!found || !first) return null;
  const rest = found[5] ?? '';
  const last = found[2] === undefined ? undefined : asWeekday(found[2]);
  if (last) {
    const from = weekdays.indexOf(first);
    const to = weekdays.indexOf(last);
    return to < from ? null : { named: weekdays.slice(from, to + 1), rest };
  }
  const others = [...(found[3] ?? '').matchAll(new RegExp(dayWord, 'gi'))].flatMap(([word]) => asWeekday(word) ?? []);
  return { named: [first, ...others], rest };
}

/** The week that the words mean; null where they can be read in more than one way, or not at all. */
export function readTimes(words: string): WeekDays | null {
  const week: Partial<Record<Weekday, DayTimes | null>> = {};
  const parts = words.split(/[;\n]/).map((part) => part.trim().replace(/\.$/, ''));
  for (const part of parts) {
    if (part === '') continue;
    const found = daysNamed(part);
    if (!found) return null;
    let day: DayTimes | null = null;
    if (!notIn.test(found.rest)) {
      const clocks = times.exec(found.rest);
      const start = parseTime(clocks?.[1] ?? '');
      const end = parseTime(clocks?.[2] ?? '');
      if (!start.ok || !end.ok || start.value < earliest || end.value < earliest) return null;
      day = { in: start.value, out: end.value };
    }
    for (const weekday of found.named) {
      // The same day twice is two answers.
      if (week[weekday] !== undefined) return null;
      week[weekday] = day;
    }
  }
  if (Object.keys(week).length === 0) return null;
  const { monday = null, tuesday = null, wednesday = null, thursday = null, friday = null } = week;
  return { monday, tuesday, wednesday, thursday, friday };
}

const mostWeeks = 60;

/** The same week again and again from the start to the end, without those in which the school is closed throughout. */
export function sameEveryWeek(
  week: WeekDays,
  startsOn: PlainDate,
  endsOn: PlainDate,
  calendar: SchoolCalendar,
): readonly TimetableWeek[] {
  const first = mondayOf(dayNumber(startsOn));
  const last = Math.min(mondayOf(dayNumber(endsOn)), first + 7 * (mostWeeks - 1));
  const weeks: TimetableWeek[] = [];
  for (let monday = first; monday <= last; monday += 7) {
    if (![0, 1, 2, 3, 4].some((day) => isOpen(calendar, monday + day))) continue;
    weeks.push({ commencing: dateOf(monday), days: week, elsewhere: [] });
  }
  return weeks;
}
