import type { PolicyRules } from '#domain/rules/stack.ts';

/**
 * What holds where no document of a stack gives a number: the statutory guidance asks for “regular” reviews and says no
 * more. A policy that does give one always comes before it, also when it is laxer.
 */
export const ownDefault: PolicyRules = {
  id: 'default',
  name: 'This product’s default',
  standing: 'default',
  document: 'No document: the value this product follows where every other is silent',
  lastChecked: '2026-11-22',
  reviewDue: null,
  superseded: [],
  contradictions: [],
  rules: [{ id: 'default/reviews', source: 'no policy sets a number', kind: 'review', first: 28, next: 28 }],
};
