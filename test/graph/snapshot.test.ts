import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GraphFailure } from '#graph/graph-failure.ts';
import type { Graph } from '#graph/http.ts';
import { type KeptItem, lookIntoSnapshot, openSnapshot, type Snapshot, sturdy } from '#graph/snapshot.ts';
import { createSites } from '#graph/sites.ts';
import { openWorkspace } from '#graph/workspace.ts';
import { sharePointHost } from '#local/demo/tenant.ts';
import { people as demoPeople } from '#local/demo/people.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

const hubSitePath = '/sites/part-time-timetables';

describe('what was last read', () => {
  let bench: TenantBench;
  let folder: string;
  let snapshot: Snapshot;
  const clock = createTwinClock();
  let log = createTwinLog();

  beforeEach(async () => {
    bench = await openTenantBench();
    folder = mkdtempSync(join(tmpdir(), 'ptt-snapshot-'));
    snapshot = openSnapshot(file());
    log = createTwinLog();
  });

  afterEach(async () => {
    snapshot.close();
    rmSync(folder, { recursive: true });
    await bench.stop();
  });

  const file = (): string => join(folder, 'snapshot.db');
  const open = (graph: Graph = bench.anotherGraph()) =>
    openWorkspace({ graph, sites: createSites(graph, sharePointHost), log: log.log, clock, hubSitePath, snapshot });

  /** A process that has ended: the file is closed and opened again. */
  const startAgain = (): void => {
    snapshot.close();
    snapshot = openSnapshot(file());
  };

  async function withTwoCases() {
    const workspace = await open();
    granted(await workspace.schools.create(aSchool()));
    await workspace.refreshAll();
    const { cases } = workspace.school('LARK');
    granted(await cases.create(aCase()));
    granted(await cases.create(aCase({ ref: 'H4T-8RH', sourceKey: 'other', upn: 'other' })));
    await workspace.refreshAll();
    return workspace;
  }

  it('makes a restart cost one delta from where it was for each list, and no full reading', async () => {
    await withTwoCases();
    startAgain();
    bench.tenant.requests.reset();
    const deltas: string[] = [];
    const itself = bench.anotherGraph();
    const listening: Graph = {
      ...itself,
      get(path) {
        if (path.includes('/items/delta')) deltas.push(path);
        return itself.get(path);
      },
    };
    const workspace = await open(listening);
    expect(
      workspace
        .school('LARK')
        .cases.all()
        .map(({ value }) => value),
    ).toEqual([aCase(), aCase({ ref: 'H4T-8RH', sourceKey: 'other', upn: 'other' })]);
    const everyList = 3 + 9 + 2;
    expect(bench.tenant.requests.count('GET', '/sites/{site}/lists/{list}/items/delta')).toBe(everyList);
    expect(deltas.filter((path) => !path.includes('token='))).toEqual([]);
    expect(new Set(deltas.map((path) => path.replace(/\?.*$/, ''))).size).toBe(everyList);
    const withSnapshot = bench.tenant.requests.resourceUnits();
    bench.tenant.requests.reset();
    const graph = bench.anotherGraph();
    await openWorkspace({ graph, sites: createSites(graph, sharePointHost), log: log.log, clock, hubSitePath });
    // A delta from the beginning costs two units, one from where it was one: each of the fourteen lists saves one.
    expect(bench.tenant.requests.resourceUnits() - withSnapshot).toBe(everyList);
  });

  it('takes in what was changed, added and deleted while the app was not running', async () => {
    await withTwoCases();
    bench.editByHand(larkfield, 'Cases', 'K7M-2QX', { HoursInSchool: 20 }, demoPeople.larkSenco.id);
    bench.deleteByHand(larkfield, 'Cases', 'H4T-8RH', demoPeople.larkSenco.id);
    startAgain();
    const { cases } = (await open()).school('LARK');
    expect(cases.all().map(({ value }) => [value.ref, value.hoursInSchool])).toEqual([['K7M-2QX', 20]]);
    startAgain();
    expect((await open()).school('LARK').cases.all()).toHaveLength(1);
  });

  it('is read in full again where the tenant no longer knows the place', async () => {
    await withTwoCases();
    startAgain();
    bench.tenant.faults.failNext({ method: 'GET', path: /\/items\/delta/, status: 410, times: 1 });
    const workspace = await open();
    expect(workspace.school('LARK').cases.all()).toHaveLength(2);
  });

  it('is shown with its age while Microsoft 365 is out of reach, and brought up to date when it is back', async () => {
    await withTwoCases();
    const readAt = clock.now();
    clock.advance({ hours: 3 });
    startAgain();
    let reachable = false;
    const graph = bench.anotherGraph();
    const away = (): Promise<never> => Promise.reject(unreachable());
    const sometimes: Graph = {
      get: (path) => (reachable ? graph.get(path) : away()),
      post: (path, body) => (reachable ? graph.post(path, body) : away()),
      patch: (path, body, etag) => (reachable ? graph.patch(path, body, etag) : away()),
      put: (path, content, type) => (reachable ? graph.put(path, content, type) : away()),
      remove: (path, etag) => (reachable ? graph.remove(path, etag) : away()),
    };
    const workspace = await open(sometimes);
    expect(workspace.school('LARK').cases.all()).toHaveLength(2);
    expect(workspace.lastRefreshed()).toEqual(readAt);
    expect(workspace.lastRead(larkfield)).toEqual(readAt);
    expect(log.entries('mirror refresh failed').length).toBeGreaterThan(0);
    await expect(workspace.school('LARK').cases.create(aCase({ ref: 'NEW', sourceKey: 'new' }))).rejects.toMatchObject({
      name: 'GraphFailure',
    });
    reachable = true;
    bench.editByHand(larkfield, 'Cases', 'K7M-2QX', { HoursInSchool: 20 }, demoPeople.larkSenco.id);
    expect((await workspace.refreshAll()).failed).toEqual([]);
    expect(workspace.school('LARK').cases.byKey('K7M-2QX')?.value.hoursInSchool).toBe(20);
    expect(workspace.lastRefreshed()).toEqual(clock.now());
  });

  it('lets a school whose row in the register somebody spoils go on as it was, also after a restart, until it is mended', async () => {
    const hub = (await withTwoCases()).schools;
    const edit = (sitePath: string) =>
      bench.editByHand(hubSitePath, 'Schools', 'LARK', { Terms: sitePath }, demoPeople.larkHead.id);
    edit('half term');
    await hub.refresh();
    const spoilt = { list: 'Schools', column: 'Terms', words: expect.stringContaining('half term') };
    for (let start = 1; start <= 3; start += 1) {
      startAgain();
      const workspace = await open();
      expect(workspace.schools.all().map(({ value }) => value)).toEqual([aSchool()]);
      expect(workspace.schools.problems()).toMatchObject([spoilt]);
      expect(workspace.school('LARK').cases.all()).toHaveLength(2);
    }
    edit('2026-09-02 to 2026-12-18 Autumn term');
    const { schools } = await open();
    expect(schools.problems()).toEqual([]);
    expect(schools.byKey('LARK')?.value.years.terms).toMatchObject([{ name: 'Autumn term' }]);
  });

  it('can learn the channel of a school whose row is spoilt, and leaves the spoilt cell to a person', async () => {
    const { schools } = await withTwoCases();
    bench.editByHand(hubSitePath, 'Schools', 'LARK', { Terms: 'half term' }, demoPeople.larkHead.id);
    await schools.refresh();
    const [row] = schools.all();
    if (!row) throw new Error('The school is gone.');
    const learnt = granted(await schools.change(row, { staffChannelId: '19:new@thread.tacv2' }));
    expect(learnt.value.staffChannelId).toBe('19:new@thread.tacv2');
    await schools.refresh();
    expect(schools.problems()).toMatchObject([{ column: 'Terms', words: expect.stringContaining('half term') }]);
  });

  it('lies where only the app may read it, with all that SQLite puts beside it', async () => {
    await withTwoCases();
    const files = readdirSync(folder).toSorted();
    expect(files).toEqual(['snapshot.db', 'snapshot.db-shm', 'snapshot.db-wal']);
    expect(files.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
  });

  it('can be looked into by another process while the app keeps it, and is not changed by that', async () => {
    await withTwoCases();
    snapshot.keep('anything', 1, true);
    const looked = lookIntoSnapshot(file());
    looked.keep('anything', 2, false);
    expect(looked.read('anything')).toEqual({ at: 1, value: true });
    looked.close();
    expect(snapshot.read('anything')).toEqual({ at: 1, value: true });
  });

  it('of another version is left alone by one who only looks, and gives way when the app opens it', () => {
    snapshot.keep('anything', 1, true);
    snapshot.close();
    const other = new DatabaseSync(file());
    other.exec('PRAGMA user_version = 999');
    other.close();
    expect(lookIntoSnapshot(file()).read('anything')).toBeNull();
    expect(lookIntoSnapshot(join(folder, 'none.db')).read('anything')).toBeNull();
    const untouched = new DatabaseSync(file());
    expect(untouched.prepare('SELECT count(*) AS kept FROM kept').get()).toEqual({ kept: 1 });
    untouched.close();
    snapshot = openSnapshot(file());
    expect(snapshot.read('anything')).toBeNull();
  });

  it('says so when its folder is not there, and makes nothing of its own accord', () => {
    expect(() => openSnapshot(join(folder, 'nowhere', 'snapshot.db'))).toThrow('is its folder there');
  });

  it('is not thrown away because somebody else holds it', () => {
    snapshot.keep('anything', 1, true);
    snapshot.close();
    const holder = new DatabaseSync(file());
    holder.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    expect(() => openSnapshot(file())).toThrow('cannot be made');
    holder.exec('COMMIT');
    holder.close();
    snapshot = openSnapshot(file());
    expect(snapshot.read('anything')).toEqual({ at: 1, value: true });
  });

  it('is begun anew when the file is none', async () => {
    snapshot.close();
    writeFileSync(file(), 'this is no database, and long enough to be looked at as one. '.repeat(100));
    snapshot = openSnapshot(file());
    await withTwoCases();
    startAgain();
    expect((await open()).school('LARK').cases.all()).toHaveLength(2);
  });

  it('is of no use for other columns than those it was read for', () => {
    const item = { id: '1', etag: '"g,1"', cells: { Title: 'A' } };
    snapshot.keepList('/sites/s/lists/l', 'old', { everything: true, items: [item], gone: [], deltaLink: 'link' });
    expect(snapshot.readList('/sites/s/lists/l', 'new')).toBeNull();
    expect(snapshot.readList('/sites/s/lists/l', 'old')).toEqual({ deltaLink: 'link', items: [item] });
  });

  it('is given up, whole as it stands, when it cannot be written', () => {
    const kept: KeptItem = { id: '1', etag: '"g,1"', cells: { Title: 'A' } };
    const keep = (to: Snapshot, deltaLink: string, item: KeptItem): void =>
      to.keepList('/l', 's', { everything: false, items: [item], gone: [], deltaLink });
    const failures: unknown[] = [];
    const held = sturdy(snapshot, (error) => failures.push(error));
    keep(held, 'first', kept);
    // A cell that JSON cannot hold stands for a full disk.
    keep(held, 'second', { ...kept, cells: { odd: 1n } });
    keep(held, 'third', { ...kept, etag: '"g,3"' });
    held.keep('anything', 1, true);
    expect(failures).toHaveLength(1);
    expect(held.readList('/l', 's')).toEqual({ deltaLink: 'first', items: [kept] });
    expect(held.read('anything')).toBeNull();
  });

  it('holds either all that one reading brought or nothing of it', () => {
    const item = { id: '1', etag: '"g,1"', cells: { Title: 'A' } };
    const keep = (items: readonly (typeof item)[], gone: readonly string[], deltaLink: string): void =>
      snapshot.keepList('/l', 's', { everything: false, items, gone, deltaLink });
    keep([item, { ...item, id: '2' }], [], 'first');
    // A cell that JSON cannot hold stands for any failure in the middle.
    const broken = { ...item, id: '3', cells: { Title: 'B', odd: 1n } } as unknown as typeof item;
    expect(() => keep([{ ...item, cells: { Title: 'changed' } }, broken], ['2'], 'second')).toThrow('BigInt');
    expect(snapshot.readList('/l', 's')).toEqual({ deltaLink: 'first', items: [item, { ...item, id: '2' }] });
  });
});

const unreachable = (): Error => new GraphFailure({ request: 'GET /x', status: 0, code: 'TypeError', requestId: null });
