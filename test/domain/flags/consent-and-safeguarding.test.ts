import { describe, expect, it } from 'vitest';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

type Agreement = NonNullable<CaseRecordJson['agreements']>[number];
const parent = (changes: Agreement): RecordChanges => ({
  agreements: [
    {
      party: 'parent',
      name: 'Jo Sample',
      to: 'the plan',
      version: 1,
      state: 'given',
      answeredOn: '2026-10-20',
      evidence: 'Paper',
      ...changes,
    },
  ],
});

describe('F08: consent withdrawn and the plan still live (reg 11(6)(b))', () => {
  it('says so today to the headteacher', () => {
    expect(saidBy('F08', parent({ state: 'withdrawn', answeredOn: '2026-11-16' }))).toEqual([
      'agreements.0.state: A parent’s agreement was withdrawn on Mon 16 Nov 2026, and the part-time timetable is still live.',
    ]);
    expect(weighed('F08', parent({ state: 'refused', answeredOn: null }))).toEqual([
      {
        severity: 'act today',
        who: 'headteacher',
        source: 'reg 11(6)(b)',
        todo: 'The pupil attends full time from the next school day, and C2 is no longer used. Close the case or agree a new version.',
      },
    ]);
    expect(saidBy('F08', parent({ state: 'refused', answeredOn: null }))[0]).toContain('was refused, and');
  });

  it('says nothing of an agreement that is given or asked for, of another version, or of somebody else’s', () => {
    expect(saidBy('F08', parent({}))).toEqual([]);
    expect(saidBy('F08', parent({ state: 'asked' }))).toEqual([]);
    expect(saidBy('F08', parent({ state: 'withdrawn', version: 9 }))).toEqual([]);
    expect(saidBy('F08', parent({ state: 'withdrawn', version: null }))).toHaveLength(1);
    expect(saidBy('F08', parent({ state: 'withdrawn', party: 'social worker' }))).toEqual([]);
    expect(saidBy('F08', { status: 'agreed', ...parent({ state: 'withdrawn' }) })).toEqual([]);
  });

  it('lets the same parent change their mind the day after, but nobody else for them', () => {
    const again = (second: Agreement): RecordChanges => ({
      agreements: [
        { party: 'parent', name: 'Jo Sample', state: 'withdrawn', answeredOn: '2026-11-16', to: 'the plan' },
        { party: 'parent', name: 'Jo Sample', state: 'given', answeredOn: '2026-11-17', to: 'the plan', ...second },
      ],
    });
    expect(saidBy('F08', again({}))).toEqual([]);
    expect(saidBy('F08', again({ answeredOn: '2026-11-16' }))).toHaveLength(1);
    expect(saidBy('F08', again({ answeredOn: null }))).toHaveLength(1);
    expect(saidBy('F08', again({ name: 'Al Other' }))).toHaveLength(1);
    expect(saidBy('F08', again({ to: 'the idea' }))).toHaveLength(1);
    expect(saidBy('F08', again({ state: 'asked' }))).toHaveLength(1);
  });
});

describe('an agreement that nothing shows (CAM:280, PLY:25)', () => {
  it('is questioned, of a parent today, of others this week', () => {
    expect(saidBy('unsigned', parent({ evidence: null }))).toEqual([
      'agreements.0.evidence: The agreement of the parent is marked as given, and no signature or other proof is recorded.',
    ]);
    expect(weighed('unsigned', parent({ evidence: ' ' }))).toEqual([
      {
        severity: 'act today',
        who: 'case lead',
        source: 'CAM:280, PLY:25',
        todo: 'Get the signature, and write down where the signed copy is kept.',
      },
    ]);
    expect(weighed('unsigned', parent({ evidence: null, party: 'social worker' }))).toMatchObject([
      { severity: 'act this week' },
    ]);
  });

  it('is not, where it is written how it was given, or where it was to the idea only', () => {
    expect(saidBy('unsigned', parent({ evidence: null, method: 'E-mail' }))).toEqual([]);
    expect(saidBy('unsigned', parent({ evidence: null, to: 'the idea' }))).toEqual([]);
    expect(saidBy('unsigned', parent({ evidence: null, state: 'asked' }))).toEqual([]);
    expect(saidBy('unsigned', { status: 'closed', ...parent({ evidence: null }) })).toEqual([]);
  });

  it('needs a day: otherwise it cannot be shown to have come before the start (CAM:93)', () => {
    expect(saidBy('unsigned', parent({ answeredOn: null, party: null }))).toEqual([
      'agreements.0.answeredOn: The agreement of somebody has no date: it cannot be shown to have come before the start.',
    ]);
  });
});

describe('a sign-off says what makes the circumstances exceptional (reg 11(6)(b))', () => {
  const signed = (exceptional: string | null): RecordChanges => ({ signOff: { exceptional } });

  it.each(['agreed', 'active'] as const)('of a plan that is %s', (status) => {
    for (const blank of [null, '', ' '])
      expect(saidBy('exceptional', { status, ...signed(blank) })).toEqual([
        'signOff.exceptional: The plan is signed off, and nothing says what makes the circumstances exceptional.',
      ]);
    expect(saidBy('exceptional', { status, ...signed('Surgery') })).toEqual([]);
  });

  it('is for the headteacher, this week', () => {
    expect(weighed('exceptional', signed(null))).toMatchObject([
      { severity: 'act this week', who: 'headteacher', source: 'reg 11(6)(b)' },
    ]);
  });

  it('is not asked before there is a sign-off, nor of a plan that is not agreed or has ended', () => {
    expect(saidBy('exceptional', { signOff: null })).toEqual([]);
    for (const status of ['considering', 'preparing', 'closed', 'declined', 'withdrawn'] as const)
      expect(saidBy('exceptional', { status, ...signed(null) })).toEqual([]);
  });
});

describe('F11: open safeguarding concerns and the risk assessment (DBY:40, DBY:48, CAM:108)', () => {
  const concern = (changes: Record<string, unknown>): RecordChanges => ({
    risk: { hazards: [{ hazard: 'Alone at home', safeguarding: true, ...changes }] },
  });

  it('stops at a concern that is open with nobody named', () => {
    expect(saidBy('F11', concern({}))).toEqual([
      'risk.hazards.0.state: A safeguarding concern is open and nobody is named who mitigates it: “Alone at home”.',
    ]);
    expect(saidBy('F11', concern({ state: 'open', owner: ' ' }))).toHaveLength(1);
    expect(weighed('F11', concern({}))).toMatchObject([
      { severity: 'stop', who: 'DSL', source: 'DBY:40, DBY:48, WAR:167' },
    ]);
  });

  it.each([
    { owner: 'Dana' },
    { state: 'mitigated' },
    { state: 'advice sought' },
    { state: 'stopped the plan' },
    { safeguarding: false },
    { safeguarding: null },
  ])('does not with %j', (changes) => {
    expect(saidBy('F11', concern(changes))).toEqual([]);
  });

  it('stops where there is no risk assessment, or one without a date', () => {
    expect(saidBy('F11', { risk: null })).toEqual(['risk: There is no risk assessment.']);
    expect(saidBy('F11', { risk: { completedOn: null, reviewedOn: null } })).toEqual([
      'risk.completedOn: The risk assessment has no date: it cannot be shown to have come before the start or after the last review.',
    ]);
    expect(saidBy('F11', { status: 'considering', risk: null })).toEqual([]);
  });

  it('stops at one that is a day older than the last review or the last change of times, not at one of the same day', () => {
    const risk = (reviewedOn: string): RecordChanges => ({
      risk: { completedOn: '2026-10-01', reviewedOn },
      reviews: [{ heldOn: '2026-11-13' }],
    });
    expect(saidBy('F11', risk('2026-11-13'))).toEqual([]);
    expect(saidBy('F11', risk('2026-11-12'))).toEqual([
      'risk.reviewedOn: The risk assessment of Thu 12 Nov 2026 is older than the last change or review, Fri 13 Nov 2026.',
    ]);
    const rewritten: RecordChanges = {
      risk: { completedOn: '2026-11-14', reviewedOn: null },
      reviews: [],
      plan: {
        current: 2,
        versions: [
          { version: 1, writtenOn: '2026-10-15' },
          { version: 2, writtenOn: '2026-11-15' },
        ],
      },
    };
    expect(saidBy('F11', rewritten)[0]).toContain(
      'Sat 14 Nov 2026 is older than the last change or review, Sun 15 Nov 2026',
    );
    // The first version is put to the parent after the risks have been assessed.
    const first = { ...rewritten, plan: { versions: [{ version: 1, writtenOn: '2026-11-15' }] } };
    expect(saidBy('F11', first)).toEqual([]);
  });
});

describe('F14 and F16: reasons that need something beside them', () => {
  it('asks what a pupil comes back from (CAM:81, PLY:12)', () => {
    expect(saidBy('F14', { reasons: [{ reason: 'Reintegration', absentFrom: '2026-09-07' }] })).toEqual([]);
    expect(saidBy('F14', { reasons: [{ reason: 'Other' }, { reason: 'Reintegration' }] })).toEqual([
      'reasons.1.absentFrom: The reason is reintegration, and no period of absence or exclusion is recorded that the pupil comes back from.',
    ]);
    expect(weighed('F14', { reasons: [{ reason: 'Reintegration' }] })).toEqual([
      {
        severity: 'act this week',
        who: 'case lead',
        source: 'CAM:81, PLY:12',
        todo: 'Write down from when to when the pupil was absent and why, or choose the reason that applies.',
      },
    ]);
    expect(saidBy('F14', { status: 'closed', reasons: [{ reason: 'Reintegration' }] })).toEqual([]);
  });

  it('asks the headteacher to answer for a risk of exclusion in writing', () => {
    const risky = (riskOfExclusion: string | null): RecordChanges => ({
      reasons: [{ reason: 'At risk of exclusion' }],
      signOff: { riskOfExclusion },
    });
    expect(saidBy('F16', risky('It meets a need.'))).toEqual([]);
    expect(saidBy('F16', risky(' '))).toHaveLength(1);
    expect(saidBy('F16', { ...risky(null), signOff: null })).toHaveLength(1);
    expect(weighed('F16', risky(null))).toMatchObject([
      { severity: 'act today', who: 'headteacher', source: 'WTISA; CAM:83, PLY:14, DDAT:110' },
    ]);
    expect(saidBy('F16', risky(null))).toEqual([
      'reasons.0.reason: The reason is a risk of exclusion. A part-time timetable must not be used to manage behaviour, and never instead of an exclusion.',
    ]);
    expect(saidBy('F16', { reasons: [{ reason: 'Other' }] })).toEqual([]);
  });
});
