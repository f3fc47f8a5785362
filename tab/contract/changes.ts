// What the tab asks its server to do: the body of each address. Every change carries the etag of what the person saw and the id of
// one press, so that nothing is overwritten unseen and a press that is sent twice happens once.
import { z } from 'zod';

const isoDate = z.iso.date();
const id = z.string().min(1).max(80);

const press = z.object({ etag: z.string().min(1), pressId: id });

export const outcomeSchema = z.enum(['More hours', 'Same hours', 'Fewer hours', 'Back to full time']);

/** POST /api/schools/:school/cases/:ref/review */
export const recordReviewSchema = press.extend({
  heldOn: isoDate,
  outcome: outcomeSchema,
  hoursAfter: z.number().min(0).max(60),
  times: z.string().trim().max(500),
  nextReviewOn: isoDate.nullable(),
  parentWords: z.string().trim().max(4000),
  pupilWords: z.string().trim().max(4000),
  schoolWords: z.string().trim().max(4000),
});

/** POST /api/schools/:school/cases/:ref/consent */
export const recordConsentSchema = press.extend({
  answer: z.enum(['signed', 'refused']),
  on: isoDate,
  /** How it was given and where the paper is, e.g. “signed copy in the pupil's file”. */
  evidence: z.string().trim().max(1000),
});

/** POST /api/schools/:school/cases/:ref/start, and /sign-off for a later version. */
export const signOffSchema = press.extend({
  exceptional: z.string().trim().max(2000),
  despiteExclusionRisk: z.string().trim().max(2000),
});

/** POST /api/schools/:school/cases/:ref/begin */
export const beginPreparingSchema = press;

export const closureReasonSchema = z.enum([
  'Returned full-time',
  'Moved school',
  'Other provision arranged by the authority',
  'Consent withdrawn',
  'Home education',
  'Never started',
  'Other',
]);

const details = z.string().trim().max(2000);

/** POST /api/schools/:school/cases/:ref/close */
export const closeCaseSchema = press.extend({ on: isoDate, reason: closureReasonSchema, details });

/** POST /api/schools/:school/cases/:ref/decline and /withdraw */
export const declineCaseSchema = press.extend({ on: isoDate, details });

/** POST /api/schools/:school/cases/:ref/transfer */
export const transferCaseSchema = press.extend({
  on: isoDate,
  details,
  toSchool: z.string().trim().max(200),
  noteSentOn: isoDate.nullable(),
});

/** POST /api/schools/:school/cases/:ref/extend */
export const extendCaseSchema = press.extend({
  to: isoDate,
  reason: z.string().trim().max(2000),
  exceptional: z.string().trim().max(2000),
  agencies: z.array(z.string().trim().min(1).max(200)).max(20),
  consultedOn: isoDate.nullable(),
});

/** POST /api/schools/:school/cases/:ref/reopen */
export const reopenCaseSchema = press.extend({ why: z.string().trim().max(2000), startsOn: isoDate, endsOn: isoDate });

/** POST /api/schools/:school/cases: a case that is only being considered, opened by hand. */
export const newCaseSchema = z.object({
  pressId: id,
  pupilName: z.string().trim().min(1).max(200),
  dateOfBirth: isoDate,
  yearGroup: z.string().trim().min(1).max(40),
  upn: z.string().trim().max(13),
  parentName: z.string().trim().min(1).max(200),
  reasons: z.array(z.string()).min(1),
  objectives: z.string().trim().max(2000),
  times: z.string().trim().max(500),
  hoursInSchool: z.number().min(0).max(60),
  startsOn: isoDate,
  endsOn: isoDate,
});

/** POST /api/schools/:school/cases/:ref/sections/:kind; answers the section's page. A problem's field is a path in the body. */
export const saveSectionSchema = z.object({ etag: z.string(), pressId: id, body: z.record(z.string(), z.unknown()) });

/** POST /api/schools/:school/cases/:ref/hours */
export const changeHoursSchema = press.extend({
  times: z.string().trim().min(1).max(500),
  hoursInSchool: z.number().min(0).max(60),
  startsOn: isoDate,
  endsOn: isoDate,
});
