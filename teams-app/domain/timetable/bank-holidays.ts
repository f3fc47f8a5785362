import type { PlainDate } from '../dates.ts';
import { dateOf, numberOf, weekdayIndex, type DayNumber } from './day-number.ts';

export interface BankHoliday {
  readonly on: PlainDate;
  readonly name: string;
}

/** Days proclaimed once, and the May days moved for them. Every other year follows the ordinary rules. */
const proclaimed: readonly { year: number; month: number; day: number; name: string; insteadOf?: string }[] = [
  { year: 2020, month: 5, day: 8, name: 'Early May bank holiday (VE Day)', insteadOf: 'Early May bank holiday' },
  { year: 2022, month: 6, day: 2, name: 'Spring bank holiday', insteadOf: 'Spring bank holiday' },
  { year: 2022, month: 6, day: 3, name: 'Platinum Jubilee bank holiday' },
  { year: 2022, month: 9, day: 19, name: 'State Funeral of Queen Elizabeth II' },
  { year: 2023, month: 5, day: 8, name: 'Coronation of King Charles III' },
];

/** Easter Sunday by the Gregorian reckoning (the anonymous computus of 1876). */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * late + 22;
  return numberOf(year, 3, 1) + march - 1;
}

const mondayOnOrAfter = (day: DayNumber): DayNumber => day + ((7 - weekdayIndex(day)) % 7);

/** The bank holidays of England that are kept in a year, earliest first, with those kept instead of a weekend. */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const newYear = numberOf(year, 1, 1);
  const christmas = numberOf(year, 12, 25);
  const easter = easterSunday(year);
  const onWeekend = (day: DayNumber): boolean => weekdayIndex(day) > 4;
  // When Christmas falls on a weekend its substitute comes after Boxing Day: Monday 27 or Tuesday 27.
  const christmasKept = onWeekend(christmas) ? christmas + 2 : christmas;
  const boxingKept = onWeekend(christmas + 1) ? christmas + 3 : christmas + 1;
  const ordinary: readonly (readonly [DayNumber, string])[] = [
    [mondayIfWeekend(newYear), 'New Year’s Day'],
    [easter - 2, 'Good Friday'],
    [easter + 1, 'Easter Monday'],
    [mondayOnOrAfter(numberOf(year, 5, 1)), 'Early May bank holiday'],
    [mondayOnOrAfter(numberOf(year, 5, 25)), 'Spring bank holiday'],
    [mondayOnOrAfter(numberOf(year, 8, 25)), 'Summer bank holiday'],
    [christmasKept, 'Christmas Day'],
    [boxingKept, 'Boxing Day'],
  ];
  const once = proclaimed.filter((one) => one.year === year);
  const kept = ordinary.filter(([, name]) => !once.some((one) => one.insteadOf === name));
  return [...kept, ...once.map((one) => [numberOf(year, one.month, one.day), one.name] as const)]
    .toSorted(([a], [b]) => a - b)
    .map(([on, name]) => ({ on: dateOf(on), name }));
}

function mondayIfWeekend(day: DayNumber): DayNumber {
  return weekdayIndex(day) > 4 ? mondayOnOrAfter(day) : day;
}
