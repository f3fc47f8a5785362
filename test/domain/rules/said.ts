import type { Rule, RuleData } from '#domain/rules/kinds.ts';
import type { PolicyRules, Standing } from '#domain/rules/stack.ts';

/** A made-up policy with just these rules. */
export const aPolicy = (
  rules: readonly RuleData[],
  { id = 'test', standing = 'authority' }: { readonly id?: string; readonly standing?: Standing } = {},
): PolicyRules => ({
  id,
  name: `Policy ${id}`,
  standing,
  document: 'Made up',
  lastChecked: '2026-11-22',
  reviewDue: null,
  superseded: [],
  contradictions: [],
  rules: rules.map((rule, index): Rule => ({ ...rule, id: `${id}/${index}`, source: `${id}:${index}` })),
});
