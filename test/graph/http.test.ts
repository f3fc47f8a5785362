import { createGraph } from '#graph/http.ts';
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

  it('because it took too long is given up', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const graph = createGraph({ token: () => Promise.resolve('t'), fetch: never, timeoutMs: 5 });
    await expect(graph.get('/x')).rejects.toMatchObject({ status: 0, code: 'TimeoutError' });
  });
});
