import { avatar } from './avatar.ts';
import { compose } from './compose.ts';
import { conversation } from './conversation.ts';
import { el, type View } from './dom.ts';
import type { Surroundings } from './place.ts';
import type { AppView } from './wire.ts';

export function chatView(app: AppView, surroundings: Surroundings): View {
  const talk = conversation(
    {
      conversationId: app.chatId,
      apps: [app],
      threaded: false,
      empty: `Ask ${app.botName} something, for example “${app.commands[0]?.title ?? 'help'}”. Its answers would be here.`,
    },
    surroundings,
  );
  return {
    title: `Chat with ${app.botName}`,
    element: el(
      'div',
      { class: 'pane' },
      el('header', { class: 'pane-head' }, avatar(app.botName, 'bot'), el('h1', { tabindex: -1 }, app.botName)),
      talk.element,
      compose({
        label: `Message ${app.botName}`,
        placeholder: 'Type a message',
        button: 'Send',
        apps: [app],
        inChat: true,
        send: talk.post,
      }),
    ),
    close: talk.close,
  };
}
