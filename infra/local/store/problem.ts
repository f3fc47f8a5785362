// Refusals that several parts of the store share, in Graph's codes and words.
import { err } from '#domain/result.ts';
import type { Problem } from './types.ts';

type Refusal = { readonly ok: false; readonly error: Problem };

export const refuse = (problem: Problem): Refusal => err(problem);

export const invalidRequest = (message: string): Refusal => refuse({ status: 400, code: 'invalidRequest', message });

export const itemNotFound = (message = 'The resource could not be found.'): Refusal =>
  refuse({ status: 404, code: 'itemNotFound', message });

/** What this tenant has not learnt: never answered as if it had been done. */
export const notKnown = (what: string): Refusal =>
  refuse({ status: 501, code: 'notSupported', message: `The local tenant does not know ${what}.` });

export const staleEtag = (): Refusal =>
  refuse({
    status: 412,
    code: 'resourceModified',
    message: "ETag does not match current item's value",
    innerCode: 'entityTagDoesNotMatch',
  });
