import type { Rules, Sourced } from '#domain/rules.ts';
import type { School } from '#domain/school.ts';
import { ddat } from './ddat.ts';
import { derbyCity } from './derby-city.ts';
import { derbyshire } from './derbyshire.ts';
import type { Policy, Stated } from './policy.ts';
import { statutory } from './statutory.ts';

export const policies: readonly Policy[] = [statutory, derbyshire, derbyCity, ddat];

/**
 * Where no policy in a stack says how often, a review every four weeks is the product's own default:
 * the statutory guidance asks for “regular” reviews and gives no number.
 */
const ownDefault: Policy = {
  id: 'default',
  name: 'This product’s default',
  lastChecked: '2026-11-22',
  firstReviewWithinDays: { value: 28, source: 'no policy sets a number' },
  reviewEveryDays: { value: 28, source: 'no policy sets a number' },
};

function strictest(
  stack: readonly Policy[],
  pick: (policy: Policy) => Stated<number> | undefined,
): Sourced<number> | null {
  let found: Sourced<number> | null = null;
  for (const policy of stack) {
    const stated = pick(policy);
    if (stated && (found === null || stated.value < found.value)) {
      found = { value: stated.value, policy: policy.name, source: stated.source };
    }
  }
  return found;
}

function first(stack: readonly Policy[], pick: (policy: Policy) => Stated<true> | undefined): Sourced<true> | null {
  for (const policy of stack) {
    const stated = pick(policy);
    if (stated) return { value: true, policy: policy.name, source: stated.source };
  }
  return null;
}

/** The rules a school follows: the strictest of its stack, each with the policy and line that set it. */
export function rulesFor(school: Pick<School, 'policies'>): Rules {
  const stack = policies.filter((policy) => policy.id === 'statutory' || school.policies.includes(policy.id));
  const days = (pick: (policy: Policy) => Stated<number> | undefined): Sourced<number> =>
    strictest(stack, pick) ?? (strictest([ownDefault], pick) as Sourced<number>);
  return {
    firstReviewWithinDays: days((policy) => policy.firstReviewWithinDays),
    reviewEveryDays: days((policy) => policy.reviewEveryDays),
    longestDays: strictest(stack, (policy) => policy.longestDays),
    notifyAuthority: first(stack, (policy) => policy.notifyAuthority),
    parentConsent: first(stack, (policy) => policy.parentConsent) as Sourced<true>,
  };
}

/** Names in a school's stack that no policy file has: a setting to mend. */
export const unknownPolicies = (school: Pick<School, 'policies'>): readonly string[] =>
  school.policies.filter((id) => !policies.some((policy) => policy.id === id));
