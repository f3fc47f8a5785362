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
    [`fields/CaseRef eq '${'x'.repeat(300)}'`, []],
    ["fields/Status eq 'Lost'", []],
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

  const anyway = 'HonorNonIndexedQueriesWarningMayFailRandomly';
  const idsFor = async (filter: string): Promise<string> => {
    const found = await client.api(items).header('Prefer', anyway).filter(filter).get();
    return found.value.map(({ id }: { id: string }) => id).join('');
  };

  it.each([
    ['fields/Hours lt 50', '124'],
    ['fields/Hours ge -1', '124'],
    ["fields/Hours eq '20'", '2'],
    [`fields/Title ne '${'x'.repeat(300)}'`, '1234'],
    ['fields/ConsentSigned eq true', ''],
    ['fields/SeenAt lt 2026-01-01', ''],
    ["fields/Created lt '2030-01-01'", '1234'],
    ['fields/Created gt 2030-01-01T00:00:00Z', ''],
    ["fields/id eq '2'", '2'],
  ])('reads only the type of a value, not what the column may hold: %s', async (filter, ids) => {
    expect(await idsFor(filter)).toBe(ids);
  });

  it.each([
    ['fields/CaseRef eq 2026-01-01', /'CaseRef' needs a text/],
    ['fields/CaseRef eq 7', /'CaseRef' needs a text/],
    ['fields/Status eq true', /'Status' needs a text/],
    ["fields/Hours eq '0x10'", /'Hours' needs a number/],
    ['fields/Hours eq 2026-01-01', /'Hours' needs a number/],
    ["fields/ConsentSigned eq 'yes'", /'ConsentSigned' needs true or false/],
    ['fields/StartDate eq 5', /'StartDate' needs a date/],
    ["fields/Created gt '2026'", /'Created' needs a date/],
    ["fields/id eq '0x1'", /'id' needs a number/],
  ])('refuses a value of another type: %s', async (filter, message) => {
    await expect(idsFor(filter)).rejects.toMatchObject({ statusCode: 400, message: expect.stringMatching(message) });
  });

  it.each(['', 'Paged=TRUE&p_ID=', 'Paged=TRUE&p_ID=0x1', 'Paged=TRUE&p_ID=-1', 'Paged=TRUE', 'p_ID=1'])(
    'refuses the page mark %j',
    async (mark) => {
      const $skiptoken = Buffer.from(mark).toString('base64url');
      await expect(client.api(items).query({ $skiptoken }).get()).rejects.toMatchObject({ statusCode: 400 });
    },
  );

  it.each([
    [{ $expand: 'fields($select=Title;$top=1)' }, 501],
    [{ $expand: 'fields($filter=Title)' }, 501],
    [{ $expand: 'fields($select=Title;$select=Hours)' }, 501],
    [{ $expand: 'fields($select=*)' }, 501],
    [{ $expand: 'fields($select=)' }, 501],
    [{ $expand: 'fields()' }, 501],
    [{ $expand: 'fields($select=Title' }, 501],
    [{ $expand: 'driveItem' }, 501],
    [{ $select: 'toString' }, 501],
    [{ $select: 'id,__proto__' }, 501],
    [{ $top: '0x2' }, 400],
    [{ $top: '1e1' }, 400],
    [{ $top: '' }, 400],
  ])('does not take %j for something else', async (query, statusCode) => {
    await expect(client.api(items).query(query).get()).rejects.toMatchObject({ statusCode });
  });

  it('gives the fields that are asked for, however it is spelt, and no more than an item has', async () => {
    for (const $expand of ['fields($select=Title,Hours)', 'fields( select = Title , Hours )']) {
      const { fields } = await client.api(`${items}/1`).query({ $expand }).get();
      expect(fields).toEqual({ '@odata.etag': expect.any(String), Title: 'spring', Hours: 10 });
    }
    const { fields } = await client.api(`${items}/1`).expand('fields($select=constructor,Title)').get();
    expect(Object.keys(fields)).toEqual(['@odata.etag', 'Title']);
  });

  it.each([true, false])(
    'lets no capital count, one with an accent no more than others (with an index: %s)',
    async (indexed) => {
      const name = `Accents ${indexed}`;
      const column = { name: 'Name', indexed, text: {} };
      const list: { id: string } = await client
        .api(`${larkfield}/lists`)
        .post({ displayName: name, columns: [column] });
      for (const Name of ['Zoë', 'Élodie', 'ZOË B', 'elodie'])
        tenant.store.items.create(list.id, { Name }, { actor: {} });
      const ids = async (query: Readonly<Record<string, string>>): Promise<string> => {
        const call = client.api(`${larkfield}/lists/${name}/items`).query(query);
        const page = await call.header('Prefer', anyway).get();
        return page.value.map(({ id }: { id: string }) => id).join('');
      };
      expect(await ids({ $filter: "fields/Name eq 'éLODIE'" })).toBe('2');
      expect(await ids({ $filter: "fields/Name ne 'ÉLODIE'" })).toBe('134');
      expect(await ids({ $filter: "startswith(fields/Name,'zoË')" })).toBe('13');
      expect(await ids({ $orderby: 'fields/Name' })).toBe('4132');
      const unique = client.api(`${larkfield}/lists/${name}/columns/Name`);
      expect(await unique.patch({ indexed: true, enforceUniqueValues: true })).toMatchObject({
        enforceUniqueValues: true,
      });
      await expect(client.api(`${larkfield}/lists/${name}/items`).post({ fields: { Name: 'ÉLODIE' } })).rejects.toThrow(
        /duplicate values/,
      );
      await unique.patch({ enforceUniqueValues: false });
      tenant.store.items.create(list.id, { Name: 'ÉLODIE' }, { actor: {} });
      await expect(unique.patch({ enforceUniqueValues: true })).rejects.toThrow(/duplicate values/);
    },
  );

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
