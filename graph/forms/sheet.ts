export type Cell = string | number | boolean | Date | null;

export interface FormsRow {
  /** The row's number as the workbook shows it, the first being 1. */
  readonly row: number;
  /** By question, as `questions` names it. A date is the wall-clock time of the cell, in the UTC fields of the Date. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface FormsSheet {
  /** Column titles from left to right, tidied; a title met again has a digit after it, as Forms does it. */
  readonly questions: readonly string[];
  readonly rows: readonly FormsRow[];
}

type Table = readonly (readonly Cell[])[];

/** What every Forms export has. They tell the header row, whatever the sheet is called and whatever stands above it. */
export const headerMarks = ['ID', 'Completion time'] as const;

/** The first header row in any of the tables with the responses below it, or undefined when there is none. Wholly blank rows are left out. */
export function findSheet(tables: readonly (readonly (readonly unknown[])[])[]): FormsSheet | undefined {
  for (const raw of tables) {
    const table = raw.map((cells) => cells.map(plainCell));
    const header = table.findIndex(isHeader);
    if (header >= 0) return sheetBelow(table, header);
  }
  return undefined;
}

function plainCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!(value instanceof Date)) return null;
  // Excel shows a number that is no date in its calendar as a row of hashes; an invalid Date would only fail later and elsewhere.
  if (Number.isNaN(value.getTime())) return '########';
  // The day fraction in a cell is inexact: 09:14:05 is read as 09:14:04.999. Forms writes whole seconds.
  return new Date(Math.round(value.getTime() / 1000) * 1000);
}

function isHeader(cells: readonly Cell[]): boolean {
  const titles = new Set(cells.map((cell) => tidy(cell).toLowerCase()));
  return headerMarks.every((mark) => titles.has(mark.toLowerCase()));
}

function sheetBelow(table: Table, header: number): FormsSheet {
  const titles = keepApart((table[header] ?? []).map(tidy));
  const rows = table.slice(header + 1).flatMap((cells, offset): FormsRow[] => {
    if (cells.every((cell) => tidy(cell) === '')) return [];
    const byTitle = titles.flatMap((title, column) => (title === '' ? [] : [[title, cells[column] ?? null] as const]));
    return [{ row: header + offset + 2, cells: Object.fromEntries(byTitle) }];
  });
  return { questions: titles.filter((title) => title !== ''), rows };
}

/** Titles come with no-break spaces, line breaks and trailing blanks that nobody meant to type. */
const tidy = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();

/** Gives a title that was met before the lowest free digit from 2 on; the order of columns stays. */
function keepApart(titles: readonly string[]): readonly string[] {
  const taken = new Set(titles);
  const met = new Set<string>();
  return titles.map((title) => {
    if (title === '' || !met.has(title)) {
      met.add(title);
      return title;
    }
    let digit = 2;
    while (taken.has(`${title}${digit}`)) digit += 1;
    taken.add(`${title}${digit}`);
    return `${title}${digit}`;
  });
}
