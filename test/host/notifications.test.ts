// The address at which Microsoft 365 tells the app of changes, as the whole server answers there.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '#host/server.ts';
import { createTwinLog } from '#test/twins/log.ts';

const { log, entries } = createTwinLog();
const taken: unknown[] = [];
let verdict: 'accepted' | 'refused' = 'accepted';
const servers: Server[] = [];

async function serve(isReached: boolean): Promise<string> {
  const server = createServer({
    bot: { process: () => Promise.resolve(), settled: () => Promise.resolve() },
    tabRouter: express.Router(),
    tabFiles: '/nowhere',
    health: () => ({ ready: true, lastRefreshed: '' }),
    log,
    notifications: isReached
      ? (body) => {
          taken.push(body);
          return verdict;
        }
      : null,
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graph/notifications`;
}

let address = '';
beforeAll(async () => {
  address = await serve(true);
});
afterEach(() => {
  taken.length = 0;
  verdict = 'accepted';
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const post = (body: string, type = 'application/json; charset=utf-8', query = '', to = address): Promise<Response> =>
  fetch(`${to}${query}`, { method: 'POST', body, headers: { 'content-type': type } });

describe('the handshake', () => {
  it('says the token back, decoded, as plain text, and does nothing else', async () => {
    const token = 'Validation: Testing client application reachability for subscription Request-Id: 1+2/3=&ü <b>';
    const answer = await post('', 'text/plain; charset=utf-8', `?validationToken=${encodeURIComponent(token)}`);
    expect([answer.status, await answer.text()]).toEqual([200, token]);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    // Whatever is said back, no browser takes it for a page.
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(taken).toEqual([]);
  });

  it('is made with a POST and nothing else', async () => {
    expect((await fetch(`${address}?validationToken=x`)).status).toBe(404);
  });
});

describe('a notification', () => {
  const body = { value: [{ subscriptionId: 'a', clientState: 'b', changeType: 'updated' }] };

  it('is taken as it came, and answered with 202 and no words', async () => {
    const answer = await post(JSON.stringify(body));
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    expect(taken).toEqual([body]);
  });

  it('that is not for this app is answered with 403 and no words', async () => {
    verdict = 'refused';
    const answer = await post(JSON.stringify(body));
    expect([answer.status, await answer.text()]).toEqual([403, '']);
  });

  it.each<[string, string, string]>([
    ['no JSON', '{ "value": [', 'application/json'],
    ['a form', 'value=1', 'application/x-www-form-urlencoded'],
    ['too large', JSON.stringify({ value: 'x'.repeat(1_100_000) }), 'application/json'],
  ])('that is %s is taken for nothing, and says nothing in the log each time', async (_what, text, type) => {
    verdict = 'refused';
    const answer = await post(text, type);
    expect([answer.status, await answer.text()]).toEqual([403, '']);
    expect(taken).toEqual([undefined]);
    expect(entries()).toEqual([]);
  });
});

describe('an app that is not reached from outside', () => {
  it('has no such address', async () => {
    const nowhere = await serve(false);
    const answers = [
      await post('{}', 'application/json', '', nowhere),
      await post('', 'text/plain', '?validationToken=x', nowhere),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(taken).toEqual([]);
  });
});
