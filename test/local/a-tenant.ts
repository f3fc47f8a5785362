// A small tenant to test against, and the product's own kinds of client for it.
import { ConfidentialClientApplication, type INetworkModule, type NodeAuthOptions } from '@azure/msal-node';
import { Client, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { startTenant, type Tenant, type TenantOptions } from '#local/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';

export const head = { id: '00000000-0000-4000-8000-000000000001', mail: 'hazel@larkfield.example' } as const;
export const governor = { id: '00000000-0000-4000-8000-000000000002', mail: 'rowan@governors.example' } as const;
export const officer = { id: '00000000-0000-4000-8000-000000000003', mail: 'aspen@county.example' } as const;
export const teamId = '00000000-0000-4000-8000-00000000000a';
export const channelId = '19:larkfield-staff@thread.tacv2';
export const app = { clientId: '00000000-0000-4000-8000-0000000000aa', clientSecret: 'a secret of the tests' } as const;
export const readerApp = { clientId: '00000000-0000-4000-8000-0000000000bb', clientSecret: 'another secret' } as const;
export const sharedMailbox = 'ptt@larkfield.example';
export const clock = (): Date => new Date('2026-11-23T09:00:00Z');

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How the tenant's definition has an app. */
export const registered = ({ clientId, clientSecret }: Credentials) => ({
  clientId,
  secrets: [{ value: clientSecret }],
});

export function aDefinition(changes: Partial<TenantDefinition> = {}): TenantDefinition {
  return {
    tenantId: '00000000-0000-4000-8000-0000000000ff',
    displayName: 'Rowantree Learning Trust (fictional)',
    sharePointHost: 'rowantree-example.sharepoint.com',
    users: [
      { ...head, displayName: 'Hazel Testfield', userType: 'Member', jobTitle: 'Headteacher' },
      { ...governor, displayName: 'Rowan Testwood', userType: 'Member', jobTitle: 'Governor' },
      { ...officer, displayName: 'Aspen Testley', userType: 'Guest', jobTitle: 'Local authority officer' },
    ],
    groups: [{ id: '00000000-0000-4000-8000-00000000000b', displayName: 'Governors', members: [governor.id] }],
    teams: [
      {
        id: teamId,
        displayName: 'Larkfield Primary School',
        sitePath: '/sites/larkfield',
        channels: [{ id: channelId, displayName: 'Staff' }],
        members: [head.id],
        installedApps: [app.clientId],
      },
    ],
    sites: [
      {
        path: '/sites/governors-larkfield',
        displayName: 'Larkfield governors',
        members: [{ principalId: '00000000-0000-4000-8000-00000000000b', role: 'read' }],
      },
    ],
    apps: [
      {
        ...registered(app),
        displayName: 'Part-time Timetables',
        applicationPermissions: [
          'Sites.ReadWrite.All',
          'Sites.Manage.All',
          'Mail.Send',
          'TeamMember.Read.All',
          'User.Read.All',
        ],
        delegatedPermissions: ['Sites.ReadWrite.All', 'User.Read'],
      },
      { ...registered(readerApp), displayName: 'A reader', applicationPermissions: ['Sites.Read.All'] },
    ],
    sharedMailboxes: [sharedMailbox],
    ...changes,
  };
}

export function aTenant(options: Partial<TenantOptions> = {}): Promise<Tenant> {
  return startTenant({ definition: aDefinition(), dataFile: ':memory:', now: clock, ...options });
}

/** MSAL's real client, its requests sent to the tenant. */
export function signInClient(tenant: Tenant, credentials: NodeAuthOptions = app): ConfidentialClientApplication {
  const send = async (method: string, url: string, options: Parameters<INetworkModule['sendPostRequestAsync']>[1]) => {
    const response = await tenant.fetch(url, {
      method,
      headers: options?.headers ?? {},
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
  const authority = `https://login.microsoftonline.com/${tenant.context.definition.tenantId}`;
  return new ConfidentialClientApplication({ auth: { ...credentials, authority }, system: { networkClient } });
}

export async function appToken(tenant: Tenant, credentials: Credentials = app): Promise<string> {
  const result = await signInClient(tenant, credentials).acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  if (result === null) throw new Error('No token came back.');
  return result.accessToken;
}

/** Microsoft's Graph client with its usual steps, the last of which goes to the tenant; it retries nothing. */
export function graphClient(tenant: Tenant, token: string): Client {
  class LastStep implements Middleware {
    async execute(context: Context): Promise<void> {
      const headers = new Headers(context.options?.headers);
      headers.set('authorization', `Bearer ${token}`);
      context.response = await tenant.fetch(context.request, { ...(context.options as RequestInit), headers });
    }
  }
  return Client.initWithMiddleware({ middleware: new LastStep() });
}

/** What is posted to the token endpoint, as a form of one's own. */
export async function postForm(tenant: Tenant, form: Readonly<Record<string, string>>, tenantId?: string) {
  const url = `https://login.microsoftonline.com/${tenantId ?? tenant.context.definition.tenantId}/oauth2/v2.0/token`;
  const response = await tenant.fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

/** A client of the app in its own name. */
export async function appClient(tenant: Tenant, credentials: Credentials = app): Promise<Client> {
  return graphClient(tenant, await appToken(tenant, credentials));
}

export const larkfield = '/sites/rowantree-example.sharepoint.com:/sites/larkfield:';

/** A list with one column of each kind. */
export async function casesList(client: Client): Promise<string> {
  const list: { id: string } = await client.api(`${larkfield}/lists`).post({
    displayName: 'Cases',
    list: { template: 'genericList' },
    columns: [
      { name: 'CaseRef', displayName: 'Case reference', indexed: true, enforceUniqueValues: true, text: {} },
      { name: 'Status', indexed: true, choice: { choices: ['Open', 'Closed'] } },
      { name: 'StartDate', indexed: true, dateTime: { format: 'dateOnly' } },
      { name: 'Hours', number: { minimum: 0, maximum: 40 } },
      { name: 'ConsentSigned', boolean: {} },
      { name: 'Reason', text: { allowMultipleLines: true } },
      { name: 'SeenAt', dateTime: { format: 'dateTime' } },
      { name: 'Plan', hyperlinkOrPicture: {} },
    ],
  });
  return list.id;
}
