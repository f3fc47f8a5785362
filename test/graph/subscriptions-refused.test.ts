// Subscriptions that Microsoft 365 does not grant. Clocks of the app and of the tenant are moved together.
import type { Graph } from '#graph/http.ts';
import { describe, expect, it } from 'vitest';
import { listeningApps } from './support/listening-apps.ts';
import type { NotifiedApp } from './support/notified-app.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('subscriptions that are refused', () => {
  const bench = listeningApps();
  const { ids, pass } = bench;
  const start = (graph: Graph = bench.anotherGraph()) => bench.start({ graph });
  const made = (): number => bench.tenant.requests.count('POST', '/subscriptions');
  const refuse = (status: number, times: number, afterWrite = false): void =>
    bench.tenant.faults.failNext({ method: 'POST', path: /\/subscriptions$/, status, times, afterWrite });
  const said = (app: NotifiedApp) => app.log.entries('subscription failed').map(({ facts }) => facts);

  it('to all, for want of a permission, are said once and plainly, tried with one list, and then less often', async () => {
    const app = await start();
    refuse(403, 6);
    const waits: number[] = [];
    for (let count = 0; count < 6; count += 1) waits.push((await app.notifications.look()) / hour);
    expect(waits).toEqual([1, 2, 4, 8, 16, 24]);
    expect(made()).toBe(6);
    expect(app.log.entries('change notifications refused, polling alone')).toMatchObject([{ facts: { status: 403 } }]);
    expect(said(app)).toEqual([]);
    expect(await app.notifications.look()).toBe(minute);
    expect(ids()).toHaveLength(3);
  });

  it('to one list, whose site may be locked, are said of it alone, and tried again after an hour', async () => {
    const app = await start();
    await app.notifications.look();
    bench.tenant.store.subscriptions.remove(ids()[0] ?? '');
    pass(hour);
    refuse(403, 1);
    expect(await app.notifications.look()).toBe(minute);
    expect(said(app)).toMatchObject([{ site: '/sites/part-time-timetables', list: expect.any(String), status: 403 }]);
    expect(app.log.entries('change notifications refused, polling alone')).toEqual([]);
    for (const [wait, standing] of [
      [minute, 2],
      [hour, 3],
    ] as const) {
      pass(wait);
      await app.notifications.look();
      expect(ids()).toHaveLength(standing);
    }
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
