import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTenant, type Tenant } from '#local/tenant.ts';
import {
  aDefinition,
  app,
  appClient,
  aTenant,
  channelId,
  governor,
  graphClient,
  head,
  larkfield,
  officer,
  readerApp,
  sharedMailbox,
  teamId,
} from './a-tenant.ts';

const nobodysId = '00000000-0000-4000-8000-00000000dead';

describe('People, Teams, mail and permissions of the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  beforeAll(async () => {
    const [ptt, reader] = aDefinition().apps;
    if (ptt === undefined || reader === undefined) throw new Error('The definition has two apps.');
    const more = ['Channel.ReadBasic.All', 'Team.ReadBasic.All', 'GroupMember.Read.All'];
    const apps = [{ ...ptt, applicationPermissions: [...ptt.applicationPermissions, ...more] }, reader];
    tenant = await aTenant({ definition: aDefinition({ apps }) });
    client = await appClient(tenant);
  });
  afterAll(() => tenant.stop());

  it('shows a team, its channels and its members', async () => {
    expect(await client.api(`/teams/${teamId}`).get()).toMatchObject({ displayName: 'Larkfield Primary School' });
    expect(await client.api(`/teams/${teamId}/channels`).get()).toMatchObject({
      value: [{ id: channelId, displayName: 'Staff' }],
    });
    expect(await client.api(`/teams/${teamId}/members`).get()).toMatchObject({
      value: [{ userId: head.id, email: head.mail }],
    });
    await expect(client.api(`/teams/${nobodysId}`).get()).rejects.toMatchObject({ statusCode: 404, code: 'NotFound' });
  });

  it.each(['', '/channels', '/members'])('refuses an id of a team that is no GUID at /teams/{id}%s', async (rest) => {
    for (const id of [
      'none',
      `{${teamId}}`,
      teamId.replaceAll('-', ''),
      `https%3A%2F%2Fteams.microsoft.com%2F${teamId}`,
    ])
      await expect(client.api(`/teams/${id}${rest}`).get()).rejects.toMatchObject({
        statusCode: 400,
        code: 'BadRequest',
        message: 'teamId needs to be a valid GUID.',
      });
  });

  it.each(['members', 'transitiveMembers'])(
    'refuses an id of a group that is no GUID at /groups/{id}/%s',
    async (rest) => {
      await expect(client.api(`/groups/Governors/${rest}`).get()).rejects.toMatchObject({
        statusCode: 400,
        code: 'Request_BadRequest',
        message: "Invalid object identifier 'Governors'.",
      });
      await expect(client.api(`/groups/${nobodysId}/${rest}`).get()).rejects.toMatchObject({
        statusCode: 404,
        code: 'Request_ResourceNotFound',
      });
    },
  );

  it('gives members page by page', async () => {
    const users = Array.from({ length: 5 }, (_, number) => ({
      id: `00000000-0000-4000-8000-00000000010${number}`,
      displayName: `Person ${number}`,
      mail: `person${number}@larkfield.example`,
      userType: 'Member' as const,
      jobTitle: 'Teacher',
    }));
    const [team] = aDefinition().teams;
    if (team === undefined) throw new Error('The definition has a team.');
    const definition = aDefinition({ users, teams: [{ ...team, members: users.map(({ id }) => id) }] });
    const crowded = await aTenant({ definition });
    const other = await appClient(crowded);
    const first = await other.api(`/teams/${teamId}/members`).top(3).get();
    const second = await other.api(first['@odata.nextLink']).get();
    expect([first.value.length, second.value.length, second['@odata.nextLink']]).toEqual([3, 2, undefined]);
    await crowded.stop();
  });

  it('shows the members of a group and of a team alike', async () => {
    const group = await client.api('/groups/00000000-0000-4000-8000-00000000000b/members').get();
    expect(group.value).toMatchObject([{ '@odata.type': '#microsoft.graph.user', id: governor.id }]);
    expect((await client.api(`/groups/${teamId}/members`).select('id').get()).value).toMatchObject([{ id: head.id }]);
  });

  it('shows a group within a group, and who is in it through others, each once', async () => {
    const outer = { id: '00000000-0000-4000-8000-0000000000f1', displayName: 'Outer' };
    const inner = { id: '00000000-0000-4000-8000-0000000000f2', displayName: 'Inner' };
    const groups = [
      { ...outer, members: [head.id, inner.id] },
      // Each holds the other: nothing may go round for ever.
      { ...inner, members: [governor.id, head.id, outer.id] },
    ];
    const apps = tenant.context.definition.apps;
    const nested = await aTenant({ definition: aDefinition({ apps, groups }) });
    const other = await appClient(nested);
    const members = async (path: string) => (await other.api(`/groups/${outer.id}/${path}`).get()).value;
    expect(await members('members')).toMatchObject([
      { '@odata.type': '#microsoft.graph.user', id: head.id },
      { '@odata.type': '#microsoft.graph.group', ...inner },
    ]);
    expect((await members('transitiveMembers')).map(({ id }: { id: string }) => id)).toEqual([
      head.id,
      inner.id,
      governor.id,
    ]);
    expect(await members('members?$select=id')).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: head.id },
      { '@odata.type': '#microsoft.graph.group', id: inner.id },
    ]);
    await nested.stop();
  });

  it('finds a person by id and by mail, and says who is a guest when asked', async () => {
    expect(await client.api(`/users/${head.mail.toUpperCase()}`).get()).toMatchObject({
      id: head.id,
      jobTitle: 'Headteacher',
    });
    const guest = await client.api(`/users/${officer.id}`).select(['userType', 'userPrincipalName']).get();
    expect(guest).toMatchObject({
      userType: 'Guest',
      userPrincipalName: 'aspen_county.example#EXT#@rowantree-example.onmicrosoft.com',
    });
    await expect(client.api('/users/nobody@larkfield.example').get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'Request_ResourceNotFound',
    });
  });

  it('sends mail from the shared mailbox into the recipient’s inbox', async () => {
    const message = {
      subject: 'A notice is waiting for you',
      body: { contentType: 'Text', content: 'Please open the link.' },
      toRecipients: [{ emailAddress: { address: officer.mail } }],
    };
    const path = `/users/${sharedMailbox}/sendMail`;
    await client.api(path).post({ message });
    expect(tenant.store.mail.inboxOf(officer.mail)).toMatchObject([
      { from: sharedMailbox, subject: 'A notice is waiting for you', contentType: 'text' },
    ]);
    expect(tenant.store.mail.sentBy(sharedMailbox)).toHaveLength(1);
    expect(tenant.store.mail.inboxOf(head.mail)).toEqual([]);
    await expect(client.api(path).post({ message: { ...message, toRecipients: [] } })).rejects.toMatchObject({
      code: 'ErrorInvalidRecipients',
    });
    await expect(client.api('/users/nobody@larkfield.example/sendMail').post({ message })).rejects.toMatchObject({
      statusCode: 404,
    });
    for (const more of [{ attachments: [] }, { replyTo: message.toRecipients }]) {
      await expect(client.api(path).post({ message: { ...message, ...more } })).rejects.toMatchObject({
        statusCode: 501,
      });
    }
  });

  it('refuses a call without a token, with nonsense for one, or with one for another service', async () => {
    const url = 'https://graph.microsoft.com/v1.0/sites/rowantree-example.sharepoint.com:/sites/larkfield';
    const bare = await tenant.fetch(url);
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await bare.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' },
    });
    const garbled = graphClient(tenant, 'not.a.token');
    await expect(garbled.api(larkfield.slice(0, -1)).get()).rejects.toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    });
  });

  it('lets an app do what it was permitted and no more, each service refusing in its own words', async () => {
    const reader = await appClient(tenant, readerApp);
    expect((await reader.api(`${larkfield}/lists`).get()).value).toHaveLength(1);
    await expect(reader.api(`${larkfield}/lists`).post({ displayName: 'Mine' })).rejects.toMatchObject({
      statusCode: 403,
      code: 'accessDenied',
    });
    await expect(reader.api(`/teams/${teamId}/members`).get()).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
    });
    await expect(reader.api(`/users/${sharedMailbox}/sendMail`).post({})).rejects.toMatchObject({
      statusCode: 403,
      code: 'ErrorAccessDenied',
    });
  });

  it('knows who may open a site: members of its team, groups named for it, and nobody else', () => {
    const { directory } = tenant.store;
    expect(directory.siteRole(head.id, '/sites/larkfield')).toBe('write');
    expect(directory.siteRole(governor.id, '/sites/governors-larkfield')).toBe('read');
    expect(directory.siteRole(governor.id, '/sites/larkfield')).toBeNull();
    expect(directory.siteRole(officer.id, '/sites/larkfield')).toBeNull();
    expect(directory.teamsOf(head.id).map(({ id }) => id)).toEqual([teamId]);
    expect(directory.teamOfChannel(channelId)?.id).toBe(teamId);
  });

  it('rejects a start on a port that is taken, and leaves the first tenant at work', async () => {
    const port = Number(new URL(tenant.origin).port);
    const second = startTenant({ definition: aDefinition(), dataFile: ':memory:', port });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await client.api(`/users/${head.id}`).get()).id).toBe(head.id);
    expect(tenant.context.definition.apps.map(({ clientId }) => clientId)).toContain(app.clientId);
  });
});
