import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { dayNumber } from '#domain/timetable/day-number.ts';
import { planDays, sameTimes, timesChanges, weeksByMonday, type PlanTimes } from '#domain/timetable/plan.ts';
import { aPlan, aWeek, elsewhere, everyDay, somePlan, times } from '#test/builders/timetable.ts';

const [first, ...others] = aPlan().weeks;
const withFirst = (changes: Parameters<typeof aWeek>[2], daily = '09:00-11:00'): PlanTimes =>
  aPlan({ weeks: [aWeek('2026-11-02', daily, changes), ...others] });

describe('an agreement covers another version', () => {
  it('when nothing that was agreed differs, whatever its number and the order of its weeks', () => {
    expect(sameTimes(aPlan(), aPlan({ version: 2, weeks: aPlan().weeks.toReversed() }))).toBe(true);
  });

  it.each([
    ['the end', aPlan({ endsOn: date('2026-12-18') }), 'end', 'Fri 11 Dec 2026', 'Fri 18 Dec 2026'],
    ['the start', aPlan({ startsOn: date('2026-11-03') }), 'start', 'Mon 2 Nov 2026', 'Tue 3 Nov 2026'],
    ['a missing end', aPlan({ endsOn: null }), 'end', 'Fri 11 Dec 2026', 'no date'],
    [
      'one time out',
      withFirst({ days: { ...everyDay(times('09:00-11:00')), tuesday: times('09:00-11:01') } }),
      'week of Mon 2 Nov 2026, tuesday',
      '09:00 to 11:00',
      '09:00 to 11:01',
    ],
    [
      'one time in',
      withFirst({ days: { ...everyDay(times('09:00-11:00')), friday: times('08:59-11:00') } }),
      'week of Mon 2 Nov 2026, friday',
      '09:00 to 11:00',
      '08:59 to 11:00',
    ],
    [
      'a day left out',
      withFirst({ days: { ...everyDay(times('09:00-11:00')), monday: null } }),
      'week of Mon 2 Nov 2026, monday',
      '09:00 to 11:00',
      'not in school',
    ],
    [
      'time elsewhere',
      withFirst({
        elsewhere: [elsewhere('monday', '13:00-14:00', 'home'), elsewhere('monday', '11:00-12:00', 'school-arranged')],
      }),
      'week of Mon 2 Nov 2026, monday',
      '09:00 to 11:00',
      '09:00 to 11:00; elsewhere 11:00 to 12:00 school-arranged, 13:00 to 14:00 home',
    ],
  ])('not when %s differs (reg 11(6)(c))', (_, after, what, was, now) => {
    expect(timesChanges(aPlan(), after)).toEqual([{ what, was, now }]);
    expect(sameTimes(aPlan(), after)).toBe(false);
    expect(sameTimes(after, aPlan())).toBe(false);
  });

  it('still when somebody else supervises or another provider does', () => {
    const there = elsewhere('monday', '11:00-12:00', 'school-arranged');
    const before = withFirst({ elsewhere: [there] });
    const after = withFirst({ elsewhere: [{ ...there, supervisedBy: 'Sorrel Example', provider: null }] });
    expect(sameTimes(before, after)).toBe(true);
  });

  it('not when another kind of place is meant', () => {
    const before = withFirst({ elsewhere: [elsewhere('monday', '11:00-12:00', 'school-arranged')] });
    const after = withFirst({ elsewhere: [elsewhere('monday', '11:00-12:00', 'other school')] });
    expect(timesChanges(before, after)).toHaveLength(1);
  });

  it('not when a week is added or taken away', () => {
    const shorter = aPlan({ weeks: others });
    expect(timesChanges(aPlan(), shorter)[0]).toEqual({
      what: 'week of Mon 2 Nov 2026, monday',
      was: '09:00 to 11:00',
      now: 'not in the plan',
    });
    expect(timesChanges(shorter, aPlan())[4]).toEqual({
      what: 'week of Mon 2 Nov 2026, friday',
      was: 'not in the plan',
      now: '09:00 to 11:00',
    });
    expect(timesChanges(shorter, aPlan())).toHaveLength(5);
  });

  it('not when a week that was not in school at all is written in', () => {
    const empty = aPlan({ weeks: [aWeek('2026-11-02', null), ...others] });
    expect(timesChanges(aPlan({ weeks: others }), empty)).toHaveLength(5);
  });

  it('not when a second row gives a week other times, and the words name both', () => {
    const twice = aPlan({ weeks: [...aPlan().weeks, aWeek('2026-11-02', '09:00-12:00')] });
    expect(timesChanges(aPlan(), twice)[0]).toEqual({
      what: 'week of Mon 2 Nov 2026, monday',
      was: '09:00 to 11:00',
      now: '09:00 to 11:00 / 09:00 to 12:00',
    });
    const turned = { ...twice, weeks: twice.weeks.toReversed() };
    expect(sameTimes(twice, turned)).toBe(true);
    expect(timesChanges(aPlan(), turned)).toEqual(timesChanges(aPlan(), twice));
  });

  it('never by the order of its lists, and itself always', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (a, b) => {
        const turned = {
          ...a,
          weeks: a.weeks.map((week) => ({ ...week, elsewhere: week.elsewhere.toReversed() })).toReversed(),
        };
        expect(sameTimes(a, turned)).toBe(true);
        expect(sameTimes(a, b)).toBe(sameTimes(b, a));
        expect(timesChanges(a, b)).toHaveLength(timesChanges(b, a).length);
      }),
    );
  });
});

describe('the weeks of a plan', () => {
  it('are found by their Monday, whichever day of the week was written', () => {
    const wednesday = aWeek('2026-11-04');
    expect([...weeksByMonday([wednesday])]).toEqual([[dayNumber(date('2026-11-02')), wednesday]]);
  });

  it('agree no times for a week that has two rows with different times', () => {
    const monday = dayNumber(date('2026-11-02'));
    const other = aWeek('2026-11-03', '09:00-12:00');
    expect(weeksByMonday([aWeek(), other]).get(monday)).toBeNull();
    expect(weeksByMonday([aWeek(), other, aWeek()]).get(monday)).toBeNull();
    expect(weeksByMonday([aWeek(), aWeek()]).get(monday)).toEqual(first);
    expect(
      weeksByMonday([
        aWeek(),
        aWeek('2026-11-02', '09:00-11:00', { elsewhere: [elsewhere('friday', '13:00-14:00', 'home')] }),
      ]).get(monday),
    ).toBeNull();
  });
});

describe('versions in force', () => {
  it('are those with both dates, the latest first', () => {
    const found = planDays([
      aPlan(),
      aPlan({ version: 3, endsOn: date('2026-11-20') }),
      aPlan({ version: 2, startsOn: null }),
      aPlan({ version: 4, endsOn: null }),
    ]);
    expect(found.map(({ to }) => to)).toEqual([date('2026-11-20'), date('2026-12-11')].map(dayNumber));
    expect(found.map(({ from }) => from)).toEqual([date('2026-11-02'), date('2026-11-02')].map(dayNumber));
  });
});
