import { describe, expect, it } from 'vitest';
import type { RuleData } from '#domain/rules/kinds.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const said = (rule: RuleData, changes: RecordChanges = {}) => saidBy([aPolicy([rule])], changes);
const ended: RecordChanges = { status: 'closed' };
const common = { source: 'test:0', policy: 'Policy test' };

describe('hours', () => {
  const table: RuleData = { kind: 'hours', taught: { R: 5, '5': 10 } };
  const until = (out: string, yearGroup = '5'): RecordChanges => ({
    pupil: { yearGroup },
    ...theVersion({ weeks: [aWeek('2026-11-02', '09:00', '09:30'), aWeek('2026-11-09', '09:00', out)] }),
  });

  it('by the clock fewer than the taught hours of the table cannot be full time', () => {
    expect(said(table, until('11:00'))).toEqual([]);
    expect(said(table, until('10:57'))).toEqual([
      {
        rule: 'test/0',
        severity: 'act this week',
        at: ['plan', 'versions', 0, 'weeks', 1],
        words:
          'The last week has 9.75 hours by the clock, breaks included: fewer than the 10 taught hours of Year 5, so the plan does not reach full time.',
        todo: 'Add weeks that lead back to the full timetable, or say what follows the last one.',
        who: 'case lead',
        ...common,
      },
    ]);
    expect(said(table, until('09:30', 'Reception'))[0]?.words).toContain('5 taught hours of Reception');
  });

  it('say nothing of a year that the table leaves out or nobody can read', () => {
    for (const year of ['6', 'the fifth']) expect(said(table, until('09:30', year))).toEqual([]);
    expect(said(table, { ...until('09:30'), ...ended })).toEqual([]);
    expect(said(table, theVersion({ weeks: [] }))).toEqual([]);
  });

  it('are those of the week that begins last, wherever it is listed', () => {
    const [first, last] = [aWeek('2026-11-02', '09:00', '09:30'), aWeek('2026-11-09', '09:00', '11:00')];
    expect(said(table, { pupil: { yearGroup: '5' }, ...theVersion({ weeks: [last, first] }) })).toEqual([]);
    expect(
      said(table, {
        pupil: { yearGroup: '5' },
        ...theVersion({ weeks: [{ ...first, commencing: '2026-11-16' }, last] }),
      }),
    ).toMatchObject([{ at: ['plan', 'versions', 0, 'weeks', 0] }]);
  });

  it('do not count a time out that is not after the time in', () => {
    expect(said(table, until('08:00'))[0]?.words).toContain('has 0 hours');
  });
});

describe('a fifth of the week lost (CAM:113)', () => {
  const share: RuleData = { kind: 'share', above: 0.2 };
  const losing = (out: string, more: RecordChanges = {}): RecordChanges => ({
    school: { phase: 'secondary' },
    ...theVersion({ weeks: [aWeek('2026-11-02', '08:45', '15:15'), aWeek('2026-11-09', '08:45', out)] }),
    ...more,
  });

  it('is counted in the shortest week', () => {
    expect(said(share, losing('13:57'))).toEqual([]);
    expect(said(share, losing('12:00'))).toEqual([
      {
        rule: 'F54',
        severity: 'act this week',
        at: ['practical', 'alternativeProvision'],
        words:
          '50% of the week is lost, more than 20%, and the pupil is not on the register of alternative provision with a plan.',
        todo: 'Write an individual alternative education plan and enter the pupil on the register.',
        who: 'case lead',
        ...common,
      },
    ]);
  });

  it('needs both the plan and the register', () => {
    const entered = (planOn: string | null, onRegister: boolean) =>
      said(share, losing('12:00', { practical: { alternativeProvision: { planOn, onRegister } } })).length;
    expect([entered('2026-10-20', true), entered(null, true), entered('2026-10-20', false)]).toEqual([0, 1, 1]);
  });

  it('concerns secondary pupils without an EHC plan', () => {
    const primary: RecordChanges = { school: { phase: 'primary' } };
    expect(said(share, losing('12:00', { ...primary, pupil: { yearGroup: 'Year 6' } }))).toEqual([]);
    expect(said(share, losing('12:00', { ...primary, pupil: { yearGroup: 'Year 7' } }))).toHaveLength(1);
    expect(said(share, losing('12:00', { ...primary, pupil: { yearGroup: 'R' } }))).toEqual([]);
    expect(said(share, losing('12:00', { ...primary, pupil: { yearGroup: '?' } }))).toEqual([]);
    expect(said(share, losing('12:00', { groups: { sen: 'EHC plan' } }))).toEqual([]);
    expect(said(share, losing('12:00', ended))).toEqual([]);
    expect(said(share, { school: { phase: 'secondary' }, plan: { versions: [] } })).toEqual([]);
    expect(said(share, { school: { phase: 'secondary' }, ...theVersion({ weeks: [] }) })).toEqual([]);
  });
});

describe('the note to the next setting (PLY:36)', () => {
  const rule: RuleData = { kind: 'look-back', years: 2 };

  it('is owed by an open case and by one that ended within two years', () => {
    const leaving = (endedOn: string | null): RecordChanges => ({
      status: 'closed',
      closure: { endedOn },
      transfer: { leavesOn: '2026-07-17' },
    });
    expect(said(rule, leaving('2024-07-16'))).toEqual([]);
    expect(said(rule, leaving('2024-07-17'))).toHaveLength(1);
    expect(said(rule, leaving(null))).toHaveLength(1);
    expect(said(rule, { transfer: {} })).toEqual([
      {
        rule: 'F51',
        severity: 'act this week',
        at: ['transfer', 'noteSentOn'],
        words: 'The next setting has not been told of a part-time timetable of the last 2 years.',
        todo: 'Send the receiving setting a note of every part-time timetable, and record the day.',
        who: 'SENCO',
        ...common,
      },
    ]);
    expect(said(rule, { transfer: { noteSentOn: '2026-07-01' } })).toEqual([]);
    expect(said(rule, { transfer: null })).toEqual([]);
  });
});
