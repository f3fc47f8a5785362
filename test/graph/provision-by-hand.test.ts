import type { ListShape } from '#graph/lists/list-schema.ts';
import { provisionLists } from '#graph/lists/provision.ts';
import { inspectLists } from '#graph/lists/provisioning/inspect.ts';
import { listsBySite, schoolLists } from '#graph/lists/schema.ts';
import type { Column } from '#local/store/types.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

const aColumn = (changes: Partial<Omit<Column, 'id'>>): Omit<Column, 'id'> => ({
  name: 'Ours',
  displayName: 'Our own',
  description: '',
  indexed: false,
  enforceUniqueValues: false,
  required: false,
  hidden: false,
  defaultValue: null,
  kind: { type: 'text', maxLength: 255 },
  ...changes,
});

describe('what a person has changed by hand and the app does not touch', () => {
  let bench: TenantBench;
  let siteId: string;
  const lists: readonly ListShape[] = [schoolLists.cases, schoolLists.reviews];

  beforeEach(async () => {
    bench = await openTenantBench();
    siteId = await bench.sites.idOf(larkfield);
    await provision();
  });
  afterEach(() => bench.stop());

  const provision = () => provisionLists(bench.graph, siteId, lists);
  const inspect = () => inspectLists(bench.graph, siteId, lists);
  const store = () => bench.tenant.store;
  const listId = (title: string) => store().lists.find(siteId, title)?.id ?? '';
  const columnsOf = (title: string) => store().lists.columns(listId(title));
  const column = (title: string, name: string) => {
    const found = columnsOf(title).find((one) => one.name === name);
    if (!found) throw new Error(`${title} has no ${name}`);
    return found;
  };
  const remake = (name: string, changes: Parameters<typeof aColumn>[0]) => {
    store().lists.removeColumn(listId('Cases'), column('Cases', name).id);
    const made = store().lists.addColumn(listId('Cases'), aColumn(changes));
    if (!made.ok) throw new Error(made.error.message);
  };
  const noIndex = (title: string, name: string) =>
    store().lists.changeColumn(listId(title), column(title, name).id, { indexed: false });
  /** Adds indexed columns of one's own until so many are indexed; answers the number of the first. */
  const indexUpTo = (most: number): number => {
    const standing = columnsOf('Cases').filter(({ indexed }) => indexed).length;
    for (let place = standing; place < most; place += 1)
      store().lists.addColumn(
        listId('Cases'),
        aColumn({ name: `Ours${place}`, displayName: `Our ${place}`, indexed: true }),
      );
    return standing;
  };
  const addRow = (title: string, fields: Record<string, unknown>) => {
    const made = store().items.create(listId(title), fields, { actor: {} });
    if (!made.ok) throw new Error(made.error.message);
  };

  it('is a column made again as another type: it is explained and left', async () => {
    remake('StartsOn', { name: 'StartsOn', displayName: 'Start date' });
    const before = columnsOf('Cases');
    const { made, troubles } = await provision();
    expect(made).toEqual([]);
    expect(troubles).toEqual([
      {
        words:
          'Column “Start date” of the list “Cases” (internal name StartsOn) is of the type “single line of text”; the app needs “date and time”.',
        who: 'SharePoint site owner',
        todo: expect.stringContaining('delete the column in the list’s settings, run npm run ptt -- provision'),
      },
    ]);
    expect(columnsOf('Cases')).toEqual(before);
    expect((await inspect()).troubles).toEqual(troubles);
  });

  it('is a column made again under another internal name: it is explained, and none is put beside it', async () => {
    remake('YearGroup', { name: 'Year0', displayName: 'year' });
    const before = columnsOf('Cases');
    const { made, troubles } = await provision();
    expect(made).toEqual([]);
    expect(troubles).toEqual([
      {
        words:
          'Column “Year” of the list “Cases” was made by hand: its internal name is Year0, and the app’s own, YearGroup, is not there.',
        who: 'SharePoint site owner',
        todo: expect.stringContaining('such as “Year (old)”'),
      },
    ]);
    expect(columnsOf('Cases')).toEqual(before);
    store().lists.changeColumn(listId('Cases'), column('Cases', 'Year0').id, { displayName: 'Year (old)' });
    expect(await provision()).toMatchObject({ made: ['made column “Year” of “Cases”'], troubles: [] });
  });

  it('are two rows with one key: the rows are named, the other changes are made', async () => {
    const changes = { displayName: 'Name', enforceUniqueValues: false };
    store().lists.changeColumn(listId('Reviews'), column('Reviews', 'Title').id, changes);
    for (const key of ['K7M-2QX/1', 'k7m-2qx/1', 'K7M-2QX/2', 'X/1', 'x/1', 'X/1']) addRow('Reviews', { Title: key });
    addRow('Reviews', {});
    addRow('Reviews', {});
    const foreseen = await inspect();
    const { made, troubles } = await provision();
    expect(made).toEqual(['mended title of column “Review” of “Reviews”']);
    expect(troubles).toEqual([
      {
        words:
          'Column “Review” of the list “Reviews” cannot be kept unique, because rows hold the same: items 1 and 2; 4, 5 and 6.',
        who: 'SharePoint site owner',
        todo: expect.stringContaining('delete or change the others'),
      },
    ]);
    expect(JSON.stringify(troubles)).not.toContain('K7M');
    expect(foreseen.troubles).toEqual([
      {
        words: 'Column “Review” of the list “Reviews” has another title.',
        who: 'whoever runs the app',
        todo: 'npm run ptt -- provision',
      },
      ...troubles,
    ]);
  });

  it('are indexes of their own up to the limit: those that may go are named', async () => {
    noIndex('Cases', 'NextReview');
    const standing = indexUpTo(20);
    const { made, troubles } = await provision();
    expect(made).toEqual([]);
    expect(troubles).toEqual([
      {
        words:
          'Column “Next review” of the list “Cases” cannot be indexed: SharePoint indexes 20 columns of a list, and so many are.',
        who: 'SharePoint site owner',
        todo: expect.stringContaining(`take the index off one of “Our ${standing}”`),
      },
    ]);
    expect((await inspect()).troubles).toEqual(troubles);
  });

  it('are indexes of their own that leave one: it is used, and the next is explained', async () => {
    for (const name of ['NextReview', 'EndsOn']) noIndex('Cases', name);
    indexUpTo(19);
    const foreseen = await inspect();
    const { made, troubles } = await provision();
    expect(made).toEqual(['mended index of column “Next review” of “Cases”']);
    expect(troubles.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Column “Full time by” of the list “Cases” cannot be indexed/),
    ]);
    expect(foreseen.troubles.map(({ words }) => words)).toEqual([
      'Column “Next review” of the list “Cases” is not indexed.',
      ...troubles.map(({ words }) => words),
    ]);
  });

  it('is a missing column with an index where no index is left: the column is made without', async () => {
    store().lists.removeColumn(listId('Cases'), column('Cases', 'NextReview').id);
    indexUpTo(20);
    const { made, troubles } = await provision();
    expect(made).toEqual(['made column “Next review” of “Cases”, without its index']);
    expect(troubles.map(({ words }) => words)).toEqual([expect.stringContaining('“Next review”')]);
    expect(column('Cases', 'NextReview').indexed).toBe(false);
  });

  it('is a list that has grown long without its index: SharePoint’s refusal is explained by its length', async () => {
    noIndex('Reviews', 'DueOn');
    for (let number = 0; number < 5000; number += 1) addRow('Reviews', { Title: `X/${number}` });
    bench.tenant.faults.failNext({ method: 'PATCH', path: /\/columns\//, status: 400, times: 1 });
    const { made, troubles } = await provision();
    expect(made).toEqual([]);
    expect(troubles).toEqual([
      {
        words:
          'The list “Reviews” has reached 5,000 items without an index on its column “Due on”. The app reads on without it; views that filter by it fail.',
        who: 'SharePoint site owner',
        todo: expect.stringContaining('up to 20,000 items'),
      },
    ]);
  });

  it('is something else at the address of a list', async () => {
    const elsewhere = [{ ...schoolLists.notices, title: 'Shared Documents' }];
    const expected = [
      {
        words: 'At the address of the list “Shared Documents” stands something else (documentLibrary).',
        who: 'SharePoint site owner',
        todo: expect.stringContaining('Move what it holds elsewhere'),
      },
    ];
    const { listIds, troubles } = await provisionLists(bench.graph, siteId, elsewhere);
    expect(troubles).toEqual(expected);
    expect(listIds.size).toBe(0);
    expect((await inspectLists(bench.graph, siteId, elsewhere)).troubles).toEqual(expected);
  });

  it('is what SharePoint refuses for a reason of its own: it is said with the number of the request, and the rest is done', async () => {
    store().lists.changeColumn(listId('Cases'), column('Cases', 'Pupil').id, { displayName: 'Child' });
    store().lists.removeColumn(listId('Cases'), column('Cases', 'Objectives').id);
    bench.tenant.faults.failNext({ method: 'PATCH', path: /\/columns\//, status: 409, times: 1 });
    const { made, troubles } = await provision();
    expect(made).toEqual(['made column “Objectives” of “Cases”']);
    expect(troubles).toEqual([
      {
        words: expect.stringMatching(
          /^Column “Pupil” of the list “Cases” has another title, and SharePoint refused the change \(409 \w+, request [\w-]+\)\.$/,
        ),
        who: 'whoever runs the app',
        todo: expect.stringContaining('support'),
      },
    ]);
  });

  it('may stay where the app has no right to change columns: one refusal is enough, and the lists can be read', async () => {
    const { lists: hand } = store();
    hand.changeColumn(listId('Cases'), column('Cases', 'Pupil').id, { displayName: 'Child' });
    hand.removeColumn(listId('Cases'), column('Cases', 'Objectives').id);
    noIndex('Reviews', 'DueOn');
    bench.tenant.faults.failNext({ method: 'PATCH', path: /\/columns\//, status: 403, times: 9 });
    bench.tenant.faults.failNext({ method: 'POST', path: /\/columns$/, status: 403, times: 9 });
    bench.tenant.requests.reset();
    const { listIds, troubles } = await provision();
    expect(listIds.size).toBe(2);
    expect(troubles.map(({ words }) => words)).toEqual([
      'Column “Pupil” of the list “Cases” has another title, and the app may not change columns.',
      'Column “Objectives” of the list “Cases” is not there, and the app may not change columns.',
      'Column “Due on” of the list “Reviews” is not indexed, and the app may not change columns.',
    ]);
    expect(new Set(troubles.map(({ who }) => who))).toEqual(new Set(['Microsoft 365 administrator']));
    expect(bench.tenant.requests.count('PATCH') + bench.tenant.requests.count('POST')).toBe(1);
  });
});

describe('a look at what provisioning would do', () => {
  it('names every list of an empty site, and changes nothing', async () => {
    const bench = await openTenantBench();
    try {
      const id = await bench.sites.idOf(larkfield);
      bench.tenant.requests.reset();
      const { listIds, troubles } = await inspectLists(bench.graph, id, listsBySite.school);
      expect(listIds.size).toBe(0);
      expect(troubles.map(({ words }) => words)).toEqual([
        expect.stringMatching(/^The lists “Cases”, “Agreements”, .* and “Reminder runs” are not there\.$/),
      ]);
      expect(bench.tenant.requests.count()).toBe(bench.tenant.requests.count('GET'));
      await provisionLists(bench.graph, id, listsBySite.school);
      expect((await inspectLists(bench.graph, id, listsBySite.school)).troubles).toEqual([]);
    } finally {
      await bench.stop();
    }
  });
});
