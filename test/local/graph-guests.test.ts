import type { Client } from '@microsoft/microsoft-graph-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueTabToken } from '#local/entra/issue-tokens.ts';
import type { Tenant } from '#local/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import {
  aDefinition,
  app,
  appClient,
  appToken,
  aTenant,
  graphClient,
  head,
  larkfield,
  officer,
  readerApp,
  signInClient,
} from './a-tenant.ts';

const stranger = 'juniper@borough.example';

const inviting = (changes: Partial<TenantDefinition> = {}): TenantDefinition => {
  const definition = aDefinition(changes);
  const apps = definition.apps.map((one) =>
    one.clientId === app.clientId
      ? { ...one, applicationPermissions: [...one.applicationPermissions, 'User.Invite.All'] }
      : one,
  );
  return { ...definition, apps };
};

/** As the headteacher, through the app. */
async function personClient(tenant: Tenant): Promise<Client> {
  const oboAssertion = await issueTabToken(tenant.context, { userId: head.id, clientId: app.clientId });
  const scopes = ['https://graph.microsoft.com/.default'];
  const token = await signInClient(tenant).acquireTokenOnBehalfOf({ oboAssertion, scopes });
  return graphClient(tenant, token?.accessToken ?? '');
}

describe('An invitation', () => {
  let tenant: Tenant;
  let client: Client;
  beforeEach(async () => {
    tenant = await aTenant({ definition: inviting() });
    client = await appClient(tenant);
  });
  afterEach(() => tenant.stop());

  const invitation = { invitedUserEmailAddress: stranger, inviteRedirectUrl: 'https://timetables.example' };

  it('makes a guest who is found like anybody else, and makes the same guest again', async () => {
    const first = await client.api('/invitations').post({ ...invitation, invitedUserDisplayName: 'Juniper Testow' });
    expect(first).toMatchObject({
      status: 'PendingAcceptance',
      invitedUserType: 'Guest',
      invitedUserEmailAddress: stranger,
      sendInvitationMessage: false,
    });
    const found = await client.api(`/users/${stranger}`).select(['id', 'userType', 'displayName', 'jobTitle']).get();
    expect(found).toMatchObject({
      id: first.invitedUser.id,
      userType: 'Guest',
      displayName: 'Juniper Testow',
      jobTitle: null,
    });
    const again = await client
      .api('/invitations')
      .post({ ...invitation, invitedUserEmailAddress: stranger.toUpperCase() });
    expect(again.invitedUser).toEqual(first.invitedUser);
    expect(
      (await client.api('/invitations').post({ ...invitation, invitedUserEmailAddress: officer.mail })).invitedUser,
    ).toEqual({
      id: officer.id,
    });
  });

  it('is refused for a member, for what is no address, and to an app without the permission', async () => {
    const post = (mail: string) => client.api('/invitations').post({ ...invitation, invitedUserEmailAddress: mail });
    await expect(post(head.mail)).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining(head.id) });
    await expect(post('juniper')).rejects.toMatchObject({ statusCode: 400, code: 'BadRequest' });
    const reader = await appClient(tenant, readerApp);
    await expect(reader.api('/invitations').post(invitation)).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
    });
    expect(tenant.store.directory.user(stranger)).toBeUndefined();
  });

  it('sends no mail, and says so when it is asked to', async () => {
    await expect(client.api('/invitations').post({ ...invitation, sendInvitationMessage: true })).rejects.toMatchObject(
      {
        statusCode: 501,
      },
    );
  });
});

describe('Sharing with an address that nobody in the tenant has', () => {
  let tenant: Tenant;
  afterEach(() => tenant.stop());

  async function aFile(changes: Partial<TenantDefinition> = {}): Promise<string> {
    tenant = await aTenant({ definition: inviting(changes) });
    const client = await appClient(tenant);
    const drive = await client.api(`${larkfield}/drive`).get();
    const file = await client.api(`/drives/${drive.id}/root:/notice.txt:/content`).put('a notice');
    return `/drives/${drive.id}/items/${file.id}`;
  }
  const shareWith = (...emails: readonly string[]) => ({
    recipients: emails.map((email) => ({ email })),
    requireSignIn: true,
    sendInvitation: false,
    roles: ['read'],
  });
  const unresolved = { statusCode: 400, code: 'invalidRequest', body: expect.stringContaining('noResolvedUsers') };

  it('makes a guest when a person shares', async () => {
    const file = await aFile();
    const shared = await (await personClient(tenant)).api(`${file}/invite`).post(shareWith(stranger));
    const guest = tenant.store.directory.user(stranger);
    expect(guest).toMatchObject({ userType: 'Guest', displayName: 'juniper' });
    expect(shared.value).toMatchObject([{ roles: ['read'], grantedToV2: { user: { id: guest?.id } } }]);
  });

  it('makes nobody a guest where only existing guests may be shared with', async () => {
    const file = await aFile({ sharing: 'existing guests only' });
    const person = await personClient(tenant);
    await expect(person.api(`${file}/invite`).post(shareWith(stranger))).rejects.toMatchObject(unresolved);
    expect(tenant.store.directory.user(stranger)).toBeUndefined();
    expect((await person.api(`${file}/invite`).post(shareWith(officer.mail))).value).toHaveLength(1);
  });

  it('is refused to an app in its own name until somebody has invited the guest', async () => {
    const file = await aFile();
    const client = await appClient(tenant);
    await expect(client.api(`${file}/invite`).post(shareWith(stranger))).rejects.toMatchObject(unresolved);
    await expect(
      client.api(`${file}/createLink`).post({ type: 'view', scope: 'users', recipients: [{ email: stranger }] }),
    ).rejects.toMatchObject(unresolved);
    await client
      .api('/invitations')
      .post({ invitedUserEmailAddress: stranger, inviteRedirectUrl: 'https://timetables.example' });
    expect((await client.api(`${file}/invite`).post(shareWith(stranger))).value).toHaveLength(1);
  });

  it('lets in those who are known and says who was not', async () => {
    const file = await aFile();
    const client = await appClient(tenant);
    const answer = await tenant.fetch(`https://graph.microsoft.com/v1.0${file}/invite`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await appToken(tenant)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(shareWith(stranger, officer.mail)),
    });
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      value: [
        { grantedToV2: { user: { id: officer.id } } },
        { invitation: { email: stranger }, error: { innererror: { code: 'noResolvedUsers' } } },
      ],
    });
    expect((await client.api(`${file}/permissions`).get()).value).toHaveLength(1);
  });
});

it('A guest who was invited, and what was shared with her, outlast a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ptt-guests-'));
  const dataFile = join(folder, 'kept.sqlite');
  const first = await aTenant({ definition: inviting(), dataFile });
  const guest = first.store.directory.welcome(stranger);
  const client = await appClient(first);
  const drive = await client.api(`${larkfield}/drive`).get();
  const file = await client.api(`/drives/${drive.id}/root:/notice.txt:/content`).put('a notice');
  first.store.sharing.invite(file.id, { emails: [stranger], role: 'read' });
  await first.stop();

  const second = await aTenant({ definition: inviting(), dataFile });
  expect(second.store.directory.user(stranger)).toEqual(guest);
  expect(second.store.sharing.fileRole(guest.id, file.id)).toBe('read');
  await second.stop();
  await rm(folder, { recursive: true });
});
