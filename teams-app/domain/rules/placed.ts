import type { Rule } from './kinds.ts';
import type { PolicyRules, Ruling } from './stack.ts';

export type Kind = Rule['kind'];
export type RuleOf<K extends Kind> = Extract<Rule, { readonly kind: K }>;

/** One rule with the policy it stands in. */
export interface Placed<R extends Rule = Rule> {
  readonly policy: PolicyRules;
  readonly rule: R;
}
export type PlacedOf<K extends Kind> = readonly Placed<RuleOf<K>>[];

export const ruling = <T>({ policy, rule }: Placed, value: T): Ruling<T> => ({
  value,
  rule: rule.id,
  policy: policy.name,
  source: rule.source,
});
