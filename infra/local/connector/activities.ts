import type { TenantTeam, TenantUser } from '../tenant-definition.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { threadId, type Conversation } from './conversation.ts';

// The activities Teams sends to a bot. Everything here is data in, data out.

export type Activity = Readonly<Record<string, unknown>>;

export interface Sending {
  readonly app: TeamsApp;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversation: Conversation;
  /** The thread's first message; in a chat it is of no account. */
  readonly rootId: string;
  readonly from: TenantUser;
  readonly id: string;
  readonly at: Date;
}

export const personAccountId = (userId: string): string => `29:${userId}`;
export const botAccountId = (appId: string): string => `28:${appId}`;

/** Teams calls a team by the id of its first channel; `aadGroupId` is the group's. */
export function teamInfo(team: TenantTeam): Activity {
  return { id: team.channels[0]?.id ?? '', name: team.displayName, aadGroupId: team.id };
}

/** @param text as typed, e.g. "@PTT review due" */
export function messageActivity(sending: Sending, text: string): Activity {
  const { app } = sending;
  const mention = withMention(text, app.botName);
  const mentionEntity = {
    type: 'mention',
    mentioned: { id: botAccountId(app.appId), name: app.botName },
    text: `<at>${app.botName}</at>`,
  };
  return {
    ...envelope(sending, 'message'),
    text: mention.mentioned ? `${mention.text}\n` : mention.text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div>${mention.html}</div>` }],
    entities: [...(mention.mentioned ? [mentionEntity] : []), clientInfo],
  };
}

/** What pressing Action.Submit sends: a message without text that carries the card's data. */
export function submitActivity(sending: Sending, data: unknown, cardMessageId: string): Activity {
  return { ...envelope(sending, 'message'), value: data, replyToId: cardMessageId, entities: [clientInfo] };
}

export interface CardAction {
  readonly id?: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** What pressing Action.Execute sends. */
export function invokeActivity(sending: Sending, action: CardAction, cardMessageId: string): Activity {
  return {
    ...envelope(sending, 'invoke'),
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    replyToId: cardMessageId,
    entities: [clientInfo],
  };
}

/** What a bot is sent when its app is added to a team. */
export function installationActivities(sending: Sending): readonly Activity[] {
  const { app, conversation } = sending;
  const base = envelope(sending, 'installationUpdate');
  const channelData = {
    ...(conversation.kind === 'channel'
      ? { team: teamInfo(conversation.team), settings: { selectedChannel: { id: conversation.id } } }
      : {}),
    tenant: { id: sending.tenantId },
  };
  // An installation concerns the channel, not a thread in it.
  const inChannel = { ...(base['conversation'] as Activity), id: conversation.id };
  return [
    {
      ...base,
      type: 'conversationUpdate',
      id: `f:${sending.id}-members`,
      conversation: inChannel,
      membersAdded: [{ id: botAccountId(app.appId) }],
      channelData: { ...channelData, eventType: 'teamMemberAdded' },
    },
    { ...base, id: `f:${sending.id}-install`, action: 'add', conversation: inChannel, channelData },
  ];
}

const clientInfo = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' };

function envelope(sending: Sending, type: string): Activity {
  const { app, conversation, from, tenantId, at } = sending;
  const inChannel = conversation.kind === 'channel';
  return {
    type,
    id: sending.id,
    timestamp: at.toISOString(),
    localTimestamp: at.toISOString(),
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl: sending.serviceUrl,
    locale: 'en-GB',
    from: { id: personAccountId(from.id), name: from.displayName, aadObjectId: from.id },
    recipient: { id: botAccountId(app.appId), name: app.botName },
    conversation: inChannel
      ? { isGroup: true, conversationType: 'channel', tenantId, id: threadId(conversation.id, sending.rootId) }
      : { conversationType: 'personal', tenantId, id: conversation.id },
    channelData: inChannel
      ? {
          teamsChannelId: conversation.id,
          teamsTeamId: conversation.team.channels[0]?.id ?? '',
          channel: { id: conversation.id },
          team: teamInfo(conversation.team),
          tenant: { id: tenantId },
        }
      : { tenant: { id: tenantId } },
  };
}

/** Turns "@PTT" into the mention that Teams writes, once. */
export function withMention(
  typed: string,
  botName: string,
): { readonly mentioned: boolean; readonly text: string; readonly html: string } {
  const escaped = botName.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const match = new RegExp(`(^|\\s)@${escaped}(?![\\p{L}\\d])[ \\u00a0]*`, 'iu').exec(typed);
  if (match === null) return { mentioned: false, text: typed, html: escapeHtml(typed) };
  const before = typed.slice(0, match.index) + (match[1] ?? '');
  const after = typed.slice(match.index + match[0].length);
  const space = after === '' ? '' : '&nbsp;';
  return {
    mentioned: true,
    text: `${before}<at>${botName}</at>${space}${after}`,
    html: `${escapeHtml(before)}<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">${escapeHtml(botName)}</span>${space}${escapeHtml(after)}`,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
