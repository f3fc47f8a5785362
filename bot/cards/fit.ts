import type { Card } from './card.ts';

/** Teams takes more, but 28 KB is the least that any of its documents promises; the rest of the message needs some of it. */
const cardBudgetBytes = 27 * 1024;

export const cardBytes = (card: Card): number => new TextEncoder().encode(JSON.stringify(card)).byteLength;

/** The card with as many of its items as the budget allows, at most `most`. `build(n)` makes it with the first n. */
export function fitCard(build: (shown: number) => Card, items: number, most: number): Card {
  for (let shown = Math.min(items, most); shown > 0; shown -= 1) {
    const attempt = build(shown);
    if (cardBytes(attempt) <= cardBudgetBytes) return attempt;
  }
  return build(0);
}

/** A line of at most `most` characters, so that one long name cannot fill a card. */
export function short(words: string, most: number): string {
  const characters = [...words.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
