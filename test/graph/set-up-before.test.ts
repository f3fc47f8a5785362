// A trust that was set up before there were case sections and a school's own day gets them at the next start.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisionLists } from '#graph/lists/provision.ts';
import { listsBySite } from '#graph/lists/schema.ts';
import { people } from '#local/demo/people.ts';
import { larkfield, openTenantBench, type TenantBench } from './support/tenant-bench.ts';

describe('lists that were made by an earlier version', () => {
  let bench: TenantBench;

  beforeEach(async () => {
    bench = await openTenantBench();
  });

  afterEach(() => bench.stop());

  /** The lists of a site without these columns, as they stood before. */
  async function setUp(sitePath: string, lists: (typeof listsBySite)['hub'], without: readonly string[]) {
    const siteId = await bench.sites.idOf(sitePath);
    const before = lists.map((list) => ({
      ...list,
      columns: list.columns.filter(({ name }) => !without.includes(name)),
    }));
    const { listIds } = await provisionLists(bench.graph, siteId, before);
    return { siteId, listIds, columnsOf: (id = '') => bench.tenant.store.lists.columns(id) };
  }

  it('of a school get the list of sections and the columns of a sign-off, and keep their rows', async () => {
    const added = ['SignedOffVersion', 'Exceptional', 'DespiteExclusionRisk'];
    const before = listsBySite.school.filter(({ title }) => title !== 'Case sections');
    const { siteId, listIds, columnsOf } = await setUp(larkfield, before, added);
    const cases = listIds.get('Cases') ?? '';
    const row = { Title: 'K7M-2QX', SourceKey: 'notification:1', Pupil: 'Jimmy Example' };
    expect(bench.tenant.store.items.create(cases, row, { actor: { userId: people.larkSenco.id } })).toMatchObject({
      ok: true,
    });
    const names = () => columnsOf(cases).map(({ name }) => name);
    expect(names().filter((name) => added.includes(name))).toEqual([]);

    const { made, listIds: after } = await provisionLists(bench.graph, siteId, listsBySite.school);

    expect(made.join('\n')).toContain('Case sections');
    expect(names().filter((name) => added.includes(name))).toEqual(added);
    expect(columnsOf(after.get('Case sections')).map(({ name, displayName }) => [name, displayName])).toEqual([
      ['Title', 'Section'],
      ['CaseRef', 'Case reference'],
      ['SectionKind', 'Part'],
      ['Words', 'What it says'],
      ['ChangedOn', 'Changed on'],
      ['ChangedBy', 'Changed by'],
      ['Body', 'Body'],
    ]);
    expect(bench.tenant.store.items.all(cases).map(({ fields }) => fields)).toMatchObject([row]);
    expect((await provisionLists(bench.graph, siteId, listsBySite.school)).made).toEqual([]);
  });

  it('of the hub get a school’s day and year', async () => {
    const added = ['SchoolDay', 'Registration', 'Breaks', 'Terms', 'Closures'];
    const { siteId, listIds, columnsOf } = await setUp('/sites/part-time-timetables', listsBySite.hub, added);
    await provisionLists(bench.graph, siteId, listsBySite.hub);
    const columns = columnsOf(listIds.get('Schools'));
    expect(
      columns.filter(({ name }) => added.includes(name)).map(({ name, displayName }) => [name, displayName]),
    ).toEqual([
      ['SchoolDay', 'School day'],
      ['Registration', 'Registration'],
      ['Breaks', 'Breaks and lunch'],
      ['Terms', 'Terms'],
      ['Closures', 'Other days closed'],
    ]);
    expect((await provisionLists(bench.graph, siteId, listsBySite.hub)).made).toEqual([]);
  });
});
