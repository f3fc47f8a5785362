// How the rules of several policies become one Stack: the strictest of each, and whose it is.
import type { RiskFactor } from '../record/risk.ts';
import { agreementLevels, recordReasons, type RecordReason } from '../record/words.ts';
import {
  restrictions,
  type AgreementRule,
  type ContactRule,
  type DemandRule,
  type ExtensionNeed,
  type Group,
  type Rule,
  type Situation,
  type TellRule,
} from './kinds.ts';
import { differencesOf } from './differences.ts';
import { hoursOf } from './hours-table.ts';
import { ruling, type Kind, type Placed, type PlacedOf, type RuleOf } from './placed.ts';
import type { PolicyRules, Ruling, Stack, Standing } from './stack.ts';

const standings: readonly Standing[] = ['law', 'authority', 'trust', 'default'];

/** The law first, then by id, so that a stack does not depend on the order in which a school lists its policies. */
const byStanding = (a: PolicyRules, b: PolicyRules): number =>
  standings.indexOf(a.standing) - standings.indexOf(b.standing) || (a.id < b.id ? -1 : 1);

const isOfKind =
  <K extends Kind>(kind: K) =>
  (placed: Placed): placed is Placed<RuleOf<K>> =>
    placed.rule.kind === kind;

/** The first of the best: ties go to the policy that stands first. */
function best<R extends Rule, T>(
  placed: readonly Placed<R>[],
  value: (rule: R) => T | null,
  isStricter: (a: T, b: T) => boolean,
): Ruling<T> | null {
  let found: Ruling<T> | null = null;
  for (const one of placed) {
    const own = value(one.rule);
    if (own !== null && (found === null || isStricter(own, found.value))) found = ruling(one, own);
  }
  return found;
}

/** For each key the strictest rule that has it. */
function bestOfEach<R extends Rule, T>(
  placed: readonly Placed<R>[],
  key: (rule: R) => string,
  value: (rule: R) => T,
  isStricter: (a: T, b: T) => boolean,
): readonly Ruling<T>[] {
  const found = new Map<string, Ruling<T>>();
  for (const one of placed) {
    const own = value(one.rule);
    const before = found.get(key(one.rule));
    if (!before || isStricter(own, before.value)) found.set(key(one.rule), ruling(one, own));
  }
  return [...found.values()];
}

const fewer = (a: number, b: number): boolean => a < b;
const more = (a: number, b: number): boolean => a > b;
const never = (): boolean => false;
const whole = <R extends Rule>(rule: R): R => rule;
const groupOf = (rule: { readonly group?: Group }): Group => rule.group ?? 'every pupil';

/** A default speaks only where no document gives a number. */
const spoken = <R extends Rule>(placed: readonly Placed<R>[], says: (rule: R) => boolean): readonly Placed<R>[] => {
  const documents = placed.filter(({ policy, rule }) => policy.standing !== 'default' && says(rule));
  return documents.length > 0 ? documents : placed;
};

function demandsOf(placed: PlacedOf<'demand'>): readonly Ruling<DemandRule>[] {
  const rulings = bestOfEach<RuleOf<'demand'>, DemandRule>(
    placed,
    (rule) => `${groupOf(rule)}/${[...rule.anyOf].sort().join('/')}`,
    whole,
    never,
  );
  // What meets a narrower demand of the same group meets the wider one too.
  const isImplied = ({ value }: Ruling<DemandRule>): boolean =>
    rulings.some(
      ({ value: other }) =>
        groupOf(other) === groupOf(value) &&
        other.anyOf.length < value.anyOf.length &&
        other.anyOf.every((item) => value.anyOf.includes(item)),
    );
  return rulings.filter((one) => !isImplied(one));
}

const barredOf = (placed: PlacedOf<'reasons'>): readonly Ruling<RecordReason>[] =>
  recordReasons.flatMap((reason) => {
    const barring = placed.find(({ rule }) => rule.allowed !== null && !rule.allowed.includes(reason));
    return barring ? [ruling(barring, reason)] : [];
  });

const eachOf = <R extends Rule, T extends string>(
  placed: readonly Placed<R>[],
  values: (rule: R) => readonly T[],
): readonly Ruling<T>[] => {
  const found = new Map<T, Ruling<T>>();
  for (const one of placed)
    for (const value of values(one.rule)) if (!found.has(value)) found.set(value, ruling(one, value));
  return [...found.values()];
};

function placedRules(policies: readonly PolicyRules[]): readonly Placed[] {
  return policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));
}

/** The strictest of all rules. The order in which the policies are given makes no difference. */
export function combine(given: readonly PolicyRules[]): Stack {
  const policies = given.toSorted(byStanding);
  const all = placedRules(policies);
  const of = <K extends Kind>(kind: K): PlacedOf<K> => all.filter(isOfKind(kind));
  const reviews = of('review');
  const level = (rule: AgreementRule): number => agreementLevels.indexOf(rule.level);
  return {
    policies,
    firstReview: best(
      spoken(reviews, (rule) => rule.first !== null),
      (rule) => rule.first,
      fewer,
    ),
    nextReview: best(
      spoken(reviews, (rule) => rule.next !== null),
      (rule) => rule.next,
      fewer,
    ),
    longest: best(of('duration'), (rule) => rule.days, fewer),
    extensions: best(of('extension'), (rule) => rule.times, fewer),
    extensionDays: best(of('extension'), (rule) => rule.days, fewer),
    extensionNeeds: eachOf<RuleOf<'extension'>, ExtensionNeed>(of('extension'), (rule) => rule.needs),
    agreements: bestOfEach<RuleOf<'agreement'>, AgreementRule>(
      of('agreement'),
      (rule) => `${groupOf(rule)}/${rule.party}`,
      whole,
      (a, b) => level(a) > level(b),
    ),
    demands: demandsOf(of('demand')),
    targets: best(of('targets'), (rule) => (rule.minimum > 0 ? rule.minimum : null), more),
    weeklyTargets: best(of('targets'), (rule) => (rule.eachWeek > 0 ? rule.eachWeek : null), more),
    outcome: best(of('targets'), (rule) => (rule.outcome ? true : null), never),
    contacts: bestOfEach<RuleOf<'contact'>, ContactRule>(of('contact'), (rule) => rule.group, whole, never),
    tellings: bestOfEach<RuleOf<'tell'>, TellRule>(
      of('tell'),
      (rule) => `${groupOf(rule)}/${rule.to}/${rule.of}/${rule.due.from}`,
      whole,
      (a, b) => a.due.days < b.due.days,
    ),
    codes: bestOfEach<RuleOf<'code'>, { readonly situation: Situation; readonly code: string }>(
      of('code'),
      (rule) => rule.situation,
      ({ situation, code }) => ({ situation, code }),
      never,
    ),
    hours: hoursOf(of('hours')),
    risks: eachOf<RuleOf<'risk'>, RiskFactor>(of('risk'), (rule) => rule.factors),
    barredReasons: barredOf(of('reasons')),
    questionedReasons: eachOf<RuleOf<'reasons'>, RecordReason>(of('reasons'), (rule) => rule.questioned),
    restrictions: bestOfEach(
      of('restriction'),
      (rule) => rule.group,
      ({ group, only }) => ({ group, only }),
      (a, b) => restrictions.indexOf(a.only) > restrictions.indexOf(b.only),
    ),
    lookBackYears: best(of('look-back'), (rule) => rule.years, more),
    share: best(of('share'), (rule) => rule.above, fewer),
    differences: differencesOf(all),
  };
}
