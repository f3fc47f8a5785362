import type { BoardRow } from '#tab/contract/answers.ts';

export type Shown = 'open' | 'ended' | 'all';

export interface BoardFilter {
  readonly words: string;
  readonly shown: Shown;
}

const endedStatuses: ReadonlySet<BoardRow['status']> = new Set(['closed', 'declined', 'withdrawn']);

export const hasEnded = (row: BoardRow): boolean => endedStatuses.has(row.status);

/** Rows in the order they came. Every word must be found in the name, year group or reference; case and accents do not matter. */
export function filterRows(rows: readonly BoardRow[], { words, shown }: BoardFilter): readonly BoardRow[] {
  const sought = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (shown === 'all' || hasEnded(row) === (shown === 'ended')) &&
      sought.every((word) => searchText(row).includes(word)),
  );
}

// Rows keep their identity from one refresh to the next where nothing changed, so each is prepared once.
const searchTexts = new WeakMap<BoardRow, string>();

function searchText(row: BoardRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const text = plain(`${row.pupilName} ${row.yearGroup} ${row.ref}`);
  searchTexts.set(row, text);
  return text;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export interface BoardCounts {
  readonly active: number;
  readonly considered: number;
  /** Being prepared or agreed. */
  readonly prepared: number;
  readonly ended: number;
  readonly overdue: number;
  readonly unsigned: number;
  /** Cases to which a rule says “stop”. */
  readonly stopped: number;
}

export function countRows(rows: readonly BoardRow[]): BoardCounts {
  const count = (holds: (row: BoardRow) => boolean): number => rows.filter(holds).length;
  const ended = count(hasEnded);
  const active = count((row) => row.status === 'active');
  const considered = count((row) => row.status === 'considering');
  return {
    active,
    considered,
    ended,
    prepared: rows.length - active - considered - ended,
    overdue: count((row) => !hasEnded(row) && row.reviewOverdue),
    unsigned: count((row) => !hasEnded(row) && row.consent !== 'signed' && row.consent !== null),
    stopped: count((row) => !hasEnded(row) && row.counts.stop > 0),
  };
}
