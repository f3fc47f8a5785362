import { describe, expect, it } from 'vitest';
import { type ImportLine, meSchema } from '#tab/contract/answers.ts';
import { createApi } from '#tab/client/server/api.ts';
import { linesOf } from '#tab/client/server/lines.ts';

const me = { name: 'Sam Example', roles: ['senco'], schools: [], needsAttention: [] };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

/** A server that gives these answers in turn, and remembers what it was asked. */
function serverOf(answers: readonly (Response | Error)[]) {
  const asked: Request[] = [];
  const dropped = { times: 0 };
  const fetch = async (path: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const answer = answers[asked.length] ?? new Error('asked once too often');
    asked.push(new Request(new URL(path instanceof Request ? path.url : path, 'http://tab.example'), init));
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const token = {
    get: async () => ({ ok: true, value: `token-${dropped.times}` }) as const,
    drop: () => {
      dropped.times += 1;
    },
  };
  return { api: createApi({ fetch, token }), asked };
}

describe('a request to the tab’s server', () => {
  it('carries the person’s token, and its answer is checked against the contract', async () => {
    const { api, asked } = serverOf([json(200, me)]);
    expect(await api.read('/me', meSchema)).toEqual({ ok: true, value: me });
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer token-0');
  });

  it('is repeated once with a new token after 401', async () => {
    const { api, asked } = serverOf([json(401, {}), json(200, me)]);
    expect(await api.read('/me', meSchema)).toMatchObject({ ok: true });
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer token-1');
  });

  it.each([
    ['sign-in', json(401, {})],
    ['refused', json(403, { words: 'Only the headteacher can do this.' })],
    ['not found', json(404, { words: 'Nothing here.' })],
    ['changed', json(409, { words: 'Changed.' })],
    ['refused', json(422, { words: 'Too long.', field: 'times' })],
    ['server', json(503, {})],
    ['server', new Response('<html>', { status: 502 })],
    ['unreadable', json(200, { name: 1 })],
    ['unreadable', new Response('<html>', { status: 200 })],
    ['unreachable', new TypeError('network')],
  ])('that goes wrong is the failure “%s”', async (kind, answer) => {
    const again = answer instanceof Response ? answer.clone() : answer;
    const { api } = serverOf([answer, again]);
    expect(await api.read('/me', meSchema)).toMatchObject({ ok: false, failure: { kind } });
  });

  it('keeps the server’s words, field and next step', async () => {
    const problem = { words: 'The end lies before the start.', field: 'endsOn', next: 'Choose a later day.' };
    const { api } = serverOf([json(422, problem)]);
    expect(await api.send('/x', {}, meSchema)).toMatchObject({ failure: { problem } });
  });
});

describe('an import', () => {
  const upload = async (body: BodyInit) => {
    const { api } = serverOf([new Response(body)]);
    const lines: ImportLine[] = [];
    const outcome = await api.upload('/imports', new Blob(['x']), (line) => lines.push(line));
    return { outcome, lines };
  };
  const progress = '{"kind":"progress","done":1,"of":2}\n';
  const summary = '{"kind":"summary","applied":2,"seenBefore":0,"parked":[]}';

  it('tells each line as it comes and ends with the summary', async () => {
    const { outcome, lines } = await upload(progress + summary);
    expect(outcome.ok).toBe(true);
    expect(lines.map((line) => line.kind)).toEqual(['progress', 'summary']);
  });

  it('that breaks off before the summary has failed', async () => {
    expect((await upload(progress)).outcome).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('that answers nonsense has failed', async () => {
    expect((await upload('nonsense\n')).outcome).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  it('is read in whole lines, also where a letter is cut in two', async () => {
    const bytes = new TextEncoder().encode('Zoë\n\nLark');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const lines: string[] = [];
    for await (const line of linesOf(stream)) lines.push(line);
    expect(lines).toEqual(['Zoë', 'Lark']);
  });
});
