import type { Failure } from './server/failure.ts';

/** What a request came to. Failures are expected and are values. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
