// Where two policies of a stack say different things, the product says so, with both lines.
import type { Rule } from './kinds.ts';
import { ruling, type Placed } from './placed.ts';
import type { Difference, PolicyRules } from './stack.ts';

interface Subject {
  readonly about: string;
  readonly because?: string;
  /** What a rule says about it, in words, and how strict that is (smaller is stricter); null where it says nothing. */
  readonly says: (rule: Rule, policy: PolicyRules) => { readonly words: string; readonly rank: number } | null;
}

const days = (count: number): string => `${count} days`;

const subjects: readonly Subject[] = [
  {
    about: 'the first review',
    says: (rule) =>
      rule.kind === 'review' && rule.first !== null ? { words: days(rule.first), rank: rule.first } : null,
  },
  {
    about: 'the time between reviews',
    says: (rule) => (rule.kind === 'review' && rule.next !== null ? { words: days(rule.next), rank: rule.next } : null),
  },
  {
    about: 'the longest time',
    says: (rule) => (rule.kind === 'duration' ? { words: days(rule.days), rank: rule.days } : null),
  },
  {
    about: 'the number of extensions',
    says: (rule) =>
      rule.kind === 'extension' && rule.times !== null ? { words: String(rule.times), rank: rule.times } : null,
  },
  {
    about: 'the register code of a session that the pupil is not due in',
    because: 'Since 19 August 2024 it is C2 for pupils of compulsory school age.',
    says: (rule, policy) =>
      rule.kind === 'code' && rule.situation === 'not due'
        ? { words: rule.code, rank: policy.standing === 'law' ? 0 : 1 }
        : null,
  },
];

/** For each subject, every policy that says something else than the strictest does. */
export function differencesOf(all: readonly Placed[]): readonly Difference[] {
  return subjects.flatMap(({ about, because = null, says }) => {
    const said = all.flatMap((placed) => {
      const own = placed.policy.standing === 'default' ? null : says(placed.rule, placed.policy);
      return own ? [{ own, ruling: ruling(placed, own.words) }] : [];
    });
    const strictest = said.reduce<(typeof said)[number] | null>(
      (least, one) => (least === null || one.own.rank < least.own.rank ? one : least),
      null,
    );
    if (!strictest) return [];
    return said
      .filter((one) => one.own.words !== strictest.own.words)
      .map((one) => ({ about, holds: strictest.ruling, other: one.ruling, because }));
  });
}
