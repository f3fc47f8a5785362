import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { carriedOutSummary, type CarriedOut } from '#domain/timetable/carried-out.ts';
import type { RegisterMark } from '#domain/timetable/compare-marks.ts';
import { aPlan, aWeek, elsewhere, register } from '#test/builders/timetable.ts';

const entry = (on: string, session: 'AM' | 'PM', changes: Partial<CarriedOut> = {}): CarriedOut => ({
  on: date(on),
  session,
  arranged: session === 'AM' ? 'in school' : 'at home',
  attended: null,
  supervisedBy: null,
  contacted: null,
  workSet: null,
  workReturned: null,
  workMarked: null,
  supportGiven: null,
  ...changes,
});
const mark = (on: string, session: 'AM' | 'PM', code: string): RegisterMark => ({ on: date(on), session, code });
const week = register();
const noSessions = { of: 0, done: 0, notDone: 0, unknown: 0 };

describe('a plan of which nothing is written down', () => {
  const summary = carriedOutSummary(week, [], []);

  it('is seen to exist on paper alone after a week', () => {
    expect(summary).toMatchObject({ sessions: 10, onPaperAlone: true, otherwise: [] });
    expect(summary.silent).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(summary.attended).toEqual({ of: 5, done: 0, notDone: 0, unknown: 5 });
    expect(summary.supervised).toEqual({ of: 5, done: 0, notDone: 0, unknown: 5 });
    expect(summary.contacted.of).toBe(5);
    expect(summary.workSet.of).toBe(5);
    expect(summary.workReturned).toEqual(noSessions);
    expect(summary.supportGiven.of).toBe(5);
  });

  it('has had no time to show anything before the week is over', () => {
    expect(carriedOutSummary(week.slice(0, 9), [], []).onPaperAlone).toBe(false);
    expect(carriedOutSummary([], [], [])).toMatchObject({ sessions: 0, onPaperAlone: false, attended: noSessions });
  });

  it('exists on paper alone also when entries say that nothing happened', () => {
    const nothing = entry('2026-11-02', 'PM', { attended: false, contacted: false, workSet: false, supervisedBy: ' ' });
    const found = carriedOutSummary(week, [nothing], [mark('2026-11-02', 'AM', 'I')]);
    expect(found.onPaperAlone).toBe(true);
    expect(found.contacted).toEqual({ of: 5, done: 0, notDone: 1, unknown: 4 });
    expect(found.attended).toEqual({ of: 5, done: 0, notDone: 1, unknown: 4 });
    expect(found.supervised.unknown).toBe(5);
  });

  it.each<[string, Partial<CarriedOut>, 'AM' | 'PM']>([
    ['attendance', { attended: true }, 'AM'],
    ['support given', { supportGiven: true }, 'AM'],
    ['a named adult', { supervisedBy: 'Rowan Example' }, 'PM'],
    ['a contact', { contacted: true }, 'PM'],
    ['work set', { workSet: true }, 'PM'],
  ])('does not exist on paper alone once there is %s', (_, changes, session) => {
    expect(carriedOutSummary(week, [entry('2026-11-02', session, changes)], []).onPaperAlone).toBe(false);
  });
});

describe('what happened in each session', () => {
  it('is taken from the register where it has a mark', () => {
    const found = carriedOutSummary(
      week,
      [],
      [
        mark('2026-11-02', 'AM', '/'),
        mark('2026-11-03', 'AM', ' l'),
        mark('2026-11-04', 'AM', 'I'),
        mark('2026-11-04', 'PM', 'C2'),
      ],
    );
    expect(found.attended).toEqual({ of: 5, done: 2, notDone: 1, unknown: 2 });
    expect(found.silent).toEqual([1, 3, 6, 7, 8, 9]);
    expect(found.onPaperAlone).toBe(false);
  });

  it('is taken together where there are several entries: done if any of them says so', () => {
    const found = carriedOutSummary(
      week,
      [
        entry('2026-11-02', 'PM', { contacted: false }),
        entry('2026-11-02', 'PM', { contacted: true }),
        entry('2026-11-03', 'PM', { contacted: false }),
        entry('2026-11-03', 'PM'),
      ],
      [],
    );
    expect(found.contacted).toEqual({ of: 5, done: 1, notDone: 1, unknown: 3 });
    expect(
      carriedOutSummary(week, [entry('2026-11-02', 'AM', { attended: true })], [mark('2026-11-02', 'AM', 'I')]).attended
        .done,
    ).toBe(1);
  });

  it('counts work returned of what was set, and marked of what came back (CAM:252)', () => {
    const found = carriedOutSummary(
      week,
      [
        entry('2026-11-02', 'PM', { workSet: true, workReturned: true, workMarked: true }),
        entry('2026-11-03', 'PM', { workSet: true, workReturned: true, workMarked: false }),
        entry('2026-11-04', 'PM', { workSet: true, workReturned: false }),
        entry('2026-11-05', 'PM', { workSet: false, workReturned: true }),
        entry('2026-11-06', 'PM', { workSet: true }),
      ],
      [],
    );
    expect(found.workSet).toEqual({ of: 5, done: 4, notDone: 1, unknown: 0 });
    expect(found.workReturned).toEqual({ of: 4, done: 2, notDone: 1, unknown: 1 });
    expect(found.workMarked).toEqual({ of: 2, done: 1, notDone: 1, unknown: 0 });
  });

  it('asks of provision elsewhere whether the pupil was there and with whom, not for work', () => {
    const there = [elsewhere('monday', '13:00-15:00', 'school-arranged')];
    const versions = [aPlan({ weeks: [aWeek('2026-11-02', '09:00-11:00', { elsewhere: there })] })];
    const day = register({ versions, to: date('2026-11-02') });
    const found = carriedOutSummary(
      day,
      [entry('2026-11-02', 'PM', { arranged: 'elsewhere', supervisedBy: 'Rowan Example' })],
      [mark('2026-11-02', 'PM', 'B')],
    );
    expect(found.attended).toEqual({ of: 2, done: 1, notDone: 0, unknown: 1 });
    expect(found.supervised).toEqual({ of: 1, done: 1, notDone: 0, unknown: 0 });
    expect(found).toMatchObject({ workSet: noSessions, otherwise: [], silent: [0] });
    expect(carriedOutSummary(day, [], [mark('2026-11-02', 'PM', '\\')]).attended.notDone).toBe(1);
  });

  it('takes unsupervised activity as time at home', () => {
    const there = [elsewhere('monday', '13:00-15:00', 'school-arranged', { supervisedBy: null })];
    const versions = [aPlan({ weeks: [aWeek('2026-11-02', '09:00-11:00', { elsewhere: there })] })];
    const day = register({ versions, to: date('2026-11-02') });
    expect(carriedOutSummary(day, [], []).workSet.of).toBe(1);
  });

  it('shows entries that say something else was arranged', () => {
    const entries = [
      entry('2026-11-02', 'PM'),
      entry('2026-11-03', 'PM', { arranged: 'elsewhere' }),
      entry('2026-11-04', 'AM', { arranged: 'at home' }),
      entry('2026-12-25', 'AM', { arranged: 'at home' }),
    ];
    expect(carriedOutSummary(week, entries, []).otherwise).toEqual([1, 2]);
  });

  it('looks at no session outside the plan or on a closed day', () => {
    const range = register({ from: date('2026-12-10'), to: date('2026-12-15') });
    expect(carriedOutSummary(range, [], [])).toMatchObject({ sessions: 4, silent: [0, 1, 2, 3] });
    const closed = register({ from: date('2026-11-26'), to: date('2026-11-30') });
    expect(carriedOutSummary(closed, [], [])).toMatchObject({ sessions: 4, silent: [0, 1, 4, 5] });
  });

  it('always adds up, in whatever order entries stand', () => {
    const yes = fc.constantFrom(true, false, null);
    const some = fc.record({
      on: fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-07').map(date),
      session: fc.constantFrom('AM' as const, 'PM' as const),
      arranged: fc.constantFrom('in school' as const, 'elsewhere' as const, 'at home' as const),
      attended: yes,
      supervisedBy: fc.constantFrom(null, '', 'Rowan Example'),
      contacted: yes,
      workSet: yes,
      workReturned: yes,
      workMarked: yes,
      supportGiven: yes,
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (entries) => {
        const { otherwise: _, ...found } = carriedOutSummary(week, entries, []);
        for (const tally of [found.attended, found.supervised, found.contacted, found.workSet, found.workReturned]) {
          expect(tally.done + tally.notDone + tally.unknown).toBe(tally.of);
        }
        const { otherwise: _again, ...turned } = carriedOutSummary(week, entries.toReversed(), []);
        expect(turned).toEqual(found);
      }),
    );
  });
});
