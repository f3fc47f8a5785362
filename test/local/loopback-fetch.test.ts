import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackFetch } from '#local/loopback-fetch.ts';

describe('The fetch that takes Microsoft’s addresses to this computer', () => {
  let server: Server;
  let origin: string;
  let local: typeof fetch;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/graph.microsoft.com/loop') {
        response.writeHead(302, { location: 'https://graph.microsoft.com/loop' }).end();
        return;
      }
      if (request.url === '/graph.microsoft.com/away') {
        response.writeHead(302, { location: 'https://somewhere.example/' }).end();
        return;
      }
      const { method, url, headers } = request;
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        response.end(JSON.stringify({ method, url, body, type: headers['content-type'] }));
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    local = loopbackFetch(origin, ['graph.microsoft.com']);
  });
  afterAll(() => {
    server.close();
  });

  it('puts the host before the path and sends method, headers and body along', async () => {
    const sent = {
      method: 'POST',
      url: '/graph.microsoft.com/v1.0/x?a=%27b%27',
      body: '{"c":1}',
      type: 'application/json',
    };
    const init = { method: 'POST', body: '{"c":1}', headers: { 'content-type': 'application/json' } };
    const url = "https://graph.microsoft.com/v1.0/x?a='b'";
    expect(await (await local(url, init)).json()).toEqual(sent);
    expect(await (await local(new Request(url, init))).json()).toEqual(sent);
  });

  it('leaves addresses on this computer as they are', async () => {
    expect(await (await local(`${origin}/health`)).json()).toMatchObject({ url: '/health' });
  });

  it.each([
    'https://somewhere.example/',
    'http://graph.microsoft.com/v1.0',
    'https://graph.microsoft.com:8443/',
    'https://graph.microsoft.com.somewhere.example/',
  ])('refuses %s and says which hosts it knows', async (url) => {
    await expect(local(url)).rejects.toThrow(/does not stand in for .* Known hosts: graph\.microsoft\.com/);
  });

  it('follows no redirect away from the hosts it knows, and none without end', async () => {
    await expect(local('https://graph.microsoft.com/away')).rejects.toThrow(/somewhere\.example/);
    await expect(local('https://graph.microsoft.com/loop')).rejects.toThrow(/without end/);
    expect((await local('https://graph.microsoft.com/loop', { redirect: 'manual' })).status).toBe(302);
  });
});
