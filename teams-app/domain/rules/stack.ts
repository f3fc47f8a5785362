// What a school's policies come to together. `Ruling` names the rule that set a value.
import type { RiskFactor } from '../record/risk.ts';
import type { RecordReason } from '../record/words.ts';
import type {
  AgreementRule,
  ContactRule,
  DemandRule,
  ExtensionNeed,
  Group,
  Restriction,
  Rule,
  Situation,
  TellRule,
  YearGroup,
} from './kinds.ts';

/** A value, and the rule, policy and line that set it. */
export interface Ruling<T> {
  readonly value: T;
  /** Id of the rule, e.g. ddat/reviews. */
  readonly rule: string;
  /** Name of the policy as people know it. */
  readonly policy: string;
  readonly source: string;
}

/** The law stands under every document, an authority's beside a trust's. */
export type Standing = 'law' | 'authority' | 'trust' | 'default';

/** A place where a document contradicts itself, or says what the law no longer says. */
export interface Contradiction {
  readonly id: string;
  /** Every line concerned. */
  readonly source: string;
  /** Both sides in words, and which this product follows. */
  readonly words: string;
  /** Where it is there, said only about pupils of this group. */
  readonly group?: Group;
}

/** A law or guidance that a document rests on and that no longer holds. */
export interface Superseded {
  readonly cites: string;
  /** What to go by instead; fits after “Plymouth cites …; ”. */
  readonly now: string;
  readonly source: string;
}

/** Everything a policy file holds. */
export interface PolicyRules {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly document: string;
  /** ISO day on which somebody last compared this file with the document. */
  readonly lastChecked: string;
  /** ISO day after which the document's own review is overdue; null where it names none. */
  readonly reviewDue: { readonly on: string; readonly source: string } | null;
  readonly superseded: readonly Superseded[];
  readonly contradictions: readonly Contradiction[];
  readonly rules: readonly Rule[];
}

/** Two policies of one stack that differ, and the one that holds. */
export interface Difference {
  readonly about: string;
  readonly holds: Ruling<string>;
  readonly other: Ruling<string>;
  /** A sentence on why, where the strictest alone does not explain it. */
  readonly because: string | null;
}

export interface Stack {
  readonly policies: readonly PolicyRules[];
  readonly firstReview: Ruling<number> | null;
  readonly nextReview: Ruling<number> | null;
  readonly longest: Ruling<number> | null;
  readonly extensions: Ruling<number> | null;
  readonly extensionDays: Ruling<number> | null;
  readonly extensionNeeds: readonly Ruling<ExtensionNeed>[];
  /** One for each group and party, at the highest level. */
  readonly agreements: readonly Ruling<AgreementRule>[];
  readonly demands: readonly Ruling<DemandRule>[];
  readonly targets: Ruling<number> | null;
  readonly weeklyTargets: Ruling<number> | null;
  readonly outcome: Ruling<true> | null;
  readonly contacts: readonly Ruling<ContactRule>[];
  /** One for each group, recipient, event and thing the deadline counts from, with the fewest days. */
  readonly tellings: readonly Ruling<TellRule>[];
  readonly codes: readonly Ruling<{ readonly situation: Situation; readonly code: string }>[];
  readonly hours: Readonly<Partial<Record<YearGroup, Ruling<number>>>>;
  readonly risks: readonly Ruling<RiskFactor>[];
  /** Reasons that at least one document leaves out of its list. */
  readonly barredReasons: readonly Ruling<RecordReason>[];
  readonly questionedReasons: readonly Ruling<RecordReason>[];
  readonly restrictions: readonly Ruling<{ readonly group: Group; readonly only: Restriction }>[];
  readonly lookBackYears: Ruling<number> | null;
  readonly share: Ruling<number> | null;
  readonly differences: readonly Difference[];
}
