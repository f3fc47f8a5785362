// What the tab's server answers. Dates are ISO text (2026-11-17). Shared with the client; imports only zod.
import { z } from 'zod';

const isoDate = z.iso.date();
const id = z.string().min(1).max(80);

/** Every refusal: what is wrong, which field it belongs to if any, and what to do next. */
export const problemSchema = z.object({
  words: z.string(),
  field: z.string().optional(),
  next: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const schoolSummarySchema = z.object({ key: id, name: z.string(), fullWeekHours: z.number() });

/** GET /api/me */
/** A row that a person has to mend by hand in SharePoint. */
const rowToMendSchema = z.object({ list: z.string(), id: z.string(), column: z.string(), words: z.string() });
export type RowToMend = z.infer<typeof rowToMendSchema>;

export const meSchema = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  schools: z.array(schoolSummarySchema),
  /** Rows of the trust's register that cannot be read; a school may be missing for it. */
  needsAttention: z.array(rowToMendSchema),
});
export type Me = z.infer<typeof meSchema>;

/** How old what is shown may be. */
export const freshnessSchema = z.object({
  /** When all of the school's lists were last read from SharePoint; null where that never was. */
  asOf: z.iso.datetime().nullable(),
  /** Whether that is longer ago than it should be. */
  isOld: z.boolean(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

/** What every page of a school says: the day it was made for, and how old what it shows may be. */
export const standingSchema = z.object({ today: isoDate, freshness: freshnessSchema });
export type Standing = z.infer<typeof standingSchema>;

const statusSchema = z.enum(['considering', 'preparing', 'agreed', 'active', 'closed', 'declined', 'withdrawn']);

export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['stop', 'act today', 'act this week', 'note']),
  words: z.string(),
  /** What to do about it. */
  todo: z.string(),
  who: z.string(),
  source: z.string(),
  /** The policy that set the threshold, where one did. */
  policy: z.string().nullable(),
  /** The part of the case in which it is answered; null where an action or nothing here answers it. */
  section: z.string().nullable(),
  /** True for what is said about the school's policies themselves and is the same for every case. */
  aboutPolicies: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

export const boardRowSchema = z.object({
  ref: id,
  pupilName: z.string(),
  yearGroup: z.string(),
  status: statusSchema,
  since: isoDate,
  endsOn: isoDate,
  weeks: z.number().int(),
  hoursInSchool: z.number(),
  fullWeekHours: z.number(),
  nextReviewOn: isoDate.nullable(),
  /** “3 days overdue”, “due in 4 days”; null when no review is planned. */
  nextReviewWords: z.string().nullable(),
  reviewOverdue: z.boolean(),
  /** Null while nothing is proposed to a parent. */
  consent: z.enum(['asked', 'signed', 'refused', 'withdrawn']).nullable(),
  /** The gravest finding, and how many there are of each gravity above a note. */
  gravest: findingSchema.nullable(),
  counts: z.object({ stop: z.number().int(), today: z.number().int(), week: z.number().int() }),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** GET /api/schools/:school/cases */
export const boardSchema = standingSchema.extend({
  school: schoolSummarySchema,
  /** Open cases first, then ended ones; each group with the most urgent first. */
  rows: z.array(boardRowSchema),
  /** Rows of the lists that a person has to mend by hand. */
  needsAttention: z.array(rowToMendSchema),
  parked: z.number().int(),
  remindersLastChecked: z.iso.datetime().nullable(),
});
export type Board = z.infer<typeof boardSchema>;

export const choiceSchema = z.object({
  action: z.enum([
    'begin preparing',
    'record consent',
    'start',
    'record review',
    'sign off',
    'change hours',
    'extend',
    'record refusal',
    'close',
    'decline',
    'withdraw',
    'transfer',
    'reopen',
  ]),
  label: z.string(),
  why: z.string().nullable(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** GET /api/schools/:school/cases/:ref, and the answer to every change of a case. */
export const casePageSchema = standingSchema.extend({
  school: schoolSummarySchema,
  row: boardRowSchema,
  /** Goes back with every change, so that nobody overwrites what they have not seen. */
  etag: z.string(),
  findings: z.array(findingSchema),
  /** The parts of the case's templates, in the order in which a case is worked out. */
  sections: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      about: z.string(),
      /** Who filled it in last, and when; null where nobody has begun. */
      changed: z.object({ by: z.string(), on: isoDate }).nullable(),
      /** How many findings above a note are answered there. */
      open: z.number().int(),
    }),
  ),
  dateOfBirth: isoDate,
  upn: z.string(),
  groups: z.array(z.string()),
  parentName: z.string(),
  reasons: z.array(z.string()),
  objectives: z.string(),
  version: z.number().int(),
  times: z.string(),
  startsOn: isoDate,
  lead: z.string(),
  signedOff: z
    .object({ by: z.string(), on: isoDate, version: z.number().int().nullable(), exceptional: z.string().nullable() })
    .nullable(),
  ended: z.object({ by: z.string(), on: isoDate, reason: z.string() }).nullable(),
  choices: z.array(choiceSchema),
  agreements: z.array(
    z.object({
      version: z.number().int(),
      party: z.string(),
      state: z.enum(['asked', 'signed', 'refused', 'withdrawn']),
      times: z.string(),
      hoursInSchool: z.number(),
      startsOn: isoDate,
      endsOn: isoDate,
      askedOn: isoDate,
      answeredOn: isoDate.nullable(),
      evidence: z.string().nullable(),
    }),
  ),
  reviews: z.array(
    z.object({
      number: z.number().int(),
      dueOn: isoDate,
      heldOn: isoDate.nullable(),
      outcome: z.string().nullable(),
      hoursAfter: z.number().nullable(),
      parentWords: z.string().nullable(),
      pupilWords: z.string().nullable(),
      schoolWords: z.string().nullable(),
      recordedBy: z.string().nullable(),
    }),
  ),
  notices: z.array(
    z.object({
      kind: z.enum(['notification', 'update', 'closure']),
      authority: z.string(),
      dueOn: isoDate,
      state: z.enum(['owed', 'sending', 'sent', 'acknowledged']),
      link: z.string().nullable(),
      sentOn: isoDate.nullable(),
      acknowledgedOn: isoDate.nullable(),
      acknowledgedBy: z.string().nullable(),
      /** Why it could not be sent at the last try, and what to do. */
      heldUpBy: z.string().nullable(),
    }),
  ),
  chronology: z.array(z.object({ number: z.number().int(), on: isoDate, words: z.string(), by: z.string() })),
  /** False when an entry of the chronology is missing or was altered. */
  chronologyWhole: z.boolean(),
  /** What the next review's date would be if it is not typed: the latest that the school's policies allow, with the rule. */
  suggestedNextReview: z.object({ on: isoDate, words: z.string() }),
  /** A review recorded as held from a card, still without outcome and words: “record a review” completes this one. */
  reviewToComplete: z.object({ number: z.number().int(), heldOn: isoDate }).nullable(),
});
export type CasePage = z.infer<typeof casePageSchema>;

/** GET /api/schools/:school/cases/:ref/sections/:kind */
export const sectionPageSchema = standingSchema.extend({
  ref: id,
  pupilName: z.string(),
  kind: z.string(),
  title: z.string(),
  about: z.string(),
  /** Goes back with the change; blank where nobody has begun. */
  etag: z.string(),
  /** As in a case's file; where nobody has begun, what there is to begin from. */
  body: z.record(z.string(), z.unknown()),
  /** JSON Schema of the body, with titles and descriptions for people. */
  schema: z.record(z.string(), z.unknown()),
  /** Why it cannot be changed by this person now; null when it can. */
  readOnly: z.string().nullable(),
  findings: z.array(findingSchema),
});
export type SectionPage = z.infer<typeof sectionPageSchema>;

/**
 * POST /api/schools/:school/imports?form=notification&name=export.xlsx with the workbook as the body.
 * The answer is one JSON object a line (application/x-ndjson): progress lines, then one summary or problem.
 */
export const importLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number().int(), of: z.number().int() }),
  z.object({
    kind: z.literal('summary'),
    applied: z.number().int(),
    seenBefore: z.number().int(),
    parked: z.array(z.object({ row: z.number().int(), words: z.string() })),
  }),
  z.object({ kind: z.literal('problem'), words: z.string() }),
]);
export type ImportLine = z.infer<typeof importLineSchema>;

/** GET /api/schools/:school/register?week=2026-11-23; any day of the week will do, and without one it is this week. */
export const registerWeekSchema = standingSchema.extend({
  school: schoolSummarySchema,
  monday: isoDate,
  rows: z.array(
    z.object({
      ref: id,
      pupilName: z.string(),
      yearGroup: z.string(),
      /** Monday morning to Friday afternoon. */
      marks: z.array(
        z.object({
          on: isoDate,
          session: z.enum(['AM', 'PM']),
          code: z.string(),
          /** Why it is this code, in a few words. */
          why: z.string(),
        }),
      ),
    }),
  ),
});
export type RegisterWeek = z.infer<typeof registerWeekSchema>;

/** GET /api/schools/:school/parked */
export const parkedSchema = standingSchema.extend({
  rows: z.array(
    z.object({ key: z.string(), form: z.string(), origin: z.string(), receivedOn: isoDate, words: z.string() }),
  ),
});
export type Parked = z.infer<typeof parkedSchema>;
