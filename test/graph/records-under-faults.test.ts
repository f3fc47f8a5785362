import type { Case } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import { casesList } from '#graph/lists/schema/casework.ts';
import { people } from '#local/demo/people.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Records, Row } from '#workflows/ports.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase } from '../contract/rows.ts';
import { larkfield, sharedTenantBench, type TenantBench } from './support/tenant-bench.ts';

const items = '/sites/{site}/lists/{list}/items';
const delta = `${items}/delta`;

const shared = sharedTenantBench();

describe('a list in SharePoint on a bad day', () => {
  let bench: TenantBench;
  let cases: Records<Case>;

  beforeEach(async () => {
    bench = shared();
    cases = await bench.open(casesList);
    bench.tenant.requests.reset();
  });

  const posts = (): number => bench.tenant.requests.count('POST', items);
  const standing = (): number => {
    const site = bench.tenant.store.sites.byPath(larkfield);
    const list = site && bench.tenant.store.lists.find(site.id, 'Cases');
    return list ? bench.tenant.store.items.count(list.id) : -1;
  };

  it.each([503, 504, 500])('makes one row when %i is answered after the row was written', async (status) => {
    bench.tenant.faults.failNext({ method: 'POST', path: /\/items$/, status, times: 1, afterWrite: true });
    const row = granted(await cases.create(aCase()));
    expect(row.value).toEqual(aCase());
    expect(standing()).toBe(1);
    expect(posts()).toBe(1);
  });

  it.each([503, 504])('makes one row when %i is answered before anything was written', async (status) => {
    bench.tenant.faults.failNext({ method: 'POST', path: /\/items$/, status, times: 1 });
    granted(await cases.create(aCase()));
    expect(standing()).toBe(1);
    expect(bench.tenant.faults.pending()).toBe(0);
  });

  it('waits and asks again when SharePoint is busy', async () => {
    const busy = { method: 'POST', path: /\/items$/, status: 429, times: 1, headers: { 'Retry-After': '0' } };
    bench.tenant.faults.failNext(busy);
    granted(await cases.create(aCase()));
    expect(standing()).toBe(1);
  });

  it('gives up with words when SharePoint stays away', async () => {
    bench.tenant.faults.failNext({ method: 'POST', path: /\/items$/, status: 503, times: 2 });
    await expect(cases.create(aCase())).rejects.toMatchObject({ name: 'GraphFailure', status: 503 });
    expect(standing()).toBe(0);
  });

  it('does not take somebody else’s row for its own when the answer was lost', async () => {
    const elsewhere = await bench.open(casesList, bench.anotherGraph());
    const theirs = granted(await elsewhere.create(aCase({ openedBy: 'somebody else' })));
    bench.tenant.faults.failNext({ method: 'POST', path: /\/items$/, status: 504, times: 1 });
    expect(await cases.create(aCase())).toEqual({ ok: false, error: { kind: 'already there', existing: theirs } });
  });

  it('knows its own change when the answer to it was lost', async () => {
    const row = granted(await cases.create(aCase()));
    bench.tenant.faults.failNext({ method: 'PATCH', path: /\/fields$/, status: 500, times: 1, afterWrite: true });
    const changed = granted(await cases.change(row, { status: 'active' }));
    expect(changed.value.status).toBe('active');
    expect(changed.etag).toMatch(/,2"$/);
  });

  it('changes once when a 504 after the write makes the client ask again', async () => {
    const row = granted(await cases.create(aCase()));
    const lost = {
      method: 'PATCH',
      path: /\/fields$/,
      status: 504,
      times: 1,
      headers: { 'Retry-After': '0' },
      afterWrite: true,
    };
    bench.tenant.faults.failNext(lost);
    const changed = granted(await cases.change(row, { status: 'active', signedOffOn: date('2026-10-16') }));
    expect(changed.etag).toMatch(/,2"$/);
  });

  it.each([
    { status: 500, afterWrite: true },
    { status: 504, afterWrite: true, headers: { 'Retry-After': '0' } },
    { status: 412, afterWrite: false },
  ])('knows its own claim, and its own removal, through $status', async (harm) => {
    const row = granted(await cases.create(aCase()));
    bench.tenant.faults.failNext({ ...harm, method: 'PATCH', path: /\/fields$/, times: 1 });
    const claimed = granted(await cases.changeAsSeen(row, { objectives: 'Claimed.' }));
    expect(claimed).toMatchObject({ etag: expect.stringMatching(/,2"$/), value: { objectives: 'Claimed.' } });
    bench.tenant.faults.failNext({ ...harm, method: 'DELETE', path: /\/items\/\d+$/, times: 1 });
    expect(await cases.remove(claimed)).toEqual({ ok: true, value: null });
    expect(standing()).toBe(0);
    expect(bench.tenant.faults.pending()).toBe(0);
  });

  it('looks whether a change and a removal stand that may have been done before it was told to wait', async () => {
    const row = granted(await cases.create(aCase()));
    const soon = { times: 1, headers: { 'Retry-After': '0' } };
    const change = { ...soon, method: 'PATCH', path: /\/fields$/ };
    bench.tenant.faults.failNext({ ...change, status: 504, afterWrite: true });
    bench.tenant.faults.failNext({ ...change, status: 429 });
    const changed = granted(await cases.change(row, { status: 'active' }));
    expect(changed).toMatchObject({ etag: expect.stringMatching(/,2"$/), value: { status: 'active' } });
    const removal = { ...soon, method: 'DELETE', path: /\/items\/\d+$/ };
    bench.tenant.faults.failNext({ ...removal, status: 504, afterWrite: true });
    bench.tenant.faults.failNext({ ...removal, status: 429 });
    expect(await cases.remove(changed)).toEqual({ ok: true, value: null });
    expect([standing(), bench.tenant.faults.pending()]).toEqual([0, 0]);
  });

  it.each([
    ['PATCH', (row: Row<Case>) => cases.change(row, { status: 'active' })],
    ['PATCH', (row: Row<Case>) => cases.changeAsSeen(row, { status: 'active' })],
    ['DELETE', (row: Row<Case>) => cases.remove(row)],
  ])('gives up a %s with what led to it', async (method, write) => {
    const row = granted(await cases.create(aCase()));
    bench.tenant.faults.failNext({ method, path: /\/items\/\d+(\/fields)?$/, status: 500, times: 4 });
    const failure: unknown = await write(row).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { name: 'GraphFailure', status: 500 } });
    expect(errorFacts(failure)).toEqual({
      error: 'Error',
      status: 500,
      code: 'generalException',
      request: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('reads everything again when SharePoint does not know its token any more', async () => {
    const row = granted(await cases.create(aCase()));
    await cases.refresh();
    bench.tenant.faults.failNext({ method: 'GET', path: /\/items\/delta/, status: 400, times: 1 });
    await cases.refresh();
    expect(cases.all()).toEqual([row]);
  });

  it('reads everything again when SharePoint has forgotten where it was', async () => {
    const first = granted(await cases.create(aCase()));
    const second = granted(await cases.create(aCase({ ref: 'B2C-3D4', sourceKey: 'notification:2' })));
    await cases.refresh();
    bench.deleteByHand(larkfield, 'Cases', first.value.ref, people.larkSenco.id);
    bench.tenant.faults.failNext({ method: 'GET', path: /\/items\/delta/, status: 410, times: 1 });
    await cases.refresh();
    expect(cases.all()).toEqual([second]);
    bench.tenant.requests.reset();
    await cases.refresh();
    expect(bench.tenant.requests.byRoute()).toEqual({ [`GET ${delta}`]: 1 });
  });

  it('keeps what it had when a refresh fails, and goes on from there', async () => {
    const row = granted(await cases.create(aCase()));
    await cases.refresh();
    bench.editByHand(larkfield, 'Cases', row.value.ref, { HoursInSchool: 20 }, people.larkSenco.id);
    bench.tenant.faults.failNext({ method: 'GET', path: /\/items\/delta/, status: 500, times: 1 });
    await expect(cases.refresh()).rejects.toMatchObject({ status: 500 });
    expect(cases.byKey(row.value.ref)).toEqual(row);
    await cases.refresh();
    expect(cases.byKey(row.value.ref)?.value.hoursInSchool).toBe(20);
  });
});

describe('what a list costs', () => {
  let bench: TenantBench;

  beforeEach(() => {
    bench = shared();
  });

  it('is one delta with nothing new, one request a write, and nothing to read', async () => {
    const cases = await bench.open(casesList);
    bench.tenant.requests.reset();
    const row = granted(await cases.create(aCase()));
    granted(await cases.change(row, { status: 'active' }));
    cases.all();
    cases.byKey('K7M-2QX');
    await cases.refresh();
    await cases.refresh();
    expect(bench.tenant.requests.byRoute()).toMatchObject({ [`POST ${items}`]: 1, [`GET ${delta}`]: 2 });
    await cases.create(aCase());
    expect(bench.tenant.requests.count('POST', items)).toBe(1);
  });

  it('is shared by everybody who asks for a refresh while one is under way', async () => {
    const cases = await bench.open(casesList);
    bench.tenant.requests.reset();
    await Promise.all(Array.from({ length: 20 }, () => cases.refresh()));
    expect(bench.tenant.requests.count('GET', delta)).toBe(2);
  });

  it('is one page after another when there are many rows', async () => {
    const cases = await bench.open(casesList);
    const site = bench.tenant.store.sites.byPath(larkfield);
    const list = site && bench.tenant.store.lists.find(site.id, 'Cases');
    for (let number = 0; number < 450; number += 1) {
      bench.tenant.store.items.create(
        list?.id ?? '',
        { Title: `CASE-${number}`, SourceKey: `source-${number}` },
        { actor: { userId: people.larkSenco.id } },
      );
    }
    bench.tenant.requests.reset();
    await cases.refresh();
    expect(bench.tenant.requests.count('GET', delta)).toBe(3);
    expect(cases.problems()).toHaveLength(450);
    expect(bench.problems).toHaveLength(450);
    await cases.refresh();
    expect(bench.problems).toHaveLength(450);
  });
});
