// What a policy can demand. A rule has one of these kinds and a line it comes from; a policy is a list of rules.
// Where several policies speak of the same thing the strictest holds, and a Stack says whose that is.
import type { RiskFactor } from '../record/risk.ts';
import type { AgreementLevel, NoticeTo, Party, RecordReason } from '../record/words.ts';
import type { Item } from './items.ts';

export const groups = [
  'every pupil',
  'special educational needs',
  'EHC plan',
  'looked after',
  'child protection',
  'child in need',
  'social care',
  'not with social care',
  'early help',
  'youth justice',
  'medical',
  'free school meals',
  'interpreter',
  'exploitation',
] as const;
/** Pupils a rule is about; where a rule names none it is about every pupil. “social care” is any of looked after, child protection and child in need. */
export type Group = (typeof groups)[number];

/** What somebody is told of. A half-termly list names the pupils still part-time, or says there are none. */
export type Telling = 'notification' | 'update' | 'closure' | 'half-termly list' | 'decision' | 'report';

export interface Deadline {
  readonly from: 'decision' | 'meeting' | 'start' | 'change' | 'end' | 'half-term' | 'term';
  /** Calendar days after it; 0 is the day itself. */
  readonly days: number;
}

/** A review at most `first` calendar days after the start, the next within `next` days; null where the document is silent. */
export interface ReviewRule {
  readonly kind: 'review';
  readonly first: number | null;
  readonly next: number | null;
}

/** Calendar days from the first day to the last, both counted: six weeks are 42. */
export interface DurationRule {
  readonly kind: 'duration';
  readonly days: number;
}

export const extensionNeeds = [
  'parental agreement',
  'multi-agency consultation',
  'revised plan',
  'stated reason',
  'authority agreement',
  'referral to the authority',
] as const;
export type ExtensionNeed = (typeof extensionNeeds)[number];

/** How often and how long a plan may be extended, and what an extension needs; null where no number is given. */
export interface ExtensionRule {
  readonly kind: 'extension';
  readonly times: number | null;
  readonly days: number | null;
  readonly needs: readonly ExtensionNeed[];
}

/** Somebody who must go along with the plan before it starts. `title` is the document's own word for them. */
export interface AgreementRule {
  readonly kind: 'agreement';
  readonly group?: Group;
  readonly party: Party;
  readonly level: AgreementLevel;
  readonly title?: string;
}

/** Something that must be there: any one of the items is enough. */
export interface DemandRule {
  readonly kind: 'demand';
  readonly group?: Group;
  readonly anyOf: readonly Item[];
}

/** Targets under a long-term outcome: so many in all, and so many for each week of the plan; 0 asks for none. */
export interface TargetsRule {
  readonly kind: 'targets';
  readonly minimum: number;
  readonly eachWeek: number;
  readonly outcome: boolean;
}

/** The school contacts the pupil on every school day when the plan does not bring them in, and writes it down. */
export interface ContactRule {
  readonly kind: 'contact';
  readonly group: Group;
}

export interface TellRule {
  readonly kind: 'tell';
  readonly group?: Group;
  readonly to: NoticeTo;
  readonly of: Telling;
  readonly due: Deadline;
  /** How, in the document's words. Addresses of named people are settings, never data here. */
  readonly channel?: string;
}

export type Situation = 'not due' | 'below school age' | 'authority provision' | 'school provision' | 'another school';

/** The register code of a session that the pupil spends in a certain way. */
export interface CodeRule {
  readonly kind: 'code';
  readonly situation: Situation;
  readonly code: string;
}

export const years = ['R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
export type YearGroup = (typeof years)[number];

/** Taught hours a week that a year group is entitled to: never to be mixed with clock hours. */
export interface HoursRule {
  readonly kind: 'hours';
  readonly taught: Readonly<Partial<Record<YearGroup, number>>>;
}

/** What the risk assessment must have considered. */
export interface RiskRule {
  readonly kind: 'risk';
  readonly factors: readonly RiskFactor[];
}

/** The reasons a document allows (null where it gives no list), and those the headteacher must answer for in writing. */
export interface ReasonsRule {
  readonly kind: 'reasons';
  readonly allowed: readonly RecordReason[] | null;
  readonly questioned: readonly RecordReason[];
}

export const restrictions = ['very limited', 'most exceptional', 'not at all'] as const;
export type Restriction = (typeof restrictions)[number];

/** How rarely pupils of a group may be given a part-time timetable. */
export interface RestrictionRule {
  readonly kind: 'restriction';
  readonly group: Group;
  readonly only: Restriction;
}

/** The next setting is told of part-time timetables of so many past years. */
export interface LookBackRule {
  readonly kind: 'look-back';
  readonly years: number;
}

/** Secondary pupils without an EHC plan who lose more than this share of their week go on the AP register. */
export interface ShareRule {
  readonly kind: 'share';
  /** 0.2 is a fifth. */
  readonly above: number;
}

export type RuleData =
  | ReviewRule
  | DurationRule
  | ExtensionRule
  | AgreementRule
  | DemandRule
  | TargetsRule
  | ContactRule
  | TellRule
  | CodeRule
  | HoursRule
  | RiskRule
  | ReasonsRule
  | RestrictionRule
  | LookBackRule
  | ShareRule;

/** One demand of one document. `source` is its line: DDAT:141, or where it can be read. */
export type Rule = RuleData & { readonly id: string; readonly source: string };
