import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, appToken, aTenant, clock, governor, head, larkfield, officer } from './a-tenant.ts';

describe('Files of the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  let token: string;
  let drive: string;
  let moment = clock();
  const words = 'Notice of a part-time timetable';
  const upload = (path: string, content: string | Uint8Array = words) =>
    client.api(`${drive}/root:/${path}:/content`).header('Content-Type', 'application/octet-stream').put(content);
  beforeAll(async () => {
    tenant = await aTenant({ now: () => moment });
    client = await appClient(tenant);
    token = await appToken(tenant);
    drive = `/drives/${(await client.api(`${larkfield}/drive`).get()).id}`;
  });
  afterAll(() => tenant.stop());

  it('shows the library of a site as its drive', async () => {
    expect(await client.api(`${larkfield}/drives`).get()).toMatchObject({
      value: [
        { name: 'Documents', webUrl: 'https://rowantree-example.sharepoint.com/sites/larkfield/Shared%20Documents' },
      ],
    });
  });

  it('keeps a file and makes the folders on its way', async () => {
    const file = await upload('Notices/2026/PTT-1.docx');
    expect(file).toMatchObject({
      name: 'PTT-1.docx',
      size: words.length,
      webUrl: 'https://rowantree-example.sharepoint.com/sites/larkfield/Shared%20Documents/Notices/2026/PTT-1.docx',
      parentReference: { path: `${drive}/root:/Notices/2026` },
    });
    expect(file.eTag).toMatch(/,1"$/);
    expect(await client.api(`${drive}/root:/Notices`).get()).toMatchObject({ folder: { childCount: 1 } });
    expect((await client.api(`${drive}/items/${file.id}`).get()).id).toBe(file.id);
    expect((await client.api(`${drive}/root/children`).get()).value).toMatchObject([{ name: 'Notices' }]);
  });

  it('writes over a file as its next version, unless told to fail', async () => {
    const first = await upload('twice.txt', 'a');
    const second = await upload('twice.txt', 'bb');
    expect(second).toMatchObject({ id: first.id, size: 2 });
    expect(second.eTag).toMatch(/,2"$/);
    const third = client
      .api(`${drive}/root:/twice.txt:/content`)
      .query({ '@microsoft.graph.conflictBehavior': 'fail' })
      .put('c');
    await expect(third).rejects.toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
  });

  it('does not write over a file that the caller wants only new', async () => {
    const file = await upload('only-new.txt', 'a');
    const again = client.api(`${drive}/root:/only-new.txt:/content`).header('If-None-Match', '*').put('bb');
    await expect(again).rejects.toMatchObject({ statusCode: 501, message: expect.stringContaining('If-None-Match') });
    expect(await client.api(`${drive}/items/${file.id}`).get()).toMatchObject({ eTag: file.eTag, size: 1 });
  });

  it('sends one to SharePoint for the content, which takes no bearer token', async () => {
    const file = await upload('content.txt');
    const url = `https://graph.microsoft.com/v1.0${drive}/items/${file.id}/content`;
    const authorization = { authorization: `Bearer ${token}` };
    const redirect = await tenant.fetch(url, { headers: authorization, redirect: 'manual' });
    const location = redirect.headers.get('location') ?? '';
    expect(redirect.status).toBe(302);
    expect(location).toMatch(
      /^https:\/\/rowantree-example\.sharepoint\.com\/sites\/larkfield\/_layouts\/15\/download\.aspx\?UniqueId=/,
    );
    expect(await (await tenant.fetch(location)).text()).toBe(words);
    expect((await tenant.fetch(location, { headers: authorization })).status).toBe(401);
    const followed = await tenant.fetch(url, { headers: authorization });
    expect(await followed.text()).toBe(words);

    moment = new Date(moment.getTime() + 2 * 3_600_000);
    expect((await tenant.fetch(location)).status).toBe(401);
    moment = clock();
  });

  it('lets a guest open what she was invited to, and nothing beside it', async () => {
    const [shared, other] = [await upload('for-the-county.txt'), await upload('for-the-school.txt')];
    const invite = {
      recipients: [{ email: officer.mail }],
      requireSignIn: true,
      sendInvitation: false,
      roles: ['read'],
    };
    const granted = await client.api(`${drive}/items/${shared.id}/invite`).post(invite);
    expect(granted.value).toMatchObject([{ roles: ['read'], grantedToV2: { user: { id: officer.id } } }]);
    const { sharing } = tenant.store;
    expect(sharing.fileRole(officer.id, shared.id)).toBe('read');
    expect(sharing.fileRole(officer.id, other.id)).toBeNull();
    expect(sharing.fileRole(head.id, other.id)).toBe('write');
    expect(sharing.sharedWith(officer.id).map(({ id }) => id)).toEqual([shared.id]);
    expect((await client.api(`${drive}/items/${shared.id}/permissions`).get()).value).toHaveLength(1);
  });

  it('shares nothing with somebody the tenant does not know, and nothing without sign-in', async () => {
    const file = await upload('kept.txt');
    const invite = {
      recipients: [{ email: 'nobody@elsewhere.example' }],
      requireSignIn: true,
      sendInvitation: false,
      roles: ['read'],
    };
    const path = `${drive}/items/${file.id}/invite`;
    await expect(client.api(path).post(invite)).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
    const open = { ...invite, recipients: [{ email: officer.mail }], requireSignIn: false };
    await expect(client.api(path).post(open)).rejects.toMatchObject({ statusCode: 403, code: 'notAllowed' });
    expect(tenant.store.sharing.permissions(file.id)).toEqual([]);
  });

  it('makes a link once; one for the organisation opens to its members and not to guests', async () => {
    const file = await upload('link.txt');
    const path = `${drive}/items/${file.id}/createLink`;
    const link = await client.api(path).post({ type: 'view', scope: 'organization' });
    expect((await client.api(path).post({ type: 'view', scope: 'organization' })).id).toBe(link.id);
    expect(tenant.store.sharing.fileRole(governor.id, file.id)).toBe('read');
    expect(tenant.store.sharing.fileRole(officer.id, file.id)).toBeNull();
    const opened = await tenant.fetch(link.link.webUrl, { redirect: 'manual' });
    expect(opened.headers.get('location')).toBe(
      '/rowantree-example.sharepoint.com/sites/larkfield/Shared%20Documents/link.txt',
    );
    await expect(client.api(path).post({ type: 'view', scope: 'anonymous' })).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('deletes a file that is as it was last read, and with it what was shared', async () => {
    const file = await upload('Drafts/short-lived.txt');
    const path = `${drive}/items/${file.id}`;
    const invite = { recipients: [{ email: officer.mail }], requireSignIn: true, roles: ['read'] };
    await client.api(`${path}/invite`).post(invite);
    await upload('Drafts/short-lived.txt', 'as it is now');
    await expect(client.api(path).header('If-Match', file.eTag).delete()).rejects.toMatchObject({ statusCode: 412 });
    await client.api(path).delete();
    await expect(client.api(path).get()).rejects.toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    expect(tenant.store.sharing.sharedWith(officer.id).map(({ id }) => id)).not.toContain(file.id);
    expect((await client.api(`${drive}/root:/Drafts:/children`).get()).value).toEqual([]);
    const folder = await client.api(`${drive}/root:/Drafts`).get();
    await expect(client.api(`${drive}/items/${folder.id}`).delete()).rejects.toMatchObject({ statusCode: 501 });
  });

  it('refuses names that SharePoint does not take', async () => {
    await expect(upload('a%3Ab.txt')).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });
});
