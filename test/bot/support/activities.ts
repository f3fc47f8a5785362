import { readActivity } from '#bot/read-activity.ts';

export const appId = '11111111-2222-3333-4444-555555555555';
export const tenantId = '99999999-0000-0000-0000-000000000001';
export const larkfieldTeam = 'group-larkfield';

const team = { id: '19:larkfield@thread.tacv2', aadGroupId: larkfieldTeam };
const channel = { id: '19:staff@thread.tacv2' };

type Raw = Readonly<Record<string, unknown>>;

/** What Teams sends when somebody writes “@PTT …” in a channel. */
export const channelMessage = (serviceUrl: string, changes: Raw = {}): Raw => ({
  type: 'message',
  id: '1699999999999',
  timestamp: '2026-11-17T09:00:00.000Z',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:ada', name: 'Ada Invented', aadObjectId: 'ada' },
  conversation: { isGroup: true, conversationType: 'channel', tenantId, id: `${channel.id};messageid=1699999999999` },
  recipient: { id: `28:${appId}`, name: 'PTT' },
  text: '<at>PTT</at>&nbsp;/ptt review due\n',
  textFormat: 'plain',
  entities: [{ type: 'mention', mentioned: { id: `28:${appId}`, name: 'PTT' }, text: '<at>PTT</at>' }],
  channelData: { teamsChannelId: channel.id, teamsTeamId: team.id, channel, team, tenant: { id: tenantId } },
  ...changes,
});

/** The same in a chat with the bot. */
export const chatMessage = (serviceUrl: string, changes: Raw = {}): Raw =>
  channelMessage(serviceUrl, {
    text: 'review due',
    entities: [],
    conversation: { conversationType: 'personal', tenantId, id: 'a:chat' },
    channelData: { tenant: { id: tenantId } },
    ...changes,
  });

/** A press of a card's button, as a Universal Action. */
export const pressed = (serviceUrl: string, data: unknown, changes: Raw = {}): Raw =>
  channelMessage(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', verb: 'review.held', data }, trigger: 'manual' },
    ...changes,
  });

/** The same from a client that only knows Action.Submit. */
export const submitted = (serviceUrl: string, data: object, changes: Raw = {}): Raw =>
  channelMessage(serviceUrl, { text: undefined, replyToId: '1700000000001', value: data, ...changes });

export const installed = (serviceUrl: string, changes: Raw = {}): Raw =>
  channelMessage(serviceUrl, {
    type: 'installationUpdate',
    action: 'add',
    text: undefined,
    conversation: { isGroup: true, conversationType: 'channel', tenantId, id: team.id },
    channelData: { settings: { selectedChannel: channel }, channel: { id: team.id }, team, tenant: { id: tenantId } },
    ...changes,
  });

/** Reads an activity that must be for us. */
export function read(raw: unknown): Exclude<ReturnType<typeof readActivity>, string> {
  const activity = readActivity(raw, tenantId);
  if (typeof activity === 'string') throw new Error(`not for us: ${activity}`);
  return activity;
}
