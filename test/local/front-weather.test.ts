import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appClient } from './a-tenant.ts';
import { callConnector, type FrontTenant, secret, siteId, staffChannel, startFront } from './front-tenant.ts';

let front: FrontTenant;
beforeEach(async () => {
  front = await startFront();
});
afterEach(() => front.tenant.stop());

const post = () =>
  callConnector(front, 'POST', 'conversations', {
    isGroup: true,
    channelData: { channel: { id: staffChannel } },
    activity: { type: 'message', text: 'Reviews are due' },
  });
const posted = (): number => front.tenant.store.conversations.listChannel(staffChannel).length;

describe('The Bot Connector on a bad day', () => {
  const posting = { front: 'connector', method: 'POST', path: /\/v3\/conversations$/, times: 1 } as const;

  test.each([
    [412, 'PreconditionFailed'],
    [429, 'Throttled'],
    [502, 'BadGateway'],
    [503, 'ServiceUnavailable'],
    [504, 'GatewayTimeout'],
  ])('answers %i in its own words, and posts nothing', async (status, code) => {
    front.tenant.faults.failNext({ ...posting, status });
    expect(await post()).toMatchObject({ status, body: { error: { code } } });
    expect(posted()).toBe(0);
    expect((await post()).status).toBe(201);
  });

  test('answers 504 after the message was posted', async () => {
    front.tenant.faults.failNext({ ...posting, status: 504, afterWrite: true });
    expect(await post()).toMatchObject({ status: 504, body: { error: { code: 'GatewayTimeout' } } });
    expect(posted()).toBe(1);
  });

  test('breaks off before or after the message was posted', async () => {
    front.tenant.faults.failNext({ ...posting, reset: true });
    await expect(post()).rejects.toThrow(TypeError);
    expect(posted()).toBe(0);
    front.tenant.faults.failNext({ ...posting, reset: true, afterWrite: true });
    await expect(post()).rejects.toThrow(TypeError);
    expect(posted()).toBe(1);
  });

  test('refuses as ever what it would have refused', async () => {
    front.tenant.faults.failNext({ ...posting, status: 504, afterWrite: true });
    const refused = await callConnector(front, 'POST', 'conversations', { isGroup: true });
    expect(refused.status).toBe(400);
  });

  test('answers late', async () => {
    front.tenant.faults.failNext({ ...posting, delayMs: 1500 });
    let answered = false;
    const late = post().finally(() => {
      answered = true;
    });
    await expect.poll(posted).toBe(1);
    expect(answered).toBe(false);
    expect((await late).status).toBe(201);
  });
});

describe('The weather that a person chooses', () => {
  const weather = async (name?: string): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${front.tenant.origin}/_local/weather`, {
      ...(name === undefined ? {} : { method: 'POST', body: JSON.stringify({ name }) }),
      headers: { 'content-type': 'application/json' },
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  test('is fine at first, and tells what was spent', async () => {
    const { tenant } = front;
    tenant.requests.record('GET', '/x', 7);
    expect(await weather()).toEqual({
      status: 200,
      body: { name: 'fine', calls: 0, hit: 0, unitsOfLastMinute: 7, unitsPerMinute: null, pending: 0 },
    });
  });

  test('throttled: a small allowance, and now and then told to wait before it is spent', async () => {
    const { tenant, app } = front;
    const client = await appClient(tenant, { clientId: app.appId, clientSecret: secret });
    const lists = `/sites/${siteId(front, '/sites/rowanfield')}/lists`;
    await weather('throttled');
    const codes: unknown[] = [];
    for (let times = 0; times < 100; times += 1) {
      codes.push(
        await client
          .api(lists)
          .get()
          .then(
            () => 'read',
            (error: { readonly code: unknown }) => error.code,
          ),
      );
    }
    const read = codes.filter((code) => code === 'read').length;
    expect(read).toBe(75);
    expect(codes.slice(0, 50)).toContain('activityLimitReached');
    expect(codes.slice(-15)).not.toContain('read');
    expect((await weather()).body).toEqual({
      name: 'throttled',
      calls: 100,
      hit: 25,
      unitsOfLastMinute: 200,
      unitsPerMinute: 150,
      pending: 0,
    });
    await weather('fine');
    expect((await weather()).body).toMatchObject({ hit: 0, unitsPerMinute: null });
  });

  test('stormy: about one call in four, and some of what failed was done all the same', async () => {
    await weather('stormy');
    const outcomes: (number | 'lost')[] = [];
    for (let times = 0; times < 200; times += 1) {
      outcomes.push(
        await post().then(
          ({ status }) => status,
          () => 'lost' as const,
        ),
      );
    }
    const { calls, hit } = (await weather()).body as { calls: number; hit: number };
    expect(calls).toBe(200);
    expect(hit).toBe(outcomes.filter((outcome) => outcome !== 201).length);
    expect(hit).toBeGreaterThan(30);
    expect(hit).toBeLessThan(75);
    expect(new Set(outcomes)).toEqual(new Set([201, 429, 503, 504, 'lost']));
    // Some of what was not seen to be done was done all the same.
    expect(posted()).toBeGreaterThan(outcomes.filter((outcome) => outcome === 201).length);
  });

  test('unreachable: nothing of Microsoft’s answers, and the page of the tenant still does', async () => {
    await weather('unreachable');
    await expect(post()).rejects.toThrow(TypeError);
    await expect(front.tenant.fetch('https://graph.microsoft.com/v1.0/sites')).rejects.toThrow(TypeError);
    await expect(
      front.tenant.fetch('https://login.microsoftonline.com/x/oauth2/v2.0/token', { method: 'POST' }),
    ).rejects.toThrow(TypeError);
    expect((await weather()).body).toMatchObject({ name: 'unreachable', calls: 3, hit: 3 });
    await weather('fine');
    expect((await post()).status).toBe(201);
    expect((await weather()).body).toMatchObject({ name: 'fine', calls: 1, hit: 0 });
  });

  test('is none that there is not', async () => {
    expect(await weather('frogs')).toMatchObject({ status: 400, body: { problem: expect.stringContaining('name') } });
    expect((await weather()).body).toMatchObject({ name: 'fine' });
  });
});

describe('The calls that a person asks to fail', () => {
  const rules = async (
    method: 'POST' | 'DELETE',
    body?: object,
  ): Promise<{ readonly status: number; readonly body: unknown }> => {
    const answer = await fetch(`${front.tenant.origin}/_local/weather/rules`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const statuses = async (many: number): Promise<readonly number[]> => {
    const seen: number[] = [];
    for (let times = 0; times < many; times += 1) seen.push((await post()).status);
    return seen;
  };

  test('fail so many times, and then no more', async () => {
    const asked = await rules('POST', { kind: 'unavailable', part: '/conversations', times: 2 });
    expect(asked).toMatchObject({ status: 200, body: { name: 'fine', pending: 2 } });
    expect(await statuses(1)).toEqual([503]);
    expect(front.tenant.faults.pending()).toBe(1);
    expect(await statuses(2)).toEqual([503, 201]);
    expect(posted()).toBe(1);
  });

  test('are those whose address has the part as it is written', async () => {
    await rules('POST', { kind: 'unavailable', part: '/conv.rsations', times: 1 });
    expect(await statuses(1)).toEqual([201]);
    expect(front.tenant.faults.pending()).toBe(1);
  });

  test('are those that the kind can meet, wherever they go', async () => {
    await rules('POST', { kind: 'changed meanwhile', part: '', times: 1 });
    await rules('POST', { kind: 'timeout after the write', part: '', times: 1 });
    const read = await front.tenant.fetch('https://graph.microsoft.com/v1.0/sites');
    expect(read.status).toBe(401);
    expect(await statuses(2)).toEqual([504, 201]);
    expect(posted()).toBe(2);
    expect(front.tenant.faults.pending()).toBe(1);
  });

  test('come before the weather, which stays when they are cleared', async () => {
    front.tenant.context.weather.choose('unreachable');
    await rules('POST', { kind: 'unavailable', part: '', times: 5 });
    expect(await statuses(1)).toEqual([503]);
    expect(await rules('DELETE')).toMatchObject({ status: 200, body: { name: 'unreachable', pending: 0 } });
    await expect(post()).rejects.toThrow(TypeError);
  });

  test.each([
    [{ times: 0 }, 'whole number from 1 to 100'],
    [{ times: 101 }, 'whole number from 1 to 100'],
    [{ times: 1.5 }, 'whole number from 1 to 100'],
    [{ times: null }, 'whole number from 1 to 100'],
    [{ kind: 'frogs' }, 'This kind of failure is not known'],
    [{ part: 'x'.repeat(201) }, '200 characters at most'],
  ])('are none when the form says %o', async (wrong, words) => {
    const refused = await rules('POST', { kind: 'busy', part: '', times: 3, ...wrong });
    expect(refused).toMatchObject({ status: 400, body: { problem: expect.stringContaining(words) } });
    expect(front.tenant.faults.pending()).toBe(0);
  });
});
