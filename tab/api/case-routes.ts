// What can be done to a case, each under an address of its own: the body as it must be, and the workflow that it is for.
import type { z } from 'zod';
import type { Case } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import { err, type Result } from '#domain/result.ts';
import { beginPreparing } from '#workflows/casework/begin-preparing.ts';
import type { Changing, Target } from '#workflows/casework/change-case.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { extendCase } from '#workflows/casework/extend-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { reopenCase } from '#workflows/casework/reopen-case.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import type { Row } from '#workflows/ports.ts';
import type { Problem } from '#workflows/problem.ts';
import {
  beginPreparingSchema,
  changeHoursSchema,
  closeCaseSchema,
  declineCaseSchema,
  extendCaseSchema,
  recordConsentSchema,
  recordReviewSchema,
  reopenCaseSchema,
  signOffSchema,
  transferCaseSchema,
} from '#tab/contract/changes.ts';

/** The first thing that does not fit, in words; the client checks the same schema before it sends. */
export function badInput(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return { kind: 'invalid', words: `${field || 'The request'}: ${issue?.message ?? 'cannot be read'}.`, field };
}

type Done = Promise<Result<Row<Case>, Problem>>;

export interface CaseRoute {
  /** The last part of the address. */
  readonly path: string;
  readonly carryOut: (asked: Omit<Target, 'etag'>, body: unknown) => Done;
}

function route<T extends { etag: string; pressId: string }>(
  path: string,
  schema: z.ZodType<T>,
  run: (target: Target, input: T) => Done,
): CaseRoute {
  return {
    path,
    carryOut: async (asked, body) => {
      const input = schema.safeParse(body);
      return input.success ? run({ ...asked, etag: input.data.etag }, input.data) : err(badInput(input.error));
    },
  };
}

const dateOrNull = (iso: string | null) => (iso === null ? null : date(iso));

export function caseRoutes(outside: Changing): readonly CaseRoute[] {
  const ended = (action: 'decline' | 'withdraw'): CaseRoute =>
    route(action, declineCaseSchema, (target, { on, details }) =>
      endCase(outside, target, { action, on: date(on), details }),
    );
  return [
    route('begin', beginPreparingSchema, (target) => beginPreparing(outside, target)),
    route('review', recordReviewSchema, (target, input) =>
      recordReview(outside, target, {
        ...input,
        reviewKey: null,
        heldOn: date(input.heldOn),
        nextOn: dateOrNull(input.nextReviewOn),
      }),
    ),
    route('consent', recordConsentSchema, (target, input) =>
      recordConsent(outside, target, { ...input, on: date(input.on) }),
    ),
    route('start', signOffSchema, (target, input) => signOff(outside, target, 'start', input)),
    route('sign-off', signOffSchema, (target, input) => signOff(outside, target, 'sign off', input)),
    route('hours', changeHoursSchema, (target, { times, hoursInSchool, startsOn, endsOn }) =>
      changeHours(outside, target, { times, hoursInSchool, startsOn: date(startsOn), endsOn: date(endsOn) }),
    ),
    route('extend', extendCaseSchema, (target, { to, consultedOn, reason, exceptional, agencies }) =>
      extendCase(outside, target, {
        to: date(to),
        consultedOn: dateOrNull(consultedOn),
        reason,
        exceptional,
        agencies,
      }),
    ),
    route('close', closeCaseSchema, (target, { on, reason, details }) =>
      endCase(outside, target, { action: 'close', on: date(on), reason, details }),
    ),
    ended('decline'),
    ended('withdraw'),
    route('transfer', transferCaseSchema, (target, { on, details, toSchool, noteSentOn }) =>
      endCase(outside, target, {
        action: 'transfer',
        on: date(on),
        details,
        toSchool,
        noteSentOn: dateOrNull(noteSentOn),
      }),
    ),
    route('reopen', reopenCaseSchema, (target, { why, startsOn, endsOn }) =>
      reopenCase(outside, target, { why, startsOn: date(startsOn), endsOn: date(endsOn) }),
    ),
  ];
}
