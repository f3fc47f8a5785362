// The few kinds of field that every part of the record is built from. What a person may leave blank is null inside and
// may be left out outside: what is missing is for findings to say, not for the parser to refuse.
import { z } from 'zod';
import { Temporal, type PlainDate } from '../dates.ts';
import { clockTime } from '../timetable/week.ts';
import { parties } from './words.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const clock = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A calendar date: “2026-11-17” outside, a Temporal.PlainDate inside. */
export const date = z.codec(
  z.string().meta({ id: 'date', format: 'date', pattern: isoDay.source }),
  z.custom<PlainDate>((value) => value instanceof Temporal.PlainDate),
  {
    decode: (text, context) => {
      if (isoDay.test(text)) {
        try {
          return Temporal.PlainDate.from(text, { overflow: 'reject' });
        } catch {
          context.issues.push({
            code: 'custom',
            input: text,
            message: 'is not a date that exists; look it up in a calendar',
          });
          return z.NEVER;
        }
      }
      context.issues.push({ code: 'custom', input: text, message: 'is not a date; write it like 2026-11-17' });
      return z.NEVER;
    },
    encode: (day) => day.toString(),
  },
);

const lastMinute = 24 * 60 - 1;

/** A time of day: “09:00” outside, minutes since midnight inside. */
export const time = z.codec(z.string().meta({ id: 'time', pattern: clock.source }), z.int().min(0).max(lastMinute), {
  decode: (text, context) => {
    const found = clock.exec(text);
    if (found) return Number(found[1]) * 60 + Number(found[2]);
    context.issues.push({ code: 'custom', input: text, message: 'is not a time of day; write it like 09:00' });
    return z.NEVER;
  },
  encode: clockTime,
});

/** `title` is what a form would print beside the field; `description` says what belongs in it. */
type Said = { readonly title: string; readonly description?: string };

const said = (title: string, description?: string): Said =>
  description === undefined ? { title } : { title, description };

export const text = (title: string, description?: string) =>
  z.string().nullable().default(null).meta(said(title, description));

export const day = (title: string, description?: string) =>
  date.nullable().default(null).meta(said(title, description));

export const atTime = (title: string, description?: string) =>
  time.nullable().default(null).meta(said(title, description));

/** Yes, no, or not answered. */
export const yesNo = (title: string, description?: string) =>
  z.boolean().nullable().default(null).meta(said(title, description));

/** A quantity, with decimals; never negative. */
export const amount = (title: string, description?: string) =>
  z.number().min(0).nullable().default(null).meta(said(title, description));

/** A whole number counted from 1: a version, a week, a review. */
export const counted = (title: string, description?: string) =>
  z.int().min(1).nullable().default(null).meta(said(title, description));

export const oneOf = <const Words extends readonly string[]>(title: string, words: Words, description?: string) =>
  z.enum(words).nullable().default(null).meta(said(title, description));

export const list = <Item extends z.ZodType>(title: string, item: Item, description?: string) =>
  z.array(item).default([]).meta(said(title, description));

const partyWord = z.enum(parties).meta({ id: 'party' });
export const party = (title: string) => partyWord.nullable().default(null).meta({ title });

export const texts = (title: string, description?: string) => list(title, z.string(), description);

/** Who signed, and when; an unsigned line is one with nothing in it. */
export const signature = (title: string) =>
  z
    .strictObject({
      name: text('Name'),
      on: day('Signed on'),
      evidence: text('Evidence', 'Where the signed paper or message is kept.'),
    })
    .nullable()
    .default(null)
    .meta({ title });

/** Words for the codes of a list, as forms show them. */
export const labelsOf = (items: Readonly<Record<string, { readonly words: string; readonly source: string }>>) =>
  Object.fromEntries(Object.entries(items).map(([code, { words, source }]) => [code, `${words} (${source})`]));
