import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from '#domain/result.ts';
import { londonDay } from '../store/london.ts';
import type { Column, FieldValue, HyperlinkValue } from '../store/types.ts';
import { html, type Html } from './html.ts';

// A column's value as a form's text, as a person reads it, and back.

const zone = 'Europe/London';
const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
const momentWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });

/** What stands in the input. A yes/no is `yes` or nothing, a link only its address. */
export function toInput(column: Column, value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return value.Url;
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (column.kind.type !== 'dateTime') return String(value);
  const instant = String(value);
  return column.kind.format === 'dateOnly'
    ? londonDay(instant)
    : Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** @returns the value to write, null for an emptied field, or a sentence for the person */
export function fromInput(column: Column, input: string, description: string): Result<FieldValue, string> {
  const text = column.kind.type === 'note' ? input : input.trim();
  if (column.kind.type === 'boolean') return ok(text === 'yes');
  if (text === '') return column.required ? err(`${column.displayName} is needed. Enter a value.`) : ok(null);
  switch (column.kind.type) {
    case 'number':
      return Number.isFinite(Number(text)) ? ok(Number(text)) : err('Enter a number, for example 12.5.');
    case 'dateTime':
      return column.kind.format === 'dateOnly' ? day(text) : moment(text);
    case 'hyperlink':
      return URL.canParse(text)
        ? ok({ Url: text, Description: description.trim() || text })
        : err('Enter a whole address, for example https://www.example.org.');
    case 'text':
    case 'note':
    case 'choice':
      return ok(text);
  }
}

function day(text: string): Result<string, string> {
  try {
    return ok(Temporal.PlainDate.from(text).toString());
  } catch {
    return err('Enter a date that exists, as year, month and day: 2026-11-17.');
  }
}

function moment(text: string): Result<string, string> {
  try {
    return ok(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString());
  } catch {
    return err('Enter a date and time that exist: 2026-11-17T09:30.');
  }
}

/** How a person reads the value. */
export function toWords(column: Column, value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return value.Description;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (column.kind.type !== 'dateTime') return String(value);
  return column.kind.format === 'dateOnly'
    ? dayWords.format(new Date(String(value)))
    : momentWords.format(new Date(String(value)));
}

export function toHtml(column: Column, value: FieldValue | undefined, href: (url: string) => string): Html {
  if (isLink(value)) return html`<a href="${href(value.Url)}">${value.Description}</a>`;
  const words = toWords(column, value);
  if (words === '') return html``;
  if (/^https?:\/\/\S+$/.test(words)) return html`<a href="${href(words)}">${words}</a>`;
  return column.kind.type === 'note' ? html`<span class="note">${words}</span>` : html`${words}`;
}

function isLink(value: FieldValue | undefined): value is HyperlinkValue {
  return typeof value === 'object' && value !== null;
}

export function momentInWords(instant: string): string {
  return momentWords.format(new Date(instant));
}

/** Orders two values of a column; nothing comes last. */
export function compareValues(a: FieldValue | undefined, b: FieldValue | undefined): number {
  const emptyA = a === undefined || a === null || a === '';
  const emptyB = b === undefined || b === null || b === '';
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return plain(a).localeCompare(plain(b), 'en-GB', { numeric: true });
}

const plain = (value: FieldValue): string =>
  typeof value === 'object' && value !== null ? value.Description : String(value);
