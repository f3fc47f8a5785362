import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@microsoft/microsoft-graph-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueTabToken } from '#local/entra/issue-tokens.ts';
import type { Tenant } from '#local/tenant.ts';
import {
  aDefinition,
  appClient,
  aTenant,
  casesList,
  governor,
  graphClient,
  head,
  larkfield,
  officer,
  readerApp,
  registered,
  signInClient,
} from './a-tenant.ts';

const selected = { clientId: '00000000-0000-4000-8000-0000000000dd', clientSecret: 'a secret of its own' } as const;
const tool = { clientId: '00000000-0000-4000-8000-0000000000ee', clientSecret: 'the administrator’s' } as const;
const definition = aDefinition({
  apps: [
    ...aDefinition().apps,
    {
      ...registered(selected),
      displayName: 'With Sites.Selected',
      applicationPermissions: ['Sites.Selected'],
      delegatedPermissions: ['Sites.Selected'],
    },
    { ...registered(tool), displayName: 'The administrator’s tool', applicationPermissions: ['Sites.FullControl.All'] },
  ],
});
const governors = '/sites/rowantree-example.sharepoint.com:/sites/governors-larkfield:';
const withoutColon = (site: string): string => site.slice(0, -1);

const grantOf = (role: string, id: string = selected.clientId) => ({
  roles: [role],
  grantedToIdentities: [{ application: { id, displayName: 'Part-time Timetables' } }],
});

describe('grants on single sites', () => {
  let tenant: Tenant;
  let administrator: Client;
  let app: Client;

  const open = async (dataFile = ':memory:'): Promise<void> => {
    tenant = await aTenant({ definition, dataFile });
    administrator = await appClient(tenant, tool);
    app = await appClient(tenant, selected);
  };
  beforeEach(() => open());
  afterEach(() => tenant.stop());

  const grant = (role: string, site = larkfield): Promise<{ readonly id: string }> =>
    administrator.api(`${site}/permissions`).post(grantOf(role));
  const denied = (call: Promise<unknown>): Promise<void> =>
    expect(call).rejects.toMatchObject({ statusCode: 403, code: 'accessDenied', message: 'Access denied' });
  const opens = (site: string): Promise<unknown> => app.api(withoutColon(site)).get();

  it('are made, read, changed and taken away as Graph has it', async () => {
    const permissions = `${larkfield}/permissions`;
    const made = await administrator.api(permissions).post(grantOf('write'));
    const identities = [{ application: { id: selected.clientId, displayName: 'Part-time Timetables' } }];
    expect(made).toMatchObject({
      roles: ['write'],
      grantedToIdentities: identities,
      grantedToIdentitiesV2: identities,
    });
    const one = `${permissions}/${made.id}`;
    expect(await administrator.api(one).get()).toMatchObject({ id: made.id, roles: ['write'] });
    expect(await administrator.api(one).patch({ roles: ['fullcontrol'] })).toMatchObject({ roles: ['fullcontrol'] });
    const { value: all } = await administrator.api(permissions).get();
    expect(all).toMatchObject([{ id: made.id, grantedToIdentities: identities }]);
    expect(all[0]).not.toHaveProperty('roles');
    expect(await administrator.api(one).get()).toMatchObject({ roles: ['fullcontrol'] });
    await administrator.api(one).delete();
    expect((await administrator.api(permissions).get()).value).toEqual([]);
    await expect(administrator.api(one).get()).rejects.toMatchObject({ statusCode: 404, code: 'itemNotFound' });
  });

  it('may be made only with Sites.FullControl.All, which a grant of full control is not', async () => {
    await grant('fullcontrol');
    for (const client of [app, await appClient(tenant)]) {
      await denied(client.api(`${larkfield}/permissions`).post(grantOf('write')));
      await denied(client.api(`${larkfield}/permissions`).get());
    }
  });

  it('refuse roles that SharePoint does not have and people; what this tenant has not learnt is 501', async () => {
    const permissions = administrator.api(`${larkfield}/permissions`);
    await expect(permissions.post(grantOf('editor'))).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      message: 'Invalid value for role',
    });
    const toAPerson = { roles: ['read'], grantedToIdentities: [{ user: { id: head.id } }] };
    await expect(permissions.post(toAPerson)).rejects.toMatchObject({ statusCode: 400 });
    const [application] = grantOf('read').grantedToIdentities;
    const otherwise = { roles: ['read'], grantedToV2: application, grantedToIdentities: [application] };
    await expect(permissions.post(otherwise)).rejects.toMatchObject({ statusCode: 501 });
    await expect(administrator.api(`${larkfield}/lists/Documents/permissions`).get()).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  it('open the site that was granted and no other, until they are taken away', async () => {
    await denied(opens(larkfield));
    const { id } = await grant('read');
    expect(await opens(larkfield)).toMatchObject({ name: 'larkfield' });
    await denied(opens(governors));
    await administrator.api(`${larkfield}/permissions/${id}`).delete();
    await denied(opens(larkfield));
  });

  it('are worth nothing to an app without Sites.Selected', async () => {
    await administrator.api(`${larkfield}/permissions`).post(grantOf('fullcontrol', readerApp.clientId));
    await denied((await appClient(tenant, readerApp)).api(`${larkfield}/lists`).post({ displayName: 'Mine' }));
  });

  it('go by role: reading, writing items and files, making lists and columns', async () => {
    const owner = await appClient(tenant);
    const cases = `${larkfield}/lists/${await casesList(owner)}`;
    const { id } = await owner.api(`${cases}/items`).post({ fields: { CaseRef: 'PTT-1' } });
    const drive = `/drives/${(await owner.api(`${larkfield}/drive`).get()).id}`;
    const file = await owner.api(`${drive}/root:/a.txt:/content`).put('words');
    const invitation = { recipients: [{ email: officer.mail }], requireSignIn: true, roles: ['read'] };
    const calls: Readonly<Record<'read' | 'write' | 'manage', readonly (() => Promise<unknown>)[]>> = {
      read: [
        () => app.api(`${larkfield}/lists`).get(),
        () => app.api(`${cases}/columns`).get(),
        () => app.api(`${cases}/items/delta`).get(),
        () => app.api(`${cases}/items/${id}`).get(),
        () => app.api(`${larkfield}/drive`).get(),
        () => app.api(`${drive}/items/${file.id}`).get(),
        () => app.api(`${drive}/root:/a.txt`).get(),
      ],
      write: [
        () => app.api(`${cases}/items`).post({ fields: { Reason: 'written' } }),
        () => app.api(`${cases}/items/${id}/fields`).patch({ Reason: 'changed' }),
        () => app.api(`${drive}/root:/b.txt:/content`).put('words'),
        () => app.api(`${drive}/items/${file.id}/invite`).post(invitation),
        () => app.api(`${drive}/items/${file.id}/createLink`).post({ type: 'view', scope: 'organization' }),
      ],
      manage: [
        () => app.api(`${larkfield}/lists`).post({ displayName: `List ${tenant.requests.count()}` }),
        () => app.api(`${cases}/columns`).post({ name: `C${tenant.requests.count()}`, text: {} }),
        () => app.api(`${cases}/columns/Reason`).patch({ displayName: 'Why' }),
      ],
    };
    const order = ['read', 'write', 'manage'] as const;
    for (const [role, holds] of [
      ['read', 1],
      ['write', 2],
      ['manage', 3],
      ['owner', 3],
      ['fullcontrol', 3],
    ] as const) {
      await grant(role);
      for (const [place, kind] of order.entries())
        for (const call of calls[kind]) await (place < holds ? call() : denied(call()));
    }
    await grant('write');
    await app.api(`${cases}/items/${id}`).delete();
  });

  it('tell nothing of what is on a site that was not granted', async () => {
    const owner = await appClient(tenant);
    const cases = `${larkfield}/lists/${await casesList(owner)}`;
    const drive = `/drives/${(await owner.api(`${larkfield}/drive`).get()).id}`;
    await grant('fullcontrol', governors);
    for (const path of [`${cases}/items/99`, `${larkfield}/lists/Nothing`, `${drive}/items/${head.id}`, `${drive}`])
      await denied(app.api(path).get());
  });

  it('hold for each part of a batch by itself', async () => {
    await grant('read');
    const urls = { granted: `${larkfield}/lists`, closed: `${governors}/lists` };
    const requests = Object.entries(urls).map(([id, url]) => ({ id, method: 'GET', url }));
    const { responses }: { responses: readonly { id: string; status: number }[] } = await app
      .api('/$batch')
      .post({ requests });
    expect(Object.fromEntries(responses.map(({ id, status }) => [id, status]))).toEqual({ granted: 200, closed: 403 });
  });

  it('open no subscription, whatever the role', async () => {
    await grant('fullcontrol');
    await denied(app.api('/subscriptions').get());
    const id = await casesList(app);
    const site = (await app.api(withoutColon(larkfield)).get()).id;
    await denied(app.api('/subscriptions').post({ resource: `sites/${site}/lists/${id}` }));
  });

  it('open to an app in a person’s name only what that person may open as well', async () => {
    await grant('write');
    const inTheNameOf = async (userId: string): Promise<Client> => {
      const token = await issueTabToken(tenant.context, { userId, clientId: selected.clientId });
      const exchanged = await signInClient(tenant, selected).acquireTokenOnBehalfOf({
        oboAssertion: token,
        scopes: ['https://graph.microsoft.com/Sites.Selected'],
      });
      return graphClient(tenant, exchanged?.accessToken ?? '');
    };
    expect(await (await inTheNameOf(head.id)).api(`${larkfield}/lists`).get()).toMatchObject({ value: [{}] });
    await denied((await inTheNameOf(governor.id)).api(`${larkfield}/lists`).get());
    // The governor may read there; the app was not granted it.
    await denied((await inTheNameOf(governor.id)).api(`${governors}/lists`).get());
  });

  it('outlast a restart', async () => {
    await tenant.stop();
    const folder = mkdtempSync(join(tmpdir(), 'ptt-grants-'));
    const dataFile = join(folder, 'tenant.sqlite');
    await open(dataFile);
    const { id } = await grant('manage');
    await tenant.stop();
    await open(dataFile);
    expect(await opens(larkfield)).toMatchObject({ name: 'larkfield' });
    expect(await administrator.api(`${larkfield}/permissions/${id}`).get()).toMatchObject({ roles: ['manage'] });
    rmSync(folder, { recursive: true });
  });
});
