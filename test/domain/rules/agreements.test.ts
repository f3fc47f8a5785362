import { describe, expect, it } from 'vitest';
import type { RuleData } from '#domain/rules/kinds.ts';
import { agreementLevels } from '#domain/record/words.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { plan } from '#test/builders/record-parts/plan.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { aPolicy } from './said.ts';

type Answer = NonNullable<RecordChanges['agreements']>[number];
const parentMust = (level: (typeof agreementLevels)[number]): RuleData => ({
  kind: 'agreement',
  party: 'parent',
  level,
});
const said = (rules: readonly RuleData[], agreements: readonly Answer[], more: RecordChanges = {}) =>
  saidBy([aPolicy(rules)], { ...more, agreements: [...agreements] });

const yes: Answer = {
  party: 'parent',
  to: 'the plan',
  version: 1,
  state: 'given',
  level: 'agreed in writing',
  answeredOn: '2026-11-02',
  livesWithPupil: true,
};
const secondVersion: RecordChanges = {
  plan: { current: 2, versions: [...(plan.versions ?? []), { version: 2, startsOn: '2026-11-16' }] },
};

describe('the parent’s agreement', () => {
  const written = [parentMust('agreed in writing')];

  it('is enough on the day the plan starts, in writing, by a parent the pupil lives with', () => {
    expect(said(written, [yes])).toEqual([]);
  });

  it('stops the plan while it is missing (reg 11(6))', () => {
    expect(said(written, [])).toEqual([
      {
        rule: 'F05',
        severity: 'stop',
        at: ['agreements'],
        words: 'No parent has agreed to the times and dates of version 1.',
        todo: 'Put the times and dates to a parent the pupil normally lives with; until they agree the pupil attends full time.',
        who: 'case lead',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
    expect(said(written, [{ ...yes, state: 'asked' }])).toMatchObject([{ rule: 'F05' }]);
  });

  it('to the idea is not agreement to times and dates (DBY:16, 44)', () => {
    expect(said(written, [{ ...yes, to: 'the idea' }])).toMatchObject([{ rule: 'F05' }]);
  });

  it('to times that were never written is no agreement', () => {
    expect(said(written, [yes], { plan: { versions: [] } })).toMatchObject([
      { words: 'No parent has agreed to any times and dates.' },
    ]);
  });

  it('to an earlier version does not hold for a changed one that is running (F07)', () => {
    expect(said(written, [yes], secondVersion)).toMatchObject([
      {
        rule: 'F07',
        severity: 'stop',
        words: 'The times or dates changed with version 2, and no parent has agreed to it.',
      },
    ]);
    expect(said(written, [yes], { ...secondVersion, status: 'agreed' })).toMatchObject([{ rule: 'F05' }]);
    expect(said(written, [yes, { ...yes, version: 2 }], secondVersion)).toEqual([]);
  });

  it('that was refused or withdrawn is left to the flag for that (F08)', () => {
    expect(said(written, [{ ...yes, state: 'refused' }])).toEqual([]);
    expect(said(written, [{ ...yes, state: 'withdrawn' }])).toEqual([]);
    expect(said(written, [{ ...yes, state: 'refused' }, yes])).toEqual([]);
  });

  it('must go as far as the policy asks', () => {
    expect(said(written, [{ ...yes, level: 'consented' }])).toMatchObject([
      {
        rule: 'F05',
        severity: 'stop',
        at: ['agreements', 0, 'level'],
        words: 'The parent has consented; it must be “agreed in writing”.',
      },
    ]);
    expect(said([parentMust('consented')], [{ ...yes, level: 'consented' }])).toEqual([]);
  });

  it('without a level counts as writing where there is proof, and else as consent', () => {
    expect(said(written, [{ ...yes, level: null, evidence: 'File' }])).toEqual([]);
    expect(said(written, [{ ...yes, level: null }])).toMatchObject([
      { words: 'The parent has consented; it must be “agreed in writing”.' },
    ]);
    expect(said([parentMust('consented')], [{ ...yes, level: null }])).toEqual([]);
  });

  it('must come before the times it is for (PLY:25)', () => {
    expect(said(written, [{ ...yes, answeredOn: '2026-11-03' }])).toMatchObject([
      {
        rule: 'F05',
        severity: 'act today',
        at: ['agreements', 0, 'answeredOn'],
        words: 'The parent agreed on Tue 3 Nov 2026, after these times began.',
      },
    ]);
    expect(said(written, [{ ...yes, answeredOn: null }])).toMatchObject([{ severity: 'act this week', rule: 'F05' }]);
  });

  it('must be by a parent the pupil normally lives with (F06)', () => {
    expect(said(written, [{ ...yes, livesWithPupil: false }])).toMatchObject([
      {
        rule: 'F06',
        severity: 'stop',
        at: ['agreements', 0, 'livesWithPupil'],
        words: 'The agreement is by a parent the pupil does not normally live with.',
      },
    ]);
    expect(said(written, [{ ...yes, livesWithPupil: null }])).toMatchObject([
      { rule: 'F06', words: 'It is not recorded that the pupil normally lives with the parent who agreed.' },
    ]);
    expect(said(written, [{ ...yes, livesWithPupil: false }, yes])).toEqual([]);
  });

  it('is owed by no case that has ended', () => {
    for (const status of ['closed', 'declined', 'withdrawn'] as const)
      expect(said(written, [], { status })).toEqual([]);
  });
});

describe('others whose agreement a policy asks for', () => {
  const social = (level: (typeof agreementLevels)[number]): RuleData => ({
    kind: 'agreement',
    group: 'child protection',
    party: 'social worker',
    level,
  });
  const protectedPupil: RecordChanges = { groups: { childProtection: true } };
  const answer: Answer = { party: 'social worker', state: 'given' };

  it('are asked only about pupils of their group', () => {
    expect(said([social('consented')], [])).toEqual([]);
    expect(said([social('consented')], [], protectedPupil)).toEqual([
      {
        rule: 'F09',
        severity: 'stop',
        at: ['agreements'],
        words: 'The social worker must have consented; the record shows nothing.',
        todo: 'Ask the social worker, and record the answer with its day and where the proof is kept.',
        who: 'DSL',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
  });

  it.each(
    agreementLevels.flatMap((needed, least) =>
      agreementLevels.map((level, own) => [needed, level, own >= least] as const),
    ),
  )('asked to be %s, having %s: enough is %s', (needed, level, isEnough) => {
    expect(said([social(needed)], [{ ...answer, level }], protectedPupil)).toHaveLength(isEnough ? 0 : 1);
  });

  it('who said yes without a level have consented', () => {
    expect(said([social('consented')], [answer], protectedPupil)).toEqual([]);
    expect(said([social('agreed in writing')], [answer], protectedPupil)).toMatchObject([
      {
        at: ['agreements', 0],
        words: expect.stringContaining('must have agreed in writing; the record shows only “consented”.'),
      },
    ]);
  });

  it('who refused have been consulted and no more, and the answer is quoted', () => {
    const refused: Answer = { ...answer, state: 'refused', level: 'agreed in writing' };
    expect(said([social('consulted')], [refused], protectedPupil)).toEqual([]);
    expect(said([social('consented')], [refused], protectedPupil)).toMatchObject([
      { words: expect.stringMatching(/only “consulted”\. The answer recorded is “refused”\.$/) },
    ]);
    expect(said([social('consented')], [{ ...refused, state: 'withdrawn' }], protectedPupil)).toMatchObject([
      { words: expect.stringMatching(/“withdrawn”\.$/) },
    ]);
  });

  it('who were only asked have been told', () => {
    expect(said([social('notified')], [{ ...answer, state: 'asked' }], protectedPupil)).toEqual([]);
    expect(said([social('discussed')], [{ ...answer, state: 'asked' }], protectedPupil)).toHaveLength(1);
  });

  it('who agreed to the idea alone have not agreed', () => {
    expect(said([social('consented')], [{ ...answer, to: 'the idea' }], protectedPupil)).toHaveLength(1);
  });

  it('who were sent a notice have been told; one that was never sent tells nobody', () => {
    const notice = { to: 'social worker' as const, kind: 'notification' as const };
    const sent = { ...protectedPupil, notices: [{ ...notice, sentOn: '2026-10-12' }] };
    expect(said([social('notified')], [], sent)).toEqual([]);
    expect(said([social('discussed')], [], sent)).toMatchObject([
      { words: expect.stringContaining('only “notified”') },
    ]);
    expect(said([social('notified')], [], { ...protectedPupil, notices: [notice] })).toHaveLength(1);
  });

  it.each([
    ['case work officer', 'SEND service', 'SENCO'],
    ['inclusion support service', 'SEND service', 'SENCO'],
    ['lead professional', 'lead professional', 'DSL'],
    ['early help worker', 'early help worker', 'DSL'],
    ['youth justice worker', 'youth justice worker', 'DSL'],
    ['educational psychologist', 'educational psychologist', 'SENCO'],
    ['specialist teacher', 'specialist teacher', 'SENCO'],
    ['virtual school', 'virtual school', 'case lead'],
  ] as const)('the %s is satisfied by an answer of the %s, and is for the %s to ask', (party, answering, who) => {
    const rule: RuleData = { kind: 'agreement', party, level: 'consented', title: 'the officer' };
    expect(said([rule], [])).toMatchObject([
      { who, words: expect.stringContaining('The officer must have consented;') },
    ]);
    expect(said([rule], [{ party: answering, state: 'given', level: 'consented' }])).toEqual([]);
  });

  it('are asked once, at the highest level that any group of the pupil needs', () => {
    const looked: RuleData = {
      kind: 'agreement',
      group: 'looked after',
      party: 'social worker',
      level: 'agreed in writing',
    };
    const both: RecordChanges = { groups: { childProtection: true, lookedAfter: true } };
    expect(said([social('consented'), looked], [], both)).toMatchObject([{ source: 'test:1' }]);
    expect(said([looked, social('consented')], [], both)).toMatchObject([{ source: 'test:0' }]);
  });
});

describe('the sign-off of the headteacher', () => {
  const rule: RuleData = { kind: 'agreement', party: 'headteacher', level: 'consented' };

  it.each([
    ['nothing', null, 1],
    ['a name and a day', { by: 'Helen Head', on: '2026-10-21', version: null }, 0],
    ['this version', { by: 'Helen Head', on: '2026-10-21', version: 1 }, 0],
    ['another version', { by: 'Helen Head', on: '2026-10-21', version: 2 }, 1],
    ['no name', { by: ' ', on: '2026-10-21', version: 1 }, 1],
    ['no day', { by: 'Helen Head', on: null, version: 1 }, 1],
  ])('with %s', (_, signOff, count) => {
    expect(said([rule], [], { signOff })).toHaveLength(count);
  });

  it('is asked of the headteacher, under the rule’s own name', () => {
    expect(said([rule], [], { signOff: null })).toEqual([
      {
        rule: 'test/0',
        severity: 'stop',
        at: ['signOff'],
        words: 'The headteacher, or whom the proprietor has authorised, has not signed off this version.',
        todo: 'Sign off the plan, with name and day, before it starts.',
        who: 'headteacher',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
  });
});
