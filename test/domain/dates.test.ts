import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, date, daysFrom, londonDate, longDate, parseDate, shortDate, Temporal } from '#domain/dates.ts';
import { anyDay } from '#test/builders/arbitrary.ts';

const at = (moment: string): string => londonDate(Temporal.Instant.from(moment)).toString();

describe('a date that somebody typed', () => {
  it.each(['17/11/2026', '17.11.2026', '2026-11-17', '  17/11/2026 '])('“%s” is 17 November 2026', (typed) => {
    expect(parseDate(typed)).toEqual({ ok: true, value: date('2026-11-17') });
  });

  it('is read day first, as in England', () => {
    expect(parseDate('3/4/2026')).toEqual({ ok: true, value: date('2026-04-03') });
  });

  it.each(['31/11/2026', '2026-02-29', '0/1/2026', '32.1.2026', '2026-13-01', '00/00/0000'])(
    '“%s” is refused as a day that no calendar has',
    (typed) => {
      expect(parseDate(typed)).toEqual({ ok: false, error: `“${typed}” is not a date that exists` });
    },
  );

  it.each(['next Monday', '17/11/26', '17-11-2026', '46343', '', '2026-11-17T00:00:00Z'])(
    '“%s” is refused with an example of how to write it',
    (typed) => {
      expect(parseDate(typed)).toEqual({ ok: false, error: `“${typed}” is not a date; write it like 17/11/2026` });
    },
  );

  it('is read back as it was, whichever day it is', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const british = `${day.day}/${day.month}/${day.year}`;
        expect(parseDate(british)).toEqual({ ok: true, value: day });
        expect(parseDate(day.toString())).toEqual({ ok: true, value: day });
      }),
    );
  });
});

describe('the date in England', () => {
  it('changes at midnight in winter', () => {
    expect([at('2026-01-15T23:59:59Z'), at('2026-01-16T00:00:00Z')]).toEqual(['2026-01-15', '2026-01-16']);
  });

  it('changes an hour earlier by universal time in summer', () => {
    expect([at('2026-07-15T22:59:59Z'), at('2026-07-15T23:00:00Z')]).toEqual(['2026-07-15', '2026-07-16']);
  });

  it('is one day of 23 hours when the clocks go forward', () => {
    expect(at('2026-03-29T00:00:00Z')).toBe('2026-03-29');
    expect(at('2026-03-29T22:59:59Z')).toBe('2026-03-29');
    expect(at('2026-03-29T23:00:00Z')).toBe('2026-03-30');
  });

  it('is one day of 25 hours when the clocks go back', () => {
    expect(at('2026-10-24T23:00:00Z')).toBe('2026-10-25');
    expect(at('2026-10-25T23:59:59Z')).toBe('2026-10-25');
    expect(at('2026-10-26T00:00:00Z')).toBe('2026-10-26');
  });
});

describe('days between dates', () => {
  it.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-20', -3],
    ['2027-02-28', '2028-02-29', 366],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysFrom(date(from), date(to))).toBe(days);
  });

  it('add up again to the later date', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(from.add({ days: daysFrom(from, to) }).toString()).toBe(to.toString());
        expect(Math.sign(daysFrom(from, to))).toBe(compareDates(to, from));
      }),
    );
  });
});

describe('a date in words', () => {
  it('is short in lists and long in letters', () => {
    expect(shortDate(date('2026-11-17'))).toBe('Tue 17 Nov 2026');
    expect(longDate(date('2026-02-01'))).toBe('Sunday 1 February 2026');
  });

  it('names the weekday that the calendar names', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const inEngland = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
        expect(longDate(day).split(' ')[0]).toBe(inEngland.format(new Date(`${day.toString()}T12:00:00Z`)));
      }),
    );
  });
});
