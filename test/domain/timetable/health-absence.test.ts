import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import type { RegisterMark } from '#domain/timetable/compare-marks.ts';
import { dateOf } from '#domain/timetable/day-number.ts';
import { healthAbsence, type HealthQuestion } from '#domain/timetable/health-absence.ts';
import { register } from '#test/builders/timetable.ts';

const schoolYear = { from: date('2026-09-01'), to: date('2026-11-23') };
const count = (changes: Partial<HealthQuestion>) =>
  healthAbsence({ marks: [], leaveIsForHealth: true, ...schoolYear, ahead: [], ...changes });
const mark = (on: string, session: 'AM' | 'PM', code: string): RegisterMark => ({ on: date(on), session, code });

/** So many sessions from 2 September 2026 on, two a day, weekends not left out. */
const sessions = (many: number, code = 'I'): readonly RegisterMark[] =>
  Array.from({ length: many }, (_, index) => ({
    on: date('2026-09-02').add({ days: Math.floor(index / 2) }),
    session: index % 2 === 0 ? ('AM' as const) : ('PM' as const),
    code,
  }));

describe('absence for health', () => {
  it.each([
    [29, null, 14.5],
    [30, '2026-09-16', 15],
    [31, '2026-09-16', 15.5],
  ])('of %i sessions comes to 15 days on %s (WAR:114)', (many, day, days) => {
    const found = count({ marks: sessions(many) });
    expect(found).toMatchObject({ sessions: many, illness: many, days });
    expect(found.reachedOn?.toString() ?? null).toBe(day);
    expect(found.willReachOn?.toString() ?? null).toBe(day);
  });

  it('is illness, appointments and the plan’s leave together, consecutive or not', () => {
    const marks = [
      mark('2026-09-02', 'AM', 'I'),
      mark('2026-09-09', 'AM', ' m'),
      mark('2026-10-09', 'PM', 'C2'),
      mark('2026-10-12', 'PM', 'C'),
      mark('2026-10-12', 'AM', '/'),
      mark('2026-10-13', 'AM', 'X'),
    ];
    expect(count({ marks })).toMatchObject({ illness: 1, appointments: 1, leave: 1, sessions: 3, days: 1.5 });
    expect(count({ marks, leaveIsForHealth: false })).toMatchObject({
      illness: 1,
      appointments: 1,
      leave: 0,
      sessions: 2,
    });
  });

  it('counts code C as the plan’s leave before the codes changed', () => {
    const range = { from: date('2023-09-01'), to: date('2024-07-19') };
    expect(count({ marks: [mark('2024-07-01', 'AM', 'C'), mark('2024-07-01', 'PM', 'C2')], ...range }).leave).toBe(1);
  });

  it('counts only the range, both ends included, and a session marked twice once', () => {
    const marks = ['2026-08-31', '2026-09-01', '2026-11-23', '2026-11-24'].map((day) => mark(day, 'AM', 'I'));
    expect(count({ marks }).sessions).toBe(2);
    const twice = [mark('2026-09-02', 'AM', 'I'), mark('2026-09-02', 'AM', 'C2')];
    expect(count({ marks: twice })).toMatchObject({ sessions: 1 });
    expect(count({ marks: twice.toReversed() })).toEqual(count({ marks: twice }));
  });

  it('looks ahead: leave that is planned already counts towards the day it will be reached', () => {
    const ahead = register({ from: date('2026-11-24'), to: date('2026-12-11') });
    const found = count({ marks: sessions(28), ahead });
    expect(found.reachedOn).toBeNull();
    expect(found.willReachOn?.toString()).toBe('2026-11-25');
    expect(count({ marks: sessions(28), ahead, leaveIsForHealth: false }).willReachOn).toBeNull();
    expect(count({ marks: sessions(16), ahead }).willReachOn).toBeNull();
    expect(count({ marks: sessions(17), ahead }).willReachOn?.toString()).toBe('2026-12-11');
    expect(count({ marks: sessions(30), ahead }).willReachOn?.toString()).toBe('2026-09-16');
  });

  it('does not count a planned session that has its mark', () => {
    const ahead = register({ from: date('2026-11-02'), to: date('2026-11-02') });
    const marks = [...sessions(29), mark('2026-11-02', 'PM', '\\')];
    expect(count({ marks, ahead }).willReachOn).toBeNull();
    expect(count({ marks: sessions(29), ahead }).willReachOn?.toString()).toBe('2026-11-02');
  });

  it('never depends on the order of the marks', () => {
    const some = fc.record({
      on: fc.integer({ min: 20_698, max: 20_720 }).map(dateOf),
      session: fc.constantFrom('AM' as const, 'PM' as const),
      code: fc.constantFrom('I', 'M', 'C2', 'C', '/', 'i', ''),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), (marks) => {
        const found = count({ marks });
        expect(count({ marks: marks.toReversed() })).toEqual(found);
        expect(found.illness + found.appointments + found.leave).toBe(found.sessions);
        expect(found.reachedOn !== null).toBe(found.sessions >= 30);
      }),
    );
  });
});
