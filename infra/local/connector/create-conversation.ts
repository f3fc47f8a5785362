import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { TenantContext } from '../tenant.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { accountShape, misfit } from './activity-shape.ts';
import { personAccountId } from './activities.ts';
import { chatId, findConversation, threadId } from './conversation.ts';
import { refusalOf } from './may-act.ts';
import { addBotMessage, newPlace } from './message-store.ts';
import { type Outbound, readNew } from './outbound.ts';
import { badSyntax, connectorProblems, type ConnectorProblem, notImplemented } from './problem.ts';
import { serviceUrlOf } from './send-activity.ts';

const idOnly = z.strictObject({ id: z.string() });

const bodyShape = z.strictObject({
  isGroup: z.boolean().nullish(),
  bot: accountShape.nullish(),
  tenantId: z.string().nullish(),
  members: z.array(accountShape.extend({ id: z.string() })).nullish(),
  channelData: z.strictObject({ channel: idOnly.nullish(), tenant: idOnly.nullish() }).nullish(),
  activity: z.unknown().optional(),
});

export interface ConversationMade {
  readonly id: string;
  readonly activityId?: string;
  readonly serviceUrl: string;
}

/** POST /v3/conversations: a new thread in a channel, or the chat with one person. */
export function createConversation(
  body: unknown,
  app: TeamsApp,
  context: TenantContext,
): Result<ConversationMade, ConnectorProblem> {
  const parsed = bodyShape.safeParse(body);
  if (!parsed.success) return err(misfit(parsed.error, 'the conversation to create'));
  const { isGroup, channelData, tenantId, activity } = parsed.data;
  const here = context.definition.tenantId;
  if ([tenantId, channelData?.tenant?.id].some((tenant) => (tenant ?? here) !== here))
    return err(badSyntax('The tenant of the conversation is not this one.'));
  const channelId = channelData?.channel?.id;
  const [member, ...others] = parsed.data.members ?? [];
  if (channelId !== undefined) {
    if (member !== undefined) return err(notImplemented("'members' of a thread in a channel"));
    if (isGroup === false) return err(notImplemented("a thread in a channel with 'isGroup' false"));
    return inChannel(channelId, activity, app, context);
  }
  if (member === undefined) return err(badSyntax('A conversation needs channelData.channel.id, or one member.'));
  if (isGroup === true || others.length > 0) return err(notImplemented('group chats'));
  return withPerson(member.id, activity, app, context);
}

function inChannel(
  channelId: string,
  activity: unknown,
  app: TeamsApp,
  context: TenantContext,
): Result<ConversationMade, ConnectorProblem> {
  const { store } = context;
  const conversation = findConversation(channelId, app.appId, store);
  if (conversation?.kind !== 'channel' || conversation.rootId !== null)
    return err(connectorProblems.conversationNotFound);
  const refusal = refusalOf('write', conversation, app.appId, context);
  if (refusal !== null) return err(refusal);
  const outbound = readFirst(activity, channelId);
  if (!outbound.ok) return outbound;
  if (outbound.value.kind === 'typing') return err(badSyntax('A thread begins with a message.'));
  const { id } = addBotMessage(conversation, outbound.value.message, app, store);
  return ok({ id: threadId(channelId, id), activityId: id, serviceUrl: serviceUrlOf(context) });
}

function withPerson(
  memberId: string,
  activity: unknown,
  app: TeamsApp,
  context: TenantContext,
): Result<ConversationMade, ConnectorProblem> {
  const { store } = context;
  const user = store.directory.users().find(({ id }) => id === memberId || personAccountId(id) === memberId);
  if (user === undefined) return err(connectorProblems.memberNotFound);
  const conversation = { kind: 'chat', id: chatId(app.appId, user.id), user } as const;
  const refusal = refusalOf('write', conversation, app.appId, context);
  if (refusal !== null) return err(refusal);
  const made = { id: conversation.id, serviceUrl: serviceUrlOf(context) };
  if (activity === undefined || activity === null) return ok(made);
  const outbound = readFirst(activity, conversation.id);
  if (!outbound.ok) return outbound;
  if (outbound.value.kind === 'typing') return ok({ ...made, activityId: newPlace(conversation, store).id });
  return ok({ ...made, activityId: addBotMessage(conversation, outbound.value.message, app, store).id });
}

/** Nothing stands before the first message, which it could answer. */
function readFirst(activity: unknown, address: string): Result<Outbound, ConnectorProblem> {
  const outbound = readNew(activity, address);
  return outbound.ok && outbound.value.replyToId !== null
    ? err(notImplemented("the property 'replyToId' of a first activity"))
    : outbound;
}
