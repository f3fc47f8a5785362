import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededChance, shuffled } from '#local/chance.ts';
import { faultKinds } from '#local/graph/fault-kinds.ts';
import { createFaults, type Weather } from '#local/graph/faults.ts';
import type { Tenant } from '#local/tenant.ts';
import { aDefinition, app, appClient, appToken, aTenant, casesList, larkfield } from './a-tenant.ts';

const items = `${larkfield}/lists/Cases/items`;

describe('Failures on demand', () => {
  let tenant: Tenant;
  let token: string;
  let listId: string;
  beforeEach(async () => {
    tenant = await aTenant();
    token = await appToken(tenant);
    listId = await casesList(await appClient(tenant));
  });
  afterEach(() => tenant.stop());

  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
    tenant.fetch(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const add = (title: string): Promise<Response> => call('POST', items, { fields: { Title: title } });
  const titles = (): readonly unknown[] => tenant.store.items.all(listId).map(({ fields }) => fields['Title']);
  const post = { method: 'POST', path: /\/items$/, times: 1 };

  it('break the connection before the write, or after it, and never answer', async () => {
    tenant.faults.failNext({ ...post, reset: true });
    await expect(add('before')).rejects.toThrow(TypeError);
    tenant.faults.failNext({ ...post, reset: true, afterWrite: true });
    await expect(add('after')).rejects.toThrow(TypeError);
    expect(titles()).toEqual(['after']);
    expect((await add('fine')).status).toBe(201);
  });

  it('answer late what was done at once', async () => {
    tenant.faults.failNext({ ...post, delayMs: 1500 });
    let answered = false;
    const late = add('late').finally(() => {
      answered = true;
    });
    await expect.poll(titles).toEqual(['late']);
    expect(answered).toBe(false);
    expect((await late).status).toBe(201);
  });

  it('are met by a client that will not wait so long, when the write has happened', async () => {
    tenant.faults.failNext({ ...post, delayMs: 5000 });
    const signal = AbortSignal.timeout(400);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ fields: { Title: 'done' } });
    await expect(
      tenant.fetch(`https://graph.microsoft.com/v1.0${items}`, { method: 'POST', headers, body, signal }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect.poll(titles).toEqual(['done']);
  });

  it.each([
    [{ status: 429, headers: { 'Retry-After': '7' } }, 'activityLimitReached', { 'retry-after': '7' }],
    [{ status: 429 }, 'activityLimitReached', { 'retry-after': undefined }],
    [{ status: 503 }, 'serviceNotAvailable', {}],
    [{ status: 504 }, 'UnknownError', {}],
    [{ status: 412 }, 'resourceModified', {}],
  ])('answer %o as Graph does', async (harm, code, headers) => {
    tenant.faults.failNext({ ...post, ...harm });
    const answer = await add('x');
    expect(answer.status).toBe(harm.status);
    expect(await answer.json()).toMatchObject({ error: { code } });
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value ?? null);
    expect(titles()).toEqual([]);
  });

  it('ask to read everything again, and say where', async () => {
    const { '@odata.deltaLink': link } = (await (await call('GET', `${items}/delta?token=latest`)).json()) as {
      '@odata.deltaLink': string;
    };
    const path = link.replace('https://graph.microsoft.com/v1.0', '');
    tenant.faults.setWeather([{ kind: 'resync', share: 1, seed: 1 }]);
    const gone = await call('GET', path);
    expect(gone.status).toBe(410);
    const location = gone.headers.get('location') ?? '';
    expect(location).toBe(link.replace(/\?.*/, ''));
    expect((await call('GET', location.replace('https://graph.microsoft.com/v1.0', ''))).status).toBe(200);
  });

  it('do not hide that a request was refused anyway', async () => {
    tenant.faults.failNext({ ...post, status: 504, afterWrite: true });
    const refused = await call('POST', items, { fields: { Nothing: 'x' } });
    expect(refused.status).toBe(400);
    expect(tenant.faults.pending()).toBe(0);
  });

  it('meet the sign-in, in its own words', async () => {
    const signIn = () =>
      tenant.fetch(`https://login.microsoftonline.com/${aDefinition().tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: app.clientId,
          client_secret: app.clientSecret,
          grant_type: 'client_credentials',
          scope: 'https://graph.microsoft.com/.default',
        }),
      });
    const tokens = { front: 'sign-in', method: 'POST', path: /\/oauth2\/v2\.0\/token$/, times: 1 } as const;
    tenant.faults.failNext({ ...tokens, status: 503 });
    const away = await signIn();
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({
      error: 'temporarily_unavailable',
      error_codes: [90033],
      error_description: expect.stringMatching(/^AADSTS90033: .* Trace ID: /),
    });
    tenant.faults.failNext({ ...tokens, status: 429, headers: { 'Retry-After': '3' } });
    const busy = await signIn();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '3']);
    tenant.faults.failNext({ ...tokens, reset: true });
    await expect(signIn()).rejects.toThrow(TypeError);
    expect((await signIn()).status).toBe(200);
  });

  it('stop when they are cleared', async () => {
    tenant.faults.setWeather([{ kind: 'reset', share: 1, seed: 1 }]);
    tenant.faults.failNext({ ...post, times: 5, status: 500 });
    tenant.faults.clear();
    expect((await add('fine')).status).toBe(201);
  });
});

describe('Weather', () => {
  const request = { front: 'graph', method: 'GET', path: '/v1.0/x', search: '', conditional: false } as const;
  const outcomes = (weather: readonly Weather[], many = 2000): readonly (number | 'reset' | undefined)[] => {
    const faults = createFaults();
    faults.setWeather(weather);
    return Array.from({ length: many }, () => {
      const harm = faults.take(request);
      return harm?.reset === true ? 'reset' : harm?.status;
    });
  };

  it('befalls about the share that it should, and the same requests with the same seed', () => {
    const weather: Weather = { kind: 'unavailable', share: 0.2, seed: 7 };
    const hit = outcomes([weather]).filter((status) => status === 503).length;
    expect(hit).toBeGreaterThan(340);
    expect(hit).toBeLessThan(460);
    expect(outcomes([weather])).toEqual(outcomes([weather]));
    expect(outcomes([weather])).not.toEqual(outcomes([{ ...weather, seed: 8 }]));
  });

  it('of one kind does not change because there is another', () => {
    const reset: Weather = { kind: 'reset', share: 0.3, seed: 1 };
    const both = outcomes([reset, { kind: 'unavailable', share: 0.3, seed: 2 }]);
    expect(both.map((outcome) => outcome === 'reset')).toEqual(outcomes([reset]).map((outcome) => outcome === 'reset'));
    expect(both).toContain(503);
  });

  it('meets only what its kind can meet', () => {
    const meets = (kind: Weather['kind'], changes: object): boolean => {
      const faults = createFaults();
      faults.setWeather([{ kind, share: 1, seed: 1 }]);
      return faults.take({ ...request, ...changes }) !== undefined;
    };
    const delta = { path: '/v1.0/sites/s/lists/l/items/delta', search: '?token=abc' };
    const table = faultKinds.map((kind) => [
      kind,
      [{}, { method: 'POST' }, { method: 'PATCH', conditional: true }, delta].map((changes) => meets(kind, changes)),
    ]);
    expect(Object.fromEntries(table)).toEqual({
      reset: [true, true, true, true],
      'reset after the write': [false, true, true, false],
      slow: [true, true, true, true],
      busy: [true, true, true, true],
      'busy without saying how long': [true, true, true, true],
      unavailable: [true, true, true, true],
      'timeout after the write': [false, true, true, false],
      'changed meanwhile': [false, false, true, false],
      resync: [false, false, false, true],
    });
    expect(meets('resync', { ...delta, search: '?$expand=fields' })).toBe(false);
  });

  it('can be that of one front alone, and counts what it has met', () => {
    const faults = createFaults();
    faults.setWeather([{ kind: 'reset', share: 1, seed: 1, front: 'connector' }]);
    expect(faults.take(request)).toBeUndefined();
    expect(faults.take({ ...request, front: 'connector' })).toEqual({ reset: true });
    expect(faults.tally()).toEqual({ requests: 2, hit: 1 });
    faults.setWeather([]);
    expect(faults.tally()).toEqual({ requests: 0, hit: 0 });
  });
});

describe('Chance', () => {
  it('is even, and repeats itself with the seed', () => {
    const chance = seededChance(42);
    const numbers = Array.from({ length: 10_000 }, chance);
    for (const tenth of Array.from({ length: 10 }, (_, index) => index / 10)) {
      const inTenth = numbers.filter((number) => number >= tenth && number < tenth + 0.1).length;
      expect(inTenth).toBeGreaterThan(880);
      expect(inTenth).toBeLessThan(1120);
    }
    const again = seededChance(42);
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, again));
  });

  it('shuffles without loss', () => {
    const things = Array.from({ length: 50 }, (_, index) => index);
    const order = shuffled(things, seededChance(1));
    expect(order).not.toEqual(things);
    expect(order.toSorted((a, b) => a - b)).toEqual(things);
  });
});
