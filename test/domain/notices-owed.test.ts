import { describe, expect, it } from 'vitest';
import type { Casefile } from '#domain/case.ts';
import { dutiesOf, nextReviewAtLatest, type Duties } from '#domain/duties.ts';
import type { SectionJson } from '#domain/record/sections.ts';
import { calendarOf } from '#domain/school.ts';
import { stackFor } from '#policies/stack-for.ts';
import { aCase, aCasefile, aCaseInPreparation, aHeldReview, anAgreement, aNotice } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';
import { filledSection } from './support/filled-section.ts';

const calendar = calendarOf(aSchool());
const { stack } = stackFor(aSchool().policies);
const owed = (file: Casefile, under = stack): Duties => dutiesOf(file, under, calendar, today);
const nothing: Duties = { caseChanges: {}, agreement: null, review: null, notices: [] };
const ref = aCase().ref;
const meetings = (...list: NonNullable<SectionJson<'meetings'>['meetings']>) => [
  filledSection('meetings', { meetings: list }),
];

describe('a case that is only being considered', () => {
  const considered = aCasefile({
    case: aCaseInPreparation({ status: 'considering' }),
    agreements: [],
    reviews: [],
    notices: [],
  });

  it('asks nobody and owes no notice: nothing is proposed yet', () => {
    expect(owed(considered)).toEqual(nothing);
  });

  it('does both as soon as it is being prepared', () => {
    const { agreement, notices } = owed({ ...considered, case: { ...considered.case, status: 'preparing' } });
    expect([agreement?.state, notices.map(({ kind }) => kind)]).toEqual(['asked', ['notification']]);
  });
});

describe('a case that was opened again', () => {
  const runBefore = [
    aHeldReview({ number: 1, heldOn: inDays(-40), nextOn: inDays(-26), versionAfter: 1 }),
    aHeldReview({ number: 2, heldOn: inDays(-26) }),
  ];
  const told = [
    aNotice({ sentOn: inDays(-60) }),
    aNotice({ kind: 'closure', sentOn: inDays(-20), key: `${ref}/notice/closure` }),
  ];
  const again = aCasefile({
    case: aCaseInPreparation({ version: 2 }),
    agreements: [anAgreement()],
    reviews: runBefore,
    notices: told,
  });

  it('asks the parent about its new version, and tells the authority anew that it begins', () => {
    expect(owed(again)).toMatchObject({
      caseChanges: {},
      agreement: { key: `${ref}/parent/v2`, state: 'asked' },
      review: null,
      notices: [{ key: `${ref}/notice/notification-v2`, kind: 'notification', version: 2 }],
    });
  });

  it('is told of by the meeting of this time, not by that of the time before', () => {
    const entry = { key: '', caseRef: ref, number: 1, words: '', by: '', previousHash: '', hash: '' };
    const chronology = [{ ...entry, on: inDays(-20), event: `ended ${inDays(-20).toString()}` }];
    const due = (...held: readonly string[]) => {
      const sections = meetings(...held.map((heldOn) => ({ kind: 'multi-agency', heldOn }) as const));
      return owed({ ...again, chronology, sections }).notices.map(({ dueOn }) => dueOn.toString());
    };
    expect(due('2026-11-03')).toEqual([again.case.startsOn.toString()]);
    expect(due('2026-11-03', '2026-11-20')).toEqual(['2026-11-20']);
  });

  it('tells of a change after that, and then anew of its end', () => {
    const notices = [...told, aNotice({ version: 2, key: `${ref}/notice/notification-v2` })];
    const kept = { agreements: [2, 3].map((version) => anAgreement({ version })), notices, reviews: [] };
    const changed = { ...again, ...kept, case: { ...again.case, version: 3 } };
    expect(owed(changed).notices.map(({ key }) => key)).toEqual([`${ref}/notice/update-v3`]);
    for (const [status, version] of [
      ['closed', 2],
      ['withdrawn', 2],
      ['closed', 3],
    ] as const) {
      const ended = { ...changed, case: { ...again.case, status, version, endedOn: today } };
      expect(owed(ended).notices).toEqual([
        expect.objectContaining({ key: `${ref}/notice/closure-v${version}`, kind: 'closure', version, dueOn: today }),
      ]);
    }
  });

  it('owes no second closing notice once that is written', () => {
    const notices = [
      ...told,
      aNotice({ version: 2, key: `${ref}/notice/notification-v2` }),
      aNotice({ kind: 'closure', version: 2, key: `${ref}/notice/closure-v2` }),
    ];
    const ended = aCase({ status: 'closed', version: 2, endedOn: today, nextReviewOn: null });
    expect(owed({ ...again, case: ended, notices }).notices).toEqual([]);
  });

  it('that ends before the authority was told of it anew owes nothing: that it ended stands there already', () => {
    const ended = aCase({ status: 'withdrawn', version: 2, endedOn: today, nextReviewOn: null });
    expect(owed({ ...again, case: ended }).notices).toEqual([]);
  });

  it('does not count the reviews of the time before: its first is due by the rule for first reviews', () => {
    const started = aCase({ version: 2, startsOn: today, nextReviewOn: inDays(14) });
    const { review } = owed({ ...again, case: started, agreements: [anAgreement({ version: 2 })] });
    expect(review).toEqual(expect.objectContaining({ number: 3, dueOn: inDays(14), heldOn: null }));
    expect(nextReviewAtLatest({ case: started, reviews: runBefore }, stack, calendar)).toEqual({
      on: inDays(14),
      words: 'At most 14 days after the start (DDAT, DDAT:141).',
    });
    const heldOnTheFirstDay = [...runBefore, aHeldReview({ number: 3, heldOn: today })];
    expect(nextReviewAtLatest({ case: started, reviews: heldOnTheFirstDay }, stack, calendar).words).toContain(
      'after the last review',
    );
  });
});

describe('the day by which the authority is told', () => {
  const opened = aCaseInPreparation({ openedOn: inDays(-1) });
  const due = (sections: Casefile['sections'], policies: readonly string[] = aSchool().policies, changes = {}) =>
    owed(
      aCasefile({ case: { ...opened, ...changes }, reviews: [], notices: [], sections }),
      stackFor(policies).stack,
    ).notices.map(({ kind, dueOn }) => `${kind} ${dueOn.toString()}`);

  it('in Derbyshire is that of the first planning meeting, held or planned (DBY:25-26)', () => {
    expect(due(meetings({ kind: 'multi-agency', plannedOn: '2026-11-26' }))).toEqual(['notification 2026-11-26']);
    const several: NonNullable<SectionJson<'meetings'>['meetings']> = [
      { kind: 'reintegration planning', plannedOn: '2026-11-19', heldOn: '2026-11-20' },
      { kind: 'multi-agency', plannedOn: '2026-11-25' },
      { kind: 'multi-agency' },
      { kind: 'PEP review', heldOn: '2026-11-02' },
    ];
    expect(due(meetings(...several))).toEqual(['notification 2026-11-20']);
    expect(due(meetings(...several.toReversed()))).toEqual(['notification 2026-11-20']);
  });

  it('in Derbyshire is that of the start where no such meeting is written down', () => {
    const start = `notification ${opened.startsOn.toString()}`;
    expect(due([])).toEqual([start]);
    expect(due(meetings({ kind: 'PEP review', heldOn: '2026-11-02' }))).toEqual([start]);
  });

  it('elsewhere is by that council’s own rule: of the start in Derby City, the day after the decision in Shropshire', () => {
    const held = meetings({ kind: 'multi-agency', heldOn: '2026-11-20' });
    expect(due(held, ['derby-city'])).toEqual([`notification ${opened.startsOn.toString()}`]);
    expect(due(held, ['shropshire'])).toEqual([`notification ${opened.openedOn.add({ days: 1 }).toString()}`]);
  });

  it('of a change is the day it is noticed, of an end the day it ended, also where the document is silent', () => {
    const notices = [aNotice()];
    const changed = aCasefile({ case: aCase({ version: 2 }), agreements: [anAgreement({ version: 2 })], notices });
    const ended = aCasefile({ case: aCase({ status: 'closed', endedOn: inDays(-3), nextReviewOn: null }), notices });
    for (const policies of [['derbyshire'], ['derby-city']]) {
      const under = stackFor(policies).stack;
      expect(owed(changed, under).notices.map(({ kind, dueOn }) => [kind, dueOn.toString()])).toEqual([
        ['update', today.toString()],
      ]);
      expect(owed(ended, under).notices.map(({ kind, dueOn }) => [kind, dueOn.toString()])).toEqual([
        ['closure', inDays(-3).toString()],
      ]);
    }
  });
});
