import { Refused } from './api.ts';
import { el } from './dom.ts';

/** Says that something could not be had, and what the person may do about it. */
export function trouble(words: string, error: unknown, again: () => void): HTMLElement {
  // What the tenant refused it says in a sentence; what a browser says of a broken connection helps nobody.
  const why = error instanceof Refused ? error.message : 'Is the local tenant running?';
  const button = el('button', { type: 'button', onclick: again }, 'Try again');
  return el('div', { class: 'empty', role: 'alert' }, el('p', {}, `${words} ${why}`), button);
}
