// What an answer's body looks like: what the route said, or Graph's error envelope.
import { randomUUID } from 'node:crypto';
import type { Problem } from '../store/types.ts';
import type { Outcome } from './call.ts';

export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

export const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export function newIds(clientRequestId: string | undefined): RequestIds {
  const requestId = randomUUID();
  return { requestId, clientRequestId: clientRequestId ?? requestId };
}

export function replyBody(
  outcome: Outcome,
  moment: Date,
  ids: RequestIds,
): Readonly<Record<string, unknown>> | undefined {
  return outcome.ok ? outcome.value.body : errorBody(outcome.error, moment, ids);
}

export function errorBody(problem: Problem, moment: Date, ids: RequestIds): Readonly<Record<string, unknown>> {
  const { innerCode, innermostCode } = problem;
  return {
    error: {
      code: problem.code,
      message: problem.message,
      innerError: {
        ...(innerCode === undefined ? {} : { code: innerCode }),
        ...(innermostCode === undefined ? {} : { innerError: { code: innermostCode } }),
        date: moment.toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}
