import { GraphFailure } from '#graph/graph-failure.ts';
import { errorFacts } from '#workflows/error-name.ts';
import { describe, expect, it } from 'vitest';

const failure = (requestId: string | null) =>
  new GraphFailure({ request: 'PATCH /x', status: 503, code: 'serviceNotAvailable', requestId });

describe('what is logged of an error', () => {
  it('is its kind and the number of the request, and not its words', () => {
    expect(errorFacts(new TypeError('Jimmy Example'))).toEqual({ error: 'TypeError' });
    expect(errorFacts('Jimmy Example')).toEqual({ error: 'string' });
    expect(errorFacts(failure('r-1'))).toEqual({ error: 'GraphFailure', request: 'r-1' });
  });

  it('is also what Microsoft 365 answered to the request that led to it', () => {
    const because = (cause: unknown) => errorFacts(new Error('Jimmy Example', { cause }));
    const answered = { error: 'Error', status: 503, code: 'serviceNotAvailable' };
    expect(because(failure('r-1'))).toEqual({ ...answered, request: 'r-1' });
    expect(because(failure(null))).toEqual(answered);
    expect(because(Object.assign(new Error('x'), { code: 'Jimmy Example' }))).toEqual({ error: 'Error' });
    expect(because('Jimmy Example')).toEqual({ error: 'Error' });
  });
});
