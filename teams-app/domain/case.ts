import type { Instant, PlainDate } from './dates.ts';
import type { Person } from './people.ts';
import type { SectionContent } from './record/sections.ts';

export const caseStatuses = [
  'considering',
  'preparing',
  'agreed',
  'active',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const pupilGroups = [
  'EHC plan',
  'SEN support',
  'Looked after',
  'Child protection plan',
  'Child in need',
  'Early help',
  'Medical need',
  'Free school meals',
  'Interpreter needed',
] as const;
export type PupilGroup = (typeof pupilGroups)[number];

/** The reasons a school may give. Behaviour management is not one of them (DDAT:110, statutory guidance). */
export const caseReasons = [
  'Physical health',
  'Mental health',
  'Reintegration',
  'Emotional or social needs',
  'At risk of exclusion',
  'Other',
] as const;
export type CaseReason = (typeof caseReasons)[number];

export const closureReasons = [
  'Returned full-time',
  'Moved school',
  'Other provision arranged by the authority',
  'Consent withdrawn',
  'Home education',
  'Never started',
  'Other',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

/** One part-time timetable of one pupil. Hours are clock hours a week in school. */
export interface Case {
  readonly ref: string;
  /** What brought the case about: a form response's key or a request's id. One source makes one case. */
  readonly sourceKey: string;
  readonly status: CaseStatus;
  readonly pupilName: string;
  readonly dateOfBirth: PlainDate;
  readonly yearGroup: string;
  readonly upn: string;
  readonly groups: readonly PupilGroup[];
  readonly parentName: string;
  readonly reasons: readonly CaseReason[];
  readonly objectives: string;
  /** Times and dates are what a parent agrees to; changing any of them makes a new version. */
  readonly version: number;
  readonly times: string;
  readonly hoursInSchool: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly nextReviewOn: PlainDate | null;
  readonly lead: Person;
  readonly openedOn: PlainDate;
  readonly openedBy: string;
  readonly signedOffOn: PlainDate | null;
  readonly signedOffBy: string | null;
  /** The version that was signed off; a later one waits for its own. */
  readonly signedOffVersion: number | null;
  /** What makes the circumstances exceptional, as the headteacher wrote at the sign-off (reg 11(6)(b)). */
  readonly exceptional: string | null;
  /** Why it is right although the pupil is at risk of exclusion, where that is a reason. */
  readonly despiteExclusionRisk: string | null;
  readonly endedOn: PlainDate | null;
  readonly endedBy: string | null;
  readonly closureReason: ClosureReason | null;
}

export const agreementStates = ['asked', 'signed', 'refused', 'withdrawn'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** One parent's answer to one version, with the times and dates that were put to them (reg 11(6)(c)). */
export interface Agreement {
  readonly key: string;
  readonly caseRef: string;
  readonly version: number;
  readonly party: string;
  readonly state: AgreementState;
  readonly times: string;
  readonly hoursInSchool: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly askedOn: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly evidence: string | null;
  readonly recordedBy: string | null;
}

export const reviewOutcomes = ['More hours', 'Same hours', 'Fewer hours', 'Back to full time'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** One review, planned (no `heldOn`) or held. */
export interface Review {
  readonly key: string;
  readonly caseRef: string;
  readonly number: number;
  readonly dueOn: PlainDate;
  readonly heldOn: PlainDate | null;
  readonly outcome: ReviewOutcome | null;
  readonly hoursAfter: number | null;
  /** What the review decided: new times, the version they make, and the next date. Null where nothing changes. */
  readonly timesAfter: string | null;
  readonly versionAfter: number | null;
  readonly nextOn: PlainDate | null;
  readonly parentWords: string | null;
  readonly pupilWords: string | null;
  readonly schoolWords: string | null;
  readonly recordedBy: string | null;
  /** The id minted when the form or button was shown, so that a press sent twice happens once. */
  readonly pressId: string | null;
}

export const noticeKinds = ['notification', 'update', 'closure'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeStates = ['owed', 'sending', 'sent', 'acknowledged'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** One duty to tell the local authority something, and how far it has come. */
export interface Notice {
  readonly key: string;
  readonly caseRef: string;
  readonly kind: NoticeKind;
  readonly version: number;
  readonly dueOn: PlainDate;
  readonly state: NoticeState;
  readonly link: string | null;
  readonly sentOn: PlainDate | null;
  readonly acknowledgedOn: PlainDate | null;
  readonly acknowledgedBy: string | null;
  /** Why the authority could not be let in at the last try, and what to do; null where nothing stands in the way. */
  readonly heldUpBy: string | null;
  /** While it is being sent: which instance and run has it (`app/5f1c`), and since when. */
  readonly claimedBy: string | null;
  readonly claimedAt: Instant | null;
}

/** One filled part of the case's templates, with who filled it last. `words` is the body for those who read the list. */
export interface CaseSection {
  readonly key: string;
  readonly caseRef: string;
  readonly content: SectionContent;
  readonly words: string;
  readonly changedOn: PlainDate;
  readonly changedBy: string;
}

/** One event, only ever added. `hash` covers this entry and the hash of the one before. */
export interface ChronologyEntry {
  readonly key: string;
  readonly caseRef: string;
  readonly number: number;
  readonly on: PlainDate;
  readonly event: string;
  readonly words: string;
  readonly by: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Everything held about one case. */
export interface Casefile {
  readonly case: Case;
  readonly agreements: readonly Agreement[];
  readonly reviews: readonly Review[];
  readonly notices: readonly Notice[];
  readonly chronology: readonly ChronologyEntry[];
  readonly sections: readonly CaseSection[];
}

/** A case that still needs work: not ended in any of the three ways. */
export const isOpen = (theCase: Case): boolean =>
  theCase.status !== 'closed' && theCase.status !== 'declined' && theCase.status !== 'withdrawn';

export const latestAgreement = (file: Pick<Casefile, 'case' | 'agreements'>): Agreement | undefined =>
  file.agreements.find((agreement) => agreement.version === file.case.version);

export const plannedReview = (file: Pick<Casefile, 'reviews'>): Review | undefined =>
  file.reviews.find((review) => review.heldOn === null);

export const lastHeld = (reviews: readonly Review[]): Review | undefined =>
  reviews.reduce<Review | undefined>(
    (last, review) => (review.heldOn && (!last || review.number > last.number) ? review : last),
    undefined,
  );

/** “Year 4”, “Reception”; anything else as it was typed. */
export function yearName(yearGroup: string): string {
  if (/^\d{1,2}$/.test(yearGroup)) return `Year ${yearGroup}`;
  return yearGroup.toUpperCase() === 'R' ? 'Reception' : yearGroup;
}
