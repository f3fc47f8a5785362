import fc from 'fast-check';
import type { Client } from '@microsoft/microsoft-graph-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAllowance } from '#local/graph/allowance.ts';
import { smallestTenant } from '#local/graph/quota.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { aDefinition, appClient, appToken, casesList, larkfield, readerApp, sharedMailbox } from './a-tenant.ts';

const start = Date.parse('2026-11-23T09:00:00Z');

describe('The quota of an app', () => {
  let tenant: Tenant;
  let client: Client;
  let nowMs: number;
  let token: string;
  const items = `${larkfield}/lists/Cases/items`;

  beforeEach(async () => {
    nowMs = start;
    tenant = await startTenant({ definition: aDefinition(), dataFile: ':memory:', now: () => new Date(nowMs) });
    client = await appClient(tenant);
    token = await appToken(tenant);
    await casesList(client);
  });
  afterEach(() => tenant.stop());

  const call = (path: string, init: RequestInit = {}, bearer = token): Promise<Response> =>
    tenant.fetch(`https://graph.microsoft.com/v1.0${path}`, {
      ...init,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    });
  const times = async (many: number, path: string): Promise<readonly Response[]> => {
    const answers: Response[] = [];
    for (let count = 0; count < many; count += 1) answers.push(await call(path));
    return answers;
  };
  const told = ({ status, headers }: Response) => ({
    status,
    wait: headers.get('Retry-After'),
    limit: headers.get('RateLimit-Limit'),
    remaining: headers.get('RateLimit-Remaining'),
    reset: headers.get('RateLimit-Reset'),
  });
  const quiet = { status: 200, wait: null, limit: null, remaining: null, reset: null };

  it('is nobody’s concern unless it is set', async () => {
    expect(tenant.quota.limits()).toBeNull();
    const answers = await times(30, items);
    expect(answers.map(told)).toEqual(answers.map(() => quiet));
  });

  it('is spoken of from 80 % on, and then refuses until the minute is over', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerMinute: 20 });
    expect((await times(7, items)).map(told)).toEqual(Array.from({ length: 7 }, () => quiet));
    nowMs += 10_000;
    const limit = '20';
    expect((await times(3, items)).map(told)).toEqual([
      { ...quiet, limit, remaining: '4', reset: '50' },
      { ...quiet, limit, remaining: '2', reset: '50' },
      { ...quiet, limit, remaining: '0', reset: '50' },
    ]);
    const refused = await call(items);
    expect(told(refused)).toEqual({ status: 429, wait: '50', limit, remaining: '0', reset: '50' });
    expect(await refused.json()).toEqual({
      error: {
        code: 'activityLimitReached',
        message: 'The request has been throttled',
        innerError: {
          code: 'throttledRequest',
          innerError: { code: 'quota' },
          date: '2026-11-23T09:00:10',
          'request-id': refused.headers.get('request-id'),
          'client-request-id': refused.headers.get('client-request-id'),
        },
      },
    });
    nowMs += 49_000;
    expect((await call(items)).status).toBe(429);
    nowMs += 1000;
    expect((await call(items)).status).toBe(200);
  });

  it('is spent by refused calls as well, so that hammering waits longer', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerMinute: 20 });
    const answers = await times(10 + 15, items);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    expect(told(answers.at(-1) ?? Response.error()).wait).toBe('120');
    nowMs += 60_000;
    expect((await call(items)).status).toBe(429);
    nowMs += 60_000;
    expect((await call(items)).status).toBe(200);
    expect(tenant.quota.refused()).toBe(16);
  });

  it('leaves what is not done undone', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerMinute: 1 });
    const list = tenant.store.lists.find(tenant.store.sites.byPath('/sites/larkfield')?.id ?? '', 'Cases');
    const answer = await call(items, { method: 'POST', body: JSON.stringify({ fields: { Title: 'too much' } }) });
    expect(answer.status).toBe(429);
    expect(tenant.store.items.count(list?.id ?? '')).toBe(0);
  });

  it('is each app’s own, is not spent by other services or by whoever is not signed in, and batches spend it part by part', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerMinute: 6 });
    expect((await call(items, {}, 'nobody')).status).toBe(401);
    expect((await call(`/users/${sharedMailbox}`)).status).toBe(404);
    const requests = Array.from({ length: 5 }, (_, id) => ({ id: String(id), method: 'GET', url: items }));
    const batch = await call('/$batch', { method: 'POST', body: JSON.stringify({ requests }) });
    expect(batch.status).toBe(200);
    const { responses } = (await batch.json()) as { responses: readonly { status: number; headers: object }[] };
    const refused = responses.filter(({ status }) => status !== 200);
    const told = { status: 429, headers: { 'Retry-After': '60', 'RateLimit-Remaining': '0' } };
    expect([responses.length, refused]).toMatchObject([5, [told, told]]);
    expect((await call(items)).status).toBe(429);
    expect((await call(items, {}, await appToken(tenant, readerApp))).status).toBe(200);
  });

  it('is also one for the day', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerDay: 4 });
    expect((await times(3, items)).map(({ status }) => status)).toEqual([200, 200, 429]);
    nowMs += 3_000_000;
    const refused = await call(items);
    expect(told(refused)).toMatchObject({ status: 429, wait: String(2 * 86_400 - 3000) });
  });

  it('counts sharing calls by themselves: so many in five minutes', async () => {
    tenant.quota.setLimits({ ...smallestTenant, sharing: 2 });
    const drive = (await client.api(`${larkfield}/drive`).get()).id;
    const file = await client.api(`/drives/${drive}/root:/a.txt:/content`).put('x');
    const share = () =>
      call(`/drives/${drive}/items/${file.id}/createLink`, {
        method: 'POST',
        body: JSON.stringify({ type: 'view', scope: 'organization' }),
      });
    const answers = [await share(), await share(), await share()];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 429]);
    expect(answers[2]?.headers.get('Retry-After')).toBe('300');
    expect((await call(items)).status).toBe(200);
    nowMs += 300_000;
    expect((await share()).status).toBe(200);
  });

  it('counts calls to each mailbox by themselves: so many in ten minutes', async () => {
    tenant.quota.setLimits({ ...smallestTenant, mailbox: 1 });
    const message = {
      subject: 'A notice',
      body: { contentType: 'Text', content: 'It is in the list.' },
      toRecipients: [{ emailAddress: { address: 'aspen@county.example' } }],
    };
    const send = (from: string) =>
      call(`/users/${from}/sendMail`, { method: 'POST', body: JSON.stringify({ message }) });
    const [first, second] = [await send(sharedMailbox), await send(sharedMailbox.toUpperCase())];
    expect([first.status, second.status, second.headers.get('Retry-After')]).toEqual([202, 429, '1200']);
    expect(await second.json()).toMatchObject({ error: { code: 'ApplicationThrottled' } });
    expect((await send('hazel@larkfield.example')).status).toBe(202);
  });

  it('lets so many calls to one mailbox go on at once, and no more', async () => {
    tenant.quota.setLimits(smallestTenant);
    tenant.faults.failNext({ method: 'POST', path: /sendMail$/, times: 5, delayMs: 500 });
    const message = {
      subject: 'A notice',
      body: { contentType: 'Text', content: 'It is in the list.' },
      toRecipients: [{ emailAddress: { address: 'aspen@county.example' } }],
    };
    const send = (from = sharedMailbox) =>
      call(`/users/${from}/sendMail`, { method: 'POST', body: JSON.stringify({ message }) });
    const answers = await Promise.all([...Array.from({ length: 5 }, () => send()), send('hazel@larkfield.example')]);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(await refused?.json()).toMatchObject({
      error: { code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' },
    });
    expect((await send()).status).toBe(202);
    expect(tenant.store.mail.sentBy(sharedMailbox)).toHaveLength(5);
  });

  it('can be set when the tenant starts, and is that of the smallest tenant in Microsoft’s table', async () => {
    const other = await startTenant({ definition: aDefinition(), dataFile: ':memory:', quota: smallestTenant });
    expect(other.quota.limits()).toEqual({
      unitsPerMinute: 1250,
      unitsPerDay: 1_200_000,
      sharing: 300,
      mailbox: 10_000,
      mailboxAtOnce: 4,
    });
    await other.stop();
  });
});

describe('The units of the last minute', () => {
  it('are forgotten a minute later', async () => {
    let nowMs = start;
    const tenant = await startTenant({ definition: aDefinition(), dataFile: ':memory:', now: () => new Date(nowMs) });
    const client = await appClient(tenant);
    const spend = () => client.api(`${larkfield}/lists`).get();
    await spend();
    nowMs += 30_000;
    await spend();
    expect(tenant.requests.unitsOfLastMinute()).toBe(4);
    nowMs += 30_000;
    expect(tenant.requests.unitsOfLastMinute()).toBe(2);
    nowMs += 30_000;
    expect(tenant.requests.unitsOfLastMinute()).toBe(0);
    expect(tenant.requests.resourceUnits()).toBe(4);
    await tenant.stop();
  });
});

describe('An allowance', () => {
  const asked = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 5 }), afterMs: fc.integer({ min: 0, max: 40_000 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  );

  it('lets through whoever waits as long as it says, and nobody who comes a second too early', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 5, max: 40 }), (calls, limit) => {
        /** The same calls, and then the first that was refused once more, so many milliseconds before it is told to come. */
        const askAgain = (earlyMs: number): number | null => {
          const allowance = createAllowance(limit, 60_000);
          let atMs = 0;
          for (const { amount, afterMs } of calls) {
            atMs += afterMs;
            const { waitSeconds } = allowance.spend(amount, atMs);
            if (waitSeconds > 0) return allowance.spend(amount, atMs + waitSeconds * 1000 - earlyMs).waitSeconds;
          }
          return null;
        };
        const inTime = askAgain(0);
        fc.pre(inTime !== null);
        expect(inTime).toBe(0);
        expect(askAgain(1001)).toBeGreaterThan(0);
      }),
    );
  });

  it('never gives more in a span than its limit', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 5, max: 40 }), (calls, limit) => {
        const allowance = createAllowance(limit, 60_000);
        let atMs = 0;
        const given = new Map<number, number>();
        for (const { amount, afterMs } of calls) {
          atMs += afterMs;
          const { waitSeconds, resetSeconds } = allowance.spend(amount, atMs);
          if (waitSeconds > 0) continue;
          const ends = Math.round((atMs + resetSeconds * 1000) / 1000);
          given.set(ends, (given.get(ends) ?? 0) + amount);
        }
        for (const amount of given.values()) expect(amount).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
