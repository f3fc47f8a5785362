import { describe, expect, it } from 'vitest';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

type Checklist = NonNullable<NonNullable<CaseRecordJson['cambridgeshire']>['checklist']>;
const blank: Checklist = {
  bestInterest: null,
  dates: null,
  parentsConsent: null,
  ehcAgreement: null,
  childInCare: null,
  teamAroundFamily: null,
  coreGroup: null,
  riskPlanSaved: null,
  workSet: null,
  workMarked: null,
  registerCode: null,
};
const ticked = (checklist: Checklist, more: RecordChanges = {}): readonly string[] =>
  saidBy('checklist', { ...more, cambridgeshire: { checklist: { ...blank, ...checklist } } });
const agreement = (
  party: NonNullable<NonNullable<CaseRecordJson['agreements']>[number]['party']>,
  more: Record<string, unknown> = {},
) => ({
  party,
  name: 'Pat Sample',
  state: 'given' as const,
  level: 'agreed in writing' as const,
  evidence: 'Paper',
  ...more,
});
const plan = (startsOn: string | null, endsOn: string | null, firstReviewOn: string | null): RecordChanges => ({
  plan: { versions: [{ version: 1, startsOn, endsOn, firstReviewOn }] },
  reviews: [],
});

describe('a tick on Cambridgeshire’s checklist that the record bears out, and one that it does not (CAM:244-254)', () => {
  it('says nothing of an unanswered question, of a no, or of a case without the checklist', () => {
    expect(ticked({})).toEqual([]);
    expect(ticked({ workSet: 'no' }, { practical: { work: { arrangement: null } } })).toEqual([]);
    expect(saidBy('checklist', { cambridgeshire: null })).toEqual([]);
    expect(ticked({ workSet: 'yes' }, { status: 'closed', practical: { work: { arrangement: null } } })).toEqual([]);
  });

  it('quotes the question, what is missing and its line', () => {
    expect(ticked({ workSet: 'yes' }, { practical: { work: { arrangement: null } } })).toEqual([
      'cambridgeshire.checklist.workSet: “Sufficient and differentiated work is set” is answered yes, and the record does not show the work set.',
    ]);
    expect(
      weighed('checklist', {
        cambridgeshire: { checklist: { workMarked: 'yes' } },
        practical: { work: { markedBy: null } },
      }),
    ).toContainEqual({
      severity: 'act this week',
      who: 'case lead',
      source: 'CAM:253',
      todo: 'Record what the tick rests on, or answer no.',
    });
  });

  it('CAM:244: objectives', () => {
    expect(ticked({ bestInterest: 'yes' })).toEqual([]);
    expect(ticked({ bestInterest: 'yes' }, { objectives: null })).toHaveLength(1);
  });

  it('CAM:245: six weeks at most, and a review within two', () => {
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-12-13', '2026-11-16'))).toEqual([]);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-11-02', '2026-11-02'))).toEqual([]);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-12-14', '2026-11-16'))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-12-13', '2026-11-17'))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-12-13', '2026-11-01'))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-12-13', null))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', '2026-11-01', '2026-11-02'))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan(null, '2026-12-13', '2026-11-16'))).toHaveLength(1);
    expect(ticked({ dates: 'yes' }, plan('2026-11-02', null, '2026-11-16'))).toHaveLength(1);
    const planned = plan('2026-11-02', '2026-12-13', null);
    expect(ticked({ dates: 'yes' }, { ...planned, reviews: [{ dueOn: '2026-11-13' }] })).toEqual([]);
    expect(ticked({ dates: 'yes' }, { ...planned, reviews: [{ heldOn: '2026-11-13' }] })).toEqual([]);
  });

  it('CAM:246: a parent’s signature', () => {
    const of = (more: Record<string, unknown>) =>
      ticked({ parentsConsent: 'yes' }, { agreements: [agreement('parent', more)] });
    expect(of({})).toEqual([]);
    expect(of({ evidence: null, method: 'E-mail' })).toEqual([]);
    expect(of({ evidence: null })).toHaveLength(1);
    expect(of({ state: 'asked' })).toHaveLength(1);
    expect(ticked({ parentsConsent: 'yes' }, { agreements: [agreement('pupil')] })).toHaveLength(1);
  });

  it('CAM:247: the case work officer’s written agreement for a pupil with an EHC plan, and no other', () => {
    const groups = { sen: 'EHC plan' } as const;
    expect(ticked({ ehcAgreement: 'n/a' })).toEqual([]);
    expect(ticked({ ehcAgreement: 'n/a' }, { groups })).toEqual([
      'cambridgeshire.checklist.ehcAgreement: “EHC plan: the case work officer has agreed in writing” is answered n/a, and it is about this pupil.',
    ]);
    expect(ticked({ ehcAgreement: 'yes' }, { groups, agreements: [agreement('case work officer')] })).toEqual([]);
    expect(
      ticked({ ehcAgreement: 'yes' }, { groups, agreements: [agreement('case work officer', { level: null })] }),
    ).toEqual([]);
    expect(
      ticked({ ehcAgreement: 'yes' }, { groups, agreements: [agreement('case work officer', { level: 'discussed' })] }),
    ).toHaveLength(1);
    expect(
      ticked({ ehcAgreement: 'yes' }, { groups, agreements: [agreement('case work officer', { state: 'refused' })] }),
    ).toHaveLength(1);
  });

  it('CAM:248: Virtual School and designated teacher, both', () => {
    const groups = { lookedAfter: true };
    expect(ticked({ childInCare: 'n/a' })).toEqual([]);
    expect(ticked({ childInCare: 'n/a' }, { groups })).toHaveLength(1);
    expect(
      ticked(
        { childInCare: 'yes' },
        { groups, agreements: [agreement('virtual school'), agreement('designated teacher')] },
      ),
    ).toEqual([]);
    expect(ticked({ childInCare: 'yes' }, { groups, agreements: [agreement('virtual school')] })).toHaveLength(1);
    expect(ticked({ childInCare: 'yes' }, { groups, agreements: [agreement('designated teacher')] })).toHaveLength(1);
  });

  it('CAM:249: a Team Around the Family that was held, and the lead professional', () => {
    const meetings = (heldOn: string | null): RecordChanges => ({
      meetings: [{ kind: 'Team Around the Family', heldOn }],
    });
    const agreements = [agreement('lead professional')];
    expect(ticked({ teamAroundFamily: 'n/a' }, { groups: { earlyHelp: 'open' } })).toHaveLength(1);
    expect(ticked({ teamAroundFamily: 'n/a' }, { groups: { earlyHelp: 'offered' } })).toEqual([]);
    expect(ticked({ teamAroundFamily: 'yes' }, { ...meetings('2026-10-12'), agreements })).toEqual([]);
    expect(ticked({ teamAroundFamily: 'yes' }, { ...meetings(null), agreements })).toHaveLength(1);
    expect(ticked({ teamAroundFamily: 'yes' }, { ...meetings('2026-10-12'), agreements: [] })).toHaveLength(1);
  });

  it('CAM:250: the meeting and the social worker’s consent', () => {
    const agreements = [agreement('social worker', { level: 'consented' })];
    for (const groups of [{ childInNeed: true }, { childProtection: true }])
      expect(ticked({ coreGroup: 'n/a' }, { groups })).toHaveLength(1);
    expect(ticked({ coreGroup: 'n/a' })).toEqual([]);
    for (const kind of ['Core Group', 'child in need meeting'] as const)
      expect(ticked({ coreGroup: 'yes' }, { meetings: [{ kind, heldOn: '2026-10-12' }], agreements })).toEqual([]);
    expect(ticked({ coreGroup: 'yes' }, { meetings: [], agreements })).toHaveLength(1);
    expect(
      ticked({ coreGroup: 'yes' }, { meetings: [{ kind: 'Core Group', heldOn: '2026-10-12' }], agreements: [] }),
    ).toHaveLength(1);
  });

  it('CAM:251 to CAM:253: risk plan, work set, work marked', () => {
    expect(ticked({ riskPlanSaved: 'yes', workSet: 'yes', workMarked: 'yes' })).toEqual([]);
    expect(ticked({ riskPlanSaved: 'yes' }, { risk: null })).toHaveLength(1);
    expect(ticked({ riskPlanSaved: 'yes' }, { risk: { completedOn: null } })).toHaveLength(1);
    expect(ticked({ riskPlanSaved: 'n/a' }, { risk: null })).toHaveLength(1);
  });

  it('CAM:161-163: the two permissions are answered one way or the other', () => {
    expect(
      saidBy('checklist', {
        cambridgeshire: { sendServiceInvolvement: null, shareWithHealth: null, checklist: blank },
      }),
    ).toEqual([
      'cambridgeshire.sendServiceInvolvement: The parent has not said whether the SEND service may be involved.',
      'cambridgeshire.shareWithHealth: The parent has not said whether the report may be shared with health colleagues.',
    ]);
    const answered = { sendServiceInvolvement: 'do', shareWithHealth: 'do not', checklist: blank } as const;
    expect(saidBy('checklist', { cambridgeshire: answered })).toEqual([]);
    expect(saidBy('checklist', { status: 'closed', cambridgeshire: { ...answered, shareWithHealth: null } })).toEqual(
      [],
    );
  });
});
