import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphFailure } from '#graph/graph-failure.ts';
import { createServer } from '#host/server.ts';
import { createTwinLog } from '#test/twins/log.ts';

const { log, entries } = createTwinLog();
let tabFiles = '';
let server: Server;
let ready = true;
const heard: unknown[] = [];

beforeAll(async () => {
  tabFiles = mkdtempSync(path.join(tmpdir(), 'ptt-tab-'));
  mkdirSync(path.join(tabFiles, 'assets'));
  writeFileSync(path.join(tabFiles, 'index.html'), '<!doctype html><title>Part-time timetables</title>');
  writeFileSync(path.join(tabFiles, 'assets', 'main-1a2b.js'), 'export {};');
  const tabRouter = express.Router();
  tabRouter.get('/breaks', () => {
    throw new Error('secret: Jimmy Example');
  });
  tabRouter.get('/refused', () => {
    throw new GraphFailure({ request: 'GET /sites/s', status: 429, code: 'serviceNotAvailable', requestId: 'r-1' });
  });
  server = createServer({
    bot: {
      process: async (request, response) => {
        heard.push(request.body);
        response.statusCode = 200;
        response.end();
      },
      settled: () => Promise.resolve(),
    },
    tabRouter,
    tabFiles,
    health: () => ({ ready, lastRefreshed: '2026-11-23T07:30:00Z' }),
    log,
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(tabFiles, { recursive: true });
});

const get = (address: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, { redirect: 'manual', ...init });

const policyOf = (answer: Response): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values];
    }),
  );

describe('every answer', () => {
  it.each(['/tab/', '/healthz', '/api/breaks', '/nothing', '/privacy'])(
    'at %s may be framed by Teams and itself only',
    async (address) => {
      const answer = await get(address);
      const policy = policyOf(answer);
      expect(policy['frame-ancestors']).toEqual(
        expect.arrayContaining(["'self'", 'https://teams.microsoft.com', 'https://*.cloud.microsoft']),
      );
      const microsofts =
        /^https:\/\/[\w*.-]+\.(microsoft\.com|microsoft|microsoft365\.com|office\.com|office365\.com)$/;
      expect(policy['frame-ancestors']?.filter((one) => one !== "'self'" && !microsofts.test(one))).toEqual([]);
      expect(answer.headers.get('x-frame-options')).toBeNull();
    },
  );

  it('runs no script but its own, and sends data nowhere else', async () => {
    const policy = policyOf(await get('/tab/'));
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'", 'https://res.cdn.office.net'],
    });
  });

  it('does not say what it was made with, and is not to be guessed at', async () => {
    const { headers } = await get('/tab/');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('the tab’s files', () => {
  it('are asked for anew each time, but for those whose name changes with their content', async () => {
    expect((await get('/tab/')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/tab/assets/main-1a2b.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it('are no way to other files of the computer', async () => {
    for (const address of [
      '/tab/..%2f..%2fpackage.json',
      '/tab/%2e%2e/%2e%2e/etc/passwd',
      '/tab/assets/..%2findex.html',
    ]) {
      expect((await get(address)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('that are not there are not found', async () => {
    expect((await get('/tab/assets/other.js')).status).toBe(404);
    const answer = await get('/somewhere');
    expect([answer.status, await answer.json()]).toEqual([404, { words: 'There is nothing at this address.' }]);
  });
});

describe('the health of the app', () => {
  it('is good once the lists have been read', async () => {
    ready = false;
    expect((await get('/healthz')).status).toBe(503);
    ready = true;
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('what the bot is sent', () => {
  const post = (body: string) =>
    get('/api/messages', { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it('arrives as Teams wrote it', async () => {
    expect((await post('{"type":"message"}')).status).toBe(200);
    expect(heard).toEqual([{ type: 'message' }]);
  });

  it('and is no JSON, or too much of it, is refused without a word', async () => {
    for (const body of ['{ not JSON', JSON.stringify({ text: 'x'.repeat(400_000) })]) {
      const answer = await post(body);
      expect([answer.status, await answer.text()]).toEqual([401, 'Unauthorized']);
    }
    expect(heard).toHaveLength(1);
  });
});

describe('a fault of the app', () => {
  it('is answered without its details, and logged by its name', async () => {
    const answer = await get('/api/breaks');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      words: 'Microsoft 365 did not answer, or something went wrong here. Nothing that you typed is lost.',
      next: 'Try again in a minute. If it goes on, tell the person who looks after this app.',
    });
    expect(entries('request failed').at(-1)?.facts).toEqual({ method: 'GET', error: 'Error' });
  });

  it('that was Microsoft’s is logged with the id by which they find it', async () => {
    const answer = await get('/api/refused');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('Nothing that you typed is lost.');
    expect(entries('request failed').at(-1)?.facts).toEqual({ method: 'GET', error: 'GraphFailure', request: 'r-1' });
  });
});
