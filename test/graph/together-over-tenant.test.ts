import { createGraph, type Graph } from '#graph/http.ts';
import { createMeter, type Meter } from '#graph/resource-units.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createThrottleGate, type ThrottleGate } from '#graph/throttle-gate.ts';
import { together } from '#graph/together.ts';
import { appId, appSecret, demoTenant } from '#local/demo/tenant.ts';
import { smallestTenant } from '#local/graph/quota.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const items = '/sites/{site}/lists/{list}/items';
const batches = 'POST /$batch';

/** The adapter signed in to a tenant as the app, its readings together. */
function signedIn(tenant: Tenant, meter: Meter, gate?: ThrottleGate): Graph {
  const client = createConfidentialClient({
    tenantId: demoTenant.tenantId,
    clientId: appId,
    credential: { kind: 'secret', secret: appSecret },
    fetch: tenant.fetch,
  });
  const noted = { meter, ...(gate ? { gate } : {}) };
  const retry = { times: 1, delaySeconds: 0 };
  return together(createGraph({ token: appTokens(client), fetch: tenant.fetch, retry, ...noted }), noted);
}

describe('readings that travel together, over a tenant', () => {
  let tenant: Tenant;
  let meter: Meter;
  let graph: Graph;
  let list: string;
  let waits: number[];

  beforeEach(async () => {
    // A clock for all of them, which moves only while the gate waits.
    let nowMs = Date.parse('2026-11-23T09:00:00Z');
    tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:', now: () => new Date(nowMs) });
    waits = [];
    meter = createMeter();
    const gate = createThrottleGate({
      now: () => nowMs,
      sleep: (ms) => {
        waits.push(ms);
        nowMs += ms;
        return Promise.resolve();
      },
      random: () => 0,
      patienceMs: 120_000,
    });
    graph = signedIn(tenant, meter, gate);
    const site = tenant.store.sites.byPath('/sites/larkfield');
    const made = tenant.store.lists.create(site?.id ?? '', { displayName: 'Numbers', columns: [] });
    if (!made.ok) throw new Error(made.error.message);
    for (let number = 1; number <= 45; number += 1)
      tenant.store.items.create(made.value.id, { Title: `no. ${number}` }, { actor: {} });
    list = `/sites/${made.value.siteId}/lists/${made.value.id}`;
  });
  afterEach(() => tenant.stop());

  const read = (number: number): Promise<unknown> => graph.get(`${list}/items/${number}?$expand=fields`);
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index + 1);
  const titled = (number: number) =>
    expect.objectContaining({ fields: expect.objectContaining({ Title: `no. ${number}` }) });

  it('each get their own answer, however the batch is ordered', async () => {
    const found = await Promise.all(numbers(45).map(read));
    expect(found).toEqual(numbers(45).map(titled));
    expect(tenant.requests.byRoute()).toMatchObject({ [batches]: 3, [`GET ${items}/{item}`]: 45 });
  });

  it('may fail one by one', async () => {
    const [there, gone] = await Promise.allSettled([read(1), read(99)]);
    expect(there).toEqual({ status: 'fulfilled', value: titled(1) });
    expect(gone).toMatchObject({
      status: 'rejected',
      reason: {
        name: 'GraphFailure',
        status: 404,
        code: 'itemNotFound',
        requestId: expect.stringMatching(/^[\w-]{36}$/),
      },
    });
  });

  it.each([
    ['too busy, and says for how long', { status: 429, headers: { 'Retry-After': '3' } }, [3000]],
    ['too busy, and does not say', { status: 429 }, [5000]],
    ['away', { status: 503 }, [5000]],
    ['cut off behind Graph', { reset: true }, []],
  ])('are asked for again by themselves where Graph was %s', async (_what, harm, waited) => {
    tenant.faults.failNext({ method: 'GET', path: /\/items\/2$/, times: 1, ...harm });
    expect(await Promise.all(numbers(3).map(read))).toEqual(numbers(3).map(titled));
    expect(tenant.faults.pending()).toBe(0);
    expect(tenant.requests.byRoute()).toMatchObject({ [batches]: 1, [`GET ${items}/{item}`]: 4 });
    expect(waits).toEqual(waited);
  });

  it('all fail when the connection breaks, with no status, so that the caller knows that nobody answered', async () => {
    tenant.faults.failNext({ method: 'POST', path: /\$batch$/, times: 1, reset: true });
    const outcomes = await Promise.allSettled(numbers(2).map(read));
    const lost = { status: 'rejected', reason: expect.objectContaining({ name: 'GraphFailure', status: 0 }) };
    expect(outcomes).toEqual([lost, lost]);
  });

  it('follow the links of delta from page to page', async () => {
    const page = (await graph.get(`${list}/items/delta?$expand=fields&$top=30`)) as { '@odata.nextLink': string };
    const [rest, one] = await Promise.all([graph.get(page['@odata.nextLink']), read(1)]);
    expect(rest).toMatchObject({ value: { length: 15 }, '@odata.deltaLink': expect.any(String) });
    expect(one).toEqual(titled(1));
  });

  it('never meet the quota of a small tenant for long: the gate waits as long as it is told', async () => {
    tenant.quota.setLimits({ ...smallestTenant, unitsPerMinute: 10 });
    expect(await Promise.all(numbers(20).map(read))).toEqual(numbers(20).map(titled));
    // Twenty parts at once, half of which were refused; whatever comes after waits for the minute to end.
    expect(tenant.quota.refused()).toBeGreaterThanOrEqual(10);
    expect(Math.max(...waits)).toBeGreaterThan(50_000);
  });

  it('cost what the tenant charges for them', async () => {
    await Promise.all([
      graph.get(`${list}/items/1`),
      graph.get(`${list}/items`),
      graph.get(`${list}/items/delta`),
      graph.get(list),
    ]);
    expect(tenant.requests.byRoute()).toHaveProperty(batches, 1);
    expect(meter.total().units).toBe(tenant.requests.resourceUnits());
    expect(meter.total().units).toBe(6);
  });
});
