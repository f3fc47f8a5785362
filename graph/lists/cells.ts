// What a single cell holds: the only file that turns SharePoint's dates into days and back.
import { type Instant, type PlainDate, parseDate, Temporal } from '#domain/dates.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from 'zod';
import type { CellValue } from './column.ts';

/** Reads and writes one cell. The error is words that follow the column's title. */
export interface CellKind<V> {
  read(cell: unknown): Result<V, string>;
  write(value: V): CellValue;
}

export const isBlank = (cell: unknown): boolean => cell === undefined || cell === null || cell === '';

const blank = err('is empty');
const quoted = (cell: unknown): string => `“${typeof cell === 'string' ? cell : JSON.stringify(cell)}”`;

const Text = z.string().transform((text) => text.replaceAll('\r\n', '\n'));

export const textCell: CellKind<string> = {
  read: (cell) => {
    if (isBlank(cell)) return blank;
    const text = Text.safeParse(cell);
    return text.success ? ok(text.data) : err(`${quoted(cell)} is not text`);
  },
  write: (value) => (value === '' ? null : value),
};

/** Text that may be empty; SharePoint keeps no empty text, so a missing cell reads as one. */
export const blankableTextCell: CellKind<string> = {
  read: (cell) => (isBlank(cell) ? ok('') : textCell.read(cell)),
  write: (value) => textCell.write(value),
};

const Figure = z.number();

export const numberCell: CellKind<number> = {
  read: (cell) => {
    if (isBlank(cell)) return blank;
    const number = Figure.safeParse(cell);
    return number.success ? ok(number.data) : err(`${quoted(cell)} is not a number`);
  },
  write: (value) => value,
};

const Tick = z.boolean();

/** An unticked box that nobody has touched may be missing altogether. */
export const yesNoCell: CellKind<boolean> = {
  read: (cell) => {
    if (isBlank(cell)) return ok(false);
    const answer = Tick.safeParse(cell);
    return answer.success ? ok(answer.data) : err(`${quoted(cell)} is neither yes nor no`);
  },
  write: (value) => value,
};

export function choiceCell<const V extends string>(choices: readonly V[]): CellKind<V> {
  const Choice = z.enum(choices);
  return {
    read: (cell) => {
      if (isBlank(cell)) return blank;
      const choice = Choice.safeParse(cell);
      return choice.success ? ok(choice.data) : err(`${quoted(cell)} is not one of ${choices.join(', ')}`);
    },
    write: (value) => value,
  };
}

/** Several texts in one cell, kept as "A; B": multiple-choice columns are hard to write through Graph v1.0, and this reads as well. */
export function severalCell<V>(one: CellKind<V>): CellKind<readonly V[]> {
  return {
    read: (cell) => {
      if (isBlank(cell)) return ok([]);
      const text = textCell.read(cell);
      if (!text.ok) return text;
      const values: V[] = [];
      for (const part of text.value.split(';').map((piece) => piece.trim())) {
        if (part === '') continue;
        const value = one.read(part);
        if (!value.ok) return value;
        values.push(value.value);
      }
      return ok(values);
    },
    write: (values) => (values.length === 0 ? null : values.map((value) => one.write(value)).join('; ')),
  };
}

/**
 * A day. SharePoint keeps a date-only value as midnight where the site is and answers it in UTC, so that a day of British
 * Summer Time arrives as 23:00 of the day before. Noon UTC, which we write, is the same day on both sides of each clock change.
 */
export const dateCell: CellKind<PlainDate> = {
  read: (cell) => {
    if (isBlank(cell)) return blank;
    const day = typeof cell === 'string' ? (daysRead.get(cell) ?? readDay(cell)) : null;
    return day ? ok(day) : err(`${quoted(cell)} is not a date`);
  },
  write: (value) => `${value.toString()}T12:00:00Z`,
};

/** The same few days stand in most rows, and working one out takes longer than reading the rest of a row. */
const daysRead = new Map<string, PlainDate>();
const mostDaysKept = 10_000;

function readDay(cell: string): PlainDate | null {
  const plain = parseDate(cell);
  const day = plain.ok ? plain.value : readInstant(cell)?.toZonedDateTimeISO('Europe/London').toPlainDate();
  if (!day) return null;
  if (daysRead.size >= mostDaysKept) daysRead.clear();
  daysRead.set(cell, day);
  return day;
}

/** A moment, to the second: SharePoint keeps no more. */
export const momentCell: CellKind<Instant> = {
  read: (cell) => {
    if (isBlank(cell)) return blank;
    const instant = readInstant(cell);
    return instant ? ok(instant) : err(`${quoted(cell)} is not a date with its time`);
  },
  write: (value) => value.toString({ smallestUnit: 'second', roundingMode: 'floor' }),
};

function readInstant(cell: unknown): Instant | undefined {
  if (typeof cell !== 'string') return undefined;
  try {
    return Temporal.Instant.from(cell);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function orNullCell<V>(kind: CellKind<V>): CellKind<V | null> {
  return {
    read: (cell) => (isBlank(cell) ? ok(null) : kind.read(cell)),
    write: (value) => (value === null ? null : kind.write(value)),
  };
}
