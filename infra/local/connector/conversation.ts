import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { TenantChannel, TenantTeam, TenantUser } from '../tenant-definition.ts';

/** What a conversation id stands for. A channel's thread is `{channel id};messageid={id of its first message}`. */
export type Conversation =
  | {
      readonly kind: 'channel';
      readonly id: string;
      readonly team: TenantTeam;
      readonly channel: TenantChannel;
      readonly rootId: string | null;
    }
  | { readonly kind: 'chat'; readonly id: string; readonly user: TenantUser };

/** The conversation between a person and a bot. Opaque, as in Teams: nothing may be read from it. */
export function chatId(appId: string, userId: string): string {
  return `a:1${createHash('sha256').update(`${appId} ${userId}`).digest('base64url')}`;
}

export function threadId(channelId: string, rootId: string): string {
  return `${channelId};messageid=${rootId}`;
}

export function splitThread(id: string): { readonly baseId: string; readonly rootId: string | null } {
  const [baseId = id, rootId] = id.split(';messageid=');
  return { baseId, rootId: rootId ?? null };
}

export function findConversation(id: string, appId: string, store: Store): Conversation | undefined {
  const { baseId, rootId } = splitThread(id);
  if (rootId !== null && threadId(baseId, rootId) !== id) return undefined;
  const team = store.directory.teamOfChannel(baseId);
  const channel = team?.channels.find((one) => one.id === baseId);
  if (team !== undefined && channel !== undefined) return { kind: 'channel', id: baseId, team, channel, rootId };
  const user = store.directory.users().find((one) => chatId(appId, one.id) === id);
  return user === undefined ? undefined : { kind: 'chat', id, user };
}

/** A bot is in the teams it is installed in, and may talk alone with their members. */
export function botIsIn(conversation: Conversation, appId: string, store: Store): boolean {
  return conversation.kind === 'channel'
    ? conversation.team.installedApps.includes(appId)
    : personHasApp(conversation.user.id, appId, store);
}

export function personHasApp(userId: string, appId: string, store: Store): boolean {
  return store.directory.teamsOf(userId).some((team) => team.installedApps.includes(appId));
}

export function personIsIn(conversation: Conversation, userId: string): boolean {
  return conversation.kind === 'channel' ? conversation.team.members.includes(userId) : conversation.user.id === userId;
}

export function membersOf(conversation: Conversation, store: Store): readonly TenantUser[] {
  if (conversation.kind === 'chat') return [conversation.user];
  return store.directory.groupMembers(conversation.team.id);
}
