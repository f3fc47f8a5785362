import type { Rules, Sourced } from '#domain/rules.ts';
import type { Ruling } from '#domain/rules/stack.ts';
import type { School } from '#domain/school.ts';
import { policies, stackFor } from './stack-for.ts';

export { policies };

const sourced = <T>({ value, policy, source }: Ruling<T>): Sourced<T> => ({ value, policy, source });
const asTrue = ({ policy, source }: Ruling<unknown>): Sourced<true> => ({ value: true, policy, source });

/** A stack always has it: the law or this product’s default stands under every one. */
function always<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`No policy and no default sets ${what}`);
  return found;
}

const known = new WeakMap<readonly string[], Rules>();

/** The rules a school follows: the strictest of its stack, each with the policy and line that set it. */
export function rulesFor({ policies: ids }: Pick<School, 'policies'>): Rules {
  const before = known.get(ids);
  if (before) return before;
  const rules = rulesOf(ids);
  known.set(ids, rules);
  return rules;
}

function rulesOf(ids: readonly string[]): Rules {
  const { stack } = stackFor(ids);
  const notify = stack.tellings.find(({ value }) => value.to === 'authority' && value.of === 'notification');
  // Any policy may ask for a stricter form of it; that the parent must agree at all is the law’s.
  const law = stack.policies.flatMap(({ name, rules }) => rules.map((rule) => ({ name, rule })));
  const consent = law.find(({ rule }) => rule.kind === 'agreement' && rule.party === 'parent');
  const { name, rule } = always(consent, 'the parent’s consent');
  return {
    firstReviewWithinDays: sourced(always(stack.firstReview, 'the first review')),
    reviewEveryDays: sourced(always(stack.nextReview, 'the next review')),
    longestDays: stack.longest ? sourced(stack.longest) : null,
    notifyAuthority: notify ? asTrue(notify) : null,
    parentConsent: { value: true, policy: name, source: rule.source },
  };
}

/** Names in a school's stack that no policy file has: a setting to mend. */
export const unknownPolicies = (school: Pick<School, 'policies'>): readonly string[] =>
  stackFor(school.policies).unknown;
