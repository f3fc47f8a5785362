import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchoolDay } from '#domain/calendar.ts';
import { date } from '#domain/dates.ts';
import { readTimes, sameEveryWeek, type WeekDays } from '#domain/timetable/read-times.ts';
import { clockTime, weekdays } from '#domain/timetable/week.ts';
import { aSchoolWeek, everyDay, someDay, times } from '#test/builders/timetable.ts';
import { runs } from '#test/support/runs.ts';

/** “09:00-11:30” for each day, “-” where not in school: as a register of the week would show it. */
const shown = (words: string): string | null => {
  const week = readTimes(words);
  return (
    week &&
    weekdays.map((day) => (week[day] ? `${clockTime(week[day].in)}-${clockTime(week[day].out)}` : '-')).join(' ')
  );
};
const same = (time: string, days = 5): string => weekdays.map((_, index) => (index < days ? time : '-')).join(' ');

describe('times that can be read in one way', () => {
  it.each([
    'Monday to Friday 9.00 to 11.30',
    'Monday to Friday 9:00 to 11:30',
    'Monday to Friday: 09.00-11.30',
    'Mon-Fri 9.00-11.30',
    'Mon – Fri, 9.00 – 11.30',
    'monday until friday from 9.00 until 11.30.',
    'MONDAYS TO FRIDAYS 9.00 till 11.30',
    'Monday, Tuesday, Wednesday, Thursday and Friday 9.00 to 11.30',
    'Mon, Tues, Weds, Thurs, and Fri 9.00 to 11.30',
    'Mon & Tue & Wed & Thu & Fri 9.00 to 11.30',
    'Mon 9.00 to 11.30; Tue 9.00 to 11.30; Wed 9.00 to 11.30; Thur 9.00 to 11.30; Fri 9.00 to 11.30',
    'Monday to Thursday 9.00 to 11.30\nFriday 9.00 to 11.30\n',
    ' ; Monday to Friday 9.00 to 11.30 ;; ',
  ])('“%s” is the same on every day', (words) => {
    expect(shown(words)).toBe(same('09:00-11:30'));
  });

  it.each([
    ['Monday 8.45 to 15.15', '08:45-15:15 - - - -'],
    ['Monday to Wednesday 9.00 to 12.00; Friday 13.00 to 15.00', '09:00-12:00 09:00-12:00 09:00-12:00 - 13:00-15:00'],
    ['Monday and Thursday 9.00 to 10.00', '09:00-10:00 - - 09:00-10:00 -'],
    ['Monday, Tuesday 9.00 to 10.00; Wednesday not in school', '09:00-10:00 09:00-10:00 - - -'],
    ['Monday off; Tuesday to Friday 9.00 to 10.00', '- 09:00-10:00 09:00-10:00 09:00-10:00 09:00-10:00'],
    ['Monday: no school; Tuesday: at home; Wednesday: none; Thursday 9.00-10.00', '- - - 09:00-10:00 -'],
    ['Friday 9.00 to 10.00; Monday 10.00 to 11.00', '10:00-11:00 - - - 09:00-10:00'],
    ['Tuesday to Tuesday 9.00 to 10.00', '- 09:00-10:00 - - -'],
    ['Monday not in school', '- - - - -'],
  ])('“%s” is %s', (words, expected) => {
    expect(shown(words)).toBe(expected);
  });

  it('keep a time out before the time in, which is for a finding to question (F03)', () => {
    expect(shown('Monday 11.30 to 9.00')).toBe('11:30-09:00 - - - -');
  });

  it('come back as they were, whichever week is written out', () => {
    const minute = fc.integer({ min: 420, max: 1439 });
    const day = fc.option(fc.record({ in: minute, out: minute }));
    fc.assert(
      fc.property(fc.record(everyDay(day)), fc.constantFrom('.', ':'), (week: WeekDays, dot) => {
        const clock = (value: number): string => clockTime(value).replace(':', dot);
        const words = weekdays.map((name) => {
          const there = week[name];
          return `${name} ${there ? `${clock(there.in)} to ${clock(there.out)}` : 'not in school'}`;
        });
        expect(readTimes(words.join('; '))).toEqual(week);
      }),
    );
  });
});

describe('times that can be read in more than one way, or not at all', () => {
  it.each([
    ['', 'nothing is written'],
    ['  ;  ', 'nothing is written between the marks'],
    ['Mornings', 'no clock shows it'],
    ['Mornings until 12.00', 'no day and no time in'],
    ['9.00 to 11.30', 'no day'],
    ['Every day 9.00 to 11.30', 'not a day of the week'],
    ['Monday to Friday', 'no time'],
    ['Monday 9 to 11', 'hours alone: nine in the morning or at night?'],
    ['Monday 9am to 11am', 'another clock'],
    ['Monday 9.00', 'one time'],
    ['Monday 9.00 to lunch', 'lunch is no time'],
    ['Monday 9.00 to 25.00', 'no clock shows 25.00'],
    ['Monday 9.00 to 11.60', 'no clock shows 11.60'],
    ['Monday 1.15 to 3.00', 'the afternoon, or the night?'],
    ['Monday 9.00 to 1.30', 'the afternoon, or the night?'],
    ['Monday 6.59 to 9.00', 'before any school opens'],
    ['Friday to Monday 9.00 to 11.30', 'backwards over the weekend'],
    ['Monday to Friday 9.00 to 11.30; Wednesday not in school', 'Wednesday twice'],
    ['Monday 9.00 to 10.00; Monday 13.00 to 14.00', 'Monday twice'],
    ['Monday and Monday 9.00 to 10.00', 'Monday twice'],
    ['Monday 9.00 to 10.00 and 13.00 to 14.00', 'two times in one day'],
    ['Monday to Wednesday, Friday 9.00 to 10.00', 'a stretch of days and one more'],
    ['Monday 9.00 to 10.00, Tuesday 9.00 to 10.00', 'a comma where the day ends'],
    ['Saturday 9.00 to 10.00', 'no school day'],
    ['Monday 9.00 to 11.30; then as agreed', 'one part of it cannot be read'],
    ['Fridays only 9.00 to 10.00', 'a word too many'],
    ['Monkey 9.00 to 10.00', 'no day, though it begins like one'],
  ])('“%s” stays words: %s', (words) => {
    expect(readTimes(words)).toBeNull();
  });

  it('never throw, and never give a day that no school has', () => {
    const bits = fc.constantFrom(
      'Monday',
      'to',
      'Fri',
      'and',
      ',',
      '-',
      '–',
      ';',
      '\n',
      '9.00',
      '11:30',
      '24.00',
      '1.15',
      'off',
      'not in school',
      '.',
    );
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const week = readTimes(text);
        expect(Object.keys(week ?? {})).toEqual(week === null ? [] : [...weekdays]);
        for (const there of Object.values(week ?? {})) {
          if (!there) continue;
          expect(Math.min(there.in, there.out)).toBeGreaterThanOrEqual(420);
          expect(Math.max(there.in, there.out)).toBeLessThan(1440);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are refused quickly, however long somebody types', () => {
    const before = performance.now();
    for (const bit of ['Monday, ', 'Monday and ', 'Mon - ', ' , ', 'Monday and and ', 'from '])
      readTimes(bit.repeat(5000));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('the same week again and again', () => {
  const school = aSchoolWeek();
  const week: WeekDays = { ...everyDay(times('09:00-11:30')), wednesday: null };
  const mondays = (from: string, to: string) =>
    sameEveryWeek(week, date(from), date(to), school).map(({ commencing }) => commencing.toString());

  it('begins with the Monday of the week in which it starts, and ends with that in which it ends', () => {
    expect(mondays('2026-11-04', '2026-11-17')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(mondays('2026-11-02', '2026-11-02')).toEqual(['2026-11-02']);
    expect(mondays('2026-11-07', '2026-11-08')).toEqual(['2026-11-02']);
  });

  it('leaves out half-term and the holidays, not a week with one closed day', () => {
    expect(mondays('2026-10-19', '2026-11-06')).toEqual(['2026-10-19', '2026-11-02']);
    expect(mondays('2026-11-23', '2026-11-27')).toEqual(['2026-11-23']);
    expect(mondays('2026-12-14', '2027-01-08')).toEqual(['2026-12-14', '2027-01-04']);
  });

  it('has the times of the week each time, and nothing elsewhere', () => {
    expect(sameEveryWeek(week, date('2026-11-02'), date('2026-11-13'), school)).toEqual([
      { commencing: date('2026-11-02'), days: week, elsewhere: [] },
      { commencing: date('2026-11-09'), days: week, elsewhere: [] },
    ]);
  });

  it('is none when it would end before it starts, and stops after sixty weeks', () => {
    expect(mondays('2026-11-09', '2026-11-06')).toEqual([]);
    const always = { closures: [] };
    expect(sameEveryWeek(week, date('2026-11-02'), date('9999-12-31'), always)).toHaveLength(60);
  });

  it('holds only weeks with a school day in them, between the two days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 200 }), (from, days) => {
        for (const { commencing } of sameEveryWeek(week, from, from.add({ days }), school)) {
          expect(commencing.dayOfWeek).toBe(1);
          expect([0, 1, 2, 3, 4].some((day) => isSchoolDay(school, commencing.add({ days: day })))).toBe(true);
        }
      }),
    );
    expect.hasAssertions();
  });
});
