import { z } from 'zod';
import {
  type Activity,
  type CardAction,
  invokeActivity,
  messageActivity,
  personAccountId,
  type Sending,
  submitActivity,
  withMention,
} from '../connector/activities.ts';
import { botIsIn, type Conversation } from '../connector/conversation.ts';
import { newPlace } from '../connector/message-store.ts';
import { ADAPTIVE_CARD } from '../connector/outbound.ts';
import { type BotAnswer, sendActivity, serviceUrlOf } from '../connector/send-activity.ts';
import type { StoredActivity } from '../store/types.ts';
import type { TenantContext } from '../tenant.ts';
import type { TenantUser } from '../tenant-definition.ts';
import type { BotHearing, ExecuteAnswer, SentAnswer } from './client/wire.ts';
import { messageView } from './message-view.ts';
import type { TeamsApp } from './teams-app.ts';

// What a person does in a conversation, and what the bot hears of it.

export interface Talk {
  readonly context: TenantContext;
  readonly app: TeamsApp;
  readonly user: TenantUser;
  /** In a channel with the thread, when there is one. */
  readonly conversation: Conversation;
}

/** Posts a message, and hands it to the bot if it is meant for it. Resolves when the bot has answered. */
export async function say(talk: Talk, text: string): Promise<SentAnswer> {
  const { context, app, user, conversation } = talk;
  const { store } = context;
  const { id, rootId, conversationId } = newPlace(conversation, store);
  const mention = withMention(text, app.botName);
  const toBot = botIsIn(conversation, app.appId, store) && (conversation.kind === 'chat' || mention.mentioned);
  const stored = store.conversations.add(
    conversationId,
    {
      type: 'message',
      from: { id: personAccountId(user.id), name: user.displayName, aadObjectId: user.id },
      text: toBot ? mention.text : text,
    },
    { id },
  );
  const message = messageView(stored);
  if (!toBot) return { message, bot: 'not mentioned' };
  const answer = await sendActivity(app, messageActivity(sending(talk, id, rootId), text), context);
  return { message, bot: hearing(answer) };
}

/** Presses an Action.Submit button. */
export async function pressSubmit(
  talk: Talk,
  card: StoredActivity,
  data: unknown,
): Promise<{ readonly heard: boolean }> {
  const id = talk.context.store.conversations.newId();
  const activity = submitActivity(sending(talk, id, rootOf(talk, card)), data, card.id);
  return { heard: hearing(await sendActivity(talk.app, activity, talk.context)) === 'heard' };
}

/** Presses an Action.Execute button. */
export async function pressExecute(talk: Talk, card: StoredActivity, action: CardAction): Promise<ExecuteAnswer> {
  const id = `f:${talk.context.store.conversations.newId()}`;
  const activity: Activity = invokeActivity(sending(talk, id, rootOf(talk, card)), action, card.id);
  return invokeAnswer(await sendActivity(talk.app, activity, talk.context));
}

const invokeBody = z.looseObject({ statusCode: z.number(), type: z.string(), value: z.unknown() });

/** What Teams makes of a bot's answer to an invoke: anything but a card or a text is a failure to the person. */
function invokeAnswer(answer: BotAnswer): ExecuteAnswer {
  if (answer.kind === 'silent') return { kind: 'failed', text: answer.why };
  if (answer.status >= 300) return { kind: 'failed', text: `The bot answered ${answer.status}.` };
  const body = invokeBody.safeParse(answer.body);
  if (!body.success)
    return answer.body === null ? { kind: 'nothing' } : { kind: 'failed', text: 'The bot answered in no known shape.' };
  const { type, value, statusCode } = body.data;
  if (statusCode >= 300) return { kind: 'failed', text: `The bot answered ${statusCode}.` };
  if (type === ADAPTIVE_CARD) {
    const card = z.record(z.string(), z.unknown()).safeParse(value);
    return card.success
      ? { kind: 'card', card: card.data }
      : { kind: 'failed', text: 'The bot answered with a card that is none.' };
  }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string')
    return { kind: 'text', text: value };
  return { kind: 'failed', text: `The bot answered with ${type}.` };
}

function hearing(answer: BotAnswer): BotHearing {
  return answer.kind === 'answered' && answer.status < 300 ? 'heard' : 'did not answer';
}

function rootOf({ conversation }: Talk, card: StoredActivity): string {
  return (conversation.kind === 'channel' ? conversation.rootId : null) ?? card.id;
}

function sending({ context, app, user, conversation }: Talk, id: string, rootId: string): Sending {
  return {
    app,
    tenantId: context.definition.tenantId,
    serviceUrl: serviceUrlOf(context),
    conversation,
    rootId,
    from: user,
    id,
    at: context.store.now(),
  };
}
