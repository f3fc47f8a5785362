// A network that says nothing: every call waits for its own timeout, so that what is asked one after the other adds up to minutes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph, type Graph } from '#graph/http.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites } from '#graph/sites.ts';
import { openSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { createThrottleGate } from '#graph/throttle-gate.ts';
import { together } from '#graph/together.ts';
import { openWorkspace } from '#graph/workspace.ts';
import { appId, appSecret, demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { derbyshire, hollin, hubSitePath } from './support/register-rows.ts';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

/** Three of the hub, and of each of two schools nine and its governors' two: more than are read at once. */
const listsInAll = 3 + 2 * (9 + 2);
const atOnce = 20;

describe('a silent network', () => {
  let bench: TenantBench;
  let snapshot: Snapshot;
  let log: ReturnType<typeof createTwinLog>;
  const clock = createTwinClock();
  /** The calls to which nobody answered. */
  const tried: string[] = [];
  let isSilent: (path: string) => boolean = () => false;
  let unheard: Graph;

  const hang: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  let hours = 0;
  const unheardFor = (timeoutMs: number): Graph =>
    createGraph({
      token: () => Promise.resolve('a token'),
      fetch: hang,
      timeoutMs,
      // After many silences the gate has calls wait; an hour between two looks at the clock makes every wait be over.
      gate: createThrottleGate({ now: () => (hours += 1) * 3_600_000 }),
    });

  beforeEach(async () => {
    bench = await openTenantBench();
    snapshot = openSnapshot(':memory:');
    log = createTwinLog();
    tried.length = 0;
    isSilent = () => false;
    unheard = unheardFor(50);
  });

  afterEach(async () => {
    snapshot.close();
    await bench.stop();
  });

  /** Answers what is not silent at the time. */
  function anotherLine(): Graph {
    const graph = bench.anotherGraph();
    const lineFor = (path: string): Graph => {
      if (!isSilent(path)) return graph;
      tried.push(path);
      return unheard;
    };
    return {
      get: (path) => lineFor(path).get(path),
      post: (path, body) => lineFor(path).post(path, body),
      patch: (path, body, etag) => lineFor(path).patch(path, body, etag),
      put: (path, content, type) => lineFor(path).put(path, content, type),
      remove: (path, etag) => lineFor(path).remove(path, etag),
    };
  }

  const open = (graph: Graph = anotherLine(), listGraph: Graph = graph) =>
    openWorkspace({
      graph,
      listGraph,
      sites: createSites(graph, sharePointHost),
      log: log.log,
      clock,
      hubSitePath,
      snapshot,
    });

  async function withTwoSchools(listGraph?: (graph: Graph) => Graph) {
    const graph = anotherLine();
    const workspace = await open(graph, listGraph?.(graph));
    for (const school of [aSchool(), hollin]) granted(await workspace.schools.create(school));
    await workspace.refreshAll();
    granted(await workspace.school('LARK').cases.create(aCase()));
    expect((await workspace.refreshAll()).refreshed).toBe(listsInAll);
    return workspace;
  }

  it('is asked once at a start, and what was read before is served with its age', async () => {
    await withTwoSchools();
    const readAt = clock.now();
    clock.advance({ hours: 3 });
    isSilent = () => true;
    const workspace = await open();
    expect(tried).toEqual([`/sites/${sharePointHost}:${hubSitePath}`]);
    expect(workspace.school('LARK').cases.all()).toHaveLength(1);
    expect(workspace.school('HOLL').cases.all()).toEqual([]);
    for (const site of [hubSitePath, larkfield, hollin.sitePath]) expect(workspace.lastRead(site)).toEqual(readAt);
    expect(workspace.lastRefreshed()).toEqual(readAt);

    isSilent = () => false;
    expect(await workspace.refreshAll()).toEqual({ refreshed: listsInAll, failed: [] });
    expect(workspace.lastRefreshed()).toEqual(clock.now());
    bench.tenant.requests.reset();
    await workspace.refreshAll();
    expect(bench.tenant.requests.resourceUnits()).toBe(listsInAll);
  });

  it('is asked once at a start when it is the sign-in that nobody answers', async () => {
    await withTwoSchools();
    let asked = 0;
    const signIn = createConfidentialClient({
      tenantId: demoTenant.tenantId,
      clientId: appId,
      credential: { kind: 'secret', secret: appSecret },
      timeoutMs: 50,
      fetch: (input, init) => {
        asked += 1;
        return hang(input, init);
      },
    });
    const workspace = await open(createGraph({ token: appTokens(signIn), fetch: hang }));
    expect(asked).toBe(1);
    expect(workspace.school('LARK').cases.all()).toHaveLength(1);
  });

  it('ends the start after one question where nothing was read before', async () => {
    isSilent = () => true;
    await expect(open()).rejects.toMatchObject({ name: 'GraphFailure', status: 0 });
    expect(tried).toHaveLength(1);
  });

  it('is asked no more in a round once nobody has answered, and who had no turn comes first in the next', async () => {
    const workspace = await withTwoSchools();
    const before = clock.now();
    clock.advance({ minutes: 1 });
    isSilent = () => true;
    const { refreshed, failed } = await workspace.refreshAll();
    expect([refreshed, failed.length, tried.length]).toEqual([0, listsInAll, atOnce]);
    for (const site of [hubSitePath, larkfield, hollin.sitePath]) expect(workspace.lastRead(site)).toEqual(before);
    const first = new Set(tried.splice(0));
    await workspace.refreshAll();
    const left = listsInAll - atOnce;
    expect(tried).toHaveLength(atOnce);
    expect(tried.slice(0, left).filter((path) => first.has(path))).toEqual([]);
    const said = log.entries('mirror refresh failed').length;
    await workspace.refreshAll();
    expect(log.entries('mirror refresh failed')).toHaveLength(said);
  });

  it('costs one batch a round, not one for each twenty lists', async () => {
    const workspace = await withTwoSchools((graph) => together(graph));
    isSilent = () => true;
    await workspace.refreshAll();
    expect(tried).toEqual(['/$batch']);
  });

  it('of one site alone holds up none of the others', async () => {
    await withTwoSchools();
    isSilent = () => true;
    const workspace = await open();
    const siteId = await bench.sites.idOf(larkfield);
    // Long enough for the others to answer first on any computer.
    unheard = unheardFor(2000);
    isSilent = (path) => path.endsWith(`:${larkfield}`) || path.includes(siteId);
    const before = clock.now();
    for (let rounds = 0; rounds < 2; rounds += 1) {
      clock.advance({ minutes: 1 });
      const { refreshed, failed } = await workspace.refreshAll();
      expect(refreshed).toBe(listsInAll - 9);
      expect(new Set(failed.map(({ site }) => site))).toEqual(new Set([larkfield]));
    }
    expect(workspace.lastRead(hollin.sitePath)).toEqual(clock.now());
    expect(workspace.lastRead(larkfield)).toEqual(before);
    granted(await workspace.authorities.create(derbyshire));
    expect((await workspace.refreshAll()).refreshed).toBe(listsInAll - 9 + 1);
    expect(workspace.authorityNotices('derbyshire').all()).toEqual([]);
  });
});
