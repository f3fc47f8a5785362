import { json, Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { botAudience } from '../entra/context.ts';
import { verifyAppToken } from '../entra/verify-token.ts';
import type { StoredActivity } from '../store/types.ts';
import type { TenantContext } from '../tenant.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { botAccountId, personAccountId } from './activities.ts';
import { findConversation, membersOf, type Conversation } from './conversation.ts';
import { createConversation } from './create-conversation.ts';
import { refusalOf } from './may-act.ts';
import { memberAccount, memberPage } from './member-accounts.ts';
import { addBotMessage, asBotMessage, findMessage } from './message-store.ts';
import { readNew, readOutbound } from './outbound.ts';
import { badSyntax, connectorProblems, notImplemented, refuse } from './problem.ts';
import { onlyKnownOptions, readPage } from './query-options.ts';
import { addressOf, isThere, replyPlace } from './reply-place.ts';
import { teamRoutes } from './team-routes.ts';

/** The Bot Connector as a bot's SDK calls it, at `/smba.trafficmanager.net/emea/{tenant id}/v3`. */
export function connectorRoutes(context: TenantContext, app: TeamsApp): Router {
  const { store, definition } = context;
  const router = Router();
  const v3 = Router();
  router.use(
    `/smba.trafficmanager.net/emea/${definition.tenantId}/v3`,
    signedIn(context, app),
    json({ limit: '1mb' }),
    onlyKnownOptions,
    v3,
  );

  v3.post('/conversations', (request, response) => {
    const made = createConversation(request.body, app, context);
    if (made.ok) response.status(201).json(made.value);
    else refuse(response, made.error);
  });

  /** Runs a handler with the conversation of the address, if the bot may act in it. */
  const inConversation =
    (handle: (conversation: Conversation, request: Request, response: Response) => void): RequestHandler =>
    (request, response) => {
      const conversation = findConversation(String(request.params['conversationId']), app.appId, store);
      if (conversation === undefined) return refuse(response, connectorProblems.conversationNotFound);
      const refusal = refusalOf(request.method === 'GET' ? 'read' : 'write', conversation, app.appId, context);
      if (refusal !== null) return refuse(response, refusal);
      // What is to be changed or deleted is looked for by itself, also where it was the last of its thread.
      const needsThread = request.method === 'GET' || request.method === 'POST';
      if (needsThread && !isThere(conversation, store)) refuse(response, connectorProblems.conversationNotFound);
      else handle(conversation, request, response);
    };

  const post = inConversation((conversation, request, response) => {
    const outbound = readNew(request.body, addressOf(conversation));
    if (!outbound.ok) return refuse(response, outbound.error);
    const inAddress = request.params['activityId'];
    const answered = {
      inAddress: inAddress === undefined ? undefined : String(inAddress),
      inBody: outbound.value.replyToId,
    };
    const place = replyPlace(conversation, answered, store);
    if (!place.ok) refuse(response, place.error);
    else if (outbound.value.kind === 'typing') response.status(202).json({ id: store.conversations.newId() });
    else response.status(201).json({ id: addBotMessage(place.value, outbound.value.message, app, store).id });
  });
  v3.post('/conversations/:conversationId/activities', post);
  v3.post('/conversations/:conversationId/activities/:activityId', post);

  /** Runs a handler with one of the bot's own messages. */
  const onOwnMessage = (
    handle: (found: StoredActivity, request: Request, response: Response, address: string) => void,
  ): RequestHandler =>
    inConversation((conversation, request, response) => {
      const found = findMessage(conversation, String(request.params['activityId']), store);
      const author = (found?.activity['from'] as { id?: unknown } | undefined)?.id;
      if (found === undefined) refuse(response, connectorProblems.activityNotFound);
      else if (author !== botAccountId(app.appId)) refuse(response, connectorProblems.notTheAuthor);
      else handle(found, request, response, addressOf(conversation));
    });

  v3.put(
    '/conversations/:conversationId/activities/:activityId',
    onOwnMessage(({ conversationId, id }, request, response, address) => {
      const outbound = readOutbound(request.body, address);
      if (!outbound.ok) return refuse(response, outbound.error);
      if (outbound.value.kind === 'typing') return refuse(response, notImplemented('changing a message into typing'));
      const { id: claimed } = outbound.value.message;
      if (claimed && claimed !== id)
        return refuse(response, notImplemented("an 'id' other than the one in the address"));
      store.conversations.update(conversationId, id, asBotMessage(outbound.value.message, app));
      response.json({ id });
    }),
  );
  v3.delete(
    '/conversations/:conversationId/activities/:activityId',
    onOwnMessage(({ conversationId, id }, _request, response) => {
      store.conversations.remove(conversationId, id);
      response.status(200).end();
    }),
  );

  const accountsOf = (conversation: Conversation) =>
    membersOf(conversation, store).map((user) => memberAccount(user, store));
  v3.get(
    '/conversations/:conversationId/members',
    inConversation((conversation, _request, response) => void response.json(accountsOf(conversation))),
  );
  v3.get(
    '/conversations/:conversationId/pagedmembers',
    inConversation((conversation, request, response) => {
      const accounts = accountsOf(conversation);
      const page = readPage(request.query, accounts.length);
      if (page.ok) response.json(memberPage(accounts, page.value));
      else refuse(response, page.error);
    }),
  );
  v3.get(
    '/conversations/:conversationId/members/:memberId',
    inConversation((conversation, request, response) => {
      const wanted = String(request.params['memberId']);
      const account = accountsOf(conversation).find(
        (one) => [one.id, one.objectId].includes(wanted) || one.id === personAccountId(wanted),
      );
      if (account === undefined) refuse(response, connectorProblems.memberNotFound);
      else response.json(account);
    }),
  );
  v3.use(teamRoutes(context, app));
  v3.use((request, response) => refuse(response, notImplemented(`${request.method} ${request.path}`)));
  router.use(unreadableBody);
  return router;
}

/** Only the app's own token, signed by this tenant for the Bot Connector, gets further. */
function signedIn(context: TenantContext, app: TeamsApp): RequestHandler {
  return async (request, response, next) => {
    const token = await verifyAppToken(context, request.headers.authorization, botAudience);
    if (!token.ok)
      refuse(response, {
        status: 401,
        code: 'Unauthorized',
        message: 'Authorization has been denied for this request.',
      });
    else if (token.value.appId !== app.appId) refuse(response, connectorProblems.botNotInRoster);
    else next();
  };
}

const unreadableBody: ErrorRequestHandler = (error: { readonly type?: unknown }, _request, response, next) => {
  if (error.type === 'entity.too.large') refuse(response, connectorProblems.tooBig);
  else if (error.type === 'entity.parse.failed') refuse(response, badSyntax('The body is not JSON.'));
  else next(error);
};
