import { err, ok, type Result } from '#domain/result.ts';
import type { Store } from '../store/store.ts';
import { type Conversation, splitThread, threadId } from './conversation.ts';
import { findMessage } from './message-store.ts';
import { connectorProblems, type ConnectorProblem, notImplemented } from './problem.ts';

// Presses of buttons and installations reach the bot without being kept as messages, and are answered like them.

const sentKey = (conversationId: string, activityId: string): string => `front.sent ${conversationId} ${activityId}`;

/** Remembers an activity that was sent to the bot, so that a reply to it can be told from a reply to nothing. */
export function rememberSent(activity: Readonly<Record<string, unknown>>, store: Store): void {
  const { id, conversation } = activity as { id: string; conversation: { id: string } };
  if (store.conversations.get(conversation.id, id) === undefined)
    store.meta.set(sentKey(conversation.id, id), store.now().toISOString());
}

/** The id by which a request names the conversation. */
export const addressOf = (conversation: Conversation): string =>
  conversation.kind === 'channel' && conversation.rootId !== null
    ? threadId(conversation.id, conversation.rootId)
    : conversation.id;

/** A thread is there as long as one of its messages is. */
export function isThere(conversation: Conversation, store: Store): boolean {
  if (conversation.kind === 'chat' || conversation.rootId === null) return true;
  return store.conversations.list(addressOf(conversation)).length > 0;
}

/** Where an answer goes: into the thread of the message it answers. Botbuilder names that in the address and in the body. */
export function replyPlace(
  conversation: Conversation,
  answered: { readonly inAddress: string | undefined; readonly inBody: string | null },
  store: Store,
): Result<Conversation, ConnectorProblem> {
  const { inAddress, inBody } = answered;
  if (inAddress !== undefined && inBody !== null && inAddress !== inBody)
    return err(notImplemented("a 'replyToId' other than the activity in the address"));
  const id = inAddress ?? inBody;
  if (id === null) return ok(conversation);
  const message = findMessage(conversation, id, store);
  if (message !== undefined) {
    return ok(
      conversation.kind === 'chat'
        ? conversation
        : { ...conversation, rootId: splitThread(message.conversationId).rootId },
    );
  }
  const wasSent = store.meta.get(sentKey(addressOf(conversation), id)) !== undefined;
  return wasSent ? ok(conversation) : err(connectorProblems.activityNotFound);
}
