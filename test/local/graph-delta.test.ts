import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, head, larkfield } from './a-tenant.ts';

interface DeltaPage {
  readonly value: readonly {
    readonly id: string;
    readonly deleted?: unknown;
    readonly fields?: { readonly Title?: string };
  }[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

describe('Changes of a list since last time', () => {
  let tenant: Tenant;
  let client: Client;
  let lists = 0;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
  });
  afterAll(() => tenant.stop());

  const aList = async () => {
    lists += 1;
    const { id } = await client.api(`${larkfield}/lists`).post({ displayName: `List ${lists}` });
    const options = { actor: { userId: head.id } };
    return {
      path: `${larkfield}/lists/${id}/items/delta`,
      add: (Title: string) => tenant.store.items.create(id, { Title }, options),
      change: (item: number, Title: string) => tenant.store.items.update(id, item, { Title }, options),
      remove: (item: number) => tenant.store.items.remove(id, item, options),
    };
  };
  const read = (link: string | undefined): Promise<DeltaPage> => client.api(link ?? 'missing').get();
  const told = (page: DeltaPage) =>
    page.value.map(({ id, deleted, fields }) => (deleted === undefined ? `${id} ${fields?.Title}` : `${id} gone`));

  it('tells everything first and then only what changed, each item once with its latest state', async () => {
    const list = await aList();
    list.add('one');
    list.add('two');
    const first = await client.api(list.path).expand('fields').get();
    expect(told(first)).toEqual(['1 one', '2 two']);
    list.change(1, 'one again');
    list.change(1, 'one at last');
    list.add('three');
    list.remove(2);
    const second = await read(first['@odata.deltaLink']);
    expect(told(second)).toEqual(['1 one at last', '3 three', '2 gone']);
    expect(told(await read(second['@odata.deltaLink']))).toEqual([]);
  });

  it('does not tell of items that were gone before the first reading', async () => {
    const list = await aList();
    list.add('one');
    list.add('two');
    list.remove(1);
    expect(told(await client.api(list.path).expand('fields').get())).toEqual(['2 two']);
  });

  it('goes page by page and misses nothing that changes meanwhile', async () => {
    const list = await aList();
    for (const title of ['one', 'two', 'three']) list.add(title);
    const first = await client.api(list.path).expand('fields($select=Title)').top(2).get();
    expect(told(first)).toEqual(['1 one', '2 two']);
    list.remove(1);
    list.change(3, 'three again');
    const second = await read(first['@odata.nextLink']);
    expect(told(second)).toEqual(['1 gone', '3 three again']);
    expect(second['@odata.deltaLink']).toBeDefined();
  });

  it('gives an empty page and a token for those who want only what comes', async () => {
    const list = await aList();
    list.add('before');
    const latest = await client.api(list.path).query({ token: 'latest', $expand: 'fields' }).get();
    expect(latest.value).toEqual([]);
    list.add('after');
    expect(told(await read(latest['@odata.deltaLink']))).toEqual(['2 after']);
  });

  it('answers 410 with the way to begin anew for a token it does not know', async () => {
    const [list, other] = [await aList(), await aList()];
    const foreign = (await client.api(other.path).get())['@odata.deltaLink'].split('token=')[1];
    for (const token of ['nonsense', foreign]) {
      const failure = await client
        .api(list.path)
        .query({ token })
        .get()
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ statusCode: 410, code: 'resyncChangesApplyDifferences' });
      const location = (failure as { headers: Headers }).headers.get('Location');
      expect(await read(location ?? '')).toMatchObject({ value: [] });
    }
  });

  it('begins anew with what was asked for: now, or as the token says', async () => {
    const [list, other] = [await aList(), await aList()];
    list.add('one');
    list.add('two');
    const links = [
      `${list.path}?token=nonsense&$expand=fields&$top=1`,
      (await client.api(other.path).expand('fields').top(1).get())['@odata.deltaLink'].replace(other.path, list.path),
    ];
    for (const link of links) {
      const failure = await client
        .api(link)
        .get()
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ statusCode: 410 });
      const afresh = await read((failure as { headers: Headers }).headers.get('Location') ?? '');
      expect(told(afresh)).toEqual(['1 one']);
    }
    const { '@odata.deltaLink': link } = await client
      .api(list.path)
      .query({ $expand: 'fields', token: 'latest' })
      .get();
    tenant.faults.failNext({ method: 'GET', path: /delta$/, status: 410, times: 1 });
    const gone = await client
      .api(link)
      .get()
      .catch((error: unknown) => error);
    expect(told(await read((gone as { headers: Headers }).headers.get('Location') ?? ''))).toEqual(['1 one', '2 two']);
  });

  it('costs one resource unit with a token and two without', async () => {
    const list = await aList();
    tenant.requests.reset();
    const first = await client.api(list.path).get();
    expect(tenant.requests.resourceUnits()).toBe(2);
    await read(first['@odata.deltaLink']);
    expect(tenant.requests.resourceUnits()).toBe(3);
  });
});
