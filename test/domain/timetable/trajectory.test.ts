import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { byTheClock, clockHours } from '#domain/timetable/amount.ts';
import { stalledReviews, trajectory } from '#domain/timetable/trajectory.ts';
import { aPlan, aSchoolWeek, aWeek, elsewhere, someDay, somePlan } from '#test/builders/timetable.ts';

const school = aSchoolWeek();
const mondays = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'];
const planOf = (...ends: (string | null)[]) =>
  aPlan({ weeks: ends.map((end, index) => aWeek(mondays[index], end === null ? null : `09:00-${end}`)) });
const of = (...ends: (string | null)[]) => trajectory([planOf(...ends)], school);

describe('hours over time', () => {
  it('rise from 10 to 30 in the Cambridgeshire example and never reach the full week (CAM:379-420)', () => {
    const found = of('11:00', '12:00', '12:30', '13:00', '14:00', '15:00');
    expect(found.points.map(({ received }) => received.minutes / 60)).toEqual([10, 15, 17.5, 20, 25, 30]);
    expect(found.points.map(({ commencing }) => commencing.toString())).toEqual(mondays);
    expect(found).toMatchObject({ fullTimeFrom: null, neverFull: true, decreases: [] });
  });

  it('reach full time on the Monday from which every week is full', () => {
    const found = of('11:00', '15:10', '15:10');
    expect([found.fullTimeFrom?.toString(), found.neverFull]).toEqual(['2026-11-09', false]);
    expect(found.points.map(({ full }) => full)).toEqual([false, true, true]);
    expect(of('15:10').fullTimeFrom?.toString()).toBe('2026-11-02');
    expect(of('15:10', '15:09', '15:10').fullTimeFrom?.toString()).toBe('2026-11-16');
    expect(of('15:10', '15:09')).toMatchObject({ fullTimeFrom: null, neverFull: true });
  });

  it('of a plan without weeks are nothing at all', () => {
    expect(trajectory([], school)).toEqual({ points: [], fullTimeFrom: null, neverFull: false, decreases: [] });
  });

  it('that go down are shown with the week and both figures (F24)', () => {
    expect(of('11:00', '12:00', '11:30', '11:30').decreases).toEqual([
      { commencing: date('2026-11-16'), from: clockHours(15), to: byTheClock(750) },
    ]);
    expect(of('11:00', null).decreases).toHaveLength(1);
  });

  it('count supervised time elsewhere, and do not drop for a bank holiday or INSET day', () => {
    const there = { elsewhere: [elsewhere('monday', '11:00-15:10', 'school-arranged')] };
    const weeks = [aWeek('2026-11-16', '09:00-11:00', there), aWeek('2026-11-23'), aWeek('2026-11-30')];
    const found = trajectory([aPlan({ weeks })], school);
    expect(found.points.map(({ received }) => received.minutes)).toEqual([850, 600, 600]);
    expect(found.decreases.map(({ commencing }) => commencing.toString())).toEqual(['2026-11-23']);
  });

  it('are those of the latest version that has the week, and of none where rows contradict each other', () => {
    const later = aPlan({ version: 2, weeks: [aWeek('2026-11-09', '09:00-13:00')] });
    for (const versions of [
      [planOf('11:00', '11:00', '11:00'), later],
      [later, planOf('11:00', '11:00', '11:00')],
    ]) {
      expect(trajectory(versions, school).points.map(({ received }) => received.minutes)).toEqual([600, 1200, 600]);
    }
    const twice = aPlan({ weeks: [aWeek(), aWeek('2026-11-02', '09:00-12:00'), aWeek('2026-11-09')] });
    expect(trajectory([twice], school).points.map(({ commencing }) => commencing.toString())).toEqual(['2026-11-09']);
  });

  it('do not depend on the order of weeks or versions', () => {
    fc.assert(
      fc.property(fc.array(somePlan, { maxLength: 3 }), (versions) => {
        const found = trajectory(versions, school);
        const turned = versions.map((plan) => ({ ...plan, weeks: plan.weeks.toReversed() })).toReversed();
        expect(trajectory(turned, school)).toEqual(found);
        expect(found.neverFull).toBe(found.points.length > 0 && found.fullTimeFrom === null);
      }),
    );
  });
});

describe('two reviews without more hours (WAR:32)', () => {
  const stalled = (ends: (string | null)[], ...held: string[]) => stalledReviews(of(...ends).points, held.map(date));

  it('are shown with both days and the hours', () => {
    expect(stalled(['11:00', '11:00', '11:00', '11:00'], '2026-11-13', '2026-11-06')).toEqual([
      {
        first: date('2026-11-06'),
        second: date('2026-11-13'),
        before: clockHours(10),
        after: clockHours(10),
      },
    ]);
  });

  it.each([
    [['11:00', '11:00', '11:01'], 0, 'the week after the second review brings more'],
    [['11:00', '12:00', '12:00'], 0, 'the first review brought more'],
    [['11:00', '12:00', '11:00'], 1, 'what the first brought was taken back'],
    [['12:00', '12:00', '11:00'], 1, 'hours went down'],
    [['15:10', '15:10', '15:10'], 0, 'the pupil is full time already'],
  ])('%j: %i (%s)', (ends, count) => {
    expect(stalled(ends, '2026-11-06', '2026-11-13')).toHaveLength(count);
  });

  it('need two reviews on two days', () => {
    expect(stalled(['11:00', '11:00'], '2026-11-06')).toEqual([]);
    expect(stalled(['11:00', '11:00'], '2026-11-06', '2026-11-06')).toEqual([]);
    expect(stalled([], '2026-11-06', '2026-11-13')).toEqual([]);
    expect(stalled(['11:00', '11:00', '11:00'], '2026-11-06', '2026-11-13', '2026-11-20')).toHaveLength(2);
  });

  it('look at the week of the first review and the week after the second, or the last there is', () => {
    expect(stalled(['11:00', '11:00', '12:00'], '2026-11-02', '2026-11-09')).toEqual([]);
    expect(stalled(['11:00', '12:00'], '2026-11-02', '2026-11-09')).toEqual([]);
    expect(stalled(['11:00', '12:00', '12:00'], '2026-11-09', '2026-11-16')).toHaveLength(1);
    expect(stalled(['11:00', '11:00'], '2026-10-20', '2026-12-20')).toHaveLength(1);
    expect(stalled(['11:00', '12:00'], '2026-10-20', '2026-12-20')).toEqual([]);
  });

  it('never depend on the order in which reviews were recorded', () => {
    fc.assert(
      fc.property(somePlan, fc.array(someDay, { maxLength: 5 }), (plan, held) => {
        const { points } = trajectory([plan], school);
        expect(stalledReviews(points, held.toReversed())).toEqual(stalledReviews(points, held));
      }),
    );
  });
});
