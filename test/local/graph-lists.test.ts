import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, casesList, larkfield, readerApp, teamId } from './a-tenant.ts';

describe('Sites, lists and columns of the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  let cases: string;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    await casesList(client);
    cases = `${larkfield}/lists/Cases`;
  });
  afterAll(() => tenant.stop());

  it('finds a site by its path, by its id and by its team', async () => {
    const site = await client.api(larkfield.slice(0, -1)).get();
    expect(site).toMatchObject({
      name: 'larkfield',
      displayName: 'Larkfield Primary School',
      webUrl: 'https://rowantree-example.sharepoint.com/sites/larkfield',
    });
    expect(site.id).toMatch(/^rowantree-example\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    expect((await client.api(`/sites/${site.id}`).get()).id).toBe(site.id);
    expect((await client.api(`/groups/${teamId}/sites/root`).get()).id).toBe(site.id);
  });

  it('says that a site which does not exist could not be found', async () => {
    await expect(client.api('/sites/rowantree-example.sharepoint.com:/sites/nowhere').get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'itemNotFound',
    });
  });

  it('makes a list with its columns, and finds it by name, by id and by filter', async () => {
    const list = await client.api(cases).get();
    expect(list).toMatchObject({
      displayName: 'Cases',
      webUrl: 'https://rowantree-example.sharepoint.com/sites/larkfield/Lists/Cases',
      list: { template: 'genericList' },
    });
    expect((await client.api(`${larkfield}/lists/${list.id}`).get()).id).toBe(list.id);
    const found = await client.api(`${larkfield}/lists`).filter("displayName eq 'Cases'").get();
    expect(found.value.map(({ id }: { id: string }) => id)).toEqual([list.id]);
    const all = await client.api(`${larkfield}/lists`).get();
    expect(all.value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Documents', 'Cases']);
  });

  it('refuses a second list of the same name', async () => {
    await expect(client.api(`${larkfield}/lists`).post({ displayName: 'cases' })).rejects.toMatchObject({
      statusCode: 409,
      code: 'nameAlreadyExists',
    });
  });

  it('shows the columns with their types, Title first', async () => {
    const { value } = await client.api(`${cases}/columns`).get();
    const named = (name: string) => value.find((column: { name: string }) => column.name === name);
    expect(value[0].name).toBe('Title');
    expect(named('CaseRef')).toMatchObject({
      displayName: 'Case reference',
      indexed: true,
      enforceUniqueValues: true,
      text: { maxLength: 255 },
    });
    expect(named('StartDate').dateTime.format).toBe('dateOnly');
    expect(named('Status').choice.choices).toEqual(['Open', 'Closed']);
    expect(named('Reason').text.allowMultipleLines).toBe(true);
    expect(named('Created').readOnly).toBe(true);
  });

  it('adds, renames, indexes and deletes a column', async () => {
    const column = await client.api(`${cases}/columns`).post({ name: 'Lead', text: {} });
    const changed = await client
      .api(`${cases}/columns/${column.id}`)
      .patch({ displayName: 'Case lead', indexed: true });
    expect(changed).toMatchObject({ name: 'Lead', displayName: 'Case lead', indexed: true });
    await client.api(`${cases}/columns/${column.id}`).delete();
    await expect(client.api(`${cases}/columns/${column.id}`).get()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('insists that a unique column is indexed, and that long texts are not', async () => {
    const columns = client.api(`${cases}/columns`);
    await expect(columns.post({ name: 'Key', enforceUniqueValues: true, text: {} })).rejects.toThrow(/must be indexed/);
    await expect(columns.post({ name: 'Notes', indexed: true, text: { allowMultipleLines: true } })).rejects.toThrow(
      /cannot be indexed/,
    );
  });

  it('allows twenty indexed columns in a list and no more', async () => {
    const list = await client.api(`${larkfield}/lists`).post({
      displayName: 'Many indexes',
      columns: Array.from({ length: 20 }, (_, number) => ({ name: `C${number}`, indexed: true, text: {} })),
    });
    const more = client.api(`${larkfield}/lists/${list.id}/columns`).post({ name: 'C20', indexed: true, text: {} });
    await expect(more).rejects.toThrow(/at most 20 indexed columns/);
  });

  it('refuses to make a column unique whose values repeat', async () => {
    const list = await client
      .api(`${larkfield}/lists`)
      .post({ displayName: 'Repeats', columns: [{ name: 'Key', text: {} }] });
    const path = `${larkfield}/lists/${list.id}`;
    for (const Key of ['same', 'SAME']) await client.api(`${path}/items`).post({ fields: { Key } });
    const change = client.api(`${path}/columns/Key`).patch({ indexed: true, enforceUniqueValues: true });
    await expect(change).rejects.toThrow(/duplicate values/);
  });

  it('deletes a list with what is in it: its name is free again, and other lists are followed as before', async () => {
    const make = () => client.api(`${larkfield}/lists`).post({ displayName: 'For a while' });
    const first = await make();
    const path = `${larkfield}/lists/${first.id}`;
    for (const Title of ['a', 'b', 'c']) await client.api(`${path}/items`).post({ fields: { Title } });
    const { '@odata.deltaLink': link } = await client.api(`${cases}/items/delta`).get();
    const reader = await appClient(tenant, readerApp);
    await expect(reader.api(path).delete()).rejects.toMatchObject({ statusCode: 403, code: 'accessDenied' });
    await client.api(path).delete();
    for (const gone of [path, `${path}/items`, `${larkfield}/lists/For a while`]) {
      await expect(client.api(gone).get()).rejects.toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    }
    const second = await make();
    expect(second.id).not.toBe(first.id);
    expect((await client.api(`${larkfield}/lists/${second.id}/items`).get()).value).toEqual([]);
    expect((await client.api(link).get()).value).toEqual([]);
    await client.api(`${larkfield}/lists/${second.id}`).delete();
  });

  it('answers 501 and names what it does not know: a route, an option, a property, a column type', async () => {
    const unknown = async (request: Promise<unknown>, named: RegExp) => {
      await expect(request).rejects.toMatchObject({
        statusCode: 501,
        code: 'notSupported',
        message: expect.stringMatching(named),
      });
    };
    await unknown(client.api('/me').get(), /GET \/v1\.0\/me/);
    await unknown(client.api('/contacts').post({}), /contacts/);
    await unknown(client.api(cases).query({ $expand: 'columns' }).get(), /\$expand/);
    await unknown(client.api(`${cases}/items`).query({ $search: 'x' }).get(), /\$search/);
    await unknown(client.api(`${cases}/columns`).post({ name: 'Who', personOrGroup: {} }), /personOrGroup/);
    const checkBoxes = { name: 'Many', choice: { choices: ['a'], displayAs: 'checkBoxes' } };
    await unknown(client.api(`${cases}/columns`).post(checkBoxes), /choice\.displayAs; it knows dropDownMenu/);
    await unknown(
      client.api(`${larkfield}/lists`).post({ displayName: 'L', list: { template: 'documentLibrary' } }),
      /documentLibrary/,
    );
    await unknown(client.api(`${larkfield}/lists/Documents/items`).get(), /document library/);
    await unknown(client.api(`${larkfield}/lists/Documents`).delete(), /delete a document library/);
  });

  it('refuses every filter on lists but that on their display name, in the service’s own words', async () => {
    await expect(client.api(`${larkfield}/lists`).filter("name eq 'Cases'").get()).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: 'The provided filter statement is not supported',
    });
    const refusals = [
      ["displayName eq 'Cases' or displayName eq 'Documents'", 'The provided filter statement is not supported'],
      ["startswith(displayName,'Cases')", 'The provided filter statement is not supported'],
      ["displayName eq 'Cases", "Invalid filter clause: Syntax error at position 15 in 'displayName eq 'Cases'."],
    ] as const;
    for (const [filter, message] of refusals)
      await expect(client.api(`${larkfield}/lists`).filter(filter).get()).rejects.toMatchObject({ message });
    const found = await client.api(`${larkfield}/lists`).filter("displayName  eq 'cases'").get();
    expect(found.value).toHaveLength(1);
  });
});
