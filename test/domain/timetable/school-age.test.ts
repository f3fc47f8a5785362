import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, isBefore } from '#domain/dates.ts';
import { dateOf, dayNumber } from '#domain/timetable/day-number.ts';
import {
  ageStanding,
  reachesSchoolAge,
  schoolAge,
  schoolLeavingDay,
  yearOfSchool,
} from '#domain/timetable/school-age.ts';
import { someDay } from '#test/builders/timetable.ts';

const from = (born: string): string => schoolAge(date(born)).from.toString();
const to = (born: string): string => schoolAge(date(born)).to.toString();

describe('compulsory school age', () => {
  it.each([
    ['2021-01-01', '2026-03-31'],
    ['2021-03-30', '2026-03-31'],
    ['2021-03-31', '2026-03-31'],
    ['2021-04-01', '2026-08-31'],
    ['2021-08-31', '2026-08-31'],
    ['2021-09-01', '2026-12-31'],
    ['2021-12-31', '2026-12-31'],
    ['2020-02-29', '2025-03-31'],
  ])('of a child born on %s begins on %s (Education Act 1996 s8(2))', (born, begins) => {
    expect(from(born)).toBe(begins);
  });

  it.each([
    ['2009-08-31', '2025-06-27'],
    ['2009-09-01', '2026-06-26'],
    ['2009-12-31', '2026-06-26'],
    ['2010-06-26', '2026-06-26'],
    ['2010-06-27', '2026-06-26'],
    ['2010-08-31', '2026-06-26'],
    ['2010-09-01', '2027-06-25'],
  ])('of a pupil born on %s ends on %s, the last Friday in June (s8(3))', (born, ends) => {
    expect(to(born)).toBe(ends);
  });

  it.each([
    [2023, '2023-06-30'],
    [2024, '2024-06-28'],
    [2025, '2025-06-27'],
    [2026, '2026-06-26'],
    [2027, '2027-06-25'],
    [2028, '2028-06-30'],
    [2029, '2029-06-29'],
  ])('ends in %i on %s', (year, day) => {
    expect(dateOf(schoolLeavingDay(year)).toString()).toBe(day);
  });

  it.each([
    ['2026-12-30', 'below'],
    ['2026-12-31', 'compulsory'],
    ['2038-06-25', 'compulsory'],
    ['2038-06-26', 'above'],
  ])('on %s: a pupil born on 1 November 2021 is %s', (day, standing) => {
    expect(ageStanding(date('2021-11-01'))(dayNumber(date(day)))).toBe(standing);
  });

  it('begins within four months and a day of the fifth birthday and lasts more than ten years', () => {
    fc.assert(
      fc.property(someDay, (born) => {
        const age = schoolAge(born);
        expect(isBefore(age.from, born.add({ years: 5 }))).toBe(false);
        expect(isBefore(age.from, born.add({ years: 5, months: 5 }))).toBe(true);
        expect(age.to.dayOfWeek).toBe(5);
        expect(age.to.year - age.from.year).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});

describe('a plan in which compulsory school age begins (F36)', () => {
  const born = date('2021-11-01');
  const within = (start: string, end: string) =>
    reachesSchoolAge(born, { from: date(start), to: date(end) })?.toString();

  it.each([
    ['2026-12-30', '2026-12-31', '2026-12-31'],
    ['2026-12-30', '2027-02-01', '2026-12-31'],
    ['2026-12-31', '2027-02-01', undefined],
    ['2026-11-02', '2026-12-30', undefined],
    ['2027-01-05', '2027-02-01', undefined],
  ])('from %s to %s: %s', (start, end, day) => {
    expect(within(start, end)).toBe(day);
  });
});

describe('the year group that a date of birth makes', () => {
  it.each([
    ['2014-06-10', '2020-11-02', 2, 'CAM:309-310'],
    ['2016-08-31', '2026-11-23', 6, 'the youngest of the year'],
    ['2016-09-01', '2026-11-23', 5, 'the oldest of the year below'],
    ['2016-08-31', '2026-08-31', 5, 'the last day of the school year'],
    ['2016-08-31', '2026-09-01', 6, 'the first day of the next'],
    ['2022-08-31', '2026-11-23', 0, 'Reception'],
    ['2022-09-01', '2026-11-23', -1, 'nursery'],
  ])('%s on %s is %i (%s)', (born, on, year) => {
    expect(yearOfSchool(date(born), date(on))).toBe(year);
  });
});
