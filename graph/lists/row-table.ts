import type { Row, RowProblem } from '#workflows/ports.ts';
import { z } from 'zod';
import { decode, decodeOver, encode } from './codec.ts';
import type { Cells } from './column.ts';
import type { ListItem } from './item.ts';
import type { ListSchema } from './list-schema.ts';

/** One item as it is held: read as a record, or with what a person has to mend; with both where the list holds rows over. */
export type Held<T> = { readonly id: string; readonly etag: string; readonly cells: Cells } & (
  | { readonly row: Row<T>; readonly problem: RowProblem | null }
  | { readonly row: null; readonly problem: RowProblem }
);

/** Beside the cells of a spoiled row in the snapshot: those of the same row as it was last readable. No column is called so. */
const lastReadable = '(as it was last readable)';

/** SharePoint compares text without regard to case when it keeps a column unique. */
const folded = (cell: unknown): string | undefined => (typeof cell === 'string' ? cell.toLowerCase() : undefined);

/** The rows of one list in memory, found by id, by each unique column and by case. */
export class RowTable<T extends object> {
  readonly #schema: ListSchema<T>;
  readonly #held = new Map<string, Held<T>>();
  readonly #ids = new Map<string, Map<string, string>>();
  readonly #idsOfCase = new Map<string, Set<string>>();
  #rows: readonly Row<T>[] | undefined;

  constructor(schema: ListSchema<T>) {
    this.#schema = schema;
    for (const column of schema.uniqueColumns) this.#ids.set(column, new Map());
  }

  get(id: string): Held<T> | undefined {
    return this.#held.get(id);
  }

  /** Any row, readable or not, that holds this in a unique column. */
  byUnique(column: string, cell: unknown): Held<T> | undefined {
    const id = this.#ids.get(column)?.get(folded(cell) ?? '');
    return id === undefined ? undefined : this.#held.get(id);
  }

  ofCase(caseRef: string): readonly Row<T>[] {
    const ids = this.#idsOfCase.get(caseRef.toLowerCase()) ?? [];
    return inOrder([...ids].flatMap((id) => this.#held.get(id)?.row ?? []));
  }

  all(): readonly Row<T>[] {
    this.#rows ??= inOrder([...this.#held.values()].flatMap((held) => held.row ?? []));
    return this.#rows;
  }

  problems(): readonly RowProblem[] {
    return [...this.#held.values()].flatMap((held) => held.problem ?? []);
  }

  ids(): readonly string[] {
    return [...this.#held.keys()];
  }

  put(item: ListItem & { readonly cells: Cells }): Held<T> {
    const before = this.#held.get(item.id)?.row ?? null;
    this.drop(item.id);
    const held = this.#read(item, before);
    this.#held.set(item.id, held);
    for (const [column, ids] of this.#ids) {
      const value = folded(item.cells[column]);
      if (value !== undefined) ids.set(value, item.id);
    }
    const caseRef = this.#caseOf(item.cells);
    if (caseRef !== undefined) {
      const ids = this.#idsOfCase.get(caseRef) ?? new Set<string>();
      this.#idsOfCase.set(caseRef, ids.add(item.id));
    }
    return held;
  }

  drop(id: string): void {
    this.#rows = undefined;
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    for (const [column, ids] of this.#ids) {
      const value = folded(held.cells[column]);
      if (value !== undefined && ids.get(value) === id) ids.delete(value);
    }
    this.#idsOfCase.get(this.#caseOf(held.cells) ?? '')?.delete(id);
  }

  #caseOf(cells: Cells): string | undefined {
    return this.#schema.caseColumn === null ? undefined : folded(cells[this.#schema.caseColumn]);
  }

  /** The cells that outlast a restart. */
  cellsToKeep({ id, cells }: { readonly id: string; readonly cells: Cells }): Cells {
    const held = this.#held.get(id);
    if (!held?.problem || !held.row) return cells;
    return { ...cells, [lastReadable]: encode(this.#schema, held.row.value) };
  }

  #read({ id, etag, cells }: ListItem & { readonly cells: Cells }, before: Row<T> | null): Held<T> {
    const value = decode(this.#schema, cells);
    if (value.ok) return { id, etag, cells, row: { id, etag, value: value.value }, problem: null };
    const problem = { list: this.#schema.title, id, ...value.error };
    const last = this.#schema.holdsOver ? (before?.value ?? this.#keptIn(cells)) : null;
    if (last) return { id, etag, cells, row: { id, etag, value: decodeOver(this.#schema, cells, last) }, problem };
    return { id, etag, cells, row: null, problem };
  }

  #keptIn(cells: Cells): T | null {
    const kept = CellsJson.safeParse(cells[lastReadable]);
    const value = kept.success ? decode(this.#schema, kept.data) : null;
    return value?.ok ? value.value : null;
  }
}

const CellsJson = z.record(z.string(), z.unknown());

/** Oldest first: SharePoint numbers items as they are made. */
const inOrder = <T>(rows: readonly Row<T>[]): readonly Row<T>[] => rows.toSorted((a, b) => Number(a.id) - Number(b.id));
