import { el, fill } from './dom.ts';
import { icon } from './icons.ts';
import { suggestionsFor, type Suggestion } from './suggestions.ts';
import type { AppView } from './wire.ts';

export interface ComposeOptions {
  /** The box's accessible name, e.g. "Reply to Dana Moss". */
  readonly label: string;
  readonly placeholder: string;
  readonly button: string;
  readonly apps: readonly AppView[];
  readonly inChat: boolean;
  /** Rejects with a sentence for the person; what was typed then stays. */
  readonly send: (text: string) => Promise<void>;
}

let boxes = 0;

export function compose(options: ComposeOptions): HTMLElement {
  boxes += 1;
  const listId = `suggestions-${boxes}`;
  const list = el('ul', {
    class: 'suggestions',
    role: 'listbox',
    id: listId,
    'aria-label': 'Suggestions',
    hidden: true,
  });
  const status = el('p', { class: 'compose-status', role: 'status' });
  const box = el('textarea', {
    rows: 1,
    'aria-label': options.label,
    placeholder: options.placeholder,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-haspopup': 'listbox',
  });
  const button = el('button', { type: 'submit', class: 'primary' }, icon('send'), options.button);
  const form = el('form', { class: 'compose' }, list, el('div', { class: 'compose-box' }, box, button), status);
  let offered: readonly Suggestion[] = [];
  let active = -1;

  const offer = (): void => {
    const before = box.value.slice(0, box.selectionStart);
    offered = suggestionsFor(before, options.apps, options.inChat);
    mark(offered[0]?.eager === true ? 0 : -1);
  };
  const hide = (): void => {
    offered = [];
    mark(-1);
  };
  const mark = (index: number): void => {
    active = index;
    list.hidden = offered.length === 0;
    fill(list, ...offered.map((one, at) => optionElement(one, `${listId}-${at}`, at === active, () => take(one))));
    if (active >= 0) box.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else box.removeAttribute('aria-activedescendant');
  };
  const take = (suggestion: Suggestion): void => {
    const after = box.value.slice(box.selectionStart);
    box.value = suggestion.text + after;
    box.setSelectionRange(suggestion.text.length, suggestion.text.length);
    box.focus();
    offer();
    if (!suggestion.eager) hide();
  };
  const grow = (): void => {
    box.rows = Math.min(8, box.value.split('\n').length);
  };
  const post = async (): Promise<void> => {
    const text = box.value.trim();
    if (text === '' || box.disabled) return;
    hide();
    button.disabled = true;
    fill(status);
    try {
      await options.send(text);
      box.value = '';
      grow();
    } catch (error) {
      fill(status, error instanceof Error ? error.message : String(error));
    }
    button.disabled = false;
    box.focus();
  };

  box.addEventListener('input', () => {
    grow();
    offer();
  });
  box.addEventListener('blur', hide);
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const picked = offered[active];
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      mark(active < 0 && event.key === 'ArrowUp' ? offered.length - 1 : (active + step) % offered.length);
    } else if (event.key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      hide();
    } else if (picked !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(picked);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void post();
  });
  return form;
}

function optionElement(suggestion: Suggestion, id: string, selected: boolean, take: () => void): HTMLElement {
  return el(
    'li',
    {
      role: 'option',
      id,
      'aria-selected': selected ? 'true' : 'false',
      onmousedown: (event) => {
        // The box must not lose focus before the choice is taken.
        event.preventDefault();
        take();
      },
    },
    el('span', { class: 'suggestion-label' }, suggestion.label),
    el('span', { class: 'suggestion-note' }, suggestion.note),
  );
}
