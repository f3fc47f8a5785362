import { combine } from '#domain/rules/combine.ts';
import type { PolicyRules, Stack } from '#domain/rules/stack.ts';
import { cambridgeshire } from './cambridgeshire.ts';
import { ddat } from './ddat.ts';
import { derbyCity } from './derby-city.ts';
import { derbyshire } from './derbyshire.ts';
import { ownDefault } from './own-default.ts';
import { plymouth } from './plymouth.ts';
import { shropshire } from './shropshire.ts';
import { statutory } from './statutory.ts';
import { warwickshire } from './warwickshire.ts';

/** Every policy that is written, the law first. */
export const policies: readonly PolicyRules[] = [
  statutory,
  derbyshire,
  derbyCity,
  warwickshire,
  plymouth,
  cambridgeshire,
  shropshire,
  ddat,
];

export interface OtherAuthorities {
  /** The council of the area the pupil lives in, where it is not the school's. */
  readonly homeAuthority?: string | null;
  /** The council that looks after the pupil. */
  readonly careAuthority?: string | null;
}

/** “Derby City” and “derby-city” are the same policy: people type names, settings hold ids. */
const asId = (typed: string): string => typed.trim().toLowerCase().replaceAll(/\s+/g, '-');

const policyOf = (typed: string): PolicyRules | undefined => policies.find(({ id }) => id === asId(typed));

/** A home authority is told of its pupils; the rest of its document binds its own schools, not this one. */
const asHome = (policy: PolicyRules): PolicyRules => ({
  ...policy,
  id: `${policy.id}/home`,
  contradictions: [],
  superseded: [],
  reviewDue: null,
  rules: policy.rules.flatMap((rule) =>
    rule.kind === 'tell' && rule.to === 'authority' && rule.of !== 'half-termly list'
      ? [{ ...rule, id: `${rule.id}/home`, to: 'home authority' as const }]
      : [],
  ),
});

/** A care authority’s Virtual School and social worker keep what its document says of pupils it looks after. */
const asCarer = (policy: PolicyRules): PolicyRules => ({
  ...policy,
  id: `${policy.id}/care`,
  contradictions: [],
  superseded: [],
  reviewDue: null,
  rules: policy.rules.filter((rule) => 'group' in rule && rule.group === 'looked after'),
});

const known = new Map<string, Stack>();

/** Combining costs more than looking at a case, and a trust follows only a few stacks. */
function combined(stack: readonly PolicyRules[]): Stack {
  const ids = stack.map(({ id }) => id).join('+');
  const made = known.get(ids) ?? combine(stack);
  known.set(ids, made);
  return made;
}

/**
 * The rules for one pupil of a school that follows these policies, strictest first. `unknown` names what no file has:
 * a setting to mend, never a reason to stop.
 */
export function stackFor(
  policyIds: readonly string[],
  { homeAuthority, careAuthority }: OtherAuthorities = {},
): { readonly stack: Stack; readonly unknown: readonly string[] } {
  const own = policies.filter((policy) => policy === statutory || policyIds.some((id) => policyOf(id) === policy));
  const others = [
    { policy: homeAuthority ? policyOf(homeAuthority) : undefined, as: asHome },
    { policy: careAuthority ? policyOf(careAuthority) : undefined, as: asCarer },
  ].flatMap(({ policy, as }) =>
    policy && policy.standing === 'authority' && !own.includes(policy) ? [as(policy)] : [],
  );
  return {
    stack: combined([...own, ...others, ownDefault]),
    unknown: policyIds.filter((id) => !policyOf(id)),
  };
}
