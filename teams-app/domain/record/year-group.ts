import type { PlainDate } from '../dates.ts';

/** 0 for Reception, 1 to 13 for the years; null for anything that does not name one. Reads “R”, “Year 9”, “y9”, “9”. */
export function yearNumber(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (/^(r|reception|year r|yr)$/.test(text)) return 0;
  const found = /^(?:year|yr|y)?\s*(\d{1,2})$/.exec(text);
  const year = found ? Number(found[1]) : Number.NaN;
  return year >= 1 && year <= 13 ? year : null;
}

const schoolYearOf = (day: PlainDate): number => (day.month >= 9 ? day.year : day.year - 1);

/** The year group of a child of that age on a day, by the school year that runs from 1 September; below 0 before Reception. */
export const usualYear = (dateOfBirth: PlainDate, on: PlainDate): number =>
  schoolYearOf(on) - schoolYearOf(dateOfBirth) - 5;

const nameOf = (year: number): string => (year === 0 ? 'Reception' : `Year ${year}`);

export interface YearGroupProblem {
  /** Impossible: two or more years out. Unusual: one year out, as a pupil taught out of their age group may be. */
  readonly kind: 'impossible' | 'unusual';
  readonly words: string;
}

function usually(year: number): string {
  if (year < 0) return 'too young for school';
  return year > 13 ? 'no longer of school age' : `usually in ${nameOf(year)}`;
}

/**
 * Whether a date of birth and a year group can belong to the same pupil on a day. Null when they can, and when the year
 * group is not one that can be read.
 */
export function yearGroupProblem(dateOfBirth: PlainDate, yearGroup: string, on: PlainDate): YearGroupProblem | null {
  const given = yearNumber(yearGroup);
  if (given === null) return null;
  const usual = usualYear(dateOfBirth, on);
  const apart = Math.abs(usual - given);
  if (apart === 0) return null;
  const kind = apart === 1 ? 'unusual' : 'impossible';
  const born = `A pupil born on ${dateOfBirth.toString()} is ${usually(usual)} on ${on.toString()}`;
  return { kind, words: `${born}, not in ${nameOf(given)} (“${yearGroup.trim()}”).` };
}
