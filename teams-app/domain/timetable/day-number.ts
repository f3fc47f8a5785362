// Days as whole numbers: comparing and counting them costs next to nothing, where Temporal's arithmetic would be
// most of the time that assessing a case takes.
import { Temporal } from 'temporal-polyfill';

type PlainDate = Temporal.PlainDate;

/** Days since Thursday 1 January 1970. */
export type DayNumber = number;

const daysInFourCenturies = 146_097;
const daysToEpoch = 719_468;

/** Counts years from March, so that the leap day is the last of its year. */
export function numberOf(year: number, month: number, day: number): DayNumber {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInFourCenturies + dayOfEra - daysToEpoch;
}

export const dayNumber = (day: PlainDate): DayNumber => numberOf(day.year, day.month, day.day);

function makeDate(number: DayNumber): PlainDate {
  const shifted = number + daysToEpoch;
  const era = Math.floor(shifted / daysInFourCenturies);
  const dayOfEra = shifted - era * daysInFourCenturies;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return new Temporal.PlainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

const firstKept = numberOf(2000, 1, 1);
const lastKept = numberOf(2099, 12, 31);
const kept = new Map<DayNumber, PlainDate>();

/** Dates cannot change, so one object a day serves everybody: making one takes longer than most of a rule's work. */
export function dateOf(number: DayNumber): PlainDate {
  const before = kept.get(number);
  if (before) return before;
  const made = makeDate(number);
  if (number >= firstKept && number <= lastKept) kept.set(number, made);
  return made;
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayIndex = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7;

/** The Monday of the week that a day lies in. */
export const mondayOf = (number: DayNumber): DayNumber => number - weekdayIndex(number);
