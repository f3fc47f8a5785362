import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, casesList, head, larkfield } from './a-tenant.ts';

interface ItemJson {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

describe('Items of the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  let items: string;
  let listId: string;
  let number = 0;
  const add = (fields: Readonly<Record<string, unknown>> = {}): Promise<ItemJson> => {
    number += 1;
    return client.api(items).post({ fields: { CaseRef: `PTT-${number}`, ...fields } });
  };
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    listId = await casesList(client);
    items = `${larkfield}/lists/Cases/items`;
  });
  afterAll(() => tenant.stop());

  it('answers a new item whole, as the service does', async () => {
    const made = await add({ Title: 'A', Status: 'Open', Hours: 12.5, ConsentSigned: true, Reason: 'Long\ntext' });
    expect(made).toMatchObject({
      createdBy: { application: { displayName: 'Part-time Timetables' } },
      contentType: { name: 'Item' },
      fields: {
        Title: 'A',
        Status: 'Open',
        Hours: 12.5,
        ConsentSigned: true,
        Reason: 'Long\ntext',
        _UIVersionString: '1.0',
      },
    });
    expect(made.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(made.fields['AppAuthorLookupId']).toMatch(/^\d+$/);
  });

  it('gives the fields only to those who expand them', async () => {
    const { id } = await add({ Title: 'B', Hours: 3 });
    expect(await client.api(`${items}/${id}`).get()).not.toHaveProperty('fields');
    const some = await client.api(`${items}/${id}`).expand('fields($select=Title)').get();
    expect(some.fields).toEqual({ '@odata.etag': some.eTag, Title: 'B' });
    const short = await client.api(`${items}/${id}`).query({ expand: 'fields(select=Hours)', $select: 'id' }).get();
    expect(short).toMatchObject({ id, fields: { Hours: 3 } });
    expect(short).not.toHaveProperty('webUrl');
  });

  it('keeps a day as London’s midnight, an hour earlier in summer', async () => {
    const summer = await add({ StartDate: '2026-06-15', SeenAt: '2026-06-15T09:30:00+01:00' });
    expect(summer.fields).toMatchObject({ StartDate: '2026-06-14T23:00:00Z', SeenAt: '2026-06-15T08:30:00Z' });
    const again = await add({ StartDate: summer.fields['StartDate'] });
    expect(again.fields['StartDate']).toBe('2026-06-14T23:00:00Z');
    expect((await add({ StartDate: '2026-12-01T00:00:00Z' })).fields['StartDate']).toBe('2026-12-01T00:00:00Z');
  });

  it.each([
    ['a column that the list has not', { Pupil: 'x' }, /Field 'Pupil' is not recognized/],
    ['a column that SharePoint keeps itself', { Created: '2026-01-01' }, /Field 'Created' is read-only/],
    ['words in a number', { Hours: 'twelve' }, /Field 'Hours' needs a number/],
    ['a number that is not written in decimal digits', { Hours: '0x10' }, /Field 'Hours' needs a number/],
    ['a number out of bounds', { Hours: 41 }, /Field 'Hours' must be at most 40/],
    ['a choice that is not offered', { Status: 'Lost' }, /Field 'Status' does not offer/],
    ['an impossible day', { StartDate: '2026-02-30' }, /Field 'StartDate' needs a date/],
    ['a time without its zone', { SeenAt: '2026-06-15T09:30:00' }, /Field 'SeenAt' needs a date/],
    ['a text for yes or no', { ConsentSigned: 'yes' }, /Field 'ConsentSigned' needs true or false/],
    ['a link that is no web address', { Plan: { Url: 'javascript:alert(1)' } }, /Field 'Plan' needs a web address/],
    ['a text of more than 255 letters', { Title: 'x'.repeat(256) }, /Field 'Title' holds at most 255/],
  ])('refuses %s and writes nothing', async (_title, fields, words) => {
    const before = tenant.store.items.count(listId);
    await expect(add(fields)).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: expect.stringMatching(words),
    });
    expect(tenant.store.items.count(listId)).toBe(before);
  });

  it('takes a unique value once, whatever its capitals, and again after the item is gone', async () => {
    const first = await add({ CaseRef: 'UNIQUE' });
    await expect(add({ CaseRef: 'unique' })).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: expect.stringMatching(
        /duplicate values were found in the following field\(s\) in the list: \[CaseRef\]/,
      ),
    });
    await add({ CaseRef: 'É-1' });
    await expect(add({ CaseRef: 'é-1' })).rejects.toThrow(/duplicate values/);
    await add({ CaseRef: 'e-1' });
    await client.api(`${items}/${first.id}/fields`).patch({ CaseRef: 'Unique' });
    await client.api(`${items}/${first.id}`).delete();
    expect((await add({ CaseRef: 'unique' })).id).not.toBe(first.id);
  });

  it('lets a change through when the etag is the current one, and counts it', async () => {
    const made = await add({ Title: 'C', Hours: 5 });
    const fields = await client
      .api(`${items}/${made.id}/fields`)
      .header('If-Match', made.eTag)
      .patch({ Hours: 6, Title: null });
    expect(fields).toMatchObject({ Hours: 6, _UIVersionString: '2.0', '@odata.etag': made.eTag.replace(',1"', ',2"') });
    expect(fields).not.toHaveProperty('Title');
  });

  it('refuses a change and a deletion with an old etag, and leaves the item as it was', async () => {
    const made = await add({ Hours: 5 });
    await client.api(`${items}/${made.id}/fields`).patch({ Hours: 6 });
    const conflict = { statusCode: 412, code: 'resourceModified' };
    await expect(
      client.api(`${items}/${made.id}/fields`).header('If-Match', made.eTag).patch({ Hours: 7 }),
    ).rejects.toMatchObject(conflict);
    await expect(client.api(`${items}/${made.id}`).header('If-Match', made.eTag).delete()).rejects.toMatchObject(
      conflict,
    );
    const now = await client.api(`${items}/${made.id}`).expand('fields').get();
    expect(now.fields.Hours).toBe(6);
  });

  it.each(['0', '01', '0x1', '1e0', '1.0', '+1', '1%20', 'one', '99999999999999999999'])(
    'has no item %s: an id is a whole number in plain digits',
    async (id) => {
      await add();
      const missing = { statusCode: 404, code: 'itemNotFound' };
      await expect(client.api(`${items}/${id}`).get()).rejects.toMatchObject(missing);
      await expect(client.api(`${items}/${id}`).delete()).rejects.toMatchObject(missing);
      await expect(client.api(`${items}/${id}/fields`).patch({ Hours: 1 })).rejects.toMatchObject(missing);
      expect((await client.api(`${items}/1`).get()).id).toBe('1');
    },
  );

  it('says that it does not know delta as a function', async () => {
    for (const call of ["delta(token='latest')", 'delta()'])
      await expect(client.api(`${items}/${call}`).get()).rejects.toMatchObject({
        statusCode: 501,
        message: expect.stringContaining('delta'),
      });
  });

  it('makes items and no folders', async () => {
    const made = { fields: { CaseRef: 'TYPED' }, contentType: { id: '0x0100' } };
    expect(await client.api(items).post(made)).toMatchObject({ contentType: { id: '0x0100', name: 'Item' } });
    const before = tenant.store.items.count(listId);
    for (const id of ['0x012000', '0x0101', '0x0100A1B2', ''])
      await expect(client.api(items).post({ ...made, contentType: { id } })).rejects.toMatchObject({ statusCode: 501 });
    expect(tenant.store.items.count(listId)).toBe(before);
  });

  it.each(['If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since'])(
    'does not pass over the condition %s',
    async (header) => {
      const { id } = await add({ Hours: 5 });
      const call = (path: string) => client.api(path).header(header, '*');
      const refusal = { statusCode: 501, message: expect.stringContaining(header) };
      await expect(call(`${items}/${id}/fields`).patch({ Hours: 7 })).rejects.toMatchObject(refusal);
      await expect(call(`${items}/${id}`).get()).rejects.toMatchObject(refusal);
      await expect(call(`${items}/${id}`).delete()).rejects.toMatchObject(refusal);
      expect((await client.api(`${items}/${id}`).expand('fields').get()).fields.Hours).toBe(5);
    },
  );

  it('shows a person who edited by hand as the editor, and the app as the author', async () => {
    const made = await add();
    const edited = tenant.store.items.update(listId, Number(made.id), { Hours: 9 }, { actor: { userId: head.id } });
    expect(edited.ok).toBe(true);
    const now = await client.api(`${items}/${made.id}`).expand('fields').get();
    expect(now.lastModifiedBy).toEqual({ user: { id: head.id, email: head.mail, displayName: 'Hazel Testfield' } });
    expect(now.createdBy.application.displayName).toBe('Part-time Timetables');
    expect(now.fields.EditorLookupId).not.toBe(now.fields.AuthorLookupId);
  });

  it('tells listeners of a write before its answer goes out', async () => {
    const heard: unknown[] = [];
    tenant.events.once('itemCreated', ({ listName, sitePath, item }) =>
      heard.push(sitePath, listName, item.fields['CaseRef']),
    );
    await add({ CaseRef: 'HEARD' });
    expect(heard).toEqual(['/sites/larkfield', 'Cases', 'HEARD']);
  });

  it('fails on demand before or after the write, and as often as asked', async () => {
    const failure = { method: 'POST', path: /\/items$/, times: 1 };
    const before = tenant.store.items.count(listId);
    tenant.faults.failNext({ ...failure, status: 429, headers: { 'Retry-After': '7' } });
    await expect(add()).rejects.toMatchObject({ statusCode: 429, code: 'activityLimitReached' });
    expect(tenant.store.items.count(listId)).toBe(before);
    tenant.faults.failNext({ ...failure, status: 504, afterWrite: true });
    await expect(add()).rejects.toMatchObject({ statusCode: 504 });
    expect(tenant.store.items.count(listId)).toBe(before + 1);
    await add();
    expect(tenant.faults.pending()).toBe(0);
  });

  it('counts requests by route and the resource units they cost', async () => {
    tenant.requests.reset();
    const { id } = await add();
    await client.api(`${items}/${id}`).get();
    await client.api(items).get();
    expect(tenant.requests.byRoute()).toEqual({
      'POST /sites/{site}/lists/{list}/items': 1,
      'GET /sites/{site}/lists/{list}/items/{item}': 1,
      'GET /sites/{site}/lists/{list}/items': 1,
    });
    expect(tenant.requests.resourceUnits()).toBe(5);
  });
});
