import { loadMessages, sendMessage } from './api.ts';
import { el, fill } from './dom.ts';
import { messageElement } from './message.ts';
import type { Surroundings } from './place.ts';
import { thread, type Thread } from './thread.ts';
import { trouble } from './trouble.ts';
import type { AppView, MessagesAnswer, MessageView } from './wire.ts';

export interface ConversationOptions {
  readonly conversationId: string;
  readonly apps: readonly AppView[];
  /** A channel's messages begin threads; a chat is one row of messages. */
  readonly threaded: boolean;
  /** What would be here, shown while there is nothing. */
  readonly empty: string;
}

export interface Conversation {
  readonly element: HTMLElement;
  readonly close: () => void;
  /** Sends a new root message, and shows when the bot did not answer it. */
  readonly post: (text: string) => Promise<void>;
}

/** Below every sequence number. */
const NEVER = -1;
const UNHEARD = 'did not answer. Is the app running?';

/** Messages of a channel or a chat, oldest first, kept up to date. */
export function conversation(options: ConversationOptions, { workplace, live }: Surroundings): Conversation {
  const threads = new Map<string, Thread>();
  /** What the page has been told of in any way, and what the last answer told of. */
  let heard = 0;
  let loaded = NEVER;
  const list = el('div', { class: 'messages' });
  const note = el('div', {}, el('p', { class: 'empty' }, 'Loading messages…'));
  const announcer = el('p', { class: 'for-listeners', role: 'status' });
  const element = el(
    'div',
    { class: 'conversation', tabindex: 0, role: 'region', 'aria-label': 'Messages' },
    note,
    list,
    announcer,
  );

  const send = async (text: string, rootId: string | null): Promise<void> => {
    const { message, bot } = await sendMessage(options.conversationId, text, rootId);
    hear(message);
    scrollDown();
    if (bot === 'did not answer') sayUnheard(message);
  };
  const sayUnheard = (message: MessageView): void => {
    const names = options.apps.map((app) => app.botName).join(', ');
    list
      .querySelector(`[data-message="${CSS.escape(message.id)}"] .message-content`)
      ?.append(el('p', { class: 'card-status failed', role: 'status' }, `${names} ${UNHEARD}`));
  };
  /** What an answer already told of is not news: the message may have been changed or deleted since. */
  const hear = (message: MessageView): boolean => {
    heard = Math.max(heard, message.sequence);
    if (message.sequence <= loaded) return false;
    show(message);
    return true;
  };
  const show = (message: MessageView): void => {
    const known = threads.get(message.rootId);
    if (known !== undefined) {
      known.show(message);
      return;
    }
    const made = thread({
      rootId: message.rootId,
      apps: options.apps,
      draw: (one, cards) => messageElement(one, workplace, cards),
      reply: options.threaded ? async (text) => await send(text, message.rootId) : null,
    });
    threads.set(message.rootId, made);
    made.show(message);
    place(made);
  };
  /** Threads stand in the order of their first messages, whichever order they became known in. */
  const place = (made: Thread): void => {
    const later = [...list.children].find((other) => Number(other.getAttribute('data-root')) > Number(made.rootId));
    list.insertBefore(made.element, later ?? null);
    note.hidden = true;
  };
  const isAtEnd = (): boolean => element.scrollHeight - element.scrollTop - element.clientHeight < 80;
  const scrollDown = (): void => {
    element.scrollTop = element.scrollHeight;
  };
  const showAll = (answer: MessagesAnswer): void => {
    const follow = loaded === NEVER || isAtEnd();
    loaded = answer.sequence;
    heard = Math.max(heard, loaded);
    for (const [rootId, one] of threads) {
      if (one.keep(answer)) continue;
      one.element.remove();
      threads.delete(rootId);
    }
    for (const message of answer.messages) show(message);
    fill(note, el('p', { class: 'empty' }, options.empty));
    note.hidden = threads.size > 0;
    if (follow) scrollDown();
  };
  const load = async (): Promise<void> => {
    const before = heard;
    let answer: MessagesAnswer;
    try {
      answer = await loadMessages(options.conversationId);
    } catch (error) {
      if (loaded === NEVER) sayWhy(error);
      return;
    }
    // Only a tenant that was begun anew knows less than it had told before.
    if (answer.sequence < before) forget();
    // An answer that was overtaken by another knows less.
    if (answer.sequence >= loaded) showAll(answer);
  };
  const sayWhy = (error: unknown): void => {
    const again = (): void => void load();
    fill(note, trouble('The messages could not be loaded.', error, again));
    note.hidden = false;
  };
  const forget = (): void => {
    threads.clear();
    list.replaceChildren();
    [heard, loaded] = [0, NEVER];
  };

  const stops = [
    live.listen((event) => {
      if (event.kind !== 'message' || event.message.conversationId !== options.conversationId) return;
      const follow = isAtEnd();
      const isNews = hear(event.message);
      if (follow) scrollDown();
      if (isNews && !event.message.deleted && event.message.from.id !== `29:${workplace.person.id}`) {
        fill(announcer, `New message from ${event.message.from.name}`);
      }
    }),
    live.onOpen(() => void load()),
  ];
  void load();
  return { element, close: () => stops.forEach((stop) => stop()), post: async (text) => await send(text, null) };
}
