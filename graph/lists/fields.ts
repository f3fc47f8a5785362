// The ways in which one field of a record lies in one or more columns of a list.
import type { Instant, PlainDate } from '#domain/dates.ts';
import type { Person } from '#domain/people.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { SchoolYears } from '#domain/timetable/school-week.ts';
import { closuresCell } from './calendar-cell.ts';
import { breaksCell, registrationCell, schoolDayCell, termsCell } from './school-year-cells.ts';
import {
  blankableTextCell,
  type CellKind,
  choiceCell,
  dateCell,
  momentCell,
  numberCell,
  orNullCell,
  severalCell,
  textCell,
  yesNoCell,
} from './cells.ts';
import type { Cells, Column, ColumnKind, WrittenCells } from './column.ts';

/** A cell that cannot be read: the column's title and what is wrong with it. */
export interface CellProblem {
  readonly column: string;
  readonly words: string;
}

export interface Field<V> {
  readonly columns: readonly Column[];
  read(cells: Cells): Result<V, CellProblem>;
  write(value: V): WrittenCells;
}

export interface ColumnOptions {
  readonly description?: string;
  readonly indexed?: boolean;
  readonly unique?: boolean;
  readonly aside?: boolean;
}

type Maker<V> = (name: string, title: string, options?: ColumnOptions) => Field<V>;

function inOneColumn<V>(kind: ColumnKind, cell: CellKind<V>): Maker<V> {
  return (name, title, options = {}) => ({
    columns: [
      {
        name,
        title,
        kind,
        description: options.description ?? '',
        // A column can only be kept unique by its index.
        indexed: options.indexed === true || options.unique === true,
        unique: options.unique === true,
        aside: options.aside === true,
      },
    ],
    read: (cells) => {
      const value = cell.read(cells[name]);
      return value.ok ? value : err({ column: title, words: value.error });
    },
    write: (value) => ({ [name]: cell.write(value) }),
  });
}

/** The row's own key lies in SharePoint's Title column, which every list has and which links to the item. */
export const key = (title: string, description: string): Field<string> =>
  inOneColumn({ type: 'text' }, textCell)('Title', title, { description, unique: true });

/** A key that is one of a few words that the product knows. */
export const keyAmong = <const V extends string>(allowed: readonly V[], title: string, description: string): Field<V> =>
  inOneColumn({ type: 'text' }, choiceCell(allowed))('Title', title, { description, unique: true });

/** One line, 255 characters at most. */
export const text: Maker<string> = inOneColumn({ type: 'text' }, textCell);
export const textOrBlank: Maker<string> = inOneColumn({ type: 'text' }, blankableTextCell);
export const textOrNull: Maker<string | null> = inOneColumn({ type: 'text' }, orNullCell(textCell));
/** Any number of lines. */
export const note: Maker<string> = inOneColumn({ type: 'note' }, textCell);
export const noteOrBlank: Maker<string> = inOneColumn({ type: 'note' }, blankableTextCell);
export const noteOrNull: Maker<string | null> = inOneColumn({ type: 'note' }, orNullCell(textCell));
export const names: Maker<readonly string[]> = inOneColumn({ type: 'text' }, severalCell(textCell));
export const number: Maker<number> = inOneColumn({ type: 'number', decimals: true }, numberCell);
export const numberOrNull: Maker<number | null> = inOneColumn(
  { type: 'number', decimals: true },
  orNullCell(numberCell),
);
export const wholeNumber: Maker<number> = inOneColumn({ type: 'number', decimals: false }, numberCell);
export const wholeNumberOrNull: Maker<number | null> = inOneColumn(
  { type: 'number', decimals: false },
  orNullCell(numberCell),
);
export const date: Maker<PlainDate> = inOneColumn({ type: 'date' }, dateCell);
export const dateOrNull: Maker<PlainDate | null> = inOneColumn({ type: 'date' }, orNullCell(dateCell));
export const moment: Maker<Instant> = inOneColumn({ type: 'moment' }, momentCell);
export const momentOrNull: Maker<Instant | null> = inOneColumn({ type: 'moment' }, orNullCell(momentCell));
export const yesOrNo: Maker<boolean> = inOneColumn({ type: 'yes or no' }, yesNoCell);
const closures = inOneColumn({ type: 'note' }, closuresCell);
const schoolDay = inOneColumn({ type: 'note' }, schoolDayCell);
const registration = inOneColumn({ type: 'note' }, registrationCell);
const breaks = inOneColumn({ type: 'note' }, breaksCell);
const terms = inOneColumn({ type: 'note' }, termsCell);

const year = {
  day: schoolDay('SchoolDay', 'School day', {
    description: 'From the first bell to the last, breaks and lunch included, like “Monday to Friday 08:45 to 15:15”.',
  }),
  registration: registration('Registration', 'Registration', {
    description:
      'While the register may be taken: the morning on one line, the afternoon on the next, like “08:45 to 09:15”.',
  }),
  breaks: breaks('Breaks', 'Breaks and lunch', { description: 'One a line, like “10:30 to 10:45”.' }),
  terms: terms('Terms', 'Terms', {
    description: 'One a line, like “2026-09-02 to 2026-12-18 Autumn term 2026, half-term 2026-10-26 to 2026-10-30”.',
  }),
  otherClosures: closures('Closures', 'Other days closed', {
    description: 'One a line, like “2027-02-12 INSET day”. Holidays between terms and bank holidays are known.',
  }),
} as const;

/** A school's day and year over five columns, as its administrator fills them in. */
export const schoolYears: Field<SchoolYears> = {
  columns: Object.values(year).flatMap((field) => field.columns),
  read: (cells) => {
    const day = year.day.read(cells);
    if (!day.ok) return day;
    const window = year.registration.read(cells);
    if (!window.ok) return window;
    const pauses = year.breaks.read(cells);
    if (!pauses.ok) return pauses;
    const all = year.terms.read(cells);
    if (!all.ok) return all;
    const closed = year.otherClosures.read(cells);
    if (!closed.ok) return closed;
    return ok({
      day: day.value,
      registration: window.value,
      breaks: pauses.value,
      terms: all.value,
      inset: [],
      otherClosures: closed.value,
    });
  },
  write: (years) => ({
    ...year.day.write(years.day),
    ...year.registration.write(years.registration),
    ...year.breaks.write(years.breaks),
    ...year.terms.write(years.terms),
    ...year.otherClosures.write([
      ...years.otherClosures,
      ...years.inset.map((on) => ({ from: on, to: on, name: 'INSET day' })),
    ]),
  }),
};

export const choice = <const V extends string>(choices: readonly V[]): Maker<V> =>
  inOneColumn({ type: 'choice', choices }, choiceCell(choices));
export const choiceOrNull = <const V extends string>(choices: readonly V[]): Maker<V | null> =>
  inOneColumn({ type: 'choice', choices }, orNullCell(choiceCell(choices)));
export const choices = <const V extends string>(allowed: readonly V[]): Maker<readonly V[]> =>
  inOneColumn({ type: 'text' }, severalCell(choiceCell(allowed)));

/**
 * A person by name, with the Entra object id in a second column. SharePoint's own person columns hold numbers that each site
 * gives for itself, which Graph cannot make.
 */
export function person(name: string, title: string, options: ColumnOptions = {}): Field<Person> {
  const shown = textOrBlank(name, title, options);
  const account = textOrBlank(`${name}Account`, `${title}: account`, {
    aside: true,
    description: 'The person’s object id in Microsoft Entra.',
  });
  return {
    columns: [...shown.columns, ...account.columns],
    read: (cells) => {
      const who = shown.read(cells);
      if (!who.ok) return who;
      const id = account.read(cells);
      return id.ok ? ok({ id: id.value, name: who.value }) : id;
    },
    write: (value) => ({ ...shown.write(value.name), ...account.write(value.id) }),
  };
}

/** Where the name of the last person to edit an item is found among its cells; null when the app itself was the last. */
export const editorCell = '@editor';

export const lastEditor: Field<string | null> = {
  columns: [],
  read: (cells) => {
    const editor = cells[editorCell];
    return ok(typeof editor === 'string' ? editor : null);
  },
  write: () => ({}),
};
