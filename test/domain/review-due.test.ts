import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueWords, reviewsDue, soonWithinDays } from '#domain/review-due.ts';
import { anyCase, anyDay } from '#test/builders/arbitrary.ts';
import { aCase, aHeldReview, aReview } from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';

const dueIn = (ref: string, days: number) => aReview({ caseRef: ref, dueOn: inDays(days) });
const refs = (due: readonly { readonly case: { readonly ref: string } }[]): readonly string[] =>
  due.map((one) => one.case.ref);

describe('reviews due', () => {
  it('are overdue or within a week, soonest first', () => {
    const names = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
    const reviews = [
      dueIn('AAA', 7),
      dueIn('BBB', 0),
      dueIn('CCC', -1),
      dueIn('DDD', 8),
      dueIn('EEE', -9),
      dueIn('FFF', 3),
    ];
    const due = reviewsDue(
      names.map((ref) => aCase({ ref })),
      reviews,
      today,
    );
    expect(refs(due.overdue)).toEqual(['EEE', 'CCC']);
    expect(refs(due.soon)).toEqual(['BBB', 'FFF', 'AAA']);
    expect(due.overdue.map(({ daysLeft }) => daysLeft)).toEqual([-9, -1]);
  });

  it('are only those of active cases, and only those not yet held', () => {
    const due = reviewsDue(
      [aCase({ ref: 'AAA', status: 'agreed' }), aCase({ ref: 'BBB', status: 'closed' }), aCase({ ref: 'CCC' })],
      [dueIn('AAA', 0), dueIn('BBB', 0), aHeldReview({ caseRef: 'CCC' }), dueIn('DDD', 0)],
      today,
    );
    expect(due).toEqual({ overdue: [], soon: [] });
  });

  it('come by reference when they fall on one day, so that the order is the same for everybody', () => {
    const cases = ['CCC', 'AAA', 'BBB'].map((ref) => aCase({ ref }));
    const due = reviewsDue(
      cases,
      cases.map(({ ref }) => dueIn(ref, 2)),
      today,
    );
    expect(refs(due.soon)).toEqual(['AAA', 'BBB', 'CCC']);
  });

  it('are each in exactly one group, in order, whatever the lists hold', () => {
    const some = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z]{6}$/), anyDay), {
      selector: ([ref]) => ref,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        some.chain((pairs) => fc.tuple(fc.tuple(...pairs.map(([ref]) => anyCase(ref))), fc.constant(pairs))),
        ([cases, pairs]) => {
          const { overdue, soon } = reviewsDue(
            cases,
            pairs.map(([caseRef, dueOn]) => aReview({ caseRef, dueOn })),
            today,
          );
          const days = [...overdue, ...soon].map(({ daysLeft }) => daysLeft);
          expect(days).toEqual(days.toSorted((a, b) => a - b));
          expect(overdue.every(({ daysLeft }) => daysLeft < 0)).toBe(true);
          expect(soon.every(({ daysLeft }) => daysLeft >= 0 && daysLeft <= soonWithinDays)).toBe(true);
        },
      ),
    );
  });
});

describe('how long is left', () => {
  it.each([
    [-2, '2 days overdue'],
    [-1, '1 day overdue'],
    [0, 'due today'],
    [1, 'due tomorrow'],
    [4, 'due in 4 days'],
  ])('%i days is “%s”', (days, words) => {
    expect(dueWords(days)).toBe(words);
  });
});
