// Posts, documents, mail and people of the tenant. What is put there is taken away again after each test.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { publicCloud } from '#bot/cloud.ts';
import { createStaffChannel } from '#bot/staff-channel.ts';
import { botToken } from '#bot/token.ts';
import { createDocuments } from '#graph/documents.ts';
import { createMailbox } from '#graph/mailbox.ts';
import { readPages } from '#graph/pages.ts';
import { createPeople } from '#graph/people.ts';
import { type Connections, systemClock } from '#host/compose.ts';
import { aSchool } from '#test/builders/schools.ts';
import { z } from 'zod';
import type { NotifierBench } from '../contract/notifier-contract.ts';
import type { DocumentsBench, MailboxBench, PeopleBench } from '../contract/outside-contracts.ts';
import type { Overheard } from './overhear.ts';
import type { TenantSettings } from './settings.ts';

export interface OutsideBenches {
  notifier(): NotifierBench;
  documents(): DocumentsBench;
  mailbox(inbox: string): MailboxBench;
  people(): PeopleBench;
}

export interface OutsidePlace {
  readonly settings: TenantSettings;
  readonly app: Connections;
  readonly hand: Connections;
  readonly fetch: typeof fetch;
  readonly overheard: Overheard;
  /** What the documents' names begin with. */
  readonly title: string;
}

const Identified = z.object({ id: z.string() });
const Child = z.object({ id: z.string(), name: z.string() });
const Named = z.object({ email: z.string().nullish() });
const Permission = z.object({
  roles: z.array(z.string()),
  inheritedFrom: z.unknown().optional(),
  grantedToV2: z.object({ user: Named.nullish(), siteUser: Named.nullish() }).nullish(),
});
const Message = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  bodyPreview: z.string(),
  from: z.object({ emailAddress: z.object({ address: z.string() }) }).nullish(),
});

/** Mail takes its time. */
const longestForMailMs = 120_000;

export function outsideOf({ settings, app, hand, fetch, overheard, title }: OutsidePlace): OutsideBenches {
  const { team, reader } = settings;
  const { sharedMailbox } = settings.app;
  const school = aSchool({
    key: 'TEST',
    sitePath: settings.site,
    teamId: team.id,
    staffChannelId: team.channelId,
    serviceUrl: team.serviceUrl,
  });
  let documentsBefore = 0;

  async function takeBackPosts(): Promise<void> {
    const bearer = await botToken(app.credentials, publicCloud)();
    for (const { conversationId, activityId } of overheard.takePosts()) {
      const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
      const headers = { authorization: `Bearer ${bearer}` };
      const answer = await fetch(new URL(path, team.serviceUrl), { method: 'DELETE', headers });
      // Teams deletes only what stands there, so that this also shows that the post had arrived.
      if (!answer.ok)
        throw new Error(`Teams answered ${answer.status} when a post was to be deleted from the channel.`);
    }
  }

  return {
    notifier: () => ({
      staffChannel: createStaffChannel({
        connector: app.connector,
        tab: { appId: settings.app.teamsAppId, entityId: 'cases' },
      }),
      school,
      withoutChannel: { ...school, name: 'A school without channel', staffChannelId: '19:nowhere@thread.tacv2' },
      // The Bot Connector gives no bot a channel to read: that each of these stands there is seen when it is taken back.
      posts: () => Promise.resolve(overheard.posts()),
      stop: takeBackPosts,
    }),

    documents() {
      documentsBefore += 1;
      const reference = `${title} ${documentsBefore}`;
      const library = async (): Promise<string> => {
        const siteId = await hand.sites.idOf(settings.site);
        return `/drives/${Identified.parse(await hand.graph.get(`/sites/${siteId}/drive`)).id}`;
      };
      const standing = async (wanted: string) => {
        const folder = `${await library()}/root:/${encodeURIComponent('Part-time timetables')}:/children`;
        return (await readPages(hand.graph, folder, Child)).filter(({ name }) => name.startsWith(wanted));
      };
      return {
        documents: createDocuments(app.graph, app.sites),
        school,
        reader,
        reference,
        async standing(wanted) {
          const found = await standing(wanted);
          const readers = new Set<string>();
          for (const { id } of found) {
            for (const permission of await readPages(
              hand.graph,
              `${await library()}/items/${id}/permissions`,
              Permission,
            )) {
              const { user, siteUser } = permission.grantedToV2 ?? {};
              const email = user?.email ?? siteUser?.email;
              if (email && permission.roles.includes('read') && !permission.inheritedFrom)
                readers.add(email.toLowerCase());
            }
          }
          return { count: found.length, readers: [...readers] };
        },
        async stop() {
          for (const { id } of await standing(reference)) await hand.graph.remove(`${await library()}/items/${id}`);
        },
      };
    },

    mailbox(inbox) {
      const mailbox = `/users/${encodeURIComponent(inbox)}`;
      // The clock of Exchange may be a little behind.
      const began = new Date(Date.now() - 60_000).toISOString();
      const query = `$select=id,subject,bodyPreview,from&$filter=${encodeURIComponent(`receivedDateTime ge ${began}`)}`;
      const arrived = async () => {
        const all = await readPages(hand.graph, `${mailbox}/mailFolders/inbox/messages?${query}`, Message);
        return all.filter(({ from }) => from?.emailAddress.address.toLowerCase() === sharedMailbox.toLowerCase());
      };
      return {
        mailbox: createMailbox(app.graph, sharedMailbox),
        to: inbox,
        async arrived() {
          const until = Date.now() + longestForMailMs;
          let found = await arrived();
          while (found.length === 0 && Date.now() < until) {
            await pause(3000);
            found = await arrived();
          }
          return found.map(({ subject, bodyPreview }) => ({ subject: subject ?? '', text: bodyPreview.trim() }));
        },
        async stop() {
          for (const { id } of await arrived()) await hand.graph.remove(`${mailbox}/messages/${id}`);
        },
      };
    },

    people: () => ({
      people: createPeople({
        graph: app.graph,
        clock: systemClock,
        log: () => undefined,
        schools: () => [school],
        roleGroups: settings.app.roleGroups,
      }),
      senco: { ...settings.senco, school: school.key },
      trustOfficer: settings.trustOfficer,
      stranger: { id: randomUUID() },
      allSchools: [school.key],
      stop: () => Promise.resolve(),
    }),
  };
}
