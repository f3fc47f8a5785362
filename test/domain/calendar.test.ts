import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstSchoolDayAfter,
  isSchoolDay,
  schoolDayOnOrBefore,
  schoolDaysAfter,
  type SchoolCalendar,
} from '#domain/calendar.ts';
import { date, isAfter } from '#domain/dates.ts';
import { calendarOf } from '#domain/school.ts';
import { anyDay } from '#test/builders/arbitrary.ts';
import { aSchool } from '#test/builders/schools.ts';

const calendar = calendarOf(aSchool());
const opens = (day: string): boolean => isSchoolDay(calendar, date(day));
const broughtForward = (day: string): string => schoolDayOnOrBefore(calendar, date(day)).toString();

describe('a school day', () => {
  it('is a weekday that is in no closure, both ends of which are closed', () => {
    expect(['2026-10-23', '2026-10-26', '2026-10-30', '2026-11-02'].map(opens)).toEqual([true, false, false, true]);
    expect(['2026-11-21', '2026-11-22'].map(opens)).toEqual([false, false]);
  });

  it('is not an INSET day', () => {
    expect(opens('2026-11-27')).toBe(false);
  });
});

describe('a review that would fall on a closed day', () => {
  it.each([
    ['2026-11-25', '2026-11-25', 'a Wednesday stays'],
    ['2026-11-29', '2026-11-26', 'a Sunday goes back over the INSET day to the Thursday'],
    ['2026-10-31', '2026-10-23', 'the Saturday after half-term goes back to the Friday before it'],
    ['2027-01-03', '2026-12-18', 'a Sunday after Christmas goes back to the last day of term'],
  ])('on %s is held on %s: %s', (planned, held) => {
    expect(broughtForward(planned)).toBe(held);
  });

  it('is never put off, and never lands on a closed day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const held = schoolDayOnOrBefore(calendar, day);
        expect(isAfter(held, day)).toBe(false);
        expect(isSchoolDay(calendar, held)).toBe(true);
      }),
    );
  });

  it('stays where it was when somebody typed a closure that lasts for years', () => {
    const mistyped: SchoolCalendar = {
      closures: [{ from: date('2016-11-27'), to: date('2026-11-27'), name: 'INSET day' }],
    };
    expect(schoolDayOnOrBefore(mistyped, date('2026-11-25')).toString()).toBe('2026-11-25');
  });
});

describe('the first school day after', () => {
  it.each([
    ['2026-11-23', '2026-11-24', 'a Monday is the Tuesday'],
    ['2026-11-26', '2026-11-30', 'a Thursday before an INSET day is the Monday'],
    ['2026-12-18', '2027-01-04', 'the last day of term is the first of the next'],
  ])('%s is %s: %s', (day, next) => {
    expect(firstSchoolDayAfter(calendar, date(day)).toString()).toBe(next);
  });
});

describe('school days to go', () => {
  it.each([
    ['2026-11-23', '2026-11-26', 3, 'Monday to Thursday'],
    ['2026-11-25', '2026-11-30', 2, 'over a weekend and the INSET day'],
    ['2026-11-23', '2026-11-23', 0, 'the same day'],
    ['2026-11-24', '2026-11-23', 0, 'a day that has passed'],
    ['2026-12-18', '2027-01-04', 1, 'over the Christmas holidays'],
  ])('from %s to %s are %i: %s', (from, to, count) => {
    expect(schoolDaysAfter(calendar, date(from), date(to))).toBe(count);
  });
});
