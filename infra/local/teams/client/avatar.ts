import { el } from './dom.ts';

const TONES = 6;

/** Initials on a colour that stays the same for the same name. */
export function avatar(name: string, shape: 'person' | 'team' | 'bot' = 'person'): HTMLElement {
  const words = name
    .replaceAll(/[^\p{L}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean);
  const initials = (words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '');
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return el(
    'span',
    { class: `avatar avatar-${shape} tone-${sum % TONES}`, 'aria-hidden': 'true' },
    initials.toUpperCase(),
  );
}
