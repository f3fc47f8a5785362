import type { Problem } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';

export type FailureKind =
  | 'unreachable'
  | 'server'
  | 'unreadable'
  | 'sign-in'
  | 'consent'
  | 'changed'
  | 'refused'
  | 'not found';

/** Why a request did not do what was asked, in words for the person, with what to do next. */
export interface Failure {
  readonly kind: FailureKind;
  readonly problem: Problem;
}

/** TanStack Query takes failures only as thrown errors; this carries one through it. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The failure inside an error. Anything else that was thrown is a fault of the app and reads as such. */
export function failureOf(error: Error): Failure {
  return error instanceof FailureError ? error.failure : failed('unreadable');
}

/** A failure in the app's own words, where the server gave none. */
export function failed(kind: FailureKind): Failure {
  return { kind, problem: texts.failures[kind] };
}

/** Trying once more may help, and cannot do harm: every press carries its id. */
export function mayPass(failure: Failure): boolean {
  return failure.kind === 'unreachable' || failure.kind === 'server';
}

/** The failure that a refusing answer stands for. `problem` is the server's own words, where it gave any. */
export function failureOfStatus(status: number, problem: Problem | null): Failure {
  const kind = kindOfStatus(status);
  return problem === null || kind === 'sign-in' ? failed(kind) : { kind, problem };
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'sign-in';
  if (status === 404) return 'not found';
  if (status === 409 || status === 412) return 'changed';
  return status >= 500 || status === 429 ? 'server' : 'refused';
}
