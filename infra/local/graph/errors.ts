// Graph's error envelope.
import type { Problem } from '../store/types.ts';

export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

export function errorBody(problem: Problem, moment: Date, ids: RequestIds): Readonly<Record<string, unknown>> {
  return {
    error: {
      code: problem.code,
      message: problem.message,
      innerError: {
        ...(problem.innerCode === undefined ? {} : { code: problem.innerCode }),
        date: moment.toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}
