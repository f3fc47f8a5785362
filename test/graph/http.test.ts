import { GraphFailure, isOutOfReach, isUnclear } from '#graph/graph-failure.ts';
import { createGraph } from '#graph/http.ts';
import { createThrottleGate } from '#graph/throttle-gate.ts';
import { describe, expect, it } from 'vitest';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A fetch that gives these answers one after the other and remembers what it was asked. */
function fetchOf(...answers: readonly (Response | Error)[]) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push({
      url: new Request(input).url,
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      body: init?.body,
    });
    const answer = answers[sent.length - 1];
    await Promise.resolve();
    if (answer === undefined) throw new Error('No answer is left.');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const token = (refused?: string) => Promise.resolve(refused === 'a-token' ? 'another-token' : 'a-token');
  return { sent, graph: createGraph({ token, fetch, retry: { times: 2, delaySeconds: 0 } }) };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const problem = (status: number, code: string, message = 'x', headers: Record<string, string> = {}) =>
  json({ error: { code, message, innerError: { 'request-id': 'r-1', date: '2026-11-22T00:00:00' } } }, status, headers);
const named = { 'request-id': 'r-head' };
const refusal = (error: object) => json({ error: { message: 'x', ...error } }, 403, named);
const brokenOff = () => new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) });
const soon = { 'Retry-After': '0' };

describe('a request to Microsoft Graph', () => {
  it('goes to v1.0 with the token and says which app is asking', async () => {
    const { sent, graph } = fetchOf(json({ id: 's' }));
    expect(await graph.get('/sites/s')).toEqual({ id: 's' });
    expect(sent[0]?.url).toBe('https://graph.microsoft.com/v1.0/sites/s');
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer a-token');
    expect(sent[0]?.headers.get('User-Agent')).toMatch(/^NONISV\|[A-Za-z]+\|[A-Za-z]+\/\d+\.\d+\.\d+$/);
  });

  it('follows a link as Graph gave it', async () => {
    const link =
      'https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta?token=a%2Bb%3D&$expand=fields($select=Title)';
    const { sent, graph } = fetchOf(json({}));
    await graph.get(link);
    // The client puts OData's own options first; their values stay as they were.
    const parts = (url = '') => url.split(/[?&]/).toSorted();
    expect(parts(sent[0]?.url)).toEqual(parts(link));
  });

  it.each([
    'https://graph.microsoft.com.attacker.example/v1.0/x',
    'https://attacker.example/v1.0/x',
    'http://graph.microsoft.com/v1.0/x',
    'https://graph.microsoft.com:444/v1.0/x',
    'https://graph.microsoft.com@attacker.example/x',
    'nonsense',
  ])('is not made to %s', async (link) => {
    const { sent, graph } = fetchOf(json({}));
    await expect(graph.get(link)).rejects.toThrow('only graph.microsoft.com is followed');
    expect(sent).toEqual([]);
  });

  it('does not follow a redirect to another host', async () => {
    const { sent, graph } = fetchOf(
      new Response(null, { status: 302, headers: { Location: 'https://attacker.example/' } }),
    );
    await expect(graph.get('/sites/s')).rejects.toMatchObject({ name: 'GraphFailure', status: 0 });
    expect(sent).toHaveLength(1);
  });

  it('sends If-Match with a change, and bytes as they are', async () => {
    const { sent, graph } = fetchOf(json({}), json({ id: 'f' }));
    await graph.patch('/x', { A: 1 }, '"guid,3"');
    expect(sent[0]?.headers.get('If-Match')).toBe('"guid,3"');
    const part = new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4);
    await graph.put('/y', part, 'application/octet-stream');
    expect(new Uint8Array(sent[1]?.body as Uint8Array)).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('takes an empty answer to a POST or a DELETE for an answer', async () => {
    const { graph } = fetchOf(new Response(null, { status: 202 }), new Response(null, { status: 204 }));
    expect(await graph.post('/users/u/sendMail', {})).toBeUndefined();
    expect(await graph.remove('/x')).toBeUndefined();
  });
});

/** Begins well and is cut in the middle. */
const cutShort = (status: number): Response =>
  new Response(
    new ReadableStream({
      start(answer) {
        answer.enqueue(new TextEncoder().encode('{"id":'));
        answer.error(new TypeError('terminated'));
      },
    }),
    { status, headers: { 'Content-Type': 'application/json', 'request-id': 'r-1' } },
  );

describe('an answer that breaks off', () => {
  it('to a reading is asked for once more', async () => {
    const { sent, graph } = fetchOf(cutShort(200), json({ id: 's' }));
    expect(await graph.get('/sites/s')).toEqual({ id: 's' });
    expect(sent).toHaveLength(2);
  });

  it('to a change is none, whatever its status said: one has to look whether it was made', async () => {
    const { sent, graph } = fetchOf(cutShort(201));
    const failure: unknown = await graph.post('/sites/s/lists/l/items', {}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GraphFailure', status: 0, requestId: 'r-1' });
    expect([isUnclear(failure as GraphFailure), isOutOfReach(failure)]).toEqual([true, true]);
    expect(sent).toHaveLength(1);
  });
});

describe('a request that fails', () => {
  it.each([429, 503, 504])('with %i is made again when it only reads or says what it expects', async (status) => {
    const { sent, graph } = fetchOf(
      problem(status, 'x', 'x', soon),
      json({}),
      problem(status, 'x', 'x', soon),
      json({}),
    );
    await graph.get('/x');
    await graph.patch('/x', {}, '"e"');
    expect(sent).toHaveLength(4);
  });

  it('with 429 is made again also when it creates, because it was not begun', async () => {
    const { sent, graph } = fetchOf(problem(429, 'activityLimitReached', 'x', soon), json({ id: '1' }, 201));
    expect(await graph.post('/x', {})).toEqual({ id: '1' });
    expect(sent).toHaveLength(2);
  });

  it('on a connection that broke is made once more when it only reads, and never when it writes', async () => {
    const broken = new TypeError('fetch failed');
    const reading = fetchOf(broken, json({ id: 's' }));
    expect(await reading.graph.get('/sites/s')).toEqual({ id: 's' });
    const writing = fetchOf(broken, json({}));
    await expect(writing.graph.post('/x', {})).rejects.toMatchObject({ status: 0 });
    await expect(fetchOf(broken, json({})).graph.patch('/x', {}, '"e"')).rejects.toMatchObject({ status: 0 });
    expect([reading.sent.length, writing.sent.length]).toEqual([2, 1]);
  });

  it.each([503, 504])('with %i is not made again when it creates, because it may have been done', async (status) => {
    const { sent, graph } = fetchOf(problem(status, 'serviceNotAvailable', 'x', soon));
    await expect(graph.post('/x', {})).rejects.toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  it('with a token that is not taken is made once more with another, and then is a failure', async () => {
    const refused = () => problem(401, 'InvalidAuthenticationToken');
    const { sent, graph } = fetchOf(refused(), refused());
    await expect(graph.post('/x', {})).rejects.toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer a-token', 'Bearer another-token']);
  });

  it.each([
    ['says that it is about something else', () => problem(401, 'generalException')],
    ['is a page', () => new Response('<html></html>', { status: 401 })],
  ])('with 401 is not made again when the answer %s', async (_what, answer) => {
    const { sent, graph } = fetchOf(answer());
    await expect(graph.get('/x')).rejects.toMatchObject({ status: 401 });
    expect(sent).toHaveLength(1);
  });

  it('says what, where and what to do, and repeats nothing that Graph quotes', async () => {
    const { graph } = fetchOf(
      problem(400, 'invalidRequest', "Field 'NextReview' does not take Jimmy Example"),
      problem(409, 'nameAlreadyExists'),
    );
    const failure: unknown = await graph
      .patch('/sites/s/lists/l/items/3/fields', {}, '"e"')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 400, code: 'invalidRequest', requestId: 'r-1' });
    await expect(graph.post('/x', {})).rejects.toMatchObject({
      status: 409,
      code: 'nameAlreadyExists',
      requestId: 'r-1',
    });
    expect(String(failure)).toContain('PATCH /sites/s/lists/l/items/3/fields: Column NextReview: ');
    expect(JSON.stringify(failure) + String(failure)).not.toContain('Jimmy');
  });

  it('names no mailbox, no query and no continuation', async () => {
    const { graph } = fetchOf(problem(404, 'itemNotFound'), problem(404, 'itemNotFound'));
    const mail: unknown = await graph
      .post('/users/ptt%40rowantree.example/sendMail', {})
      .catch((error: unknown) => error);
    expect(String(mail)).toContain('POST /users/{mailbox}/sendMail');
    const link: unknown = await graph
      .get('https://graph.microsoft.com/v1.0/x?token=secret')
      .catch((error: unknown) => error);
    expect(String(link)).not.toContain('secret');
  });

  it.each([
    [new TypeError('fetch failed'), 'TypeError'],
    [new DOMException('The operation timed out', 'TimeoutError'), 'TimeoutError'],
  ])('without an answer says so: %s', async (error, code) => {
    const { graph } = fetchOf(error, error);
    await expect(graph.get('/x')).rejects.toMatchObject({ name: 'GraphFailure', status: 0, code });
  });

  it('with a page instead of JSON is a failure like any other', async () => {
    const { graph } = fetchOf(
      new Response('<html>Bad gateway</html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    );
    await expect(graph.get('/x')).rejects.toMatchObject({ name: 'GraphFailure', status: 502, code: 'unknown' });
  });

  it.each([
    ['spells innererror so', () => refusal({ code: 'accessDenied', innererror: { 'request-id': 'r-7' } }), 'r-7'],
    ['says nothing inside', () => refusal({ code: 'accessDenied', innerError: null }), 'r-head'],
    ['has things inside that nobody knows', () => refusal({ code: 'accessDenied', innerError: 'x' }), 'r-head'],
  ])('keeps its status, code and request when the answer %s', async (_what, answer, requestId) => {
    const { sent, graph } = fetchOf(answer());
    await expect(graph.get('/x')).rejects.toMatchObject({ status: 403, code: 'accessDenied', requestId });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['is empty', () => new Response('', { status: 403, headers: { ...named, 'Content-Type': 'application/json' } })],
    [
      'is not JSON',
      () => new Response('{', { status: 403, headers: { ...named, 'Content-Type': 'application/json' } }),
    ],
    ['is a page', () => new Response('<p>No</p>', { status: 403, headers: { ...named, 'Content-Type': 'text/html' } })],
    ['has no kind', () => new Response(null, { status: 403, headers: named })],
    ['breaks off', () => new Response(brokenOff(), { status: 403, headers: named })],
    ['is null', () => json(null, 403, named)],
    ['is a sentence', () => json({ error: 'Jimmy Example may not' }, 403, named)],
    ['has a sentence for a code', () => refusal({ code: 'Jimmy Example may not' })],
  ])('keeps its status and request when the answer %s', async (_what, answer) => {
    const { sent, graph } = fetchOf(answer(), answer());
    const failure: unknown = await graph.post('/x', {}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GraphFailure', status: 403, code: 'unknown', requestId: 'r-head' });
    expect(String(failure)).not.toContain('Jimmy');
    expect(sent).toHaveLength(1);
  });

  it('is told apart from those that fail beside it', async () => {
    const statuses = [400, 403, 404, 409, 410, 412];
    const fetch: typeof globalThis.fetch = async (input) => {
      const status = Number(new Request(input).url.slice(-3));
      await new Promise((resolve) => setTimeout(resolve, 420 - status));
      return new Response('', { status, headers: { 'request-id': `r-${status}` } });
    };
    const graph = createGraph({ token: () => Promise.resolve('t'), fetch });
    const outcomes = await Promise.allSettled(statuses.map((status) => graph.patch(`/${status}`, {})));
    expect(outcomes).toMatchObject(
      statuses.map((status) => ({ reason: { status, requestId: `r-${status}`, mayBeDone: false } })),
    );
  });

  it.each([
    ['was answered 504 before', [504, 429, 429], true],
    ['was answered 503 in between', [429, 503, 429], true],
    ['was only too much', [429, 429, 429], false],
  ])('as too much says whether it may be done all the same: it %s', async (_what, statuses, mayBeDone) => {
    const { graph } = fetchOf(...statuses.map((status) => problem(status, 'x', 'x', soon)));
    const failure: unknown = await graph.patch('/x', {}, '"e"').catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 429, mayBeDone });
    expect(failure instanceof GraphFailure && isUnclear(failure)).toBe(mayBeDone);
  });

  it('at the gate, on its second attempt, still says that the first may have been carried out', async () => {
    // Somebody else is asked to wait for long, while this call waits for its second attempt.
    const passes = [{ open: true }, { open: false, waitMs: 300_000 }] as const;
    let passed = 0;
    const pass = () => Promise.resolve(passes[passed++] ?? passes[1]);
    const fetch: typeof globalThis.fetch = () => Promise.resolve(problem(504, 'x', 'x', soon));
    const gate = { ...createThrottleGate(), pass };
    const graph = createGraph({ token: () => Promise.resolve('t'), fetch, gate });
    await expect(graph.remove('/x', '"e"')).rejects.toMatchObject({ status: 429, code: 'ToldToWait', mayBeDone: true });
  });

  it('because it took too long is given up', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const graph = createGraph({ token: () => Promise.resolve('t'), fetch: never, timeoutMs: 5 });
    await expect(graph.get('/x')).rejects.toMatchObject({ status: 0, code: 'TimeoutError' });
  });
});
