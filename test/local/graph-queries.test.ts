import { type Client, PageIterator } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, casesList, head, larkfield } from './a-tenant.ts';

describe('Finding items in the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  let listId: string;
  const items = `${larkfield}/lists/Cases/items`;
  const titles = async (filter: string): Promise<unknown[]> => {
    const found = await client.api(items).expand('fields').filter(filter).get();
    return found.value.map((item: { fields: { Title: unknown } }) => item.fields.Title);
  };
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    listId = await casesList(client);
    const rows = [
      { Title: 'spring', CaseRef: 'A-1', Status: 'Open', StartDate: '2026-03-02', Hours: 10 },
      { Title: 'summer', CaseRef: 'A-2', Status: 'Closed', StartDate: '2026-06-15', Hours: 20 },
      { Title: 'autumn', CaseRef: 'B-3', StartDate: '2026-10-05' },
      { Title: 'none', CaseRef: '100%', Hours: 30 },
    ];
    for (const row of rows) tenant.store.items.create(listId, row, { actor: { userId: head.id } });
  });
  afterAll(() => tenant.stop());

  it.each([
    ["fields/Status eq 'open'", ['spring']],
    ["fields/Status ne 'Open'", ['summer', 'autumn', 'none']],
    ['fields/Status eq null', ['autumn', 'none']],
    ['fields/Status ne null', ['spring', 'summer']],
    ["startswith(fields/CaseRef,'a-')", ['spring', 'summer']],
    ["startswith(fields/CaseRef,'100%')", ['none']],
    ["startswith(fields/CaseRef,'%')", []],
    ["fields/StartDate eq '2026-06-15'", ['summer']],
    ['fields/StartDate ge 2026-06-15T00:00:00Z', ['summer', 'autumn']],
    ["fields/Status eq 'Open' or (fields/StartDate gt '2026-09-01' and fields/CaseRef eq 'B-3')", ['spring', 'autumn']],
    ['fields/id gt 3', ['none']],
  ])('finds by indexed columns: %s', async (filter, found) => {
    expect(await titles(filter)).toEqual(found);
  });

  it('refuses to filter on a column without an index, in the service’s own words', async () => {
    await expect(titles('fields/Hours gt 10')).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: expect.stringMatching(
        /^Field 'Hours' cannot be referenced in filter or orderby as it is not indexed\. Provide the 'Prefer:/,
      ),
    });
  });

  it('filters on such a column when the caller takes the risk', async () => {
    const found = await client
      .api(items)
      .header('Prefer', 'HonorNonIndexedQueriesWarningMayFailRandomly')
      .filter('fields/Hours gt 10')
      .get();
    expect(found.value.map(({ id }: { id: string }) => id)).toEqual(['2', '4']);
  });

  it('refuses a filter on a column that is not there, or with a value of another type', async () => {
    await expect(titles("fields/Nothing eq 'x'")).rejects.toThrow(/Field 'Nothing' is not recognized/);
    await expect(titles("fields/StartDate eq 'soon'")).rejects.toThrow(/Field 'StartDate' needs a date/);
  });

  it('gives pages whose links lead to the next, with the options of the first', async () => {
    const first = await client.api(items).expand('fields($select=Title)').top(3).get();
    const seen: unknown[] = [];
    const iterator = new PageIterator(client, first, (item: { fields: { Title: unknown } }) => {
      seen.push(item.fields.Title);
      return true;
    });
    await iterator.iterate();
    expect(first['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*\$skiptoken=/);
    expect(seen).toEqual(['spring', 'summer', 'autumn', 'none']);
  });

  it('gives 200 items to a page unless told', async () => {
    const list = await client.api(`${larkfield}/lists`).post({ displayName: 'Long' });
    for (let number = 0; number < 201; number += 1)
      tenant.store.items.create(list.id, {}, { actor: { userId: head.id } });
    const page = await client.api(`${larkfield}/lists/Long/items`).get();
    expect(page.value).toHaveLength(200);
    expect(page['@odata.nextLink']).toBeDefined();
  });
});
