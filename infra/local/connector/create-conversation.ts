import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { TenantContext } from '../tenant.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { personAccountId } from './activities.ts';
import { chatId, findConversation, threadId } from './conversation.ts';
import { refusalOf } from './may-act.ts';
import { addBotMessage, newPlace } from './message-store.ts';
import { readOutbound } from './outbound.ts';
import { badSyntax, connectorProblems, type ConnectorProblem, notImplemented } from './problem.ts';
import { serviceUrlOf } from './send-activity.ts';

const bodyShape = z.looseObject({
  isGroup: z.boolean().nullish(),
  tenantId: z.string().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).nullish(),
      tenant: z.looseObject({ id: z.string() }).nullish(),
    })
    .nullish(),
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
  if (!parsed.success) return err(badSyntax('Bad format of the conversation to create.'));
  const { channelData, members, tenantId, activity } = parsed.data;
  const tenant = tenantId ?? channelData?.tenant?.id ?? context.definition.tenantId;
  if (tenant !== context.definition.tenantId) return err(badSyntax('The tenant of the conversation is not this one.'));
  const channelId = channelData?.channel?.id;
  if (channelId !== undefined) return inChannel(channelId, activity, app, context);
  if (members?.length === 1) return withPerson(members[0]?.id ?? '', activity, app, context);
  return err(
    members !== undefined && members !== null && members.length > 1
      ? notImplemented('group chats')
      : badSyntax('A conversation needs channelData.channel.id, or one member.'),
  );
}

function inChannel(
  channelId: string,
  activity: unknown,
  app: TeamsApp,
  context: TenantContext,
): Result<ConversationMade, ConnectorProblem> {
  const { store } = context;
  const conversation = findConversation(channelId, app.appId, store);
  if (conversation?.kind !== 'channel') return err(connectorProblems.conversationNotFound);
  const refusal = refusalOf('write', conversation, app.appId, context);
  if (refusal !== null) return err(refusal);
  const outbound = readOutbound(activity);
  if (!outbound.ok) return outbound;
  if (outbound.value.kind === 'typing') return err(badSyntax('A thread begins with a message.'));
  const { id } = addBotMessage({ ...conversation, rootId: null }, outbound.value.message, app, store);
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
  const outbound = readOutbound(activity);
  if (!outbound.ok) return outbound;
  if (outbound.value.kind === 'typing') return ok({ ...made, activityId: newPlace(conversation, store).id });
  return ok({ ...made, activityId: addBotMessage(conversation, outbound.value.message, app, store).id });
}
