import { BatchRequestContent, type Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, casesList, larkfield, readerApp } from './a-tenant.ts';

interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly error?: { readonly code: string; readonly message: string }; readonly id?: string };
}

const json = { 'Content-Type': 'application/json' };

describe('A batch', () => {
  let tenant: Tenant;
  let client: Client;
  let listId: string;
  const items = `${larkfield}/lists/Cases/items`;
  const post = async (requests: readonly unknown[], as = client): Promise<readonly Part[]> => {
    const { responses }: { responses: readonly Part[] } = await as.api('/$batch').post({ requests });
    return responses;
  };
  const byId = (parts: readonly Part[]): Readonly<Record<string, number>> =>
    Object.fromEntries(parts.map(({ id, status }) => [id, status]));
  const newItem = (id: string, fields: object, more: object = {}) => ({
    id,
    method: 'POST',
    url: items,
    headers: json,
    body: { fields },
    ...more,
  });
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    listId = await casesList(client);
  });
  beforeEach(() => {
    tenant.faults.clear();
    tenant.requests.reset();
  });
  afterAll(() => tenant.stop());

  it('does what its parts ask, each by itself: a read, a write, what is not there, what nobody knows', async () => {
    const answers = await post([
      { id: 'read', method: 'GET', url: `${larkfield}/lists/Cases` },
      newItem('write', { Title: 'from a batch' }),
      { id: 'gone', method: 'GET', url: `${items}/9999` },
      { id: 'unknown', method: 'GET', url: '/me' },
    ]);
    expect(byId(answers)).toEqual({ read: 200, write: 201, gone: 404, unknown: 501 });
    const gone = answers.find(({ id }) => id === 'gone');
    expect(gone?.body).toEqual({
      error: {
        code: 'itemNotFound',
        message: 'The specified item was not found',
        innerError: {
          date: expect.any(String),
          'request-id': expect.any(String),
          'client-request-id': expect.any(String),
        },
      },
    });
    expect(gone?.headers['Content-Type']).toMatch(/^application\/json/);
    expect(tenant.store.items.all(listId).map(({ fields }) => fields['Title'])).toContain('from a batch');
  });

  it('takes addresses with and without their version and slash, and header names in any letters', async () => {
    const [{ id = '' } = {}] = (await post([newItem('1', {})])).map(({ body }) => ({ id: body?.id }));
    const path = `sites/rowantree-example.sharepoint.com:/sites/larkfield:/lists/Cases/items/${id}`;
    const etag = (await client.api(`/${path}`).get()).eTag;
    const answers = await post([
      { id: 'a', method: 'GET', url: `/v1.0/${path}?$select=id` },
      { id: 'b', method: 'get', url: `${path}?$expand=fields($select=Title)` },
      {
        id: 'c',
        method: 'PATCH',
        url: `/${path}/fields`,
        headers: { 'content-TYPE': 'application/json', 'if-match': `"${'0'.repeat(8)},1"` },
        body: { Title: 'x' },
      },
    ]);
    expect(byId(answers)).toEqual({ a: 200, b: 200, c: 412 });
    const changed = await post([
      {
        id: 'd',
        method: 'PATCH',
        url: `/${path}/fields`,
        headers: { ...json, 'If-Match': etag },
        body: { Title: 'y' },
      },
    ]);
    expect(byId(changed)).toEqual({ d: 200 });
  });

  it('takes what Microsoft’s own client makes of requests', async () => {
    const address = `https://graph.microsoft.com/v1.0${items}`;
    const content = new BatchRequestContent([
      {
        id: '1',
        request: new Request(address, {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ fields: { Title: 'z' } }),
        }),
      },
      { id: '2', request: new Request(`${address}?$top=1`), dependsOn: ['1'] },
    ]);
    const made: { responses: readonly Part[] } = await client.api('/$batch').post(await content.getContent());
    expect(byId(made.responses)).toEqual({ 1: 201, 2: 200 });
  });

  it('carries bytes as base64, and tells where a file is by its Location', async () => {
    const drive = (await client.api(`${larkfield}/drive`).get()).id;
    const file = `/drives/${drive}/root:/Notices/a.txt:/content`;
    const bytes = { 'Content-Type': 'application/octet-stream' };
    const body = Buffer.from('Dear council').toString('base64');
    expect(byId(await post([{ id: '1', method: 'PUT', url: file, headers: bytes, body }]))).toEqual({ 1: 201 });
    const [there] = await post([{ id: '2', method: 'GET', url: file }]);
    expect(there).toMatchObject({ status: 302, headers: { Location: expect.stringContaining('tempauth=') } });
    expect(there).not.toHaveProperty('body');
    const download = await tenant.fetch(there?.headers['Location'] ?? '');
    expect(await download.text()).toBe('Dear council');
  });

  it('answers in no order that anybody may rely on, and in the same one each time the tenant is started', async () => {
    const requests = Array.from({ length: 20 }, (_, index) => ({ id: String(index), method: 'GET', url: larkfield }));
    const ids = (parts: readonly Part[]) => parts.map(({ id }) => id);
    const orders = [ids(await post(requests)), ids(await post(requests))];
    const asked = requests.map(({ id }) => id);
    for (const order of orders) {
      expect(order).not.toEqual(asked);
      expect(order.toSorted()).toEqual(asked.toSorted());
    }
    expect(orders[0]).not.toEqual(orders[1]);
    const again = async () => {
      const other = await aTenant();
      const order = ids(await post(requests, await appClient(other)));
      await other.stop();
      return order;
    };
    expect(await again()).toEqual(await again());
  });

  it('does one after the other where each depends on the one before, and nothing after a failure', async () => {
    const first = newItem('1', { CaseRef: 'CHAIN-1' });
    const before = tenant.store.items.count(listId);
    const answers = await post([
      first,
      newItem('2', { CaseRef: 'CHAIN-1' }, { dependsOn: ['1'] }),
      newItem('3', { CaseRef: 'CHAIN-3' }, { dependsOn: ['2'] }),
      newItem('4', { CaseRef: 'CHAIN-4' }, { dependsOn: ['3'] }),
    ]);
    expect(byId(answers)).toEqual({ 1: 201, 2: 400, 3: 424, 4: 424 });
    expect(answers.find(({ id }) => id === '3')?.body?.error?.code).toBe('FailedDependency');
    expect(tenant.store.items.count(listId)).toBe(before + 1);
    expect(tenant.requests.count('POST', '/sites/{site}/lists/{list}/items')).toBe(2);
  });

  it('lets many depend on the same one', async () => {
    const answers = await post([
      newItem('A', { CaseRef: 'SAME-1' }),
      { id: 'other', method: 'GET', url: larkfield },
      newItem('b', {}, { dependsOn: ['a'] }),
      newItem('c', {}, { dependsOn: ['A'] }),
    ]);
    expect(byId(answers)).toEqual({ A: 201, other: 200, b: 201, c: 201 });
  });

  it('counts its parts one by one: requests, resource units and permissions', async () => {
    const reader = await appClient(tenant, readerApp);
    tenant.requests.reset();
    const answers = await post([newItem('w', {}), { id: 'r', method: 'GET', url: items }], reader);
    expect(byId(answers)).toEqual({ w: 403, r: 200 });
    expect(tenant.requests.byRoute()).toEqual({
      'POST /$batch': 1,
      'POST /sites/{site}/lists/{list}/items': 1,
      'GET /sites/{site}/lists/{list}/items': 1,
    });
    expect(tenant.requests.resourceUnits()).toBe(4);
  });

  it('meets failures part by part: busy, after the write, and a connection that breaks behind Graph', async () => {
    const failure = { method: 'POST', path: /\/items$/, times: 1 };
    tenant.faults.failNext({ ...failure, status: 429, headers: { 'Retry-After': '7' } });
    const [busy] = await post([newItem('1', { CaseRef: 'BUSY' })]);
    expect(busy).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } });
    const before = tenant.store.items.count(listId);
    tenant.faults.failNext({ ...failure, reset: true, afterWrite: true });
    const answers = await post([newItem('1', { CaseRef: 'LOST' }), { id: '2', method: 'GET', url: larkfield }]);
    expect(byId(answers)).toEqual({ 1: 504, 2: 200 });
    expect(tenant.store.items.count(listId)).toBe(before + 1);
  });

  it('is for signed-in apps', async () => {
    const answer = await tenant.fetch('https://graph.microsoft.com/v1.0/$batch', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: larkfield }] }),
    });
    expect(answer.status).toBe(401);
  });
});

describe('A malformed batch is refused as a whole', () => {
  let tenant: Tenant;
  let client: Client;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
  });
  afterAll(() => tenant.stop());

  const get = (id: string, more: object = {}) => ({ id, method: 'GET', url: larkfield, ...more });
  const payload = 'Invalid batch payload format.';
  it.each([
    ['no requests', { requests: [] }, payload],
    ['no list of requests', {}, payload],
    ['a request without an id', { requests: [{ method: 'GET', url: '/me' }] }, payload],
    ['a number for an id', { requests: [get('1'), { ...get(''), id: 2 }] }, payload],
    ['a method that there is not', { requests: [get('1', { method: 'LIST' })] }, payload],
    ['an absolute address', { requests: [get('1', { url: 'https://graph.microsoft.com/v1.0/me' })] }, payload],
    ['another host', { requests: [get('1', { url: '//elsewhere.example/v1.0/me' })] }, payload],
    [
      'a batch in it',
      { requests: [get('1', { url: '/v1.0/$batch', method: 'POST', headers: json, body: {} })] },
      payload,
    ],
    [
      'bytes that are no text',
      { requests: [get('1', { headers: { 'Content-Type': 'text/plain' }, body: 7 })] },
      payload,
    ],
    [
      'an id twice, whatever its capitals',
      { requests: [get('a'), get('A')] },
      'Request Id A has to be unique in a batch.',
    ],
    [
      'more than twenty',
      { requests: Array.from({ length: 21 }, (_, index) => get(String(index))) },
      'Number of requests inside batch exceed the limit',
    ],
    [
      'a body without its type',
      { requests: [get('w', { method: 'POST', body: {} })] },
      'Write request id : w does not contain Content-Type header or body.',
    ],
    [
      'a write without a body',
      { requests: [get('w', { method: 'POST', headers: json })] },
      'Write request id : w does not contain Content-Type header or body.',
    ],
    [
      'a dependency that comes later',
      { requests: [get('1', { dependsOn: ['2'] }), get('2')] },
      'Invalid dependency for request Id 1.',
    ],
    [
      'a dependency that is not there',
      { requests: [get('1'), get('2', { dependsOn: ['x'] })] },
      'Invalid dependency for request Id 2.',
    ],
    [
      'dependencies that are neither a chain nor all the same',
      { requests: [get('1'), get('2', { dependsOn: ['1'] }), get('3'), get('4', { dependsOn: ['3'] })] },
      'Batch should be either fully sequential or fully parallel.',
    ],
  ])('%s', async (_what, body, message) => {
    await expect(client.api('/$batch').post(body)).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
      message,
    });
    expect(tenant.requests.byRoute()).not.toHaveProperty('GET /sites/{site}');
  });

  it('what the tenant has not learnt is named', async () => {
    const body = { requests: [get('1', { atomicityGroup: 'g' })] };
    await expect(client.api('/$batch').post(body)).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining('atomicityGroup'),
    });
  });
});
