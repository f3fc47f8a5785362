import { nearestOf } from './edit-distance.ts';

export const commandNames = ['review due', 'unsigned consents', 'help'] as const;
export type CommandName = (typeof commandNames)[number];

export type Command =
  | { readonly kind: 'review due' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'help' }
  /** `typed` is what the person wrote, cleaned and cut to a line; `nearest` the command that looks most like it. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: CommandName };

/** What people write, and the command it means. The names shown to people come first. */
const wordings: Readonly<
  Record<string, { readonly kind: 'review due' | 'unsigned' | 'help'; readonly name: CommandName }>
> = {
  'review due': { kind: 'review due', name: 'review due' },
  'reviews due': { kind: 'review due', name: 'review due' },
  'due reviews': { kind: 'review due', name: 'review due' },
  review: { kind: 'review due', name: 'review due' },
  reviews: { kind: 'review due', name: 'review due' },
  due: { kind: 'review due', name: 'review due' },
  'unsigned consents': { kind: 'unsigned', name: 'unsigned consents' },
  'unsigned consent': { kind: 'unsigned', name: 'unsigned consents' },
  unsigned: { kind: 'unsigned', name: 'unsigned consents' },
  consents: { kind: 'unsigned', name: 'unsigned consents' },
  consent: { kind: 'unsigned', name: 'unsigned consents' },
  help: { kind: 'help', name: 'help' },
};

// Teams sends up to 28 KB of text; no command is longer than a line.
const longestRead = 1000;
const longestShown = 60;

const namedEntities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntity(whole: string, code: string): string {
  if (!code.startsWith('#')) return namedEntities[code.toLowerCase()] ?? whole;
  const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}

/** The words a person meant: mentions, tags, entities, quotes and invisible characters gone, white space folded to single blanks. */
function cleanText(text: string): string {
  return text
    .slice(0, longestRead)
    .replace(/<at\b[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{1,6});/gi, decodeEntity)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[“”„‟«»‘’‚‛'"`´]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The name of the app in front of a command, as people write it: “/ptt”, “@PTT”, “ptt:”, or a bare slash. */
const addressed = /^(?:[/@]?\s*ptt(?![\p{L}\p{N}])[\s:,]*|\/\s*)/iu;

function withoutAddress(text: string): string {
  let rest = text;
  for (let found = addressed.exec(rest); found; found = addressed.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** Reads what was typed to the bot in a channel or a chat. Nothing but the app's name asks for help. Never throws. */
export function parseCommand(text: string): Command {
  const typed = withoutAddress(cleanText(text));
  const key = typed
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
  if (key === '') return { kind: 'help' };
  const known = Object.hasOwn(wordings, key) ? wordings[key] : undefined;
  if (known) return { kind: known.kind };
  const alike = nearestOf(key.slice(0, longestShown), Object.keys(wordings));
  return { kind: 'unknown', typed: shown(typed), nearest: wordings[alike]?.name ?? 'review due' };
}

function shown(typed: string): string {
  const characters = [...typed];
  return characters.length <= longestShown ? typed : `${characters.slice(0, longestShown - 1).join('')}…`;
}
