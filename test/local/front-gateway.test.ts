import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FrontTenant, sharePointHost, startFront } from './front-tenant.ts';

let front: FrontTenant;
let app: Server;
let finish: () => void = () => undefined;

beforeAll(async () => {
  front = await startFront();
  app = createServer((request, response) => {
    if (request.url === '/api/slow') {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('{"row":1}\n');
      finish = () => response.end('{"row":2}\n');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json', 'x-answered-by': 'the app' });
      response.end(
        JSON.stringify({
          method: request.method,
          url: request.url,
          authorization: request.headers.authorization,
          forwardedHost: request.headers['x-forwarded-host'],
          bytes: Buffer.concat(chunks).length,
        }),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(app, 'listening');
});

afterAll(async () => {
  app.closeAllConnections();
  app.close();
  await front.tenant.stop();
});

const appOrigin = (): string => `http://127.0.0.1:${(app.address() as AddressInfo).port}`;

describe('the tab and its API come from the origin of the Teams page', () => {
  test('a request is passed on with its headers and body, and the answer comes back as it is', async () => {
    front.setAppOrigin(appOrigin());
    const answer = await fetch(`${front.tenant.origin}/api/import?form=update`, {
      method: 'POST',
      headers: { authorization: 'Bearer x' },
      body: new Uint8Array(300_000),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-answered-by')).toBe('the app');
    expect(await answer.json()).toEqual({
      method: 'POST',
      url: '/api/import?form=update',
      authorization: 'Bearer x',
      forwardedHost: front.tenant.origin.replace('http://', ''),
      bytes: 300_000,
    });
  });

  test('an answer that comes in pieces is passed on piece by piece', async () => {
    front.setAppOrigin(appOrigin());
    const answer = await fetch(`${front.tenant.origin}/api/slow`);
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('{"row":1}\n');
    finish();
    const second = await reader?.read();
    expect(new TextDecoder().decode(second?.value)).toBe('{"row":2}\n');
  });

  test('while the app is not up, a page says so', async () => {
    for (const origin of [undefined, 'http://127.0.0.1:9']) {
      front.setAppOrigin(origin);
      const answer = await fetch(`${front.tenant.origin}/tab/`);
      expect(answer.status).toBe(502);
      expect(await answer.text()).toContain('The app is not running');
    }
  });

  test('addresses of Microsoft’s hosts are never the app’s', async () => {
    front.setAppOrigin(appOrigin());
    const answers = await Promise.all(
      [`/${sharePointHost}/_api/web`, '/graph.microsoft.com/v1.0/me/teamwork', '/_local/nothing'].map(async (path) =>
        (await fetch(front.tenant.origin + path)).headers.get('x-answered-by'),
      ),
    );
    expect(answers).toEqual([null, null, null]);
  });
});
