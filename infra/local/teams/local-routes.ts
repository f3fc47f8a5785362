import { json, Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { z } from 'zod';
import { findConversation, personHasApp, personIsIn, type Conversation } from '../connector/conversation.ts';
import { findMessage } from '../connector/message-store.ts';
import { issueTabToken } from '../entra/issue-tokens.ts';
import type { MailMessage, StoredActivity } from '../store/types.ts';
import type { TenantContext } from '../tenant.ts';
import type { TenantUser } from '../tenant-definition.ts';
import type { MailView } from './client/wire.ts';
import { liveEvents } from './live-events.ts';
import { messageView } from './message-view.ts';
import { asPerson, problem } from './person.ts';
import { pressExecute, pressSubmit, say } from './talk.ts';
import type { TeamsApp } from './teams-app.ts';
import { personView, workplaceView } from './workplace-view.ts';
import { weatherRoutes } from './weather-routes.ts';

const messageBody = z.object({ text: z.string().trim().min(1).max(28_000), rootId: z.string().nullable() });
const submitBody = z.object({ messageId: z.string(), data: z.unknown().optional() });
const executeBody = z.object({
  messageId: z.string(),
  action: z.object({ id: z.string().optional(), verb: z.string().optional(), data: z.unknown().optional() }),
});

/** What the Teams page asks of its server, below `/_local`. */
export function localRoutes(context: TenantContext, app: TeamsApp): Router {
  const { store } = context;
  const router = Router();
  const live = liveEvents(app, store);
  router.use(json({ limit: '200kb' }));

  router.use('/weather', weatherRoutes(context.weather));
  router.get('/people', (_request, response) => {
    response.json({ people: store.directory.users().map(personView) });
  });
  router.get(
    '/workplace',
    asPerson(store, (user, _request, response) => void response.json(workplaceView(user, app, store))),
  );
  router.get('/events', (request, response) => {
    const user = store.directory.users().find(({ id }) => id === request.query['person']);
    if (user === undefined) return problem(response, 401, 'Nobody is picked.');
    // The browser itself says what it heard last when it comes back after a break.
    const heard = Number(request.get('last-event-id') ?? request.query['since']);
    live.follow(user, Number.isSafeInteger(heard) ? heard : store.conversations.latestSequence(), response);
  });
  router.get(
    '/mail',
    asPerson(
      store,
      (user, _request, response) => void response.json({ mails: store.mail.inboxOf(user.mail).map(mailView) }),
    ),
  );
  router.post(
    '/token',
    asPerson(store, async (user, request, response) => {
      const { appId } = z.object({ appId: z.string() }).parse(request.body);
      // As Teams puts it when a person has no app to sign in to.
      if (appId !== app.appId || !personHasApp(user.id, appId, store))
        return problem(response, 403, 'resourceDisabled');
      response.json({ token: await issueTabToken(context, { userId: user.id, clientId: appId }) });
    }),
  );

  const inConversation = (
    handle: (talk: { user: TenantUser; conversation: Conversation; body: unknown }) => Promise<unknown>,
  ): RequestHandler =>
    asPerson(store, async (user, request, response) => {
      const conversation = findConversation(String(request.params['conversationId']), app.appId, store);
      // One who is not in a conversation does not learn whether there is one.
      if (conversation === undefined || !personIsIn(conversation, user.id)) {
        return problem(response, 404, 'This conversation is not one of yours.');
      }
      const answer = await handle({ user, conversation, body: request.body as unknown });
      if (answer === undefined) problem(response, 404, 'This message is no longer here.');
      else response.json(answer);
    });

  router.get(
    '/conversations/:conversationId/messages',
    inConversation(async ({ conversation }) => {
      const { conversations } = store;
      const stored =
        conversation.kind === 'chat' ? conversations.list(conversation.id) : conversations.listChannel(conversation.id);
      return { messages: stored.map(messageView), sequence: conversations.latestSequence() };
    }),
  );
  router.post(
    '/conversations/:conversationId/messages',
    inConversation(async ({ user, conversation, body }) => {
      const { text, rootId } = messageBody.parse(body);
      if (rootId !== null && findMessage(conversation, rootId, store) === undefined) return undefined;
      return await say({ context, app, user, conversation: inThread(conversation, rootId) }, text);
    }),
  );
  /** The conversation narrowed to the thread in which the card stands. */
  const withCard = (
    conversation: Conversation,
    messageId: string,
  ): { card: StoredActivity; place: Conversation } | undefined => {
    const card = findMessage(conversation, messageId, store);
    if (card === undefined) return undefined;
    return { card, place: findConversation(card.conversationId, app.appId, store) ?? conversation };
  };
  router.post(
    '/conversations/:conversationId/submit',
    inConversation(async ({ user, conversation, body }) => {
      const { messageId, data } = submitBody.parse(body);
      const found = withCard(conversation, messageId);
      return found && (await pressSubmit({ context, app, user, conversation: found.place }, found.card, data));
    }),
  );
  router.post(
    '/conversations/:conversationId/execute',
    inConversation(async ({ user, conversation, body }) => {
      const { messageId, action } = executeBody.parse(body);
      const found = withCard(conversation, messageId);
      return found && (await pressExecute({ context, app, user, conversation: found.place }, found.card, action));
    }),
  );
  router.use(badRequest);
  router.use((request, response) =>
    problem(response, 501, `The local Teams server does not know ${request.method} ${request.path}.`),
  );
  return router;
}

const badRequest: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof z.ZodError)
    problem(response, 400, `The request is not in the expected shape: ${z.prettifyError(error)}`);
  else next(error);
};

function inThread(conversation: Conversation, rootId: string | null): Conversation {
  return conversation.kind === 'channel' ? { ...conversation, rootId } : conversation;
}

function mailView(mail: MailMessage): MailView {
  const { id, from, to, subject, sentAt, contentType, content } = mail;
  return { id, from, to, subject, sentAt, bodyType: contentType, body: content };
}
