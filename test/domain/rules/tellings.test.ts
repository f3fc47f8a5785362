import { describe, expect, it } from 'vitest';
import type { RuleData, TellRule } from '#domain/rules/kinds.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { plan } from '#test/builders/record-parts/plan.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const said = (rule: RuleData, changes: RecordChanges, today: string) => saidBy([aPolicy([rule])], changes, today);
const tell = (
  of: TellRule['of'],
  from: TellRule['due']['from'],
  days = 0,
  to: TellRule['to'] = 'authority',
): TellRule => ({
  kind: 'tell',
  to,
  of,
  due: { from, days },
});
const nothing: RecordChanges = { notices: [] };

describe('a notification', () => {
  it.each([
    ['start', 0, '2026-11-02'],
    ['start', 3, '2026-11-05'],
    ['decision', 1, '2026-10-13'],
    ['meeting', 0, '2026-10-15'],
  ] as const)('counted from the %s and %i days is due by %s', (from, days, due) => {
    const rule = tell('notification', from, days);
    expect(said(rule, nothing, due)).toEqual([]);
    const [finding] = said(rule, nothing, '2026-11-23');
    expect(finding).toMatchObject({ rule: 'F39', severity: 'act today', at: ['notices'], who: 'case lead' });
    expect(finding?.words).toMatch(
      /^The authority has not been told of the part-time timetable; it was due on \w{3} \d+ \w{3} 2026\.$/,
    );
    const dayAfter = `${due.slice(0, 8)}${String(Number(due.slice(8)) + 1).padStart(2, '0')}`;
    expect(said(rule, nothing, dayAfter)).toHaveLength(1);
  });

  it('counts from the start where nobody recorded the decision or the meeting', () => {
    expect(said(tell('notification', 'decision'), { ...nothing, decidedOn: null }, '2026-11-02')).toEqual([]);
    expect(said(tell('notification', 'decision'), { ...nothing, decidedOn: null }, '2026-11-03')).toHaveLength(1);
    expect(said(tell('notification', 'meeting'), { ...nothing, meetings: [] }, '2026-11-02')).toEqual([]);
    const planned: RecordChanges = { ...nothing, meetings: [{ kind: 'multi-agency', plannedOn: '2026-10-14' }] };
    expect(said(tell('notification', 'meeting'), planned, '2026-10-15')).toHaveLength(1);
  });

  it('is not due without any date to count from', () => {
    expect(said(tell('notification', 'start'), { ...nothing, plan: { versions: [] } }, '2027-01-01')).toEqual([]);
  });

  it('must have been sent, to the right place, and be of the right kind', () => {
    const flagged = (notice: NonNullable<RecordChanges['notices']>[number]) =>
      said(tell('notification', 'start'), { notices: [notice] }, '2026-11-23').length;
    expect(flagged({ to: 'authority', kind: 'notification', sentOn: '2026-10-12' })).toBe(0);
    expect(flagged({ to: 'authority', kind: 'notification', dueOn: '2026-10-12' })).toBe(1);
    expect(flagged({ to: 'trust', kind: 'notification', sentOn: '2026-10-12' })).toBe(1);
    expect(flagged({ to: 'authority', kind: 'update', sentOn: '2026-10-12' })).toBe(1);
  });

  it('to the SEND team goes to its northern or southern mailbox (DBY:27-29)', () => {
    const rule = tell('notification', 'start', 0, 'SEND team');
    for (const to of ['SEND team', 'SEND team north', 'SEND team south'] as const) {
      expect(said(rule, { notices: [{ to, kind: 'notification', sentOn: '2026-10-12' }] }, '2026-11-23')).toEqual([]);
    }
    expect(said(rule, nothing, '2026-11-23')).toHaveLength(1);
  });

  it('to the trust is for this week, not for today (DDAT:211)', () => {
    expect(said(tell('notification', 'start', 0, 'trust'), nothing, '2026-11-23')).toMatchObject([
      { rule: 'F50', severity: 'act this week' },
    ]);
  });

  it('says by which form', () => {
    expect(said({ ...tell('notification', 'start'), channel: 'form 1' }, nothing, '2026-11-23')).toMatchObject([
      { todo: 'Send it (form 1), and record the day and the receipt.' },
    ]);
    expect(said(tell('notification', 'start'), nothing, '2026-11-23')).toMatchObject([
      { todo: 'Send it, and record the day and the receipt.' },
    ]);
  });

  it('is owed no more once the case has ended', () => {
    expect(said(tell('notification', 'start'), { ...nothing, status: 'closed' }, '2026-12-23')).toEqual([]);
  });

  it('is owed only for pupils of its group', () => {
    expect(said({ ...tell('notification', 'start'), group: 'looked after' }, nothing, '2026-11-23')).toEqual([]);
  });
});

describe('the governors', () => {
  it('are told of the decision by either kind of notice (DDAT:261)', () => {
    const rule = tell('decision', 'start', 0, 'governors');
    expect(said(rule, nothing, '2026-11-23')).toMatchObject([
      {
        rule: 'F50',
        severity: 'act this week',
        who: 'headteacher',
        words: 'The governors have not been told of the decision; it was due on Mon 2 Nov 2026.',
      },
    ]);
    for (const kind of ['decision', 'notification'] as const) {
      expect(said(rule, { notices: [{ to: 'governors', kind, sentOn: '2026-10-20' }] }, '2026-11-23')).toEqual([]);
    }
  });

  it('have a report when the term is over, of that term (DDAT:83)', () => {
    const rule = tell('report', 'term', 0, 'governors');
    const report = (sentOn: string): RecordChanges => ({ notices: [{ to: 'governors', kind: 'report', sentOn }] });
    expect(said(rule, nothing, '2026-12-18')).toEqual([]);
    expect(said(rule, nothing, '2026-12-19')).toMatchObject([
      { rule: 'F50', words: expect.stringContaining('the term’s report; it was due on Fri 18 Dec 2026') },
    ]);
    expect(said(rule, report('2026-09-01'), '2026-12-19')).toEqual([]);
    expect(said(rule, report('2026-08-31'), '2026-12-19')).toHaveLength(1);
  });
});

describe('a change', () => {
  const rule = tell('update', 'change');
  const changed = (more: RecordChanges = {}): RecordChanges => ({
    notices: [],
    plan: {
      current: 2,
      versions: [...(plan.versions ?? []), { version: 2, writtenOn: '2026-11-16', startsOn: '2026-11-18' }],
    },
    ...more,
  });
  const told = (kind: 'update' | 'extension', sentOn: string, version: number | null): RecordChanges =>
    changed({ notices: [{ to: 'authority', kind, sentOn, version }] });

  it('is told on the day it is written (DBY:55)', () => {
    expect(said(rule, changed(), '2026-11-16')).toEqual([]);
    expect(said(rule, changed(), '2026-11-17')).toMatchObject([
      {
        rule: 'F40',
        severity: 'act today',
        words: 'The authority has not been told of the change that version 2 makes; it was due on Mon 16 Nov 2026.',
      },
    ]);
  });

  it('counts from its start where the day of writing is not known', () => {
    const { plan: changedPlan } = changed();
    const versions = (changedPlan?.versions ?? []).map((one) => ({ ...one, writtenOn: null }));
    expect(said(rule, { notices: [], plan: { current: 2, versions } }, '2026-11-18')).toEqual([]);
    expect(said(rule, { notices: [], plan: { current: 2, versions } }, '2026-11-19')).toHaveLength(1);
  });

  it('is told by an update or extension of its version, or by one sent since', () => {
    expect(said(rule, told('update', '2026-11-20', 2), '2026-11-23')).toEqual([]);
    expect(said(rule, told('extension', '2026-11-20', 2), '2026-11-23')).toEqual([]);
    expect(said(rule, told('update', '2026-11-16', null), '2026-11-23')).toEqual([]);
    expect(said(rule, told('update', '2026-11-15', null), '2026-11-23')).toHaveLength(1);
    expect(said(rule, told('update', '2026-11-20', 1), '2026-11-23')).toHaveLength(1);
  });

  it('need not be told of a plan that nobody was told of and that has not begun', () => {
    expect(said(rule, changed({ status: 'agreed' }), '2026-11-23')).toEqual([]);
    const begun = { to: 'authority' as const, kind: 'notification' as const, sentOn: '2026-10-12' };
    expect(said(rule, changed({ status: 'agreed', notices: [begun] }), '2026-11-23')).toHaveLength(1);
    expect(said(rule, changed({ status: 'closed', notices: [begun] }), '2026-11-23')).toEqual([]);
  });

  it('is not what the first version is', () => {
    expect(said(rule, nothing, '2026-11-23')).toEqual([]);
  });
});

describe('the end', () => {
  const rule = tell('closure', 'end');
  const ended = (
    status: 'closed' | 'declined' | 'withdrawn',
    notices: RecordChanges['notices'] = [],
  ): RecordChanges => ({
    status,
    closure: { endedOn: '2026-11-20' },
    notices,
  });
  const begun = { to: 'authority' as const, kind: 'notification' as const, sentOn: '2026-10-12' };

  it('is told on the day itself', () => {
    expect(said(rule, ended('closed'), '2026-11-20')).toEqual([]);
    expect(said(rule, ended('closed'), '2026-11-21')).toMatchObject([
      { rule: 'F40', words: 'The authority has not been told of the end of it; it was due on Fri 20 Nov 2026.' },
    ]);
    expect(said(rule, ended('closed', [{ ...begun, kind: 'closure' }]), '2026-11-23')).toEqual([]);
  });

  it('of a plan that never began is told where its beginning was announced (DBY:25, 48)', () => {
    for (const status of ['declined', 'withdrawn'] as const) {
      expect(said(rule, ended(status), '2026-11-23')).toEqual([]);
      expect(said(rule, ended(status, [begun]), '2026-11-23')).toHaveLength(1);
    }
  });

  it('is owed at once where its day is not recorded', () => {
    expect(said(rule, { status: 'closed', closure: null, notices: [] }, '2026-11-23')).toHaveLength(1);
  });

  it('is not owed by a case that is open', () => {
    expect(said(rule, nothing, '2026-12-23')).toEqual([]);
  });
});

describe('the return of every half-term', () => {
  const rule = tell('half-termly list', 'half-term', 7);
  const sent = (kind: 'half-termly list' | 'nil return', sentOn: string): RecordChanges => ({
    notices: [{ to: 'authority', kind, sentOn }],
  });

  it('is due a week after the half-term began, for a plan that was running then', () => {
    expect(said(rule, nothing, '2026-11-09')).toEqual([]);
    expect(said(rule, nothing, '2026-11-10')).toMatchObject([
      {
        rule: 'F41',
        severity: 'act today',
        who: 'attendance officer',
        words: expect.stringContaining('it was due on Mon 9 Nov 2026'),
      },
    ]);
  });

  it('is made anew each half-term', () => {
    expect(said(rule, sent('half-termly list', '2026-11-02'), '2026-11-23')).toEqual([]);
    expect(said(rule, sent('nil return', '2026-11-02'), '2026-11-23')).toEqual([]);
    expect(said(rule, sent('half-termly list', '2026-11-01'), '2026-11-23')).toHaveLength(1);
    expect(said(rule, sent('half-termly list', '2026-11-02'), '2027-01-12')).toMatchObject([
      { words: expect.stringContaining('it was due on Mon 11 Jan 2027') },
    ]);
  });

  it('is not owed for half-terms before the plan began, nor by a plan that is not running', () => {
    expect(said(rule, { ...nothing, ...theVersion({ startsOn: '2026-11-03' }) }, '2026-11-23')).toEqual([]);
    expect(said(rule, { ...nothing, status: 'agreed' }, '2026-11-23')).toEqual([]);
    expect(said(rule, { ...nothing, ...theVersion({ startsOn: null }) }, '2026-11-23')).toEqual([]);
  });
});

describe('a pupil who lives in another council’s area', () => {
  const none: RuleData = { kind: 'duration', days: 400 };
  const livingIn = (homeAuthority: string | null, more: RecordChanges = {}): RecordChanges => ({
    pupil: { homeAuthority },
    school: { authority: 'Derby City' },
    ...more,
  });

  it('has the home authority asked as well (X18)', () => {
    expect(said(none, livingIn('Derbyshire'), '2026-11-23')).toEqual([
      {
        rule: 'F42',
        severity: 'act this week',
        at: ['pupil', 'homeAuthority'],
        words:
          'The pupil lives in the area of Derbyshire, not of the school’s authority, and it is not recorded that Derbyshire was asked what it needs.',
        todo: 'Ask the home authority whether it wants a notice of its own, send it, and record it.',
        who: 'case lead',
        source: 'Comparison of authorities, X18',
      },
    ]);
  });

  it('is settled by a notice that was sent there', () => {
    const notice = { to: 'home authority' as const, kind: 'notification' as const };
    expect(
      said(none, livingIn('Derbyshire', { notices: [{ ...notice, sentOn: '2026-11-01' }] }), '2026-11-23'),
    ).toEqual([]);
    expect(said(none, livingIn('Derbyshire', { notices: [notice] }), '2026-11-23')).toHaveLength(1);
  });

  it.each(['derby-city', ' Derby  City ', 'DERBY CITY', null, ' '])(
    'does not when it is the school’s own: %s',
    (home) => {
      expect(said(none, livingIn(home), '2026-11-23')).toEqual([]);
    },
  );

  it('is left to the home authority’s own notices where its document is known', () => {
    const rule = tell('notification', 'start', 0, 'home authority');
    expect(said(rule, livingIn('Derbyshire', { notices: [] }), '2026-11-23')).toMatchObject([
      { rule: 'F39', words: expect.stringMatching(/^The home authority has not been told/) },
    ]);
    expect(said(rule, livingIn('Derbyshire', { notices: [] }), '2026-11-02')).toEqual([]);
  });

  it('matters no more once the case has ended', () => {
    expect(said(none, livingIn('Derbyshire', { status: 'closed' }), '2026-11-23')).toEqual([]);
  });
});
