import type { Client } from '@microsoft/microsoft-graph-client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewColumn, PageMark } from '#local/store/types.ts';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, casesList, head, larkfield } from './a-tenant.ts';

interface Page {
  readonly value: readonly { readonly id: string; readonly fields: { readonly Title: string } }[];
  readonly '@odata.nextLink'?: string;
}

const anyway = 'HonorNonIndexedQueriesWarningMayFailRandomly';

describe('The order of items', () => {
  let tenant: Tenant;
  let client: Client;
  let listId: string;
  const items = `${larkfield}/lists/Cases/items`;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    listId = await casesList(client);
    const rows = [
      { Title: 'a', Status: 'Open', StartDate: '2026-06-15', Hours: 10, ConsentSigned: true },
      { Title: 'b', Status: 'Closed', StartDate: '2026-03-02', Hours: 9 },
      { Title: 'c', StartDate: '2026-10-05', Hours: 30, ConsentSigned: false },
      { Title: 'd', Status: 'Open', Hours: 10 },
      { Title: 'e', Status: 'Closed', StartDate: '2026-06-15' },
    ];
    for (const row of rows) tenant.store.items.create(listId, row, { actor: { userId: head.id } });
  });
  afterAll(() => tenant.stop());

  const pages = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const titles: string[] = [];
    const first = client.api(items).query({ $expand: 'fields($select=Title)', ...query });
    let page: Page = await first.header('Prefer', anyway).get();
    for (;;) {
      titles.push(page.value.map(({ fields }) => fields.Title).join(''));
      const next = page['@odata.nextLink'];
      if (next === undefined) return titles;
      page = await client.api(next).header('Prefer', anyway).get();
    }
  };

  it.each([
    ['fields/StartDate', 'dbaec', 'blanks first, and among equals by id'],
    ['fields/StartDate asc', 'dbaec', 'rising unless told'],
    ['fields/StartDate desc', 'caebd', 'blanks last when falling'],
    ['fields/Status,fields/StartDate desc', 'cebad', 'by the second where the first is equal'],
    ['fields/Status desc, fields/id desc', 'daebc', 'the id may be turned round as well'],
    ['fields/Hours', 'ebadc', 'numbers as numbers'],
    ['fields/ConsentSigned desc', 'acbde', 'yes before no before blank'],
    ['fields/Created desc', 'abcde', 'all made in one moment: by id'],
    ['id desc', 'abcde', 'the item’s own properties are passed over without a word'],
    ['createdDateTime desc,fields/Status', 'cbead', 'and what stands beside them is not'],
  ])('by %s is %s: %s', async ($orderby, order) => {
    expect((await pages({ $orderby })).join('')).toBe(order);
    expect((await pages({ $orderby, $top: '2' })).join('')).toBe(order);
    expect((await pages({ $orderby, $top: '1' })).join('')).toBe(order);
  });

  it('holds within a filter', async () => {
    expect(await pages({ $filter: "fields/Status eq 'Open'", $orderby: 'fields/StartDate', $top: '1' })).toEqual([
      'd',
      'a',
    ]);
  });

  it('goes on after the item where the page ended, whatever has come or gone since', async () => {
    const list = await client.api(`${larkfield}/lists`).post({
      displayName: 'Moving',
      columns: [{ name: 'Place', number: {}, indexed: true }],
    });
    const add = (Title: string, Place: number) => {
      const made = tenant.store.items.create(list.id, { Title, Place }, { actor: { userId: head.id } });
      return made.ok ? made.value.id : 0;
    };
    const second = [add('first', 1), add('second', 2), add('fourth', 4), add('fifth', 5)][1] ?? 0;
    const path = `${larkfield}/lists/Moving/items`;
    const page: Page = await client.api(path).query({ $expand: 'fields', $orderby: 'fields/Place', $top: '2' }).get();
    tenant.store.items.remove(list.id, second, { actor: {} });
    add('third', 3);
    add('too late', 0);
    const rest: Page = await client.api(page['@odata.nextLink'] ?? '').get();
    expect(rest.value.map(({ fields }) => fields.Title)).toEqual(['third', 'fourth']);
  });

  it('needs an index, in the service’s own words, unless the caller takes the risk', async () => {
    const byHours = () => client.api(items).query({ $orderby: 'fields/Hours' });
    await expect(byHours().get()).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: `Field 'Hours' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${anyway}' header to allow this, but be warned that such queries may fail on large lists.`,
    });
    const first: Page = await byHours().top(2).header('Prefer', anyway).get();
    // The header is not in the link: whoever leaves it out on the next page is refused there.
    await expect(client.api(first['@odata.nextLink'] ?? '').get()).rejects.toMatchObject({ statusCode: 400 });
  });

  it.each([
    [{ $orderby: 'fields/Nothing' }, 400, /Field 'Nothing' is not recognized/],
    [{ $orderby: 'fields/Status sideways' }, 400, /sideways/],
    [{ $orderby: 'fields/Reason' }, 501, /Reason/],
    [
      { $skip: '5' },
      400,
      /^\$skip is not supported on this API\. Only URLs returned by the API can be used to page\.$/,
    ],
    [{ $skiptoken: 'bm9uc2Vuc2U' }, 400, /\$skiptoken/],
    [{ $skiptoken: 'UGFnZWQ9VFJVRSZwX0lEPTE', $orderby: 'fields/Status' }, 400, /\$skiptoken/],
    [{ $top: '0' }, 400, /\$top/],
    [{ $count: 'true' }, 501, /\$count/],
  ])('refuses %o with %i', async (query, statusCode, message) => {
    const asked = client.api(items).query(query).header('Prefer', anyway).get();
    await expect(asked).rejects.toMatchObject({ statusCode, message: expect.stringMatching(message) });
  });

  it('takes SharePoint’s own page mark', async () => {
    const page: Page = await client.api(items).query({ $skiptoken: 'UGFnZWQ9VFJVRSZwX0lEPTE' }).get();
    expect(page.value[0]?.id).toBe('2');
  });

  it('is that of a plain sort, in pages of any size (generated)', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }));
    const rows = fc.array(fc.record({ One: value, Two: value }), { maxLength: 12 });
    const key = (column: 'One' | 'Two') => fc.record({ column: fc.constant(column), descending: fc.boolean() });
    const orders = fc.uniqueArray(fc.oneof(key('One'), key('Two')), { minLength: 1, selector: ({ column }) => column });
    const site = tenant.store.sites.byPath('/sites/larkfield')?.id ?? '';
    const numberColumn = (name: string): NewColumn => ({
      name,
      displayName: name,
      description: '',
      indexed: true,
      enforceUniqueValues: false,
      required: false,
      hidden: false,
      defaultValue: null,
      kind: { type: 'number', minimum: null, maximum: null, decimalPlaces: 'automatic' },
    });
    let lists = 0;
    fc.assert(
      fc.property(rows, orders, fc.integer({ min: 1, max: 5 }), (made, orderBy, top) => {
        lists += 1;
        const columns = [numberColumn('One'), numberColumn('Two')];
        const list = tenant.store.lists.create(site, { displayName: `Generated ${lists}`, columns });
        if (!list.ok) throw new Error(list.error.message);
        for (const row of made) tenant.store.items.create(list.value.id, row, { actor: {} });
        const ids: number[] = [];
        let after: PageMark | null | undefined;
        while (after !== null) {
          const page = tenant.store.items.query(list.value.id, { top, orderBy, ...(after ? { after } : {}) });
          if (!page.ok) throw new Error(page.error.message);
          ids.push(...page.value.items.map(({ id }) => id));
          after = page.value.next;
        }
        const sorted = made
          .map((row, place) => ({ ...row, id: place + 1 }))
          .toSorted((a, b) => {
            const [first] = orderBy
              .map(({ column, descending }) => ((a[column] ?? -1) - (b[column] ?? -1)) * (descending ? -1 : 1))
              .filter((difference) => difference !== 0);
            return first ?? a.id - b.id;
          });
        expect(ids).toEqual(sorted.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });
});

describe('A list of more than 5,000 items', () => {
  let tenant: Tenant;
  let client: Client;
  const items = `${larkfield}/lists/Cases/items`;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    const listId = await casesList(client);
    for (let number = 1; number <= 5001; number += 1) {
      const Status = number === 5001 ? 'Closed' : 'Open';
      tenant.store.items.create(listId, { CaseRef: `R-${number}`, Status, Hours: number % 40 }, { actor: {} });
    }
    tenant.store.items.create(listId, { CaseRef: 'ONE', Status: 'Open', Hours: 7 }, { actor: {} });
  });
  afterAll(() => tenant.stop());

  const ask = (query: Readonly<Record<string, string>>, prefer = ''): Promise<Page> =>
    client.api(items).query(query).header('Prefer', prefer).get();
  const found = async (...asked: Parameters<typeof ask>): Promise<number> => (await ask(...asked)).value.length;
  const throttled = { statusCode: 429, code: 'activityLimitReached', message: 'The request has been throttled' };

  it('can be read page by page, at most 5,000 at a time', async () => {
    const page = await ask({ $top: '9000' });
    expect(page.value).toHaveLength(5000);
    const rest: Page = await client.api(page['@odata.nextLink'] ?? '').get();
    expect(rest.value).toHaveLength(2);
    expect(rest).not.toHaveProperty('@odata.nextLink');
  });

  it('can be asked for what an index finds few of', async () => {
    expect(await found({ $filter: "fields/CaseRef eq 'ONE'" })).toBe(1);
    expect(await found({ $filter: "fields/Status eq 'Closed'" })).toBe(1);
    expect(await found({ $filter: "fields/CaseRef eq 'ONE' or fields/CaseRef eq 'R-1'" })).toBe(2);
    expect(await found({ $filter: "fields/CaseRef eq 'ONE' and fields/Hours eq 7" }, anyway)).toBe(1);
    expect(await found({ $filter: "fields/CaseRef eq 'ONE'", $orderby: 'fields/Hours' }, anyway)).toBe(1);
  });

  it('throttles a filter whose first indexed part finds too many, whatever the rest and $top say', async () => {
    const toMany = "fields/Status eq 'Open'";
    await expect(ask({ $filter: toMany })).rejects.toMatchObject(throttled);
    await expect(ask({ $filter: toMany, $top: '1' })).rejects.toMatchObject(throttled);
    await expect(ask({ $filter: `${toMany} and fields/CaseRef eq 'ONE'` })).rejects.toMatchObject(throttled);
    await expect(ask({ $filter: `fields/Hours eq 7 and ${toMany}` }, anyway)).rejects.toMatchObject(throttled);
    expect(await found({ $filter: `fields/CaseRef eq 'ONE' and ${toMany}` })).toBe(1);
  });

  it('says that it would need too many resources where no index helps', async () => {
    const refusal = { statusCode: 422, code: 'notSupported' };
    const body = { error: { innerError: { code: 'tooManyResources' } } };
    const refused = ask({ $filter: 'fields/Hours eq 7' }, anyway);
    await expect(refused).rejects.toMatchObject({
      ...refusal,
      message: 'The request is unprocessable because it uses too many resources',
    });
    const { body: text } = (await refused.catch((error: unknown) => error)) as { body: string };
    expect({ error: JSON.parse(text) as unknown }).toMatchObject(body);
    await expect(ask({ $orderby: 'fields/Hours' }, anyway)).rejects.toMatchObject(refusal);
    const either = "fields/CaseRef eq 'ONE' or fields/Hours eq 7";
    await expect(ask({ $filter: either }, anyway)).rejects.toMatchObject(refusal);
    await expect(ask({ $filter: 'fields/Hours eq 7' })).rejects.toMatchObject({ statusCode: 400 });
  });

  it('can be ordered by a column with an index', async () => {
    const page = await ask({ $orderby: 'fields/CaseRef', $top: '2', $expand: 'fields' });
    expect(page.value).toMatchObject([{ fields: { CaseRef: 'ONE' } }, { fields: { CaseRef: 'R-1' } }]);
  });
});
