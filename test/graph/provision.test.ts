import { caseStatuses } from '#domain/case.ts';
import { provisionLists } from '#graph/lists/provision.ts';
import { listsBySite } from '#graph/lists/schema.ts';
import { people } from '#local/demo/people.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

describe('making the lists of a site', () => {
  let bench: TenantBench;
  let siteId: string;
  const lists = listsBySite.school;

  beforeEach(async () => {
    bench = await openTenantBench();
    siteId = await bench.sites.idOf(larkfield);
  });

  afterEach(() => bench.stop());

  const provision = (onProgress?: (made: string) => void) => provisionLists(bench.graph, siteId, lists, onProgress);
  const standing = (title: string) => bench.tenant.store.lists.find(siteId, title);
  const columnsOf = (title: string) => bench.tenant.store.lists.columns(standing(title)?.id ?? '');
  const writes = () =>
    ['POST', 'PATCH', 'DELETE'].reduce((sum, method) => sum + bench.tenant.requests.count(method), 0);

  it('makes every list with its columns, in order, and tells of each', async () => {
    const told: string[] = [];
    const { listIds, made } = await provision((words) => told.push(words));
    expect([...listIds.keys()]).toEqual(lists.map((list) => list.title));
    expect(told).toEqual(made);
    expect(made).toContain('made the list “Reminder runs”');
    for (const list of lists) {
      const columns = columnsOf(list.title).map(({ name, displayName, indexed, enforceUniqueValues }) => ({
        name,
        title: displayName,
        indexed,
        unique: enforceUniqueValues,
      }));
      expect(columns).toEqual(
        list.columns.map(({ name, title, indexed, unique }) => ({ name, title, indexed, unique })),
      );
    }
  });

  it('makes nothing a second time and only reads', async () => {
    const first = await provision();
    bench.tenant.requests.reset();
    expect(await provision()).toEqual({ listIds: first.listIds, made: [], troubles: [] });
    expect(writes()).toBe(0);
    expect(bench.tenant.requests.count()).toBe(1 + lists.length);
  });

  it('makes all the kinds of site', async () => {
    const kinds = [
      ['hub', '/sites/part-time-timetables'],
      ['authority', '/sites/notices-derbyshire'],
      ['governors', '/sites/governors-larkfield'],
    ] as const;
    for (const [kind, path] of kinds) {
      const id = await bench.sites.idOf(path);
      expect((await provisionLists(bench.graph, id, listsBySite[kind])).listIds.size).toBe(listsBySite[kind].length);
      expect((await provisionLists(bench.graph, id, listsBySite[kind])).made).toEqual([]);
    }
  });

  it('mends what a person changed, and leaves what they added', async () => {
    await provision();
    const { lists: store } = bench.tenant.store;
    const listId = standing('Cases')?.id ?? '';
    const column = (name: string) => columnsOf('Cases').find((one) => one.name === name)?.id ?? '';
    store.changeColumn(listId, column('NextReview'), { displayName: 'When?', indexed: false });
    store.removeColumn(listId, column('Objectives'));
    await bench.graph.post(`/sites/${siteId}/lists/${listId}/columns`, {
      name: 'Ours',
      displayName: 'Our own',
      text: {},
    });
    const { made } = await provision();
    expect(made).toEqual([
      'mended title and index of column “Next review” of “Cases”',
      'made column “Objectives” of “Cases”',
    ]);
    expect(columnsOf('Cases').find((one) => one.name === 'NextReview')).toMatchObject({
      displayName: 'Next review',
      indexed: true,
    });
    expect(columnsOf('Cases').map((one) => one.displayName)).toContain('Our own');
  });

  it('takes a value that may come only once back to one that may come again, and leaves an index that a person has added', async () => {
    await provision();
    const parent = columnsOf('Cases').find((one) => one.name === 'Parent');
    const unique = { indexed: true, enforceUniqueValues: true };
    bench.tenant.store.lists.changeColumn(standing('Cases')?.id ?? '', parent?.id ?? '', unique);
    expect((await provision()).made).toEqual([
      'mended uniqueness of column “Parent the pupil normally lives with” of “Cases”',
    ]);
    expect(columnsOf('Cases').find((one) => one.name === 'Parent')).toMatchObject({
      indexed: true,
      enforceUniqueValues: false,
    });
  });

  it('lengthens a line that a person has shortened, and gives a date its form back', async () => {
    await provision();
    const { lists: store } = bench.tenant.store;
    const listId = standing('Cases')?.id ?? '';
    const id = (name: string) => columnsOf('Cases').find((one) => one.name === name)?.id ?? '';
    store.changeColumn(listId, id('Pupil'), { kind: { type: 'text', maxLength: 20 } });
    store.changeColumn(listId, id('EndsOn'), { kind: { type: 'dateTime', format: 'dateTime' } });
    expect((await provision()).made).toEqual([
      'mended length of column “Pupil” of “Cases”',
      'mended date format of column “Full time by” of “Cases”',
    ]);
    const kinds = columnsOf('Cases')
      .filter(({ name }) => ['Pupil', 'EndsOn'].includes(name))
      .map(({ kind }) => kind);
    expect(kinds).toEqual([
      { type: 'text', maxLength: 255 },
      { type: 'dateTime', format: 'dateOnly' },
    ]);
  });

  it('adds a missing choice, and keeps those that a person has added', async () => {
    await provision();
    const { lists: store } = bench.tenant.store;
    const status = columnsOf('Cases').find((one) => one.name === 'CaseStatus');
    const fewer = {
      type: 'choice',
      choices: ['agreed', 'undecided'],
      allowTextEntry: false,
      displayAs: 'dropDownMenu',
    } as const;
    store.changeColumn(standing('Cases')?.id ?? '', status?.id ?? '', { kind: fewer });
    expect((await provision()).made).toEqual(['mended choices of column “Status” of “Cases”']);
    expect((await provision()).made).toEqual([]);
    expect(columnsOf('Cases').find((one) => one.name === 'CaseStatus')?.kind).toMatchObject({
      choices: [...caseStatuses, 'undecided'],
    });
  });

  it('goes on where it was interrupted', async () => {
    bench.tenant.faults.failNext({ method: 'POST', path: /\/lists$/, status: 500, times: 1 });
    await expect(provision()).rejects.toMatchObject({ status: 500 });
    bench.tenant.faults.failNext({ method: 'PATCH', path: /\/columns\//, status: 500, times: 1 });
    await expect(provision()).rejects.toMatchObject({ status: 500 });
    expect((await provision()).listIds.size).toBe(lists.length);
    const titles = bench.tenant.store.lists.of(siteId).map((list) => list.displayName);
    expect(new Set(titles).size).toBe(titles.length);
    expect((await provision()).made).toEqual([]);
  });

  it('lets a person add an item in SharePoint that the app can read', async () => {
    await provision();
    const listId = standing('Reviews')?.id ?? '';
    const added = bench.tenant.store.items.create(
      listId,
      { Title: 'K7M-2QX/9', CaseRef: 'K7M-2QX', ReviewNumber: 9, DueOn: '2026-12-01' },
      { actor: { userId: people.larkSenco.id } },
    );
    expect(added).toMatchObject({ ok: true });
  });
});
