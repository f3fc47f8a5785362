import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountWords,
  byTheClock,
  clockHours,
  compareAmounts,
  shareOf,
  sum,
  taught,
  taughtAtMost,
  taughtHours,
} from '#domain/timetable/amount.ts';
import { openWeekdays, weekHours } from '#domain/timetable/hours.ts';
import { isTaughtBelow, reducedMeanings } from '#domain/timetable/reduced.ts';
import { weekSummary } from '#domain/timetable/week-summary.ts';
import { aSchoolWeek, aWeek, elsewhere, everyDay, someWeek, times } from '#test/builders/timetable.ts';

const school = aSchoolWeek();
const noBreaks = aSchoolWeek({ breaks: null });
const fullDay = '09:00-15:10';

describe('time on two bases', () => {
  it('cannot be mixed: taught hours against clock hours do not compile, and each says which it is', () => {
    expect(clockHours(17.5)).toEqual({ base: 'clock', minutes: 1050 });
    expect(taughtHours(23.5)).toEqual({ base: 'taught', minutes: 1410 });
    expect(amountWords(clockHours(17.5))).toBe('17 hours 30 minutes by the clock');
    expect(amountWords(taughtHours(23.5))).toBe('23 hours 30 minutes taught');
  });

  it.each([
    [0, '0 hours by the clock'],
    [1, '1 minute by the clock'],
    [50, '50 minutes by the clock'],
    [60, '1 hour by the clock'],
    [61, '1 hour 1 minute by the clock'],
    [120, '2 hours by the clock'],
  ])('%i minutes are “%s”', (minutes, words) => {
    expect(amountWords(byTheClock(minutes))).toBe(words);
  });

  it('is added, compared and shared on one base', () => {
    expect(sum(taught(60), taught(30))).toEqual(taught(90));
    expect(compareAmounts(byTheClock(60), byTheClock(90))).toBe(-30);
    expect(shareOf(byTheClock(30), byTheClock(60))).toBe(0.5);
    expect(shareOf(byTheClock(30), byTheClock(0))).toBeNull();
    expect(taughtAtMost(byTheClock(30))).toEqual(taught(30));
  });
});

describe('the hours of a week', () => {
  it.each([
    ['09:00-11:00', 10, 'CAM:379, week 1'],
    ['09:00-12:00', 15, 'CAM:385, week 2'],
    ['09:00-12:30', 17.5, 'CAM:395, week 3'],
    ['09:00-13:00', 20, 'CAM:401, week 4'],
    ['09:00-14:00', 25, 'CAM:410, week 5'],
    ['09:00-15:00', 30, 'CAM:420, week 6'],
  ])('of %s daily are %f by the clock (%s)', (daily, hours) => {
    const found = weekHours(aWeek('2026-11-02', daily), school);
    expect(found.inSchool).toEqual(clockHours(hours));
    expect(found.missing).toEqual(byTheClock(5 * 370 - hours * 60));
    expect(found.school).toEqual(byTheClock(1850));
  });

  it('count a time out before the time in as nothing, and nothing for a day not in school', () => {
    expect(weekHours(aWeek('2026-11-02', '11:00-09:00'), school).inSchool.minutes).toBe(0);
    expect(weekHours(aWeek('2026-11-02', null), school)).toMatchObject({
      inSchool: byTheClock(0),
      missing: byTheClock(1850),
      taught: { inSchool: taught(0) },
    });
  });

  it('count a stay outside the school’s own hours, which makes up for nothing inside them', () => {
    const found = weekHours(aWeek('2026-11-02', '08:00-15:00'), school);
    expect([found.inSchool.minutes, found.missing.minutes]).toEqual([5 * 420, 50]);
    expect(found.taught?.inSchool.minutes).toBe(5 * (360 - 75));
  });

  it('tell supervised time elsewhere from home and from time with nobody named', () => {
    const week = aWeek('2026-11-02', '09:00-11:00', {
      elsewhere: [
        elsewhere('monday', '10:30-12:00', 'school-arranged'),
        elsewhere('monday', '11:30-12:30', 'authority-arranged'),
        elsewhere('tuesday', '12:00-14:00', 'home'),
        elsewhere('wednesday', '11:00-12:00', 'school-arranged', { supervisedBy: null }),
        elsewhere('wednesday', '11:30-12:30', 'other school'),
        elsewhere('thursday', '16:00-17:00', 'school-arranged'),
      ],
    });
    const found = weekHours(week, school);
    expect(found.inSchool.minutes).toBe(600);
    expect(found.supervisedElsewhere.minutes).toBe(90 + 60 + 60);
    expect(found.unsupervisedElsewhere.minutes).toBe(120 + 30);
    expect(found.missing.minutes).toBe(1850 - 600 - 90 - 60);
    expect(found.missingByDay).toEqual({
      monday: byTheClock(160),
      tuesday: byTheClock(250),
      wednesday: byTheClock(190),
      thursday: byTheClock(250),
      friday: byTheClock(250),
    });
  });

  it('take breaks and lunch off for taught time, when the school has recorded them', () => {
    expect(weekHours(aWeek('2026-11-02', '09:00-12:30'), school).taught).toEqual({
      school: taught(5 * 295),
      inSchool: taught(5 * (210 - 45)),
    });
    expect(weekHours(aWeek('2026-11-02', '10:40-11:00'), school).taught?.inSchool).toEqual(taught(5 * 15));
    expect(weekHours(aWeek(), noBreaks).taught).toBeNull();
  });

  it('bound taught time where it cannot be known', () => {
    const there = { elsewhere: [elsewhere('friday', '13:00-15:00', 'other school')] };
    expect(weekHours(aWeek('2026-11-02', '09:00-11:00', there), school).taughtReceived).toEqual({
      atLeast: taught(5 * 105),
      atMost: taught(5 * 105 + 120),
    });
    expect(weekHours(aWeek('2026-11-02', '09:00-11:00', there), noBreaks).taughtReceived).toEqual({
      atLeast: taught(0),
      atMost: taught(720),
    });
  });

  it('are those of the days on which the school was open, when asked', () => {
    const week = aWeek('2026-11-23', '09:00-11:00');
    expect(openWeekdays(school, week)).toEqual(['monday', 'tuesday', 'wednesday', 'thursday']);
    expect(openWeekdays(school, { commencing: week.commencing.add({ days: 2 }) })).toEqual(openWeekdays(school, week));
    const held = weekHours(week, school, openWeekdays(school, week));
    expect([held.inSchool.minutes, held.school.minutes, held.missing.minutes]).toEqual([480, 4 * 370, 1000]);
    expect(held.missingByDay.friday).toEqual(byTheClock(0));
    expect(weekHours(week, school).inSchool.minutes).toBe(600);
  });

  it('always add up, whatever times somebody types', () => {
    fc.assert(
      fc.property(someWeek(), (week) => {
        const found = weekHours(week, school);
        expect(found.missing.minutes).toBeGreaterThanOrEqual(
          found.school.minutes - found.inSchool.minutes - found.supervisedElsewhere.minutes,
        );
        expect(found.missing.minutes).toBeLessThanOrEqual(found.school.minutes);
        expect(Object.values(found.missingByDay).reduce((total, one) => total + one.minutes, 0)).toBe(
          found.missing.minutes,
        );
        expect(found.taught?.inSchool.minutes).toBeLessThanOrEqual(found.inSchool.minutes);
        expect(found.taughtReceived.atLeast.minutes).toBeLessThanOrEqual(found.taughtReceived.atMost.minutes);
        expect(found.unsupervisedElsewhere.minutes).toBeGreaterThanOrEqual(0);
        expect(weekHours({ ...week, elsewhere: week.elsewhere.toReversed() }, school)).toEqual(found);
      }),
    );
  });
});

describe('the four meanings of “reduced” (X10)', () => {
  const meanings = (daily: string, forYear: number | null = 23.5, at = school) =>
    reducedMeanings(weekHours(aWeek('2026-11-02', daily), at), forYear === null ? null : taughtHours(forYear));

  it('agree that two hours a day are reduced', () => {
    expect(meanings('09:00-11:00')).toEqual({
      lessThanMostPupils: true,
      belowHoursForYear: true,
      belowTwentyFiveHours: true,
      overTwentyMinutesOnADay: true,
    });
  });

  it('differ on a full week of 24 hours 35 minutes taught: no cut, and still fewer than 25 hours', () => {
    expect(meanings(fullDay)).toEqual({
      lessThanMostPupils: false,
      belowHoursForYear: false,
      belowTwentyFiveHours: true,
      overTwentyMinutesOnADay: false,
    });
  });

  it.each([
    ['09:00-15:10', false, false],
    ['09:00-15:09', true, false],
    ['09:00-14:50', true, false],
    ['09:00-14:49', true, true],
  ])('%s: less than most pupils %s (WAR:27), over 20 minutes %s', (daily, less, over) => {
    expect(meanings(daily)).toMatchObject({ lessThanMostPupils: less, overTwentyMinutesOnADay: over });
  });

  it('see a single short day', () => {
    const week = aWeek('2026-11-02', fullDay, { days: { ...everyDay(times(fullDay)), friday: times('09:00-14:00') } });
    expect(reducedMeanings(weekHours(week, school), null)).toMatchObject({
      lessThanMostPupils: true,
      belowHoursForYear: null,
      overTwentyMinutesOnADay: true,
    });
  });

  it('never call a day of full provision elsewhere reduced', () => {
    const days = { ...everyDay(times(fullDay)), friday: null };
    const there = { days, elsewhere: [elsewhere('friday', fullDay, 'school-arranged')] };
    expect(reducedMeanings(weekHours(aWeek('2026-11-02', null, there), school), null)).toMatchObject({
      lessThanMostPupils: false,
      overTwentyMinutesOnADay: false,
    });
  });

  it('say that they cannot say where breaks are not recorded, unless the clock alone settles it', () => {
    expect(meanings('09:00-13:41', 23.5, noBreaks).belowHoursForYear).toBe(true);
    expect(meanings('09:00-13:42', 23.5, noBreaks).belowHoursForYear).toBeNull();
    expect(meanings('09:00-13:59', 23.5, noBreaks).belowTwentyFiveHours).toBe(true);
    expect(meanings('09:00-14:00', 23.5, noBreaks).belowTwentyFiveHours).toBeNull();
    expect(meanings('09:00-11:00', null, noBreaks).belowHoursForYear).toBeNull();
  });

  it('take the table’s own number as enough (PLY:6-9)', () => {
    const hours = weekHours(aWeek('2026-11-02', fullDay), school);
    expect(isTaughtBelow(hours, taught(1475))).toBe(false);
    expect(isTaughtBelow(hours, taught(1476))).toBe(true);
  });
});

describe('hours and sessions diverge (domain report 1.1)', () => {
  it.each([
    ['09:00-11:00', 0.32, 0.5],
    ['10:00-15:10', 0.84, 0.5],
    ['09:00-15:10', 1, 1],
  ])('%s daily is %f of the hours and %f of the sessions', (daily, hours, sessions) => {
    const found = weekSummary(aWeek('2026-11-02', daily), school, taughtHours(23.5));
    expect(found.shareOfHours).toBeCloseTo(hours, 2);
    expect(found.shareOfSessions).toBe(sessions);
    expect(found.reduced.belowHoursForYear).toBe(daily !== '09:00-15:10');
  });
});
