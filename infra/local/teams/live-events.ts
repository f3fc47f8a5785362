import type { Response } from 'express';
import { findConversation, personIsIn } from '../connector/conversation.ts';
import type { Store } from '../store/store.ts';
import type { StoredActivity } from '../store/types.ts';
import type { TenantUser } from '../tenant-definition.ts';
import type { LiveEvent } from './client/wire.ts';
import { messageView } from './message-view.ts';
import type { TeamsApp } from './teams-app.ts';

export interface LiveEvents {
  /**
   * Keeps the response open and writes to it what the person may see, until they leave: first of all what has happened to messages since
   * the sequence number.
   */
  readonly follow: (user: TenantUser, since: number, response: Response) => void;
}

/** Server-Sent Events for the pages that are open. */
export function liveEvents(app: TeamsApp, store: Store): LiveEvents {
  const followers = new Map<Response, TenantUser>();
  const tell = (text: string, concerns: (user: TenantUser) => boolean): void => {
    for (const [response, user] of followers) if (concerns(user)) response.write(text);
  };
  const mayRead = (stored: StoredActivity): ((user: TenantUser) => boolean) => {
    const conversation = findConversation(stored.conversationId, app.appId, store);
    return (user) => conversation !== undefined && personIsIn(conversation, user.id);
  };
  store.events.on('activityChanged', (stored) => tell(newsOf(stored), mayRead(stored)));
  store.events.on('mailSent', ({ to, cc }) => {
    const readers = [...to, ...cc].map((address) => store.directory.user(address)?.id);
    tell(eventText({ kind: 'mail' }), (user) => readers.includes(user.id));
  });
  return {
    follow: (user, since, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      for (const stored of store.conversations.since(since)) if (mayRead(stored)(user)) response.write(newsOf(stored));
      followers.set(response, user);
      response.on('close', () => followers.delete(response));
    },
  };
}

const eventText = (event: LiveEvent): string => `data: ${JSON.stringify(event)}\n\n`;

/** Its id comes back from the browser after a break. */
const newsOf = (stored: StoredActivity): string =>
  `id: ${stored.sequence}\n${eventText({ kind: 'message', message: messageView(stored) })}`;
