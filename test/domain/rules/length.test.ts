import { describe, expect, it } from 'vitest';
import { extensionNeeds, type RuleData } from '#domain/rules/kinds.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const sixWeeks: RuleData = { kind: 'duration', days: 42 };
const once: RuleData = { kind: 'extension', times: 1, days: 14, needs: [] };
const said = (rules: readonly RuleData[], changes: RecordChanges, today = '2026-11-23') =>
  saidBy([aPolicy(rules)], changes, today);

describe('a plan of six weeks from 2 November', () => {
  it('ends on 13 December; a day more is too long', () => {
    expect(said([sixWeeks], theVersion({ endsOn: '2026-12-13' }))).toEqual([]);
    expect(said([sixWeeks], theVersion({ endsOn: '2026-12-14' }))).toEqual([
      {
        rule: 'F27',
        severity: 'act today',
        at: ['plan', 'versions', 0, 'endsOn'],
        words: 'The part-time timetable lasts 43 days; at most 42 are allowed.',
        todo: 'Agree an earlier end, or an extension with all that it needs, and tell the authority.',
        who: 'headteacher',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
  });

  it('that is still running is as long as it has lasted', () => {
    const running = theVersion({ endsOn: '2026-12-11' });
    expect(said([sixWeeks], running, '2026-12-13')).toEqual([]);
    expect(said([sixWeeks], running, '2026-12-14')).toMatchObject([{ rule: 'F27' }]);
    expect(said([sixWeeks], { ...running, status: 'agreed' }, '2026-12-14')).toEqual([]);
    expect(said([sixWeeks], theVersion({ endsOn: null }), '2026-12-14')).toMatchObject([{ rule: 'F27' }]);
    expect(said([sixWeeks], { ...theVersion({ endsOn: null }), status: 'agreed' }, '2026-12-14')).toEqual([]);
  });

  it('is counted from the first version, not from the newest', () => {
    const { plan } = theVersion({ endsOn: '2026-12-11' });
    const versions = [...(plan?.versions ?? []), { version: 2, startsOn: '2026-12-07', endsOn: '2026-12-14' }];
    expect(said([sixWeeks], { plan: { current: 2, versions } })).toMatchObject([
      { at: ['plan', 'versions', 1, 'endsOn'] },
    ]);
  });

  it('cannot be counted without a start', () => {
    expect(said([sixWeeks], theVersion({ startsOn: null, endsOn: '2027-12-11' }))).toEqual([]);
  });

  it('is longer by the extensions that are allowed', () => {
    const extended = (endsOn: string, count: number): RecordChanges => ({
      ...theVersion({ endsOn }),
      extensions: Array.from({ length: count }, () => ({})),
    });
    const long = (rules: readonly RuleData[], endsOn: string, count: number) =>
      said(rules, extended(endsOn, count)).filter(({ rule }) => rule === 'F27').length;
    expect(long([sixWeeks, once], '2026-12-27', 1)).toBe(0);
    expect(long([sixWeeks, once], '2026-12-28', 1)).toBe(1);
    // The second is not allowed, so it adds nothing.
    expect(long([sixWeeks, once], '2026-12-28', 2)).toBe(1);
    // Where no length is given an extension may be as long as the plan.
    const free: RuleData = { kind: 'extension', times: null, days: null, needs: [] };
    expect(long([sixWeeks, free], '2027-03-07', 2)).toBe(0);
    expect(long([sixWeeks, free], '2027-03-08', 2)).toBe(1);
  });
});

describe('an extension', () => {
  it('from 14 December for at most fourteen days may last to 27 December', () => {
    const until = (to: string) => said([once], { extensions: [{ number: 1, from: '2026-12-14', to }] });
    expect(until('2026-12-27')).toEqual([]);
    expect(until('2026-12-28')).toMatchObject([
      {
        rule: 'F29',
        severity: 'stop',
        at: ['extensions', 0, 'to'],
        words: 'Extension 1 lasts 15 days; at most 14 are allowed.',
        todo: 'Agree an earlier end for the extension.',
        who: 'headteacher',
      },
    ]);
  });

  it('beyond the number allowed is one too many (PLY:29)', () => {
    expect(said([once], { extensions: [{}, {}] })).toMatchObject([
      {
        rule: 'F28',
        severity: 'act today',
        at: ['extensions'],
        words: 'There are 2 extensions; at most 1 may be agreed.',
      },
    ]);
  });

  it('is questioned in open cases only', () => {
    expect(said([once], { status: 'closed', extensions: [{}, {}] })).toEqual([]);
  });

  const full = {
    reason: 'Illness',
    planRevisedOn: '2026-12-01',
    parentAgreedOn: '2026-12-01',
    consultedOn: '2026-12-01',
    agencies: ['CAMHS'],
    authorityAgreedOn: '2026-12-01',
  };
  const referral = { to: 'authority' as const, kind: 'referral' as const, sentOn: '2026-12-01' };

  it.each([
    ['parental agreement', 'parentAgreedOn', 'the parent’s agreement'],
    ['multi-agency consultation', 'consultedOn', 'a consultation of the agencies, by name and day'],
    ['revised plan', 'planRevisedOn', 'a plan revised for it'],
    ['stated reason', 'reason', 'a stated reason'],
    ['authority agreement', 'authorityAgreedOn', 'the authority’s agreement'],
  ] as const)('without %s is stopped at %s', (need, field, what) => {
    const rule: RuleData = { kind: 'extension', times: null, days: null, needs: [need] };
    expect(said([rule], { extensions: [full] })).toEqual([]);
    expect(said([rule], { extensions: [{ ...full, [field]: null }] })).toMatchObject([
      {
        rule: 'F29',
        severity: 'stop',
        at: ['extensions', 0, field],
        words: `An extension is without ${what}.`,
        todo: 'Record it before the extension begins, or end the timetable on the day first agreed.',
      },
    ]);
  });

  it('needs the agencies by name, and every need is said', () => {
    const rule: RuleData = { kind: 'extension', times: null, days: null, needs: extensionNeeds };
    expect(said([rule], { extensions: [{ ...full, agencies: [' '] }], notices: [referral] })).toMatchObject([
      { at: ['extensions', 0, 'consultedOn'], who: 'case lead' },
    ]);
    expect(said([rule], { extensions: [{}], notices: [] }).map(({ who }) => who)).toEqual([
      'case lead',
      'case lead',
      'case lead',
      'case lead',
      'headteacher',
      'headteacher',
    ]);
  });

  it('needs a referral that was sent to the authority or its panel (WAR:177)', () => {
    const rule: RuleData = { kind: 'extension', times: null, days: null, needs: ['referral to the authority'] };
    const flagged = (notice: NonNullable<RecordChanges['notices']>[number]) =>
      said([rule], { extensions: [full], notices: [notice] }).length;
    expect(flagged(referral)).toBe(0);
    expect(flagged({ ...referral, to: 'fair access panel' })).toBe(0);
    expect(flagged({ ...referral, to: 'trust' })).toBe(1);
    expect(flagged({ ...referral, sentOn: null })).toBe(1);
    expect(flagged({ ...referral, kind: 'notification' })).toBe(1);
  });
});
