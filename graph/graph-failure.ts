import { errorName } from '#workflows/error-name.ts';
import { GraphError } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { signInRefused } from './sign-in.ts';

/** What Microsoft Graph refused or failed to do. It holds no text that Graph wrote, because Graph quotes the values it was given. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Graph's code, e.g. resourceModified, or the name of the network's error. */
  readonly code: string;
  /** What is wrong and what to do, for a person. */
  readonly words: string;
  /** What Microsoft's support asks for. */
  readonly requestId: string | null;
  /** Whether an earlier attempt at the same call may have been carried out, whatever the last one was answered. */
  readonly mayBeDone: boolean;

  constructor(facts: {
    request: string;
    status: number;
    code: string;
    requestId: string | null;
    field?: string | null;
    mayBeDone?: boolean;
  }) {
    const words = `${facts.field ? `Column ${facts.field}: ` : ''}${wordsFor(facts.status)}`;
    super(`${facts.request}: ${words} (${facts.status} ${facts.code}, request ${facts.requestId ?? 'unknown'})`);
    this.status = facts.status;
    this.code = facts.code;
    this.words = words;
    this.requestId = facts.requestId;
    this.mayBeDone = facts.mayBeDone ?? false;
  }
}

function wordsFor(status: number): string {
  if (status === 401)
    return 'Microsoft 365 did not accept the app’s sign-in; check its client id, its tenant, and its secret or certificate.';
  if (status === 403) return 'The app may not do this; grant it the permission that manifest/permissions.md names.';
  if (status === 404) return 'Microsoft 365 does not have this, or does not show it to the app.';
  if (status === 410) return 'Microsoft 365 no longer knows what had been read; everything is to be read again.';
  if (status === 412) return 'Somebody changed this in the meantime.';
  if (status === 429) return 'Microsoft 365 is busy with the app’s requests; try again in a few minutes.';
  if (status === 0) return 'Microsoft 365 could not be reached; check the network.';
  if (status >= 500) return 'Microsoft 365 had a fault of its own; try again in a few minutes.';
  return 'Microsoft 365 did not accept the request.';
}

/** Whether the request may have been carried out all the same, so that one must look before asking again. */
export const isUnclear = (failure: GraphFailure): boolean =>
  failure.status === 0 || failure.status >= 500 || failure.mayBeDone;

/** The name of the error with which a call is turned away at the gate. */
export const busyName = 'ToldToWait';

/** Whether Microsoft 365 as a whole could not be reached, or was too busy, so that what was last read is the best there is. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof GraphFailure && (error.status === 0 || error.status === 429 || error.status >= 500);

/** What an answer says of a refusal, as far as it may be written down. */
interface Problem {
  readonly code: string | null;
  readonly requestId: string | null;
  /** The column that Graph names. */
  readonly field: string | null;
}

/** What is known of a call that failed: the answer to its last attempt, if one came, and whether one before may have been carried out. */
export interface Outcome {
  readonly answer: (Problem & { readonly status: number }) | null;
  readonly mayBeDone: boolean;
}

/** `request` is the method and the address without its query, e.g. "PATCH /sites/…/items/3/fields". */
export function asGraphFailure(error: unknown, request: string, { answer, mayBeDone }: Outcome): GraphFailure {
  // The client cannot read every answer, and what it throws then is about the reading: the answer itself counts.
  if (answer && answer.status >= 400)
    return new GraphFailure({ request, mayBeDone, ...answer, code: answer.code ?? 'unknown' });
  const code = plainCode(error instanceof GraphError ? error.code : errorName(error)) ?? 'unknown';
  return new GraphFailure({
    request,
    mayBeDone,
    // An answer that broke off is none, whatever its status said.
    status: code.startsWith(signInRefused) ? 401 : code === busyName ? 429 : 0,
    code,
    requestId: answer?.requestId ?? null,
  });
}

const Inner = z.object({ 'request-id': z.string() }).nullish().catch(null);
/** Graph writes `innerError`, and in places `innererror`. */
const Refusal = z.object({
  error: z.object({
    code: z.string().nullish().catch(null),
    message: z.string().nullish().catch(null),
    innerError: Inner,
    innererror: Inner,
  }),
});

/** Reads what Graph says of a refusal, whatever of it is missing. */
export function readProblem(body: unknown, headers: Headers): Problem {
  const error = Refusal.safeParse(body).data?.error;
  const inner = error?.innerError ?? error?.innererror;
  return {
    code: plainCode(error?.code),
    requestId: plainCode(inner?.['request-id'] ?? headers.get('request-id')),
    field: /Field '(\w{1,64})'/.exec(error?.message ?? '')?.[1] ?? null,
  };
}

/** Codes and ids are single words; anything else could be a sentence with somebody's data in it. */
const plainCode = (text: unknown): string | null =>
  typeof text === 'string' && /^[\w.-]{1,80}$/.test(text) ? text : null;
