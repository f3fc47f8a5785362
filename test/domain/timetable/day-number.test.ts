import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, daysFrom, Temporal } from '#domain/dates.ts';
import { dateOf, dayNumber, mondayOf, numberOf, weekdayIndex } from '#domain/timetable/day-number.ts';
import { runs } from '#test/support/runs.ts';

const epoch = date('1970-01-01');
const anyDate = fc
  .integer({ min: -720_000, max: 2_900_000 })
  .map((days) => Temporal.PlainDate.from(epoch).add({ days }));

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-23', 20_780],
  ])('of %s is %i', (day, number) => {
    expect(dayNumber(date(day))).toBe(number);
  });

  it('counts as the calendar counts, from the year 0 to the year 9999', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const number = dayNumber(day);
        expect(number).toBe(daysFrom(epoch, day));
        expect(dateOf(number).toString()).toBe(day.toString());
        expect(dateOf(number).toString()).toBe(day.toString());
        expect(weekdayIndex(number)).toBe(day.dayOfWeek - 1);
        expect(mondayOf(number)).toBe(number - day.dayOfWeek + 1);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    '2000-01-01',
    '1999-12-31',
    '2099-12-31',
    '2100-01-01',
    '1900-02-28',
    '2100-03-01',
    '2024-02-29',
    '2000-02-29',
    '2400-02-29',
    '2399-12-31',
    '2400-03-01',
    '1972-03-01',
  ])('goes there and back for %s', (day) => {
    expect(dateOf(dayNumber(date(day))).toString()).toBe(day);
  });

  it('gives the same object for a day of this century, which nobody can change', () => {
    expect(dateOf(numberOf(2026, 11, 23))).toBe(dateOf(numberOf(2026, 11, 23)));
    expect(dateOf(numberOf(2000, 1, 1))).toBe(dateOf(numberOf(2000, 1, 1)));
    expect(dateOf(numberOf(2099, 12, 31))).toBe(dateOf(numberOf(2099, 12, 31)));
    expect(dateOf(numberOf(1999, 12, 31))).not.toBe(dateOf(numberOf(1999, 12, 31)));
    expect(dateOf(numberOf(2100, 1, 1))).not.toBe(dateOf(numberOf(2100, 1, 1)));
  });
});
