import type { TenantContext } from '../tenant.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import type { TenantTeam } from '../tenant-definition.ts';
import { installationActivities } from './activities.ts';
import { sendActivity, serviceUrlOf } from './send-activity.ts';

export interface Announcement {
  readonly team: string;
  readonly outcome: 'heard' | 'already announced' | 'did not answer';
}

/**
 * Tells the bot, once for each team, that its app was installed there. A bot that did not answer is told again at the next call,
 * so this is to be called whenever the app has started.
 */
export async function announceInstallations(app: TeamsApp, context: TenantContext): Promise<readonly Announcement[]> {
  const teams = context.store.directory.teams().filter((team) => team.installedApps.includes(app.appId));
  const announcements: Announcement[] = [];
  for (const team of teams) announcements.push({ team: team.displayName, outcome: await announce(team, app, context) });
  return announcements;
}

async function announce(team: TenantTeam, app: TeamsApp, context: TenantContext): Promise<Announcement['outcome']> {
  const { store, definition } = context;
  // The service address is part of what the bot learns: a tenant on another port is announced anew.
  const serviceUrl = serviceUrlOf(context);
  const key = `front.announced ${app.appId} ${team.id} ${serviceUrl}`;
  if (store.meta.get(key) !== undefined) return 'already announced';
  // Who installs the app picks a channel for it: the one that bears its name, where there is one.
  const channel = team.channels.find((one) => one.displayName === app.tab.name) ?? team.channels[0];
  const installer = store.directory.groupMembers(team.id)[0];
  if (channel === undefined || installer === undefined)
    throw new Error(`The team ${team.displayName} needs a channel and a member.`);
  const id = store.conversations.newId();
  const activities = installationActivities({
    app,
    tenantId: definition.tenantId,
    serviceUrl,
    conversation: { kind: 'channel', id: channel.id, team, channel, rootId: null },
    rootId: id,
    from: installer,
    id,
    at: store.now(),
  });
  for (const activity of activities) {
    const answer = await sendActivity(app, activity, context);
    if (answer.kind === 'silent' || answer.status >= 300) return 'did not answer';
  }
  store.meta.set(key, store.now().toISOString());
  return 'heard';
}
