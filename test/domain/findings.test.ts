import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Casefile } from '#domain/case.ts';
import { findingsOf, type Finding } from '#domain/findings.ts';
import { rulesFor } from '#policies/stack.ts';
import { anyCasefile, anyDay } from '#test/builders/arbitrary.ts';
import {
  aCase,
  aCasefile,
  aCaseInPreparation,
  aHeldReview,
  anAgreement,
  aNotice,
  aReview,
} from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';

const rules = rulesFor({ policies: ['derbyshire', 'ddat'] });
const found = (parts: Partial<Casefile>): readonly Finding[] => findingsOf(aCasefile(parts), rules, today);
/** What the case lacks, without the review that is due today in every case of these tests. */
const lacks = (parts: Partial<Casefile>): readonly (readonly [string, string, string])[] =>
  found({ reviews: [aReview({ dueOn: inDays(10) })], ...parts })
    .filter(({ rule }) => rule !== 'F20')
    .map(({ rule, severity, words }) => [rule, severity, words] as const);

describe('what a case lacks', () => {
  it('is nothing when consent is signed, the review is planned and the authority was told', () => {
    expect(lacks({ case: aCase({ startsOn: inDays(-1) }) })).toEqual([]);
  });

  it('is consent, this week, before the start', () => {
    expect(lacks({ case: aCaseInPreparation(), agreements: [anAgreement({ state: 'asked' })] })).toEqual([
      [
        'F05',
        'act this week',
        'The parent has not signed these times and dates, so the part-time timetable cannot start.',
      ],
    ]);
  });

  it('is consent, and everything stops, once the start date is reached', () => {
    expect(lacks({ case: aCaseInPreparation({ startsOn: today }), agreements: [] })[0]?.slice(0, 2)).toEqual([
      'F05',
      'stop',
    ]);
  });

  it('is consent to the new times while the timetable runs', () => {
    expect(lacks({ case: aCase({ version: 2 }), agreements: [anAgreement()] })).toEqual([
      ['F07', 'stop', 'The times and dates changed (version 2) and the parent has not signed the new ones.'],
    ]);
  });

  it.each(['refused', 'withdrawn'] as const)('is the whole week in school when consent is %s', (state) => {
    expect(lacks({ agreements: [anAgreement({ state })] })).toEqual([
      ['F08', 'stop', `The parent has ${state} consent to version 1. The pupil is to attend full time.`],
    ]);
  });

  it('is an end after the start', () => {
    expect(lacks({ case: aCase({ endsOn: inDays(-14) }) })[0]).toEqual([
      'F01',
      'stop',
      'The end date, Mon 9 Nov 2026, is not after the start, Mon 9 Nov 2026.',
    ]);
  });

  it('is a decision once the end date has passed, and not on the day itself', () => {
    expect(lacks({ case: aCase({ endsOn: today }) })).toEqual([]);
    expect(lacks({ case: aCase({ endsOn: inDays(-1) }) })).toEqual([
      ['F26', 'act today', 'The end date, Sun 22 Nov 2026, has passed and nothing has been decided.'],
    ]);
  });

  it('is a shorter plan where a policy sets the longest', () => {
    const limited = { ...rules, longestDays: { value: 30, policy: 'A policy', source: 'line 1' } };
    const plan = (days: number) => aCasefile({ case: aCase({ startsOn: today, endsOn: inDays(days) }) });
    expect(findingsOf(plan(30), limited, today).map(({ rule }) => rule)).not.toContain('F27');
    expect(findingsOf(plan(31), limited, today)).toContainEqual({
      rule: 'F27',
      severity: 'act today',
      words: 'The plan lasts 31 days; at most 30 are allowed.',
      who: 'headteacher',
      source: 'A policy (line 1)',
    });
  });

  it('is the outcome and everybody’s words after a review recorded from a card', () => {
    const fromCard = aReview({ heldOn: today, recordedBy: 'Wren Larkspur' });
    const completed = aHeldReview({ number: 2, pupilWords: null });
    const words = lacks({ reviews: [fromCard, completed] }).map(([, , said]) => said);
    expect(words).toEqual([
      'Review 1 is recorded without the outcome, the parent’s words and the pupil’s words.',
      'Review 2 is recorded without the pupil’s words.',
    ]);
  });

  it('is progress when hours have not grown over two reviews', () => {
    const held = (hours: readonly number[]) =>
      hours.map((hoursAfter, index) => aHeldReview({ number: index + 1, hoursAfter }));
    const stuck = (...hours: number[]) => lacks({ reviews: held(hours) }).some(([rule]) => rule === 'F23');
    expect([stuck(12.5, 12.5, 12.5), stuck(15, 12.5, 12.5), stuck(10, 12.5, 12.5), stuck(12.5, 12.5)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is its closing when the review agreed a return to full time', () => {
    expect(lacks({ reviews: [aHeldReview({ outcome: 'Back to full time', hoursAfter: 32.5 })] })).toEqual([
      ['F40', 'act today', 'Review 1 agreed a return to full time. Close the case, so that the authority is told.'],
    ]);
  });

  it('is a notice that the authority should have had, from the day after it was due', () => {
    const late = (dueOn: typeof today) => lacks({ notices: [aNotice({ state: 'owed', sentOn: null, dueOn })] });
    expect(late(today)).toEqual([]);
    expect(late(inDays(-1))).toEqual([
      ['F39', 'act today', 'The authority has not been sent the notification that was due on Sun 22 Nov 2026.'],
    ]);
  });

  it('after its end is only what the authority has not been told', () => {
    const ended = aCase({ status: 'closed', endedOn: today, endsOn: inDays(-5) });
    const owed = aNotice({ kind: 'closure', state: 'sending', dueOn: inDays(-2) });
    expect(found({ case: ended, agreements: [], notices: [owed] }).map(({ rule }) => rule)).toEqual(['F39']);
  });
});

describe('a review that is due', () => {
  const dueIn = (days: number) =>
    found({ reviews: [aReview({ dueOn: inDays(days) })] }).find(({ rule }) => rule === 'F19');

  it('is spoken of three days ahead', () => {
    expect(dueIn(4)).toBeUndefined();
    expect(dueIn(3)).toMatchObject({
      severity: 'act this week',
      words: 'Review 1 is due in 3 days (Thu 26 Nov 2026).',
      who: 'case lead',
    });
  });

  it('goes to the headteacher when it is more than a week overdue', () => {
    expect(dueIn(-7)).toMatchObject({ severity: 'act today', who: 'case lead' });
    expect(dueIn(-8)).toMatchObject({
      severity: 'act today',
      who: 'headteacher',
      words: 'Review 1 is 8 days overdue (Sun 15 Nov 2026).',
    });
  });

  it('is planned too late when it is more than 14 days after the start, by the trust’s rule', () => {
    const late = { reviews: [aReview({ dueOn: inDays(1) })] };
    expect(found(late)).toContainEqual({
      rule: 'F20',
      severity: 'act this week',
      words: 'Review 1 is planned 15 days after the start; at most 14 are allowed.',
      who: 'case lead',
      source: 'DDAT (DDAT:141)',
    });
    expect(found({}).map(({ rule }) => rule)).not.toContain('F20');
  });

  it('is counted from the last review once one was held', () => {
    const next = aReview({ number: 2, dueOn: inDays(15) });
    expect(found({ reviews: [aHeldReview(), next] }).map(({ words }) => words)).toContain(
      'Review 2 is planned 15 days after the last one; at most 14 are allowed.',
    );
  });
});

describe('findings of any case', () => {
  const rank = ['stop', 'act today', 'act this week', 'note'];

  it('come gravest first, in sentences, each with who should act and the line that says so', () => {
    fc.assert(
      fc.property(anyCasefile, anyDay, (file, day) => {
        const findings = findingsOf(file, rules, day);
        const ranks = findings.map(({ severity }) => rank.indexOf(severity));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const { words, who, source } of findings) {
          expect(words).toMatch(/^[A-Z].*\.$/);
          expect(who).not.toBe('');
          expect(source).not.toBe('');
        }
      }),
    );
  });
});
