import { compose } from './compose.ts';
import { el } from './dom.ts';
import type { AppView, MessageView } from './wire.ts';

export interface ThreadOptions {
  readonly rootId: string;
  readonly apps: readonly AppView[];
  readonly draw: (message: MessageView) => HTMLElement;
  /** null where messages are not replied to one by one. */
  readonly reply: ((text: string) => Promise<void>) | null;
}

export interface Thread {
  readonly rootId: string;
  readonly element: HTMLElement;
  /** Adds a message, or puts its changed state in its place. */
  readonly show: (message: MessageView) => void;
}

/** A first message and the replies to it. */
export function thread(options: ThreadOptions): Thread {
  const shown = new Map<string, { readonly state: string; readonly element: HTMLElement }>();
  const root = el('div', { class: 'thread-root' });
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
  root.append(el('p', { class: 'deleted' }, 'This message has been deleted.'));

  const show = (message: MessageView): void => {
    const state = JSON.stringify(message);
    const before = shown.get(message.id);
    // An unchanged message stays as it is, with whatever has been typed into its card.
    if (before?.state === state) return;
    const drawn = options.draw(message);
    shown.set(message.id, { state, element: drawn });
    if (message.id === options.rootId) root.replaceChildren(drawn);
    else if (before !== undefined) before.element.replaceWith(drawn);
    else {
      const later = [...replies.children].find(
        (other) => Number(other.getAttribute('data-message')) > Number(message.id),
      );
      replies.insertBefore(drawn, later ?? null);
    }
  };
  return { rootId: options.rootId, element, show };
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
