// What the Bot Connector makes of a bot that speaks too often, and of a channel where no app may.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimiter, teamsRates } from '#local/connector/rates.ts';
import { callConnector, type FrontTenant, otherChannel, senco, staffChannel, startFront } from './front-tenant.ts';

const channel = `conversations/${encodeURIComponent(staffChannel)}`;
const post = { type: 'message', text: 'Hello' };

describe('a bot that is held to Teams’ rates', () => {
  let front: FrontTenant;
  beforeEach(async () => {
    front = await startFront();
  });
  afterEach(() => front.tenant.stop());

  const say = (path = `${channel}/activities`, body: object = post) => callConnector(front, 'POST', path, body);
  const perMinute = (calls: number) => [{ seconds: 60, calls }];

  test('says what it likes until they are set', async () => {
    for (let count = 0; count < 20; count += 1) expect((await say()).status).toBe(201);
  });

  test('is turned away in one conversation, whichever way it writes, and nothing is posted', async () => {
    front.tenant.botRates.setRates({ write: perMinute(2), read: perMinute(1), app: [] });
    const started = await say('conversations', { channelData: { channel: { id: staffChannel } }, activity: post });
    const id = started.body?.id ?? '';
    expect((await say(`conversations/${encodeURIComponent(id)}/activities`)).status).toBe(201);
    const refused = await say();
    expect([refused.status, refused.body?.error?.code]).toEqual([429, 'Throttled']);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect(front.tenant.store.conversations.listChannel(staffChannel)).toHaveLength(2);
    expect((await say('conversations', { members: [{ id: senco.id }], activity: post })).status).toBe(201);
    const members = async () => (await callConnector(front, 'GET', `${channel}/pagedmembers`)).status;
    expect([await members(), await members()]).toEqual([200, 429]);
  });

  test('has one rate for everything together', async () => {
    front.tenant.botRates.setRates({ write: [], read: [], app: perMinute(2) });
    expect((await say()).status).toBe(201);
    expect((await callConnector(front, 'GET', `${channel}/members`)).status).toBe(200);
    expect((await say('conversations', { members: [{ id: senco.id }], activity: post })).status).toBe(429);
  });
});

test('a channel that lets no app post refuses in Teams’ own code, and still says who is in it', async () => {
  const front = await startFront({ appsMayPost: false });
  const refused = await callConnector(front, 'POST', `${channel}/activities`, post);
  expect([refused.status, refused.body?.error?.code]).toEqual([403, 'MessageWritesBlocked']);
  expect((await callConnector(front, 'GET', `${channel}/members`)).status).toBe(200);
  expect((await callConnector(front, 'GET', `conversations/${encodeURIComponent(otherChannel)}/members`)).status).toBe(
    403,
  );
  await front.tenant.stop();
});

test('Teams’ figures let seven posts through in a second, one more in the next, sixty in half a minute', () => {
  let nowMs = 0;
  const limiter = createRateLimiter(() => new Date(nowMs), teamsRates);
  const posts = (many: number) =>
    Array.from({ length: many }, () => limiter.take('write', staffChannel)).filter(({ ok }) => ok).length;
  expect(posts(10)).toBe(7);
  nowMs = 1000;
  expect(posts(10)).toBe(1);
  let said = 8;
  for (nowMs = 2000; nowMs < 30_000; nowMs += 1000) said += posts(10);
  expect(said).toBe(60);
  nowMs = 29_999;
  expect(limiter.take('write', staffChannel)).toEqual({ ok: false, error: { waitSeconds: 1 } });
});
