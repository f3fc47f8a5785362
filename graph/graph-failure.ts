import { errorName } from '#workflows/error-name.ts';
import { GraphError } from '@microsoft/microsoft-graph-client';
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

  constructor(facts: { request: string; status: number; code: string; requestId: string | null; field?: string }) {
    const words = `${facts.field ? `Column ${facts.field}: ` : ''}${wordsFor(facts.status)}`;
    super(`${facts.request}: ${words} (${facts.status} ${facts.code}, request ${facts.requestId ?? 'unknown'})`);
    this.status = facts.status;
    this.code = facts.code;
    this.words = words;
    this.requestId = facts.requestId;
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
export const isUnclear = (failure: GraphFailure): boolean => failure.status === 0 || failure.status >= 500;

/** The name of the error with which a call is turned away at the gate. */
export const busyName = 'ToldToWait';

/** Whether Microsoft 365 as a whole could not be reached, or was too busy, so that what was last read is the best there is. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof GraphFailure && (error.status === 0 || error.status === 429 || error.status >= 500);

/** `request` is the method and the address without its query, e.g. "PATCH /sites/…/items/3/fields". */
export function asGraphFailure(error: unknown, request: string): GraphFailure {
  if (!(error instanceof GraphError)) {
    const code = errorName(error);
    return new GraphFailure({ request, status: 0, code, requestId: null });
  }
  const code = plainCode(error.code) ?? 'unknown';
  return new GraphFailure({
    request,
    status: code.startsWith(signInRefused) ? 401 : code === busyName ? 429 : Math.max(error.statusCode, 0),
    code,
    requestId: plainCode(error.requestId),
    ...fieldNamed(error.message),
  });
}

/** Codes and ids are single words; anything else could be a sentence with somebody's data in it. */
const plainCode = (text: unknown): string | null =>
  typeof text === 'string' && /^[\w.-]{1,80}$/.test(text) ? text : null;

function fieldNamed(message: string): { field?: string } {
  const field = /Field '(\w{1,64})'/.exec(message)?.[1];
  return field ? { field } : {};
}
