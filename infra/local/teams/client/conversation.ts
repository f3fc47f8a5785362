import { loadMessages, sendMessage } from './api.ts';
import { el, fill } from './dom.ts';
import { messageElement } from './message.ts';
import type { Surroundings } from './place.ts';
import { thread, type Thread } from './thread.ts';
import type { AppView, MessageView } from './wire.ts';

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

const UNHEARD = 'did not answer. Is the app running?';

/** Messages of a channel or a chat, oldest first, kept up to date. */
export function conversation(options: ConversationOptions, { workplace, live }: Surroundings): Conversation {
  const threads = new Map<string, Thread>();
  const list = el('div', { class: 'messages' });
  const note = el('p', { class: 'empty' }, 'Loading messages…');
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
    show(message);
    scrollDown();
    if (bot === 'did not answer') sayUnheard(message);
  };
  const sayUnheard = (message: MessageView): void => {
    const names = options.apps.map((app) => app.botName).join(', ');
    list
      .querySelector(`[data-message="${CSS.escape(message.id)}"] .message-content`)
      ?.append(el('p', { class: 'card-status failed', role: 'status' }, `${names} ${UNHEARD}`));
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
      draw: (one) => messageElement(one, workplace),
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
  const scrollDown = (): void => {
    element.scrollTop = element.scrollHeight;
  };
  const load = async (): Promise<void> => {
    try {
      const { messages } = await loadMessages(options.conversationId);
      for (const message of messages) show(message);
      fill(note, options.empty);
      scrollDown();
    } catch (error) {
      fill(note, error instanceof Error ? error.message : String(error));
    }
  };

  const stops = [
    live.listen((event) => {
      if (event.kind !== 'message' || event.message.conversationId !== options.conversationId) return;
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      show(event.message);
      if (atEnd) scrollDown();
      if (event.message.from.id !== `29:${workplace.person.id}`) {
        fill(announcer, `New message from ${event.message.from.name}`);
      }
    }),
    live.onOpen(() => void load()),
  ];
  void load();
  return { element, close: () => stops.forEach((stop) => stop()), post: async (text) => await send(text, null) };
}
