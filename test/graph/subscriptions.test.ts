// Subscriptions over time: made, renewed, lost, refused. Clocks of the app and of the tenant are moved together.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '#graph/http.ts';
import { openSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { notificationPath } from '#graph/subscriptions/address.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aSchool } from '../contract/rows.ts';
import { listeningApps } from './support/listening-apps.ts';
import { type NotifiedApp, standing } from './support/notified-app.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('the subscriptions of an app', () => {
  const bench = listeningApps();
  const { start, stop, ids, pass } = bench;
  const settled = async (app: NotifiedApp, read: readonly string[]): Promise<void> => {
    await expect.poll(() => app.read.toSorted()).toEqual(read.toSorted());
    app.read.length = 0;
  };

  it('are one for each open list, each with a secret of its own making and less than 42,300 minutes', async () => {
    const app = await start();
    expect(await app.notifications.look()).toBe(minute);
    const all = standing(bench.tenant);
    expect(all.map(({ resource }) => `/${resource}`).toSorted()).toEqual(
      app.workspace
        .lists()
        .map(({ listPath }) => listPath)
        .toSorted(),
    );
    for (const { notificationUrl, lifecycleNotificationUrl, clientState, expiresAt } of all) {
      expect([notificationUrl, lifecycleNotificationUrl]).toEqual(Array(2).fill(app.publicAddress + notificationPath));
      expect(clientState).toMatch(/^[\w-]{43}$/);
      expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(42_300 * minute);
    }
    expect(app.log.entries('subscriptions changed')).toEqual([
      { event: 'subscriptions changed', facts: { made: 3, renewed: 0, removed: 0 } },
    ]);
  });

  it('are read once each when they are made, because nobody was listening before', async () => {
    const app = await start();
    await app.notifications.look();
    await settled(
      app,
      app.workspace.lists().map(({ title }) => title),
    );
  });

  it('cost nothing more while nothing is due', async () => {
    const app = await start();
    await app.notifications.look();
    await settled(
      app,
      app.workspace.lists().map(({ title }) => title),
    );
    bench.tenant.requests.reset();
    pass(hour - minute);
    await app.notifications.look();
    expect(bench.tenant.requests.count()).toBe(0);
  });

  it('follow when a school joins the register', async () => {
    const app = await start();
    await app.notifications.look();
    granted(await app.workspace.schools.create(aSchool()));
    await app.workspace.refreshAll();
    await app.notifications.look();
    expect(ids()).toHaveLength(3 + 9 + 2);
  });

  it('are renewed half way to their end, and not before', async () => {
    const app = await start();
    await app.notifications.look();
    const before = ids();
    pass(6.9 * day);
    await app.notifications.look();
    expect(bench.tenant.requests.count('PATCH', '/subscriptions/{subscription}')).toBe(0);
    pass(0.2 * day);
    await app.notifications.look();
    expect(ids()).toEqual(before);
    for (const { expiresAt } of standing(bench.tenant)) expect(Date.parse(expiresAt) - Date.now()).toBe(14 * day);
    expect(app.log.entries('subscriptions changed').at(-1)?.facts).toEqual({ made: 0, renewed: 3, removed: 0 });
  });

  it('are renewed in time where Microsoft grants less than was asked for, and not at every look', async () => {
    const graph = bench.anotherGraph();
    const aDay = (body: object): object => ({ ...body, expirationDateTime: new Date(Date.now() + day).toISOString() });
    const stingy: Graph = {
      ...graph,
      post: (path, body) => graph.post(path, path === '/subscriptions' ? aDay(body) : body),
      patch: (path, body, etag) => graph.patch(path, path.startsWith('/subscriptions/') ? aDay(body) : body, etag),
    };
    const app = await start({ graph: stingy });
    await app.notifications.look();
    const before = ids();
    for (let hours = 0; hours < 60; hours += 6) {
      pass(6 * hour);
      await app.notifications.look();
    }
    expect(ids()).toEqual(before);
    expect(bench.tenant.requests.count('PATCH', '/subscriptions/{subscription}')).toBe(5 * 3);
  });

  it('that ran out while the app slept are made anew, and their lists are read', async () => {
    const app = await start();
    await app.notifications.look();
    await settled(
      app,
      app.workspace.lists().map(({ title }) => title),
    );
    const before = ids();
    pass(15 * day);
    await app.notifications.look();
    expect(ids()).toHaveLength(3);
    expect(ids().filter((id) => before.includes(id))).toEqual([]);
    await settled(
      app,
      app.workspace.lists().map(({ title }) => title),
    );
  });

  it('that the tenant lost before their time are made anew within the hour', async () => {
    const app = await start();
    await app.notifications.look();
    const lost = standing(bench.tenant)[0];
    bench.tenant.store.subscriptions.remove(lost?.id ?? '');
    await app.notifications.look();
    expect(ids()).toHaveLength(2);
    pass(hour);
    await app.notifications.look();
    expect(standing(bench.tenant).map(({ resource }) => resource)).toContain(lost?.resource);
    expect(ids()).toHaveLength(3);
  });

  describe('at a start', () => {
    let folder: string;
    let snapshot: Snapshot;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'ptt-notified-'));
      snapshot = openSnapshot(join(folder, 'snapshot.db'));
    });
    afterEach(() => {
      snapshot.close();
      rmSync(folder, { recursive: true });
    });

    it('are taken up again where they were kept, with their secret', async () => {
      const first = await start({ snapshot });
      await first.notifications.look();
      const before = standing(bench.tenant);
      await stop(first);
      const second = await start({ snapshot, publicAddress: first.publicAddress });
      await second.notifications.look();
      expect(standing(bench.tenant)).toEqual(before);
      expect(bench.tenant.requests.byRoute()).toEqual({ 'GET /subscriptions': 1 });
      const [one] = before;
      const notification = { subscriptionId: one?.id, clientState: one?.clientState, resource: one?.resource };
      expect(second.notifications.take({ value: [notification] })).toBe('accepted');
    });

    it('are cleared away where nothing was kept: the app’s own, at this address', async () => {
      const other = await start();
      await other.notifications.look();
      const first = await start();
      await first.notifications.look();
      const [elsewhere, left] = [ids().slice(0, 3), ids().slice(3)];
      await stop(first);
      const second = await start({ publicAddress: first.publicAddress });
      await second.notifications.look();
      expect(ids().slice(0, 3)).toEqual(elsewhere);
      expect(ids()).toHaveLength(6);
      expect(ids().filter((id) => left.includes(id))).toEqual([]);
      expect(second.log.entries('subscriptions changed')[0]?.facts).toEqual({ made: 3, renewed: 0, removed: 3 });
    });

    it('move with the app to another address', async () => {
      const first = await start({ snapshot });
      await first.notifications.look();
      const before = standing(bench.tenant);
      await stop(first);
      const second = await start({ snapshot });
      await second.notifications.look();
      const after = standing(bench.tenant);
      expect(new Set(after.map(({ notificationUrl }) => notificationUrl))).toEqual(
        new Set([second.publicAddress + notificationPath]),
      );
      expect(after).toHaveLength(3);
      expect(after[0]?.clientState).not.toBe(before[0]?.clientState);
    });
  });
});
