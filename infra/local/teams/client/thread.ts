import type { CardView } from './card.ts';
import { compose } from './compose.ts';
import { el, keepingFocus } from './dom.ts';
import type { AppView, MessagesAnswer, MessageView } from './wire.ts';

export interface ThreadOptions {
  readonly rootId: string;
  readonly apps: readonly AppView[];
  readonly draw: (message: MessageView, cards: CardView[]) => HTMLElement;
  /** null where messages are not replied to one by one. */
  readonly reply: ((text: string) => Promise<void>) | null;
}

export interface Thread {
  readonly rootId: string;
  readonly element: HTMLElement;
  /** Adds a message, or puts its changed state in its place; a state older than the one shown is left aside. */
  readonly show: (message: MessageView) => void;
  /** Takes away what is older than an answer and not in it. Nothing is left of the thread when it returns false. */
  readonly keep: (answer: MessagesAnswer) => boolean;
}

interface Shown {
  readonly sequence: number;
  readonly element: HTMLElement;
  readonly cards: CardView[];
}

/** A first message and the replies to it. */
export function thread(options: ThreadOptions): Thread {
  const shown = new Map<string, Shown>();
  const root = el('div', { class: 'thread-root' }, deletedRoot());
  const replies = el('div', { class: 'replies' });
  const foot = el('div', { class: 'thread-foot' });
  const element = el(
    'div',
    { class: options.reply === null ? 'thread flat' : 'thread', 'data-root': options.rootId },
    root,
    replies,
    foot,
  );
  const { reply } = options;
  if (reply !== null) foot.append(replyButton(reply, options.apps));

  const show = (message: MessageView): void => {
    const { id, sequence } = message;
    const before = shown.get(id);
    // An unchanged message stays as it is, with whatever has been typed into its card.
    if (before !== undefined && sequence <= before.sequence) return;
    keepingFocus(element, () => {
      const cards = before?.cards ?? [];
      const drawn = options.draw(message, cards);
      shown.set(id, { sequence, element: drawn, cards });
      if (id === options.rootId) root.replaceChildren(drawn);
      else if (before !== undefined) before.element.replaceWith(drawn);
      else {
        const later = [...replies.children].find((other) => Number(other.getAttribute('data-message')) > Number(id));
        replies.insertBefore(drawn, later ?? null);
      }
    });
  };
  const keep = ({ messages, sequence }: MessagesAnswer): boolean => {
    const there = new Set(messages.map(({ id }) => id));
    for (const [id, one] of shown) {
      if (there.has(id) || one.sequence > sequence) continue;
      shown.delete(id);
      if (id === options.rootId) root.replaceChildren(deletedRoot());
      else one.element.remove();
    }
    // A reply that somebody is writing is not taken from under their hands.
    return shown.size > 0 || foot.querySelector('form') !== null;
  };
  return { rootId: options.rootId, element, show, keep };
}

/** What replies without their first message stand below. */
function deletedRoot(): HTMLElement {
  return el('p', { class: 'deleted' }, 'This message has been deleted.');
}

function replyButton(reply: (text: string) => Promise<void>, apps: readonly AppView[]): HTMLElement {
  const button = el('button', { type: 'button', class: 'reply' }, 'Reply');
  button.addEventListener('click', () => {
    const form = compose({
      label: 'Reply',
      placeholder: 'Reply',
      button: 'Reply',
      apps,
      inChat: false,
      send: async (text) => {
        await reply(text);
        form.replaceWith(button);
        button.focus();
      },
    });
    button.replaceWith(form);
    form.querySelector('textarea')?.focus();
  });
  return button;
}
