// Subscriptions that Microsoft 365 does not grant. Clocks of the app and of the tenant are moved together.
import type { Graph } from '#graph/http.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type NotifiedApp, standing, startNotifiedApp } from './support/notified-app.ts';
import { openTenantBench, type TenantBench } from './support/tenant-bench.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('subscriptions that are refused', () => {
  let bench: TenantBench;
  const started: NotifiedApp[] = [];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });
    bench = await openTenantBench();
  });
  afterEach(async () => {
    for (const app of started.splice(0)) await app.stop();
    await bench.stop();
    vi.useRealTimers();
  });

  const pass = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

  async function start(graph: Graph = bench.anotherGraph()) {
    const app = await startNotifiedApp({ tenant: bench.tenant, graph });
    started.push(app);
    bench.tenant.requests.reset();
    return app;
  }
  const ids = (): readonly string[] => standing(bench.tenant).map(({ id }) => id);
  const made = (): number => bench.tenant.requests.count('POST', '/subscriptions');
  const refuse = (status: number, times: number, afterWrite = false): void =>
    bench.tenant.faults.failNext({ method: 'POST', path: /\/subscriptions$/, status, times, afterWrite });
  const said = (app: NotifiedApp) => app.log.entries('subscription failed').map(({ facts }) => facts);

  it('for want of a permission are said once, and tried again after an hour and then less often', async () => {
    const app = await start();
    refuse(403, 9);
    for (const wait of [0, minute, hour, hour, hour]) {
      pass(wait);
      expect(await app.notifications.look()).toBe(minute);
    }
    // At the start, after one hour and after two more.
    expect(made()).toBe(9);
    expect(said(app)).toMatchObject([{ status: 403 }]);
    pass(4 * hour);
    await app.notifications.look();
    expect(ids()).toHaveLength(3);
  });

  it('because Microsoft cannot reach the app are tried with one list, sooner and then later', async () => {
    const graph = bench.anotherGraph();
    const elsewhere = { notificationUrl: 'http://127.0.0.1:9/nobody' };
    let reachable = true;
    const app = await start({
      ...graph,
      post: (path, body) => graph.post(path, reachable ? body : { ...body, ...elsewhere }),
    });
    reachable = false;
    const waits: number[] = [];
    for (let count = 0; count < 12; count += 1) waits.push(await app.notifications.look());
    expect(waits.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(hour);
    expect(made()).toBe(12);
    expect(said(app)).toMatchObject([{ site: '(all)', status: 400, code: 'ValidationError' }]);
    reachable = true;
    expect(await app.notifications.look()).toBe(minute);
    expect(ids()).toHaveLength(3);
  });

  it('for one list alone do not hold up the others', async () => {
    const graph = bench.anotherGraph();
    let odd = 'none';
    const spoil = (body: object): object =>
      JSON.stringify(body).includes(odd) ? { ...body, changeType: 'created' } : body;
    const app = await start({ ...graph, post: (path, body) => graph.post(path, spoil(body)) });
    odd = app.workspace.lists()[0]?.listPath.slice(1) ?? '';
    await app.notifications.look();
    expect(ids()).toEqual([]);
    await app.notifications.look();
    expect(ids()).toHaveLength(2);
  });

  it('because another one stands already are said once', async () => {
    const app = await start();
    refuse(409, 3);
    await app.notifications.look();
    await app.notifications.look();
    expect(said(app)).toMatchObject([{ status: 409 }]);
    pass(hour);
    await app.notifications.look();
    expect(ids()).toHaveLength(3);
  });

  it('without saying whether they stand are found and cleared away, so that each list has one', async () => {
    const app = await start();
    refuse(504, 1, true);
    expect(await app.notifications.look()).toBe(5000);
    const unclear = ids();
    expect(unclear).toHaveLength(1);
    expect(await app.notifications.look()).toBe(minute);
    expect(ids()).toHaveLength(3);
    expect(ids()).not.toContain(unclear[0]);
  });

  it('do so again in the log when they had been granted in between', async () => {
    const app = await start();
    for (const _round of [1, 2]) {
      bench.tenant.store.subscriptions.forgetAll();
      pass(2 * hour);
      refuse(504, 1);
      await app.notifications.look();
      await app.notifications.look();
      expect(ids()).toHaveLength(3);
    }
    expect(said(app)).toMatchObject([{ status: 504 }, { status: 504 }]);
  });
});
