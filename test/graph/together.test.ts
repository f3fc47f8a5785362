import { GraphFailure } from '#graph/graph-failure.ts';
import type { Graph } from '#graph/http.ts';
import { createMeter, kindOf } from '#graph/resource-units.ts';
import { together } from '#graph/together.ts';
import { describe, expect, it } from 'vitest';

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}
type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** Graph as far as batches go: answers each path by the table, and remembers what it was asked alone and in batches. */
function aGraph(answers: Readonly<Record<string, Answer>>, batchFails?: GraphFailure) {
  const alone: string[] = [];
  const batches: (readonly Part[])[] = [];
  const refuse = () => Promise.reject(new Error('not asked for here'));
  const graph: Graph = {
    get: (path) => {
      alone.push(path);
      return Promise.resolve({ alone: path });
    },
    post: (path, body) => {
      expect(path).toBe('/$batch');
      const { requests } = body as { requests: readonly Part[] };
      batches.push(requests);
      if (batchFails) return Promise.reject(batchFails);
      const responses = requests.flatMap(({ id, url }) => {
        const answer = answers[url];
        return answer ? [{ id, ...answer }] : [];
      });
      // In no order that anybody may rely on.
      return Promise.resolve({ responses: responses.toReversed() });
    },
    patch: refuse,
    put: refuse,
    remove: refuse,
  };
  return { graph, alone, batches };
}

const getting = (...given: Parameters<typeof together>): Graph['get'] => {
  const graph = together(...given);
  return (path) => graph.get(path);
};

describe('readings that are asked for together', () => {
  it('go out as one batch, and each gets its own answer', async () => {
    const { graph, alone, batches } = aGraph({
      '/a': { status: 200, body: { value: 'a' } },
      '/b?token=1': { status: 200, body: { value: 'b' } },
    });
    const get = getting(graph);
    expect(await Promise.all([get('/a'), get('https://graph.microsoft.com/v1.0/b?token=1')])).toEqual([
      { value: 'a' },
      { value: 'b' },
    ]);
    expect(batches).toHaveLength(1);
    expect(alone).toEqual([]);
  });

  it('go alone when there is only one', async () => {
    const { graph, alone, batches } = aGraph({});
    expect(await together(graph).get('/a')).toEqual({ alone: '/a' });
    expect([alone, batches]).toEqual([['/a'], []]);
  });

  it('are twenty to a batch at most', async () => {
    const paths = Array.from({ length: 45 }, (_, index) => `/x/${index}`);
    const { graph, batches } = aGraph(Object.fromEntries(paths.map((path) => [path, { status: 200, body: path }])));
    const get = getting(graph);
    expect(await Promise.all(paths.map((path) => get(path)))).toEqual(paths);
    expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
  });

  it.each([{ status: 429 }, { status: 503 }, { status: 504 }, undefined])(
    'ask a part again by itself that was answered with %o',
    async (answer) => {
      const { graph, alone } = aGraph({ '/a': { status: 200, body: 'a' }, ...(answer ? { '/b': answer } : {}) });
      const get = getting(graph);
      expect(await Promise.all([get('/a'), get('/b')])).toEqual(['a', { alone: '/b' }]);
      expect(alone).toEqual(['/b']);
    },
  );

  it('fail one by one, with Graph’s code and request and nothing that it quotes', async () => {
    const { graph } = aGraph({
      '/a': { status: 200, body: 'a' },
      '/b?$filter=x': {
        status: 410,
        body: {
          error: {
            code: 'resyncChangesApplyDifferences',
            message: 'Jimmy Example',
            innerError: { 'request-id': 'r-9' },
          },
        },
      },
    });
    const get = getting(graph);
    const [a, b] = await Promise.allSettled([get('/a'), get('/b?$filter=x')]);
    expect(a).toEqual({ status: 'fulfilled', value: 'a' });
    expect(b).toMatchObject({
      status: 'rejected',
      reason: { name: 'GraphFailure', status: 410, code: 'resyncChangesApplyDifferences', requestId: 'r-9' },
    });
    expect(JSON.stringify(b)).not.toContain('Jimmy');
  });

  it.each([
    ['spelt innererror', { body: { error: { code: 'accessDenied', innererror: { 'request-id': 'r-7' } } } }, 'r-7'],
    ['only in a header', { headers: { 'Request-Id': 'r-8' }, body: { error: { code: 'accessDenied' } } }, 'r-8'],
    ['nowhere', { body: { error: { code: 'accessDenied', innerError: null } } }, null],
  ])('fail with code and request, this one %s', async (_where, answer, requestId) => {
    const { graph } = aGraph({ '/a': { status: 200, body: 'a' }, '/b': { status: 403, ...answer } });
    const get = getting(graph);
    const [, b] = await Promise.allSettled([get('/a'), get('/b')]);
    expect(b).toMatchObject({ reason: { status: 403, code: 'accessDenied', requestId } });
  });

  it('all fail when the batch itself does', async () => {
    const failure = new GraphFailure({ request: 'POST /$batch', status: 503, code: 'x', requestId: null });
    const get = getting(aGraph({}, failure).graph);
    const outcomes = await Promise.allSettled([get('/a'), get('/b')]);
    expect(outcomes).toEqual([
      { status: 'rejected', reason: failure },
      { status: 'rejected', reason: failure },
    ]);
  });

  it('are charged part by part, and what a part says of waiting holds for all calls', async () => {
    const { graph } = aGraph({
      '/sites/s/lists/l/items/delta?token=1': { status: 200, body: {} },
      '/sites/s/lists/m/items/delta?token=1': { status: 429, headers: { 'Retry-After': '9' } },
    });
    const meter = createMeter();
    const noted: [number, string | null][] = [];
    const gate = { note: (status: number, headers: Headers) => void noted.push([status, headers.get('Retry-After')]) };
    const get = getting(graph, { gate, meter });
    await Promise.all([get('/sites/s/lists/l/items/delta?token=1'), get('/sites/s/lists/m/items/delta?token=1')]);
    expect(meter.byKind()).toEqual({ delta: { requests: 2, units: 2, throttled: 1 } });
    expect(noted).toContainEqual([429, '9']);
  });
});

describe('what a call costs', () => {
  it.each([
    ['GET', '/sites/s/lists/l/items/delta?token=abc', 'delta'],
    ['GET', '/sites/s/lists/l/items/delta?$expand=fields', 'delta from the beginning'],
    ['GET', 'https://graph.microsoft.com/v1.0/sites/s/lists/l/items/7?$expand=fields', 'read one'],
    ['GET', '/sites/contoso.sharepoint.com:/sites/x', 'read one'],
    ['GET', '/sites/s/lists/l/items?$expand=fields', 'read many'],
    ['GET', '/sites/s/lists', 'read many'],
    ['GET', '/drives/d/items/i/content', 'read one'],
    ['POST', '/sites/s/lists/l/items', 'write'],
    ['PATCH', '/sites/s/lists/l/items/3/fields', 'write'],
    ['DELETE', '/sites/s/lists/l/items/3', 'write'],
    ['PUT', '/drives/d/root:/x.docx:/content', 'write'],
    ['POST', '/drives/d/items/i/invite', 'permissions'],
    ['POST', '/sites/s/permissions', 'permissions'],
    ['GET', '/drives/d/items/i?$expand=permissions', 'permissions'],
    ['GET', '/teams/t/members', 'other services'],
    ['POST', '/$batch', 'other services'],
  ])('%s %s: %s', (method, url, kind) => {
    expect(kindOf(method, url)).toBe(kind);
  });
});
