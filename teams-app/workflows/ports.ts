// What the workflows need from outside. Adapters (graph/, bot/) and the in-memory twins (test/twins) implement these.
import type { Agreement, Case, CaseSection, ChronologyEntry, Notice, NoticeKind, Review } from '#domain/case.ts';
import type { Instant, PlainDate } from '#domain/dates.ts';
import type { Role } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import type { AuthorityId, School } from '#domain/school.ts';

/** A row as it was last read. `etag` guards the next write. */
export interface Row<T> {
  readonly id: string;
  readonly etag: string;
  readonly value: T;
}

/** A row that a person edited into something the product cannot read. It is shown, never overwritten, never hidden. */
export interface RowProblem {
  readonly list: string;
  readonly id: string;
  readonly column: string;
  readonly words: string;
}

/** The unique key is taken; `existing` is the row that has it. */
export interface AlreadyThere<T> {
  readonly kind: 'already there';
  readonly existing: Row<T>;
}

/** Somebody changed the same columns in the meantime, or any of a row that was to be removed; nothing was written. */
export interface ChangedMeanwhile<T> {
  readonly kind: 'changed meanwhile';
  readonly theirs: Row<T> | null;
  readonly columns: readonly string[];
}

/** One list. Reading is from the mirror and costs no request; writing goes out at once and comes back into the mirror. */
export interface Records<T> {
  all(): readonly Row<T>[];
  byKey(key: string): Row<T> | undefined;
  /** Rows whose `caseRef` is this; only on lists that have one. */
  ofCase(caseRef: string): readonly Row<T>[];
  problems(): readonly RowProblem[];
  /** Of the row with this key. */
  problemAt(key: string): RowProblem | undefined;
  /**
   * Safe to repeat: a second create with the same key answers `already there`. Throws when Microsoft 365 cannot be reached, and
   * NeedsMending where the row with the key has a problem.
   */
  create(value: T): Promise<Result<Row<T>, AlreadyThere<T>>>;
  /** Guarded by the row's etag. Another person's change to other columns is merged; to the same column, refused. */
  change(row: Row<T>, changes: Partial<T>): Promise<Result<Row<T>, ChangedMeanwhile<T>>>;
  /**
   * Changes this version and no other: what anybody has written since, in whatever column, refuses it. For claims, which two may make
   * in the same words and only one may have.
   */
  changeAsSeen(row: Row<T>, changes: Partial<T>): Promise<Result<Row<T>, ChangedMeanwhile<T>>>;
  /** Guarded by the row's etag: what anybody has changed since stays. Removing what is already gone is not an error. */
  remove(row: Row<T>): Promise<Result<null, ChangedMeanwhile<T>>>;
  /** Asks for what has changed since last time. */
  refresh(): Promise<void>;
}

export const inboxStates = ['received', 'applied', 'parked'] as const;

/** One form response as it arrived, kept whole. */
export interface InboxRow {
  readonly key: string;
  readonly form: NoticeKind;
  readonly state: (typeof inboxStates)[number];
  readonly receivedOn: PlainDate;
  /** The answers as JSON, question by question. */
  readonly answers: string;
  readonly fingerprint: string;
  readonly reason: string | null;
  readonly caseRef: string | null;
  /** Where it came from: file name and row. */
  readonly origin: string;
}

export const reminderStates = ['claimed', 'posted', 'unknown'] as const;

/** The ledger: one thing said, or about to be said. */
export interface ReminderRow {
  readonly key: string;
  readonly caseRef: string;
  readonly state: (typeof reminderStates)[number];
  /** `instance/run`: the same instance in a later run knows that its own earlier claims are dead. */
  readonly claimedBy: string;
  readonly claimedAt: Instant;
  readonly attempts: number;
  readonly activityId: string | null;
}

/** A school in the trust's register, with what the bot has learnt of where to post. */
export interface SchoolRow extends School {
  readonly sitePath: string;
  readonly governorsSitePath: string;
  readonly teamId: string;
  readonly staffChannelId: string | null;
  readonly serviceUrl: string | null;
}

export interface AuthorityRow {
  readonly key: AuthorityId;
  readonly name: string;
  readonly sitePath: string;
  /** Where mail about a new notice goes. */
  readonly mailTo: string;
}

/** One notice as the authority sees it. No pupil is named here; the document behind the link names them. */
export interface AuthorityNotice {
  readonly key: string;
  readonly caseRef: string;
  readonly school: string;
  readonly kind: NoticeKind;
  readonly filedOn: PlainDate;
  readonly link: string;
  readonly acknowledged: boolean;
  /** Name of the last person to edit the row, as SharePoint keeps it. */
  readonly editedBy: string | null;
}

/** One anonymised case in the governors' list. */
export interface GovernorsRow {
  readonly key: string;
  readonly weeksSoFar: number;
  readonly shareOfWeek: string;
  readonly reviewsUpToDate: boolean;
  readonly stage: string;
}

/** One published edition: what governors see at the head of their list. */
export interface GovernorsReport {
  readonly key: string;
  readonly publishedOn: PlainDate;
  readonly pupils: number;
  readonly averageWeeks: number;
  readonly longestWeeks: number;
  readonly overSixWeeks: number;
  readonly endedThisYear: number;
}

/** One run of the reminder sweep, so that a person can see that reminders are being looked after. */
export interface SweepRow {
  readonly key: string;
  readonly asOf: PlainDate;
  readonly finishedAt: Instant;
  readonly said: number;
  readonly failed: number;
  readonly words: string;
}

export interface SchoolRecords {
  readonly cases: Records<Case>;
  readonly agreements: Records<Agreement>;
  readonly reviews: Records<Review>;
  readonly notices: Records<Notice>;
  readonly chronology: Records<ChronologyEntry>;
  readonly sections: Records<CaseSection>;
  readonly inbox: Records<InboxRow>;
  readonly reminders: Records<ReminderRow>;
  readonly sweeps: Records<SweepRow>;
}

export interface GovernorsRecords {
  readonly view: Records<GovernorsRow>;
  readonly reports: Records<GovernorsReport>;
}

/** Every list of the trust. Asking for a school that is not in the register throws: callers look it up first. */
export interface Workspace {
  readonly schools: Records<SchoolRow>;
  readonly authorities: Records<AuthorityRow>;
  /** Form responses whose school could not be told. */
  readonly lostForms: Records<InboxRow>;
  school(key: string): SchoolRecords;
  governors(schoolKey: string): GovernorsRecords;
  authorityNotices(authority: AuthorityId): Records<AuthorityNotice>;
  /** When every list of a site was last read without a failure, maybe by an earlier run; null where that never was. */
  lastRead(sitePath: string): Instant | null;
}

export interface Membership {
  readonly id: string;
  readonly name: string;
  /** Trust-wide roles, from Entra groups. */
  readonly roles: readonly Role[];
  /** Keys of the schools whose Team the person belongs to; every school for the trust's officers. */
  readonly schools: readonly string[];
}

export interface People {
  /** Who this is and where they belong; a stranger belongs nowhere. */
  whoIs(personId: string): Promise<Membership>;
}

/** What a notice to the authority says; an adapter makes a document of it. */
export interface NoticeDocument {
  readonly reference: string;
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly description: string }[];
}

export interface Documents {
  /** Files the document in the school's library (again, if it was there) and lets these people read it. Answers its address. */
  file(school: SchoolRow, document: NoticeDocument, readers: readonly string[]): Promise<string>;
}

export interface Mail {
  /** What the mail is about, the same whenever it is tried again. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  /** What was taken in under this key is not sent again by the same run of the app: then whatever failed came after the mail. */
  send(mail: Mail): Promise<void>;
}

/** What the digest in a staff channel says. Pupils appear by reference and initials, never by name or reason. */
export interface Digest {
  readonly school: string;
  readonly schoolKey: string;
  readonly asOf: PlainDate;
  readonly reviews: readonly DigestItem[];
  readonly consents: readonly DigestItem[];
}

export interface DigestItem {
  readonly caseRef: string;
  readonly initials: string;
  readonly words: string;
  readonly urgent: boolean;
}

export interface StaffChannel {
  /** Posts one card; the answer is the activity's id, or in words why the channel cannot be reached. */
  post(school: SchoolRow, digest: Digest): Promise<Result<string, string>>;
}

export interface Clock {
  now(): Instant;
}

export interface Log {
  (event: LogEvent, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** The register of log events: nothing else may be logged, and facts are ids and counts, never free text about people. */
export const logEvents = [
  'app started',
  'app stopping',
  'workspace provisioned',
  'lists need mending',
  'mirror refresh failed',
  'snapshot given up',
  'spent since the start',
  'team reading failed',
  'subscriptions changed',
  'subscription failed',
  'change notifications refused, polling alone',
  'notification refused',
  'row needs attention',
  'form response applied',
  'form response parked',
  'case changed',
  'case settling failed',
  'notice sent',
  'notice failed',
  'notice acknowledged',
  'sweep finished',
  'housekeeping failed',
  'reminder failed',
  'governors view published',
  'bot activity refused',
  'bot activity failed',
  'channel learnt',
  'request failed',
  'request refused',
] as const;
export type LogEvent = (typeof logEvents)[number];

/** All that a workflow may be given. Each asks for the part it needs. */
export interface Outside {
  readonly workspace: Workspace;
  readonly people: People;
  readonly documents: Documents;
  readonly mailbox: Mailbox;
  readonly staffChannel: StaffChannel;
  readonly clock: Clock;
  readonly log: Log;
  /** A whole number from 0 up to, not including, `limit`. */
  readonly random: (limit: number) => number;
  /** Names this instance and this run of it, e.g. `app/5f1c`. */
  readonly instance: { readonly name: string; readonly run: string };
}
