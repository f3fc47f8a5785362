// What was typed, as it is sent: blank ones left out, numbers and times read. Says what cannot be read, all at once.
import type { Problem } from '#tab/contract/answers.ts';
import { texts } from '../../texts.ts';
import { typedNumber } from '../../words/numbers.ts';
import { isDate } from './days.ts';
import {
  type ChoiceField,
  type DaysField,
  type Field,
  type GroupField,
  type MomentField,
  type NumberField,
  standsOpen,
  type TextField,
} from './fields-of.ts';
import { typedTime } from './typed-time.ts';
import { at, entriesIn, groupIn, isGroup, textIn } from './values.ts';

export interface ReadBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

type Say = (field: string, words: string) => void;

export function readBody(form: GroupField, typed: unknown): ReadBody {
  const problems: Problem[] = [];
  const body = groupIn(read(form, typed, '', (field, words) => problems.push({ field, words })));
  return { body, problems };
}

/** True where both would be sent the same. */
export const same = (field: Field, one: unknown, other: unknown): boolean =>
  JSON.stringify(read(field, one, '', ignore)) === JSON.stringify(read(field, other, '', ignore));

export const isBlank = (field: Field, value: unknown): boolean => {
  const kept = read(field, value, '', ignore);
  return kept === undefined || (isGroup(kept) && Object.keys(kept).length === 0);
};

const ignore: Say = () => undefined;

/** The value as it is sent; undefined where it is left out. */
function read(field: Field, value: unknown, path: string, say: Say): unknown {
  switch (field.kind) {
    case 'group':
    case 'days':
      return readGroup(field, value, path, say);
    case 'list':
    case 'checklist':
      return readList(field.item, value, path, say);
    case 'ticks':
      return entriesIn(value).length === 0 ? undefined : value;
    case 'yes or no':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
    case 'number':
    case 'date':
    case 'time':
    case 'choice':
      return readWord(field, value, path, say);
  }
}

/** Blank lines of a list are left out; an entry of several fields stays, so that what it lacks can be asked for. */
function readList(item: Field, value: unknown, path: string, say: Say): unknown {
  const entries = entriesIn(value)
    .map((one, index) => read(item, one, at(path, index), say) ?? (item.kind === 'group' ? {} : undefined))
    .filter((one) => one !== undefined);
  return entries.length === 0 ? undefined : entries;
}

function readGroup(field: GroupField | DaysField, value: unknown, path: string, say: Say): unknown {
  if (field.nullable && !isGroup(value)) return undefined;
  const group = groupIn(value);
  const filled: Record<string, unknown> = {};
  for (const { name, field: one } of field.fields) {
    const found = read(one, group[name], at(path, name), say);
    if (found !== undefined) filled[name] = found;
  }
  const leaveOut = Object.keys(filled).length === 0 && (!field.nullable || standsOpen(field));
  return leaveOut ? undefined : filled;
}

type WordField = TextField | NumberField | ChoiceField | MomentField;

function readWord(field: WordField, value: unknown, path: string, say: Say): unknown {
  const text = typeof value === 'number' ? String(value) : textIn(value);
  const words = texts.sections.problems;
  if (text.trim() === '') {
    if (field.required) say(path, words.missing(field.title));
    return undefined;
  }
  switch (field.kind) {
    case 'text':
      return readText(field, text, path, say);
    case 'number':
      return readNumber(field, text, path, say);
    case 'date':
      if (!isDate(text)) say(path, words.date(field.title));
      return text;
    case 'time':
      if (typedTime(text) === null) say(path, words.time(field.title));
      return typedTime(text) ?? text;
    case 'choice':
      return text;
  }
}

function readText({ title, most }: TextField, text: string, path: string, say: Say): string {
  if (most !== undefined && text.length > most) say(path, texts.sections.problems.long(title, most));
  return text;
}

function readNumber({ title, whole, least, most }: NumberField, text: string, path: string, say: Say): unknown {
  const number = typedNumber(text);
  const fits = whole ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (!fits || number < (least ?? number) || number > (most ?? number)) {
    say(path, texts.sections.problems.number(title, whole, least, most));
  }
  return Number.isFinite(number) ? number : text;
}
