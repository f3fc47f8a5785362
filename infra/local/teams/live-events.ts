import type { Response } from 'express';
import { findConversation, personIsIn } from '../connector/conversation.ts';
import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';
import type { LiveEvent } from './client/wire.ts';
import { messageView } from './message-view.ts';
import type { TeamsApp } from './teams-app.ts';

export interface LiveEvents {
  /** Keeps the response open and writes to it what the person may see, until they leave. */
  readonly follow: (user: TenantUser, response: Response) => void;
}

/** Server-Sent Events for the pages that are open. */
export function liveEvents(app: TeamsApp, store: Store): LiveEvents {
  const followers = new Map<Response, TenantUser>();
  const tell = (event: LiveEvent, concerns: (user: TenantUser) => boolean): void => {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    for (const [response, user] of followers) if (concerns(user)) response.write(text);
  };
  store.events.on('activityChanged', (stored) => {
    const conversation = findConversation(stored.conversationId, app.appId, store);
    if (conversation === undefined) return;
    tell({ kind: 'message', message: messageView(stored) }, (user) => personIsIn(conversation, user.id));
  });
  store.events.on('mailSent', ({ to, cc }) => {
    const readers = [...to, ...cc].map((address) => store.directory.user(address)?.id);
    tell({ kind: 'mail' }, (user) => readers.includes(user.id));
  });
  return {
    follow: (user, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      followers.set(response, user);
      response.on('close', () => followers.delete(response));
    },
  };
}
