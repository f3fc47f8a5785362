import { date } from '#domain/dates.ts';
import type { Graph } from '#graph/http.ts';
import { openWorkspace } from '#graph/workspace.ts';
import { people } from '#local/demo/people.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { derbyshire, hollin, hubSitePath } from './support/register-rows.ts';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

const delta = '/sites/{site}/lists/{list}/items/delta';

describe('the workspace of a trust', () => {
  let bench: TenantBench;
  const clock = createTwinClock();
  let log: ReturnType<typeof createTwinLog>;

  beforeEach(async () => {
    bench = await openTenantBench();
    log = createTwinLog();
  });

  afterEach(() => bench.stop());

  const open = (graph = bench.graph) => openWorkspace({ graph, sites: bench.sites, log: log.log, clock, hubSitePath });

  async function openWithOneSchool() {
    const workspace = await open();
    granted(await workspace.schools.create(aSchool()));
    granted(await workspace.authorities.create(derbyshire));
    await workspace.refreshAll();
    return workspace;
  }

  it('begins with an empty register and makes its lists', async () => {
    const workspace = await open();
    expect(workspace.schools.all()).toEqual([]);
    expect(log.entries('workspace provisioned')).toEqual([
      { event: 'workspace provisioned', facts: { site: hubSitePath, made: expect.any(Number) } },
    ]);
    expect(() => workspace.school('LARK')).toThrow('school LARK');
  });

  it('opens a school, its governors and its authority when they join the register', async () => {
    const workspace = await openWithOneSchool();
    granted(await workspace.school('LARK').cases.create(aCase()));
    expect(workspace.school('LARK').cases.all()).toHaveLength(1);
    expect(workspace.governors('LARK').reports.all()).toEqual([]);
    expect(workspace.authorityNotices('derbyshire').all()).toEqual([]);
    expect(() => workspace.school('HOLL')).toThrow('not in the register');
    granted(await workspace.schools.create(hollin));
    await workspace.refreshAll();
    expect(workspace.school('HOLL').cases.all()).toEqual([]);
  });

  it('finds everything again at the next start, without making anything', async () => {
    const before = await openWithOneSchool();
    granted(await before.school('LARK').cases.create(aCase()));
    log = createTwinLog();
    const workspace = await open(bench.anotherGraph());
    expect(workspace.school('LARK').cases.byKey('K7M-2QX')?.value).toEqual(aCase());
    expect(log.entries('workspace provisioned')).toEqual([]);
    expect(workspace.lastRefreshed()).toEqual(clock.now());
  });

  it('does not begin without the register', async () => {
    await openWithOneSchool();
    bench.tenant.faults.failNext({ method: 'GET', path: /\/items\/delta/, status: 500, times: 1 });
    await expect(open(bench.anotherGraph())).rejects.toMatchObject({ name: 'GraphFailure', status: 500 });
  });

  it('costs one delta a list when nothing is new', async () => {
    const workspace = await openWithOneSchool();
    bench.tenant.requests.reset();
    const { refreshed, failed } = await workspace.refreshAll();
    expect(failed).toEqual([]);
    expect(refreshed).toBe(3 + 9 + 2 + 1);
    expect(bench.tenant.requests.byRoute()).toEqual({ [`GET ${delta}`]: refreshed });
    expect(bench.tenant.requests.resourceUnits()).toBe(refreshed);
  });

  it('shows a notice as acknowledged, and by whom, once the officer has ticked it', async () => {
    const workspace = await openWithOneSchool();
    const notices = workspace.authorityNotices('derbyshire');
    const row = granted(
      await notices.create({
        key: 'K7M-2QX/notification/1',
        caseRef: 'K7M-2QX',
        school: 'Larkfield Primary School',
        kind: 'notification',
        filedOn: date('2026-11-20'),
        link: 'https://documents.example/1',
        acknowledged: false,
        editedBy: null,
      }),
    );
    expect(row.value).toMatchObject({ acknowledged: false, editedBy: null });
    const officer = people.derbyshireOfficer;
    bench.editByHand(derbyshire.sitePath, 'LA notices', row.value.key, { Acknowledged: true }, officer.id);
    await workspace.refreshAll();
    expect(notices.byKey(row.value.key)?.value).toMatchObject({ acknowledged: true, editedBy: officer.displayName });
  });

  it('goes on with the other lists when one cannot be read, and says which', async () => {
    const workspace = await openWithOneSchool();
    granted(await workspace.school('LARK').cases.create(aCase()));
    bench.editByHand(larkfield, 'Cases', 'K7M-2QX', { HoursInSchool: 20 }, people.larkSenco.id);
    const before = workspace.lastRefreshed();
    clock.advance({ minutes: 1 });
    const reviews = await listId('Reviews');
    bench.tenant.faults.failNext({ method: 'GET', path: new RegExp(`${reviews}/items/delta`), status: 500, times: 1 });
    const { failed } = await workspace.refreshAll();
    expect(failed).toMatchObject([{ site: larkfield, list: 'Reviews' }]);
    expect(log.entries('mirror refresh failed')).toMatchObject([
      { facts: { site: larkfield, list: 'Reviews', status: 500 } },
    ]);
    expect(workspace.school('LARK').cases.all()[0]?.value.hoursInSchool).toBe(20);
    expect(workspace.lastRefreshed()).toEqual(before);
    await workspace.refreshAll();
    expect(workspace.lastRefreshed()).toEqual(clock.now());
  });

  it('does without a school whose site is not there, and finds it when it comes', async () => {
    const workspace = await openWithOneSchool();
    const lost = granted(await workspace.schools.create({ ...hollin, sitePath: '/sites/not-there' }));
    const { failed } = await workspace.refreshAll();
    expect(failed).toMatchObject([{ site: '/sites/not-there', list: null }]);
    expect(workspace.school('LARK').cases.all()).toEqual([]);
    expect(() => workspace.school('HOLL')).toThrow('could not be read');
    granted(await workspace.schools.change(lost, { sitePath: '/sites/hollin-bank' }));
    expect((await workspace.refreshAll()).failed).toEqual([]);
    expect(workspace.school('HOLL').cases.all()).toEqual([]);
  });

  it('logs a row that needs attention by its number and column and nothing else, once', async () => {
    const workspace = await openWithOneSchool();
    const row = granted(await workspace.school('LARK').cases.create(aCase()));
    bench.editByHand(larkfield, 'Cases', 'K7M-2QX', { Reasons: 'Jimmy is naughty' }, people.larkSenco.id);
    await workspace.refreshAll();
    await workspace.refreshAll();
    expect(log.entries('row needs attention')).toEqual([
      { event: 'row needs attention', facts: { site: larkfield, list: 'Cases', item: row.id, column: 'Reasons' } },
    ]);
  });

  it('follows no link to another host, says so once, and reads the other lists', async () => {
    const workspace = await openWithOneSchool();
    const cases = await listId('Cases');
    const graph = bench.anotherGraph();
    const misled: Graph = {
      ...graph,
      get: (link) =>
        link.includes(`${cases}/items/delta`)
          ? Promise.resolve({ value: [], '@odata.nextLink': 'https://attacker.example/v1.0/items/delta?token=1' })
          : graph.get(link),
    };
    const another = await open(misled);
    expect(another.schools.all()).toEqual(workspace.schools.all());
    const { failed } = await another.refreshAll();
    expect(failed).toMatchObject([{ site: larkfield, list: 'Cases' }]);
    expect(log.entries('mirror refresh failed')).toEqual([
      {
        event: 'mirror refresh failed',
        facts: { site: larkfield, list: 'Cases', status: 0, code: 'LeadsElsewhere', request: 'none' },
      },
    ]);
  });

  it('says that a list cannot be read once, and again when it could be read in between', async () => {
    const workspace = await openWithOneSchool();
    const reviews = await listId('Reviews');
    const failOnce = (status: number) =>
      bench.tenant.faults.failNext({ method: 'GET', path: new RegExp(`${reviews}/items/delta`), status, times: 1 });
    const statuses = () => log.entries('mirror refresh failed').map(({ facts }) => facts['status']);
    for (const status of [500, 500, 403]) {
      failOnce(status);
      await workspace.refreshAll();
    }
    expect(statuses()).toEqual([500, 403]);
    await workspace.refreshAll();
    failOnce(403);
    await workspace.refreshAll();
    expect(statuses()).toEqual([500, 403, 403]);
  });

  it('knows of each site by itself when it was last read', async () => {
    const workspace = await openWithOneSchool();
    const before = clock.now();
    clock.advance({ minutes: 1 });
    const reviews = await listId('Reviews');
    bench.tenant.faults.failNext({ method: 'GET', path: new RegExp(`${reviews}/items/delta`), status: 500, times: 1 });
    await workspace.refreshAll();
    expect(workspace.lastRead(larkfield)).toEqual(before);
    expect(workspace.lastRead(hubSitePath)).toEqual(clock.now());
    expect(workspace.lastRead('/sites/not-there')).toBeNull();
  });

  async function listId(title: string): Promise<string> {
    const siteId = await bench.sites.idOf(larkfield);
    return bench.tenant.store.lists.find(siteId, title)?.id ?? '';
  }
});
