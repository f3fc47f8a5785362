import type { Store } from '../store/store.ts';
import type { StoredActivity } from '../store/types.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { botAccountId, type Activity } from './activities.ts';
import { threadId, type Conversation } from './conversation.ts';
import type { OutboundMessage } from './outbound.ts';

/** Where a new message stands: in a channel without a thread it begins one of its own. */
export function newPlace(
  conversation: Conversation,
  store: Store,
): { readonly id: string; readonly rootId: string; readonly conversationId: string } {
  const id = store.conversations.newId();
  if (conversation.kind === 'chat') return { id, rootId: id, conversationId: conversation.id };
  const rootId = conversation.rootId ?? id;
  return { id, rootId, conversationId: threadId(conversation.id, rootId) };
}

export function addBotMessage(
  conversation: Conversation,
  message: OutboundMessage,
  app: TeamsApp,
  store: Store,
): StoredActivity {
  const { id, conversationId } = newPlace(conversation, store);
  return store.conversations.add(conversationId, asBotMessage(message, app), { id });
}

/** The bot may have said who it is in any way; it is shown as what it is. */
export function asBotMessage(message: OutboundMessage, app: TeamsApp): Activity {
  return { ...message, from: { id: botAccountId(app.appId), name: app.botName } };
}

/** Finds a message by its id alone; bots name a channel with and without the thread. */
export function findMessage(conversation: Conversation, messageId: string, store: Store): StoredActivity | undefined {
  if (conversation.kind === 'chat') return store.conversations.get(conversation.id, messageId);
  const inThread = store.conversations.get(threadId(conversation.id, conversation.rootId ?? messageId), messageId);
  if (inThread !== undefined || conversation.rootId !== null) return inThread;
  return store.conversations.listChannel(conversation.id).find((stored) => stored.id === messageId);
}
