import {
  AdaptiveCard,
  ExecuteAction,
  GlobalRegistry,
  OpenUrlAction,
  SubmitAction,
  Table,
  Version,
  type Action,
} from 'adaptivecards';
import { execute, submit } from './api.ts';
import { el, fill, keepingFocus } from './dom.ts';
import { teamsHostConfig } from './host-config.ts';
import { localiseLinks, openAddress } from './links.ts';
import { markdownToHtml } from './markdown.ts';
import type { CardJson, WorkplaceView } from './wire.ts';

// The bundler would drop the library's own registration of Table, because the package is marked as free of side effects.
GlobalRegistry.elements.register('Table', Table, new Version(1, 5));

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

const FAILED = 'Something went wrong. Please try again.';

export interface CardPlace {
  readonly workplace: WorkplaceView;
  readonly conversationId: string;
  readonly messageId: string;
}

/** Outlives the message that it is drawn in, so that the answer to a button finds its way however often the message changes meanwhile. */
export interface CardView {
  readonly element: HTMLElement;
  readonly show: (card: CardJson) => void;
}

/** A card with working buttons. What a bot answers to a button replaces the card here, for this person. */
export function cardView(place: CardPlace): CardView {
  const body = el('div', { class: 'card-body' });
  const status = el('p', { class: 'card-status', role: 'status' });
  const holder = el('div', { class: 'card', role: 'group', tabindex: -1 }, body, status);

  const show = (card: CardJson): void => {
    const drawn = draw(card, place, (action) => void press(action));
    keepingFocus(holder, () => fill(body, drawn ?? el('p', { class: 'card-broken' }, 'This card cannot be shown.')));
    holder.setAttribute('aria-label', cardName(card));
  };

  const press = async (action: Action): Promise<void> => {
    if (holder.getAttribute('aria-busy') === 'true') return;
    if (action instanceof OpenUrlAction) {
      openAddress(action.url ?? '', place.workplace);
      return;
    }
    if (!(action instanceof SubmitAction || action instanceof ExecuteAction)) return;
    holder.setAttribute('aria-busy', 'true');
    fill(status, 'Sending…');
    const said = await send(action, place, show).catch(() => FAILED);
    holder.removeAttribute('aria-busy');
    fill(status, said);
    status.classList.toggle('failed', said === FAILED);
  };

  // The library takes an error away only when the field is left, which moves the button from under the pointer that presses it.
  body.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.matches('.ac-input-validation-failed'))
      target.dispatchEvent(new Event('change'));
  });
  return { element: holder, show };
}

/** @returns what to say below the card */
async function send(
  action: SubmitAction | ExecuteAction,
  place: CardPlace,
  show: (card: CardJson) => void,
): Promise<string> {
  const { messageId, conversationId } = place;
  if (!(action instanceof ExecuteAction)) {
    const { heard } = await submit(conversationId, { messageId, data: action.data ?? {} });
    return heard ? 'Your response was sent to the app.' : FAILED;
  }
  const answer = await execute(conversationId, {
    messageId,
    action: {
      ...(action.id === undefined ? {} : { id: action.id }),
      ...(action.verb ? { verb: action.verb } : {}),
      data: action.data ?? {},
    },
  });
  switch (answer.kind) {
    case 'card':
      show(answer.card);
      return '';
    case 'text':
      return answer.text;
    case 'nothing':
      return '';
    case 'failed':
      return FAILED;
  }
}

function draw(json: CardJson, place: CardPlace, onAction: (action: Action) => void): HTMLElement | null {
  const card = new AdaptiveCard();
  card.hostConfig = teamsHostConfig();
  card.onExecuteAction = onAction;
  card.parse(json);
  const element = card.render() ?? null;
  if (element !== null) localiseLinks(element, place.workplace);
  return element;
}

/** `speak` is what the author wrote for people who listen. */
function cardName(json: CardJson): string {
  return typeof json.speak === 'string' && json.speak !== '' ? json.speak : 'Card';
}
