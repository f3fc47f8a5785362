import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchoolDay, schoolDayOnOrBefore, schoolDaysAfter } from '#domain/calendar.ts';
import { date } from '#domain/dates.ts';
import { dateOf, dayNumber } from '#domain/timetable/day-number.ts';
import { planLength } from '#domain/timetable/plan-length.ts';
import { isOpen, nearestOpen, schoolDaysBetween, schoolWeeksBetween } from '#domain/timetable/school-days.ts';
import { ordinarySchoolWeek } from '#domain/timetable/school-week.ts';
import { weekHours } from '#domain/timetable/hours.ts';
import { aSchoolWeek, aWeek, schoolYears, someDay } from '#test/builders/timetable.ts';

const school = aSchoolWeek();
const open = (day: string): boolean => isOpen(school, dayNumber(date(day)));

describe('a school’s calendar, made from its terms', () => {
  it.each([
    ['2026-10-23', true, 'the Friday before half-term'],
    ['2026-10-26', false, 'the first day of half-term'],
    ['2026-10-30', false, 'the last day of half-term'],
    ['2026-11-02', true, 'the Monday after half-term'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-27', false, 'an INSET day'],
    ['2026-12-18', true, 'the last day of term'],
    ['2026-12-21', false, 'the Christmas holidays'],
    ['2027-01-04', false, 'the last day of the Christmas holidays'],
    ['2027-01-05', true, 'the first day of the next term'],
    ['2027-03-26', false, 'Good Friday, in term'],
    ['2027-03-29', false, 'Easter Monday, in term'],
    ['2027-05-03', false, 'the early May bank holiday, in term'],
    ['2027-05-04', true, 'the day after it'],
  ])('on %s is open: %s (%s)', (day, answer) => {
    expect(open(day)).toBe(answer);
  });

  it('names what it is closed for', () => {
    expect(school.closures.filter(({ from }) => from.year === 2026 && from.month > 9).map(({ name }) => name)).toEqual([
      'Half-term of Autumn term 2026',
      'Holidays after Autumn term 2026',
      'INSET day',
      'Christmas Day',
      'Boxing Day',
    ]);
  });

  it('takes terms in any order', () => {
    const { terms } = schoolYears();
    expect(aSchoolWeek({ terms: terms.toReversed() })).toEqual(school);
  });

  it('closes nothing between terms that follow each other without a holiday', () => {
    const halfTerm = null;
    const [first, second] = [
      { name: 'A', from: date('2026-09-02'), to: date('2026-10-23'), halfTerm },
      { name: 'B', from: date('2026-10-24'), to: date('2026-12-18'), halfTerm },
    ];
    const names = aSchoolWeek({ terms: [first, second], inset: [] }).closures.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('H'))).toEqual([]);
    const oneDay = aSchoolWeek({ terms: [first, { ...second, from: date('2026-10-25') }], inset: [] }).closures;
    expect(oneDay[0]).toEqual({ from: date('2026-10-24'), to: date('2026-10-24'), name: 'Holidays after A' });
  });

  it('closes for bank holidays from the year of the first term to that of the last, one term being enough', () => {
    const names = (terms: Parameters<typeof aSchoolWeek>[0]) =>
      aSchoolWeek({ inset: [], ...terms })
        .closures.filter(({ name }) => name === 'Good Friday')
        .map(({ from }) => from.year);
    const { terms } = schoolYears();
    expect(names({ terms: terms.slice(0, 1) })).toEqual([2026]);
    expect(names({ terms })).toEqual([2026, 2027]);
    expect(names({ terms: terms.slice(1) })).toEqual([2027]);
  });

  it('has no bank holidays before anybody has set up a term, and keeps other closures', () => {
    const closure = { from: date('2026-05-07'), to: date('2026-05-07'), name: 'Polling day' };
    expect(aSchoolWeek({ terms: [], inset: [], otherClosures: [closure] }).closures).toEqual([closure]);
  });

  it('says the same as the plain calendar, whichever day is asked about', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(isOpen(school, dayNumber(a))).toBe(isSchoolDay(school, a));
        const near = nearestOpen(school, dayNumber(a), -1);
        expect(near === null ? null : dateOf(near).toString()).toBe(schoolDayOnOrBefore(school, a).toString());
        const later = a.add({ days: Math.abs(b.dayOfYear) });
        expect(schoolDaysBetween(school, a.add({ days: 1 }), later)).toBe(schoolDaysAfter(school, a, later));
      }),
    );
  });

  it('is right with closures that overlap, touch, lie in each other or end before they begin', () => {
    const span = (from: string, to: string) => ({ from: date(from), to: date(to), name: 'Closed' });
    const calendar = {
      closures: [
        span('2026-11-12', '2026-11-13'),
        span('2026-11-02', '2026-11-10'),
        span('2026-11-03', '2026-11-04'),
        span('2026-11-11', '2026-11-11'),
        span('2026-11-20', '2026-11-16'),
      ],
    };
    const days = Array.from({ length: 21 }, (_, index) => date('2026-11-01').add({ days: index }));
    expect(days.filter((day) => isOpen(calendar, dayNumber(day))).map(String)).toEqual(
      days.filter((day) => isSchoolDay(calendar, day)).map(String),
    );
    expect(days.filter((day) => isOpen(calendar, dayNumber(day)))).toHaveLength(5);
  });
});

describe('counting', () => {
  it.each([
    ['2026-11-23', '2026-11-27', 4, 1, 'Monday to Friday with an INSET day'],
    ['2026-11-23', '2026-11-23', 1, 1, 'one day'],
    ['2026-11-24', '2026-11-23', 0, 0, 'a day before'],
    ['2026-10-24', '2026-11-01', 0, 0, 'half-term with both weekends'],
    ['2026-10-23', '2026-11-02', 2, 2, 'over half-term'],
    ['2026-11-06', '2026-11-09', 2, 2, 'Friday and Monday'],
  ])('from %s to %s: %i school days in %i school weeks (%s)', (from, to, days, weeks) => {
    expect(schoolDaysBetween(school, date(from), date(to))).toBe(days);
    expect(schoolWeeksBetween(school, date(from), date(to))).toBe(weeks);
  });

  it('stops after three years, so that a mistyped year costs nothing', () => {
    expect(schoolDaysBetween(school, date('2028-01-01'), date('9999-12-31'))).toBe(
      schoolDaysBetween(school, date('2028-01-01'), date('2028-01-01').add({ days: 1098 })),
    );
    expect(schoolWeeksBetween(school, date('2028-01-01'), date('9999-12-31'))).toBe(157);
    const shut = { closures: [{ from: date('2000-01-01'), to: date('2050-01-01'), name: 'Closed' }] };
    expect(nearestOpen(shut, dayNumber(date('2026-11-23')), -1)).toBeNull();
    expect(nearestOpen(shut, dayNumber(date('2026-11-23')), 1)).toBeNull();
  });

  it('looks for an open day both ways, and as far as three years', () => {
    expect(nearestOpen(school, dayNumber(date('2026-10-28')), 1)).toBe(dayNumber(date('2026-11-02')));
    expect(nearestOpen(school, dayNumber(date('2026-10-28')), -1)).toBe(dayNumber(date('2026-10-23')));
    const shutUntil = { closures: [{ from: date('2026-11-24'), to: date('2029-11-25'), name: 'Closed' }] };
    expect(nearestOpen(shutUntil, dayNumber(date('2026-11-24')), 1)).toBe(dayNumber(date('2029-11-26')));
    expect(nearestOpen(shutUntil, dayNumber(date('2026-11-23')) + 1 + 1098, -1)).toBe(dayNumber(date('2029-11-26')));
  });
});

describe('how long a plan lasts', () => {
  it('is said in both ways, because no document says whether half-term counts (X17)', () => {
    expect(planLength(school, date('2026-10-12'), date('2026-11-22'))).toEqual({
      calendarDays: 42,
      schoolDays: 25,
      schoolWeeks: 5,
    });
    expect(planLength(school, date('2026-11-23'), date('2026-11-22')).calendarDays).toBe(0);
    expect(planLength(school, date('2026-11-23'), date('2026-11-23')).calendarDays).toBe(1);
  });
});

describe('the stand-in for a school that has set up nothing', () => {
  const ordinary = ordinarySchoolWeek(2026, 2027);

  it('is open for 32 hours 30 minutes from 08:45 to 15:15', () => {
    expect(weekHours(aWeek(), ordinary).school.minutes).toBe(32.5 * 60);
    expect(ordinary.day.monday).toEqual({ starts: 525, ends: 915 });
    expect(ordinary.day.friday).toEqual({ starts: 525, ends: 915 });
    expect(ordinary.registration).toEqual({
      morning: { opens: 525, closes: 555 },
      afternoon: { opens: 780, closes: 810 },
    });
    expect([ordinary.breaks, ordinary.terms]).toEqual([null, []]);
  });

  it('is closed on the bank holidays of its years and on no other weekday', () => {
    expect(ordinary.closures).toHaveLength(16);
    expect(ordinary.closures[0]).toEqual({ from: date('2026-01-01'), to: date('2026-01-01'), name: 'New Year’s Day' });
    expect(ordinary.closures.at(-1)?.from.toString()).toBe('2027-12-28');
    expect(ordinarySchoolWeek(2027, 2026).closures).toEqual([]);
  });
});
