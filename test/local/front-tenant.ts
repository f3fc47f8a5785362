import { randomUUID } from 'node:crypto';
import { issueAppToken } from '#local/entra/issue-tokens.ts';
import { frontRouters } from '#local/teams/front.ts';
import type { TeamsApp } from '#local/teams/teams-app.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { TenantChannel, TenantDefinition, TenantUser } from '#local/tenant-definition.ts';

// A small tenant with one school that has the app, and one team that has not.

const person = (displayName: string, jobTitle: string, userType: TenantUser['userType'] = 'Member'): TenantUser => ({
  id: randomUUID(),
  displayName,
  mail: `${displayName.toLowerCase().replaceAll(' ', '.')}@rowanfield.example`,
  userType,
  jobTitle,
});

export const senco = person('Sorrel Ashby', 'SENCO, Rowanfield School');
export const head = person('Hazel Birch', 'Headteacher, Rowanfield School');
export const governor = person('Glenn Oakes', 'Governor, Rowanfield School');
export const officer = person('Olive Thorne', 'Inclusion officer, Elmshire Council', 'Guest');

export const staffChannel = '19:rowanfield-staff@thread.tacv2';
export const otherChannel = '19:elsewhere@thread.tacv2';
export const sharePointHost = 'rowanfield-example.sharepoint.com';

export const secret = 'local-tenant-only-not-a-secret';

/** A new app id each time: botbuilder keeps tokens by app for the whole process. */
function frontDefinition(staff: Partial<TenantChannel>, appId: string = randomUUID()): TenantDefinition {
  return {
    tenantId: '11111111-2222-4333-8444-555555555555',
    displayName: 'Rowanfield (fictional)',
    sharePointHost,
    users: [senco, head, governor, officer],
    groups: [],
    teams: [
      {
        id: randomUUID(),
        displayName: 'Rowanfield School',
        sitePath: '/sites/rowanfield',
        channels: [
          { id: '19:rowanfield-general@thread.tacv2', displayName: 'General' },
          { id: staffChannel, displayName: 'Timetable staff', ...staff },
        ],
        members: [senco.id, head.id],
        installedApps: [appId],
      },
      {
        id: randomUUID(),
        displayName: 'Staff choir',
        sitePath: '/sites/choir',
        channels: [{ id: otherChannel, displayName: 'General' }],
        members: [head.id],
        installedApps: [],
      },
    ],
    sites: [
      { path: '/sites/governors', displayName: 'Governors', members: [{ principalId: governor.id, role: 'read' }] },
      {
        path: '/sites/notices',
        displayName: 'Notices to Elmshire',
        members: [{ principalId: officer.id, role: 'write' }],
      },
    ],
    apps: [
      {
        clientId: appId,
        secrets: [{ value: secret }],
        displayName: 'Part-time timetables',
        applicationPermissions: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Files.ReadWrite.All', 'Mail.Send'],
      },
    ],
    sharedMailboxes: ['timetables@rowanfield.example'],
  };
}

export interface FrontTenant {
  readonly tenant: Tenant;
  readonly app: TeamsApp;
  /** What the app's server is, once it is up. */
  readonly setAppOrigin: (origin: string | undefined) => void;
  /** A request as one of the people, to the Teams page's server. */
  readonly as: (
    user: TenantUser,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: unknown }>;
}

/** `staff` says what is different about the staff channel. */
export async function startFront(staff: Partial<TenantChannel> = {}): Promise<FrontTenant> {
  const definition = frontDefinition(staff);
  let appOrigin: string | undefined;
  const app: TeamsApp = {
    appId: definition.apps[0]?.clientId ?? '',
    botName: 'PTT',
    commands: [
      { title: 'review due', description: 'Reviews that are overdue or due soon' },
      { title: 'help', description: 'What I can do' },
    ],
    tab: { entityId: 'ptt', name: 'Part-time timetables', contentUrl: '/tab/' },
    origin: () => appOrigin,
  };
  // No test here needs the built page: without it, its addresses are the app's.
  const routers = frontRouters({ app, pageFolder: '/nowhere' });
  const tenant = await startTenant({ definition, dataFile: ':memory:', routers });
  return {
    tenant,
    app,
    setAppOrigin: (origin) => {
      appOrigin = origin;
    },
    as: async (user, method, path, body) => {
      const answer = await fetch(`${tenant.origin}/_local/${path}`, {
        method,
        headers: { 'x-local-person': user.id, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
  };
}

/** A call to the Bot Connector, with the app's own token unless another is given. */
export async function callConnector(
  { tenant }: FrontTenant,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
) {
  const { origin, context } = tenant;
  const app = context.definition.apps[0];
  if (app === undefined) throw new Error('The tenant has no app.');
  const bearer = token ?? (await issueAppToken(context, app, 'https://api.botframework.com'));
  const answer = await fetch(`${origin}/smba.trafficmanager.net/emea/${context.definition.tenantId}/v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? null : (JSON.parse(text) as { id?: string; error?: { code: string } }),
  };
}

/** A SharePoint page as one of the people; with a form, what the form posts. */
export async function openPage({ tenant }: FrontTenant, user: TenantUser, path: string, form?: Record<string, string>) {
  const answer = await fetch(`${tenant.origin}/${sharePointHost}${path}`, {
    headers: { cookie: `local_person=${user.id}` },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: answer.status, text: await answer.text(), url: decodeURIComponent(answer.url) };
}

export function siteId({ tenant }: FrontTenant, path: string): string {
  const site = tenant.store.sites.byPath(path);
  if (site === undefined) throw new Error(`No site ${path}.`);
  return site.id;
}
