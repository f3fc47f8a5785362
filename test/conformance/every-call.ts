// Every route of the local tenant's Graph, called at least once with success, and refusals of each kind. The product makes some of
// these calls only; the others are there for whoever tries something out, who must not learn a shape here that Graph does not have.
import type { Route } from '#local/graph/call.ts';
import { graphRoutes } from '#local/graph/routes.ts';
import { createRouteTable } from '#local/graph/route-table.ts';
import { z } from 'zod';
import { aReceiver } from '../local/a-receiver.ts';
import {
  aDefinition,
  app,
  appToken,
  aTenant,
  clock,
  governor,
  head,
  officer,
  readerApp,
  teamId,
} from '../local/a-tenant.ts';
import { type Exchange, recordGraph } from './record-graph.ts';

const staff = '00000000-0000-4000-8000-00000000000c';
const governors = '00000000-0000-4000-8000-00000000000b';
const applicationPermissions = [
  'Sites.ReadWrite.All',
  'Sites.FullControl.All',
  'Mail.Send',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'TeamMember.Read.All',
  'GroupMember.Read.All',
  'User.Read.All',
  'User.Invite.All',
  'Calendars.ReadWrite',
];

type Ask = (method: Route['method'], path: string, body?: unknown, headers?: Record<string, string>) => Promise<Json>;
type Json = Readonly<Record<string, unknown>> & { readonly id: string; readonly value: readonly Json[] };

/** What was asked and answered, and the routes that were never called with success. */
export async function everyCall(): Promise<{ readonly heard: readonly Exchange[]; readonly left: readonly string[] }> {
  const { apps, groups, ...rest } = aDefinition();
  const definition = {
    ...rest,
    apps: apps.map((one) => (one.clientId === app.clientId ? { ...one, applicationPermissions } : one)),
    groups: [...groups, { id: staff, displayName: 'Staff', members: [governors, head.id] }],
  };
  const receiver = await aReceiver();
  const tenant = await aTenant({ definition });
  const { fetch, heard } = recordGraph(tenant.fetch);
  const askAs =
    (token: string): Ask =>
    async (method, path, body, headers) => {
      const isFile = typeof body === 'string';
      const answer = await fetch(`https://graph.microsoft.com/v1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': isFile ? 'application/octet-stream' : 'application/json',
          ...headers,
        },
        redirect: 'manual',
        ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      });
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return (isJson ? await answer.json() : {}) as Json;
    };
  try {
    const ask = askAs(await appToken(tenant));
    const items = await sitesAndLists(ask);
    await files(ask);
    await people(ask);
    await mailAndCalendar(ask);
    await subscriptions(ask, items.replace(/^\/|\/items$/g, ''), receiver.origin);
    await ask('POST', '/$batch', {
      requests: ['/groups/1/members', `${items}/1`].map((url, id) => ({ id: String(id), method: 'GET', url })),
    });
    tenant.faults.failNext({ method: 'GET', path: /\/items$/, status: 429, times: 1 });
    tenant.faults.failNext({ method: 'GET', path: /\/items$/, status: 503, times: 1 });
    await ask('GET', items);
    await ask('GET', items);
    await askAs('no token')('GET', items);
    await askAs(await appToken(tenant, readerApp))('POST', items, { fields: {} });
  } finally {
    await tenant.stop();
    await receiver.stop();
  }
  return { heard, left: leftOf(heard) };
}

function leftOf(heard: readonly Exchange[]): readonly string[] {
  const find = createRouteTable(graphRoutes);
  const called = new Set(
    heard.flatMap(({ method, path, status }) => (status < 400 ? [find(method, path)?.route] : [])),
  );
  return graphRoutes.filter((route) => !called.has(route)).map(({ method, pattern }) => `${method} ${pattern}`);
}

/** Answers where the items of a list are. */
async function sitesAndLists(ask: Ask): Promise<string> {
  await ask('GET', `/groups/${teamId}/sites/root`);
  const { id } = await ask('GET', '/sites/rowantree-example.sharepoint.com:/sites/larkfield');
  const site = `/sites/${id}`;
  const columns = [
    { name: 'Status', indexed: true, choice: { choices: ['Open', 'Closed'] }, defaultValue: { value: 'Open' } },
    { name: 'StartDate', dateTime: { format: 'dateOnly' } },
    { name: 'Hours', number: { minimum: 0, maximum: 40 } },
    { name: 'ConsentSigned', boolean: {} },
    { name: 'Reason', text: { allowMultipleLines: true } },
    { name: 'Plan', hyperlinkOrPicture: {} },
  ];
  const made = await ask('POST', `${site}/lists`, { displayName: 'Cases', columns });
  await ask('GET', `${site}/lists`);
  const list = `${site}/lists/${made.id}`;
  await ask('GET', list);
  const column = await ask('POST', `${list}/columns`, { name: 'Note', text: {} });
  await ask('GET', `${list}/columns`);
  await ask('GET', `${list}/columns/${column.id}`);
  await ask('PATCH', `${list}/columns/${column.id}`, { indexed: true });
  await ask('DELETE', `${list}/columns/${column.id}`);
  const items = `${list}/items`;
  for (const Hours of [5, 10])
    await ask('POST', items, { fields: { Title: 'A', StartDate: '2026-11-23', Hours, Plan: plan } });
  await ask('GET', items);
  await ask('GET', `${items}?$expand=fields`);
  await ask('GET', `${items}/1?$expand=fields`);
  await ask('PATCH', `${items}/1/fields`, { Hours: 12.5 });
  await ask('PATCH', `${items}/1/fields`, { Hours: 15 }, { 'if-match': '"an older one"' });
  await ask('PATCH', `${items}/1/fields`, { Nonsense: 1 });
  const told = await ask('GET', `${items}/delta`);
  await ask('DELETE', `${items}/2`);
  await ask('GET', String(told['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', ''));
  await ask('GET', `${items}/delta?token=nonsense`);
  await ask('GET', `${items}/2`);
  await ask('GET', `${items}/1/versions`);
  const spare = await ask('POST', `${site}/lists`, { displayName: 'Spare' });
  await ask('POST', `${site}/lists`, { displayName: 'Spare' });
  await ask('DELETE', `${site}/lists/${spare.id}`);
  const application = { id: readerApp.clientId, displayName: 'A reader' };
  const grant = await ask('POST', `${site}/permissions`, { roles: ['read'], grantedToIdentities: [{ application }] });
  await ask('GET', `${site}/permissions`);
  await ask('GET', `${site}/permissions/${grant.id}`);
  await ask('PATCH', `${site}/permissions/${grant.id}`, { roles: ['write'] });
  await ask('DELETE', `${site}/permissions/${grant.id}`);
  return items;
}

const plan = { Url: 'https://timetables.example/1', Description: 'The plan' };

async function files(ask: Ask): Promise<void> {
  const site = '/sites/rowantree-example.sharepoint.com:/sites/larkfield:';
  await ask('GET', `${site}/drives`);
  const drive = `/drives/${(await ask('GET', `${site}/drive`)).id}`;
  await ask('GET', drive);
  const file = await ask('PUT', `${drive}/root:/Notices/PTT-1.docx:/content`, 'words');
  const folder = await ask('GET', `${drive}/root:/Notices`);
  await ask('GET', `${drive}/root/children`);
  await ask('GET', `${drive}/root:/Notices:/children`);
  await ask('GET', `${drive}/root:/Notices/PTT-1.docx:/content`);
  await ask('GET', `${drive}/items/${folder.id}/children`);
  const item = `${drive}/items/${file.id}`;
  await ask('GET', item);
  await ask('GET', `${drive}/items/root`);
  await ask('GET', `${item}/content`);
  const invite = { requireSignIn: true, sendInvitation: false, roles: ['read'] };
  const [known, unknown] = [{ email: officer.mail }, { email: 'nobody@elsewhere.example' }];
  await ask('POST', `${item}/invite`, { ...invite, recipients: [known] });
  await ask('POST', `${item}/invite`, { ...invite, recipients: [known, unknown] });
  await ask('POST', `${item}/invite`, { ...invite, recipients: [unknown] });
  await ask('POST', `${item}/createLink`, { type: 'view', scope: 'organization' });
  await ask('POST', `${item}/createLink`, { type: 'edit', scope: 'users', recipients: [{ email: governor.mail }] });
  await ask('POST', `${item}/createLink`, { type: 'view', scope: 'anonymous' });
  await ask('GET', `${item}/permissions`);
  await ask('DELETE', item);
}

async function people(ask: Ask): Promise<void> {
  for (const path of ['', '/channels', '/members']) await ask('GET', `/teams/${teamId}${path}`);
  for (const path of ['members', 'transitiveMembers']) await ask('GET', `/groups/${staff}/${path}`);
  await ask('GET', `/users/${head.id}`);
  await ask('GET', `/users/${officer.id}?$select=id,displayName,mail,userType`);
  await ask('GET', `/users/${staff}`);
  const wish = { invitedUserEmailAddress: 'juniper@borough.example', inviteRedirectUrl: 'https://timetables.example' };
  await ask('POST', '/invitations', wish);
  await ask('POST', '/invitations', { ...wish, invitedUserEmailAddress: head.mail });
}

async function mailAndCalendar(ask: Ask): Promise<void> {
  const mailbox = `/users/${head.id}`;
  const attendees = [{ emailAddress: { address: officer.mail } }];
  const body = { contentType: 'text', content: 'A link.' };
  await ask('POST', `${mailbox}/sendMail`, { message: { subject: 'A notice', body, toRecipients: attendees } });
  await ask('POST', `${mailbox}/sendMail`, { message: { subject: 'A notice', body } });
  const time = { dateTime: '2027-06-14T09:00:00', timeZone: 'Europe/London' };
  const wish = { subject: 'Review', body, start: time, end: time, location: { displayName: 'Office' }, attendees };
  const event = `${mailbox}/events/${(await ask('POST', `${mailbox}/events`, { ...wish, transactionId: '1' })).id}`;
  await ask('POST', `${mailbox}/events`, { ...wish, subject: 'Another', transactionId: '1' });
  await ask('GET', `${mailbox}/events`);
  await ask('GET', `${mailbox}/calendarView?startDateTime=2027-06-01T00:00:00Z&endDateTime=2027-07-01T00:00:00Z`);
  await ask('GET', `${mailbox}/calendarView`);
  await ask('GET', event);
  await ask('PATCH', event, { subject: 'Review 2' });
  await ask('DELETE', event);
  await ask('GET', event);
}

async function subscriptions(ask: Ask, resource: string, origin: string): Promise<void> {
  const inMinutes = (minutes: number): string => new Date(clock().getTime() + minutes * 60_000).toISOString();
  const wish = { changeType: 'updated', notificationUrl: `${origin}/notify`, resource };
  const { id } = await ask('POST', '/subscriptions', { ...wish, expirationDateTime: inMinutes(60) });
  await ask('POST', '/subscriptions', wish);
  await ask('GET', '/subscriptions');
  const one = `/subscriptions/${id}`;
  await ask('GET', one);
  await ask('PATCH', one, { expirationDateTime: inMinutes(90) });
  await ask('POST', `${one}/reauthorize`);
  await ask('DELETE', one);
}

const InnerError = z.strictObject({
  code: z.string().optional(),
  innerError: z.strictObject({ code: z.string() }).optional(),
  date: z.iso.datetime({ local: true }),
  'request-id': z.guid(),
  'client-request-id': z.guid(),
});

/** Microsoft's page on errors; the description has no type for it. */
export const ErrorBody = z.strictObject({
  error: z.strictObject({ code: z.string().min(1), message: z.string().min(1), innerError: InnerError }),
});
