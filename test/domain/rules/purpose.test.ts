import { describe, expect, it } from 'vitest';
import type { RuleData } from '#domain/rules/kinds.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const said = (rule: RuleData, changes: RecordChanges = {}, today = '2026-11-23') =>
  saidBy([aPolicy([rule])], changes, today);
const ended: RecordChanges = { status: 'closed' };
const common = { source: 'test:0', policy: 'Policy test' };

describe('targets', () => {
  const three: RuleData = { kind: 'targets', minimum: 3, eachWeek: 0, outcome: false };
  const weekly: RuleData = { kind: 'targets', minimum: 0, eachWeek: 1, outcome: false };
  const bare = theVersion({ weeks: [aWeek('2026-11-02', '08:45', '11:45')] });

  it('that are blank are no targets (DBY:39)', () => {
    const targets = [{ words: 'Reads' }, { words: 'Stays' }, { words: ' ' }];
    expect(said(three, { ...bare, targets })).toEqual([
      {
        rule: 'F18',
        severity: 'act this week',
        at: ['targets'],
        words: 'There are 2 targets; at least 3 are asked for.',
        todo: 'Set short targets that lead to the long-term outcome.',
        who: 'case lead',
        ...common,
      },
    ]);
    expect(said(three, { ...bare, targets: [{ words: 'Reads' }] })[0]?.words).toMatch(/^There is 1 target;/);
    expect(said(three, { ...bare, targets, ...ended })).toEqual([]);
  });

  it('may stand in the weeks of the plan', () => {
    const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'].map((monday) =>
      aWeek(monday, '08:45', '11:45', { target: { words: 'Stays for lunch' } }),
    );
    expect(said(three, { targets: [], ...theVersion({ weeks }) })).toEqual([]);
  });

  it('of a week may be in any of its dimensions, or in the list (CAM:205)', () => {
    for (const field of ['words', 'time', 'place', 'people', 'activity', 'progress'] as const) {
      const weeks = [aWeek('2026-11-02', '08:45', '11:45', { target: { [field]: 'Lunch in the small hall' } })];
      expect(said(weekly, { targets: [], ...theVersion({ weeks }) })).toEqual([]);
    }
    expect(said(weekly, { ...bare, targets: [{ words: 'Lunch', week: 1 }] })).toEqual([]);
    expect(said(weekly, { ...bare, targets: [{ words: ' ', week: 1 }] })).toHaveLength(1);
    expect(said(weekly, { ...bare, targets: [{ words: 'Lunch', week: 2 }] })).toEqual([
      {
        rule: 'F18',
        severity: 'act this week',
        at: ['plan', 'versions', 0, 'weeks', 0, 'target'],
        words: 'The week of Mon 2 Nov 2026 has no target.',
        todo: 'Write the target of the week: time, place, people, activity, progress, and how it is supported.',
        who: 'case lead',
        ...common,
      },
    ]);
    expect(said(weekly, { plan: { versions: [] } })).toEqual([]);
    const [first, second] = [aWeek('2026-11-02', '08:45', '11:45'), aWeek('2026-11-09', '08:45', '11:45')];
    const backwards = theVersion({ weeks: [second, first] });
    expect(said(weekly, { ...backwards, targets: [{ words: 'Lunch', week: 1 }] })).toMatchObject([
      { at: ['plan', 'versions', 0, 'weeks', 0, 'target'], words: 'The week of Mon 9 Nov 2026 has no target.' },
    ]);
  });

  it('lead to a long-term outcome (DBY:39)', () => {
    const outcome: RuleData = { kind: 'targets', minimum: 0, eachWeek: 0, outcome: true };
    expect(said(outcome)).toEqual([]);
    expect(said(outcome, { outcome: ' ' })).toEqual([
      {
        rule: 'test/0',
        severity: 'act this week',
        at: ['outcome'],
        words: 'There is no long-term outcome for the targets to lead to.',
        todo: 'Agree one at the meeting; it need not be about time.',
        who: 'case lead',
        ...common,
      },
    ]);
  });
});

describe('reasons', () => {
  const listed: RuleData = { kind: 'reasons', allowed: ['Reintegration'], questioned: [] };

  it('that a document leaves out are questioned', () => {
    expect(said(listed, { reasons: [{ reason: 'Reintegration' }, { reason: null }, { reason: 'Other' }] })).toEqual([
      {
        rule: 'test/0',
        severity: 'act this week',
        at: ['reasons', 2, 'reason'],
        words: '“Other” is not among the reasons that Policy test allows.',
        todo: 'Choose the reason that the document names, or do not use a part-time timetable.',
        who: 'case lead',
        ...common,
      },
    ]);
    expect(said(listed, { reasons: [{ reason: 'Other' }], ...ended })).toEqual([]);
  });

  it('of a risk of exclusion are for the headteacher to justify (F16)', () => {
    const rule: RuleData = { kind: 'reasons', allowed: null, questioned: ['At risk of exclusion'] };
    const reasons = [{ reason: 'At risk of exclusion' as const, details: 'Set out' }];
    expect(said(rule, { reasons, signOff: null })).toEqual([
      {
        rule: 'F16',
        severity: 'act today',
        at: ['reasons', 0, 'reason'],
        words:
          '“At risk of exclusion” is given as a reason. A part-time timetable must not be used to manage behaviour: what need does this one meet?',
        todo: 'Write at the sign-off why it is right although the pupil is at risk of exclusion.',
        who: 'headteacher',
        ...common,
      },
    ]);
    expect(said(rule, { reasons, signOff: { riskOfExclusion: 'Anxiety' } })).toEqual([]);
  });

  it('that are questioned otherwise need their details (DDAT:107)', () => {
    const rule: RuleData = { kind: 'reasons', allowed: null, questioned: ['Emotional or social needs'] };
    const reason = 'Emotional or social needs' as const;
    expect(said(rule, { reasons: [{ reason, details: 'Grief' }] })).toEqual([]);
    expect(said(rule, { reasons: [{ reason, details: '' }] })).toMatchObject([
      {
        rule: 'test/0',
        severity: 'act this week',
        who: 'case lead',
        todo: 'Set out the need in the details of the reason.',
      },
    ]);
  });
});

describe('how rarely', () => {
  const rule = (only: 'very limited' | 'most exceptional' | 'not at all'): RuleData => ({
    kind: 'restriction',
    group: 'looked after',
    only,
  });
  const looked: RecordChanges = { groups: { lookedAfter: true }, signOff: { exceptional: null } };

  it('asks what makes the circumstances exceptional', () => {
    expect(said(rule('very limited'), looked)).toEqual([
      {
        rule: 'test/0',
        severity: 'act today',
        at: ['signOff', 'exceptional'],
        words:
          'For this pupil (looked after) Policy test allows one only in very limited circumstances, and none are written down.',
        todo: 'Write at the sign-off what makes the circumstances exceptional.',
        who: 'headteacher',
        ...common,
      },
    ]);
    expect(said(rule('most exceptional'), { ...looked, signOff: null })[0]?.words).toContain(
      'the most exceptional circumstances',
    );
    expect(said(rule('very limited'), { ...looked, signOff: { exceptional: 'Surgery' } })).toEqual([]);
    expect(said(rule('very limited'), { signOff: null })).toEqual([]);
    expect(said(rule('very limited'), { ...looked, ...ended })).toEqual([]);
  });

  it('“not at all” is a stop that no justification lifts', () => {
    expect(said(rule('not at all'), { ...looked, signOff: { exceptional: 'Surgery' } })).toEqual([
      {
        rule: 'test/0',
        severity: 'stop',
        at: ['groups'],
        words: 'Policy test does not allow a part-time timetable for this pupil (looked after).',
        todo: 'Keep the pupil in full-time education and ask the authority for advice.',
        who: 'headteacher',
        ...common,
      },
    ]);
  });
});

describe('risk factors', () => {
  const rule: RuleData = { kind: 'risk', factors: ['selfHarm', 'radicalisation'] };

  it('are each answered, whatever the answer (F12)', () => {
    for (const answer of ['present', 'considered', 'not applicable'] as const) {
      expect(said(rule, { risk: { factors: { selfHarm: answer, radicalisation: answer } } })).toEqual([]);
    }
    expect(said(rule, { risk: { factors: { selfHarm: null, radicalisation: null } } })).toEqual([
      {
        rule: 'F12',
        severity: 'act this week',
        at: ['risk', 'factors'],
        words: 'The risk assessment leaves open: Self-harming; Radicalisation.',
        todo: 'Answer each: present, considered, or not applicable.',
        who: 'DSL',
        ...common,
      },
    ]);
    expect(said(rule, { risk: { factors: { selfHarm: null } }, ...ended })).toEqual([]);
  });

  it('are asked for only once there is a risk assessment', () => {
    expect(said(rule, { risk: null })).toEqual([]);
  });
});
