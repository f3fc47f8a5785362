import { avatar } from './avatar.ts';
import { cardView, type CardView } from './card.ts';
import { el } from './dom.ts';
import { localiseLinks } from './links.ts';
import { markdownToHtml, personText } from './markdown.ts';
import { fullTime, shortTime } from './times.ts';
import type { MessageView, WorkplaceView } from './wire.ts';

/** @param cards the cards of the message as it was drawn before, which are kept in it */
export function messageElement(message: MessageView, workplace: WorkplaceView, cards: CardView[]): HTMLElement {
  const { from } = message;
  const mine = from.id === `29:${workplace.person.id}`;
  return el(
    'article',
    { class: mine ? 'message mine' : 'message', 'data-message': message.id, 'aria-label': `Message from ${from.name}` },
    avatar(from.name, from.bot ? 'bot' : 'person'),
    el(
      'div',
      { class: 'message-content' },
      el(
        'p',
        { class: 'message-head' },
        el('strong', {}, from.name),
        from.bot ? el('span', { class: 'tag' }, 'App') : null,
        el('time', { datetime: message.sentAt, title: fullTime(message.sentAt) }, shortTime(message.sentAt)),
        message.editedAt === null || message.deleted ? null : el('span', { class: 'edited' }, 'Edited'),
      ),
      ...content(message, workplace, cards),
    ),
  );
}

function content(message: MessageView, workplace: WorkplaceView, cards: CardView[]): HTMLElement[] {
  if (message.deleted) return [el('p', { class: 'deleted' }, 'This message has been deleted.')];
  const parts: HTMLElement[] = [];
  if (message.text !== '') parts.push(message.from.bot ? botText(message.text, workplace) : personText(message.text));
  const { id: messageId, conversationId } = message;
  for (const [index, card] of message.cards.entries()) {
    const view = (cards[index] ??= cardView({ workplace, conversationId, messageId }));
    view.show(card);
    parts.push(view.element);
  }
  return parts;
}

function botText(text: string, workplace: WorkplaceView): HTMLElement {
  const block = el('div', { class: 'said' });
  block.innerHTML = markdownToHtml(text);
  localiseLinks(block, workplace);
  return block;
}
