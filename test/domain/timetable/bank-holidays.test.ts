import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays, easterSunday } from '#domain/timetable/bank-holidays.ts';
import { dateOf } from '#domain/timetable/day-number.ts';

const daysOf = (year: number): readonly string[] => bankHolidays(year).map(({ on }) => on.toString().slice(5));

describe('the bank holidays of England', () => {
  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('in %i are those the government lists', (year, days) => {
    expect(daysOf(year)).toEqual(days.split(' '));
  });

  it('have their names', () => {
    expect(bankHolidays(2022).map(({ name }) => name)).toEqual([
      'New Year’s Day',
      'Good Friday',
      'Easter Monday',
      'Early May bank holiday',
      'Spring bank holiday',
      'Platinum Jubilee bank holiday',
      'Summer bank holiday',
      'State Funeral of Queen Elizabeth II',
      'Boxing Day',
      'Christmas Day',
    ]);
    expect(bankHolidays(2020)[3]?.name).toBe('Early May bank holiday (VE Day)');
    expect(bankHolidays(2023)[4]?.name).toBe('Coronation of King Charles III');
  });

  it('fall on weekdays, each on a day of its own, earliest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2200 }), (year) => {
        const found = bankHolidays(year);
        expect(found.every(({ on }) => on.dayOfWeek <= 5 && on.year === year)).toBe(true);
        expect(new Set(found.map(({ on }) => on.toString())).size).toBe(found.length);
        expect(daysOf(year)).toEqual(daysOf(year).toSorted());
      }),
    );
  });
});

describe('Easter Sunday', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
    [2285, '2285-03-22'],
  ])('of %i is %s', (year, day) => {
    expect(dateOf(easterSunday(year)).toString()).toBe(day);
  });

  it('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 4000 }), (year) => {
        const day = dateOf(easterSunday(year));
        expect(day.dayOfWeek).toBe(7);
        expect(day.toString().slice(5) >= '03-22' && day.toString().slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});
