import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { agreementLevels, type AgreementLevel } from '#domain/record/words.ts';
import { combine } from '#domain/rules/combine.ts';
import { evaluateRules } from '#domain/rules/evaluate.ts';
import { restrictions, years, type RuleData } from '#domain/rules/kinds.ts';
import type { PolicyRules, Stack } from '#domain/rules/stack.ts';
import { ownDefault } from '#policies/own-default.ts';
import { policies } from '#policies/stack-for.ts';
import { aRecord } from '#test/builders/record.ts';
import { calendar } from '#test/policies/support/hold-policy.ts';
import { aPolicy } from './said.ts';
import { runs } from '#test/support/runs.ts';

const everyPolicy = [...policies, ownDefault];
const someOf = fc.subarray(everyPolicy, { minLength: 1 });
const shuffled = someOf.chain((some) =>
  fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
);

const least = (stack: Stack, part: Stack, pick: (stack: Stack) => { readonly value: number } | null): boolean => {
  const own = pick(part);
  return own === null || (pick(stack)?.value ?? Number.POSITIVE_INFINITY) <= own.value;
};
const most = (stack: Stack, part: Stack, pick: (stack: Stack) => { readonly value: number } | null): boolean => {
  const own = pick(part);
  return own === null || (pick(stack)?.value ?? -1) >= own.value;
};
const levelOf = (stack: Stack, group: string, party: string): number =>
  Math.max(
    -1,
    ...stack.agreements
      .filter(({ value }) => (value.group ?? 'every pupil') === group && value.party === party)
      .map(({ value }) => agreementLevels.indexOf(value.level)),
  );

describe('combining policies', () => {
  it('never yields anything laxer than its strictest part', () => {
    fc.assert(
      fc.property(someOf, (some) => {
        const stack = combine(some);
        const documents = some.filter(({ standing }) => standing !== 'default');
        for (const part of documents.map((one) => combine([one]))) {
          expect(least(stack, part, (one) => one.firstReview)).toBe(true);
          expect(least(stack, part, (one) => one.nextReview)).toBe(true);
          expect(least(stack, part, (one) => one.longest)).toBe(true);
          expect(least(stack, part, (one) => one.extensions)).toBe(true);
          expect(least(stack, part, (one) => one.extensionDays)).toBe(true);
          expect(least(stack, part, (one) => one.share)).toBe(true);
          expect(most(stack, part, (one) => one.targets)).toBe(true);
          expect(most(stack, part, (one) => one.weeklyTargets)).toBe(true);
          expect(most(stack, part, (one) => one.lookBackYears)).toBe(true);
          for (const year of years) expect(most(stack, part, (one) => one.hours[year] ?? null)).toBe(true);
          for (const { value } of part.agreements) {
            const group = value.group ?? 'every pupil';
            expect(levelOf(stack, group, value.party)).toBeGreaterThanOrEqual(agreementLevels.indexOf(value.level));
          }
          for (const { value } of part.restrictions) {
            const held =
              stack.restrictions.find((one) => one.value.group === value.group)?.value.only ?? 'very limited';
            expect(restrictions.indexOf(held)).toBeGreaterThanOrEqual(restrictions.indexOf(value.only));
          }
          const all = <T>(pick: (one: Stack) => readonly { readonly value: T }[]) => {
            const held = pick(stack).map(({ value }) => value);
            for (const { value } of pick(part)) expect(held).toContainEqual(value);
          };
          all((one) => one.extensionNeeds);
          all((one) => one.risks);
          all((one) => one.barredReasons);
          all((one) => one.questionedReasons);
          for (const { value } of part.demands) {
            expect(
              stack.demands.some(
                ({ value: held }) =>
                  (held.group ?? 'every pupil') === (value.group ?? 'every pupil') &&
                  held.anyOf.every((item) => value.anyOf.includes(item)),
              ),
            ).toBe(true);
          }
          for (const { value } of part.tellings) {
            expect(
              stack.tellings.some(
                ({ value: held }) =>
                  (held.group ?? 'every pupil') === (value.group ?? 'every pupil') &&
                  held.to === value.to &&
                  held.of === value.of &&
                  held.due.from === value.due.from &&
                  held.due.days <= value.due.days,
              ),
            ).toBe(true);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        expect(combine(other)).toEqual(combine(some));
      }),
      { numRuns: runs(60) },
    );
  });

  it('never makes a record lack less than any one of them alone', () => {
    const record = aRecord({
      agreements: [],
      risk: null,
      voices: [],
      reviews: [],
      practical: { work: { arrangement: null } },
    });
    const context = { today: date('2026-12-20'), calendar };
    fc.assert(
      fc.property(someOf, (some) => {
        const numbers = (of: readonly PolicyRules[]) =>
          new Set(
            evaluateRules(record, combine(of), context)
              .map(({ rule }) => rule)
              .filter((rule) => /^F\d\d$/.test(rule)),
          );
        const together = numbers(some);
        for (const one of some.filter(({ standing }) => standing !== 'default'))
          for (const flag of numbers([one])) expect(together).toContain(flag);
      }),
      { numRuns: runs(30) },
    );
  });
});

const review = (first: number | null, next: number | null): RuleData => ({ kind: 'review', first, next });
const agreed = (level: AgreementLevel): RuleData => ({ kind: 'agreement', party: 'pupil', level });

describe('the rule that sets a value', () => {
  it('is named with its policy and its line', () => {
    const stack = combine([aPolicy([review(42, null)], { id: 'a' }), aPolicy([review(14, 21)], { id: 'b' })]);
    expect(stack.firstReview).toEqual({ value: 14, rule: 'b/0', policy: 'Policy b', source: 'b:0' });
    expect(stack.nextReview).toMatchObject({ value: 21, rule: 'b/0' });
  });

  it('is the law’s where several say the same, then an authority’s, then a trust’s', () => {
    const trust = aPolicy([agreed('consented')], { id: 'a', standing: 'trust' });
    const authority = aPolicy([agreed('consented')], { id: 'b' });
    const second = aPolicy([agreed('consented')], { id: 'c' });
    const law = aPolicy([agreed('consented')], { id: 'z', standing: 'law' });
    const setBy = (...some: PolicyRules[]) => combine(some).agreements[0]?.rule;
    expect(setBy(trust, second, authority, law)).toBe('z/0');
    expect(setBy(second, trust, authority)).toBe('b/0');
    expect(setBy(trust)).toBe('a/0');
  });

  it('is a default only where no document gives a number, laxer though the document may be', () => {
    const fallback = aPolicy([review(28, 28)], { id: 'd', standing: 'default' });
    const stack = combine([fallback, aPolicy([review(42, null)])]);
    expect(stack.firstReview).toMatchObject({ value: 42, rule: 'test/0' });
    expect(stack.nextReview).toMatchObject({ value: 28, rule: 'd/0' });
    expect(combine([]).firstReview).toBeNull();
  });

  it('of a narrower demand makes a wider one needless in the same group only', () => {
    const wide: RuleData = {
      kind: 'demand',
      group: 'child protection',
      anyOf: ['Core Group', 'meeting with the social worker'],
    };
    const narrow: RuleData = { kind: 'demand', group: 'child protection', anyOf: ['Core Group'] };
    const other: RuleData = { kind: 'demand', group: 'child in need', anyOf: ['Core Group'] };
    const asked = (...rules: RuleData[]) => combine([aPolicy(rules)]).demands.map(({ rule }) => rule);
    expect(asked(wide, narrow)).toEqual(['test/1']);
    expect(asked(wide, other)).toEqual(['test/0', 'test/1']);
    expect(asked({ ...wide, anyOf: [...wide.anyOf].reverse() }, wide)).toEqual(['test/0']);
    expect(asked(wide, { ...narrow, anyOf: ['PEP review'] })).toEqual(['test/0', 'test/1']);
  });

  it('of a demand is every pupil’s where it names no group', () => {
    const named: RuleData = { kind: 'demand', group: 'every pupil', anyOf: ['chronology'] };
    expect(combine([aPolicy([named, { kind: 'demand', anyOf: ['chronology'] }])]).demands).toHaveLength(1);
  });

  it('leaves zero targets unasked', () => {
    const none = combine([aPolicy([{ kind: 'targets', minimum: 0, eachWeek: 0, outcome: false }])]);
    expect([none.targets, none.weeklyTargets, none.outcome]).toEqual([null, null, null]);
  });

  it('gives each year the most taught hours of any document', () => {
    const { hours } = combine([
      aPolicy([{ kind: 'hours', taught: { '10': 24, '11': 25 } }], { id: 'a' }),
      aPolicy([{ kind: 'hours', taught: { '10': 25, '11': 25 } }], { id: 'b' }),
    ]);
    expect(hours['10']).toMatchObject({ value: 25, rule: 'b/0' });
    expect(hours['11']).toMatchObject({ value: 25, rule: 'a/0' });
    expect(hours['9']).toBeUndefined();
  });

  it('keeps deadlines apart that count from different days', () => {
    const tell = (from: 'start' | 'decision', days: number): RuleData => ({
      kind: 'tell',
      to: 'authority',
      of: 'notification',
      due: { from, days },
    });
    const { tellings } = combine([aPolicy([tell('start', 5), tell('decision', 1), tell('start', 0)])]);
    expect(tellings.map(({ rule }) => rule)).toEqual(['test/2', 'test/1']);
  });
});

describe('where two documents differ', () => {
  const saidOf = (...some: PolicyRules[]) =>
    combine(some).differences.map(({ about, holds, other }) => [about, holds.value, other.value, other.rule]);

  it('the stricter holds and both are named: six weeks and fourteen days (X2)', () => {
    const a = aPolicy(
      [review(42, null), { kind: 'duration', days: 56 }, { kind: 'extension', times: 2, days: 42, needs: [] }],
      { id: 'a' },
    );
    const b = aPolicy(
      [review(14, 14), { kind: 'duration', days: 42 }, { kind: 'extension', times: 1, days: 42, needs: [] }],
      { id: 'b' },
    );
    expect(saidOf(a, b)).toEqual([
      ['the first review', '14 days', '42 days', 'a/0'],
      ['the longest time', '42 days', '56 days', 'a/1'],
      ['the number of extensions', '1', '2', 'a/2'],
    ]);
    expect(saidOf(aPolicy([review(7, 7)], { id: 'c' }), b)).toContainEqual([
      'the time between reviews',
      '7 days',
      '14 days',
      'b/0',
    ]);
  });

  it('nothing is said where they agree, or of this product’s own default', () => {
    const b = aPolicy([review(14, 14)], { id: 'b' });
    expect(saidOf(b, aPolicy([review(14, 14)], { id: 'c' }))).toEqual([]);
    expect(saidOf(b, aPolicy([review(28, 28)], { id: 'd', standing: 'default' }))).toEqual([]);
  });

  it('the law’s register code holds, and the administrator is told what the document says (X1)', () => {
    const code = (value: string): RuleData => ({ kind: 'code', situation: 'not due', code: value });
    const law = aPolicy([code('C2')], { id: 'law', standing: 'law' });
    const old = aPolicy([code('C'), { kind: 'code', situation: 'school provision', code: 'B' }], { id: 'a' });
    const context = { today: date('2026-11-23'), calendar };
    expect(evaluateRules(aRecord(), combine([old, law]), context)).toEqual([
      {
        rule: 'a/0',
        severity: 'note',
        at: ['school', 'policies'],
        words:
          'About the register code of a session that the pupil is not due in, Policy a says C (a:0) and Policy law C2 (law:0); C2 is held. Since 19 August 2024 it is C2 for pupils of compulsory school age.',
        todo: 'Nothing in this case: the stricter is followed, and the law before any document.',
        who: 'administrator',
        source: 'a:0; law:0',
        policy: 'Policy a',
      },
    ]);
    expect(evaluateRules(aRecord({ status: 'closed' }), combine([old, law]), context)).toEqual([]);
  });
});
