import { err, ok } from '#domain/result.ts';
import { decode, decodeOver, encode, encodeNew, merge } from '#graph/lists/codec.ts';
import type { Cells, WrittenCells } from '#graph/lists/column.ts';
import { editorCell } from '#graph/lists/fields.ts';
import type { ListSchema } from '#graph/lists/list-schema.ts';
import { NeedsMending } from '#workflows/needs-mending.ts';
import type { ChangedMeanwhile, Records, Row, RowProblem } from '#workflows/ports.ts';

interface Item {
  readonly version: number;
  readonly cells: Cells;
}

/** One view of a twin list, as one instance of the app has it. */
export interface TwinRecords<T> extends Records<T> {
  /** The next create, change or removal fails with this before it writes anything. */
  failNextWrite(error: Error): void;
}

/** A list in memory: what SharePoint would hold, with its etags, unique columns and people who edit by hand. */
export interface TwinList<T extends object> {
  open(): TwinRecords<T>;
  addByHand(key: string, cells: WrittenCells, person: string): void;
  editByHand(key: string, cells: WrittenCells, person: string): void;
  deleteByHand(key: string): void;
}

export function createTwinList<T extends object>(schema: ListSchema<T>): TwinList<T> {
  const items = new Map<string, Item>();
  let lastId = 0;

  const write = (id: string, cells: Cells): void => {
    items.set(id, { version: (items.get(id)?.version ?? 0) + 1, cells });
  };

  function idOf(key: string): string {
    const entry = [...items].find(([, { cells }]) => cells['Title'] === key);
    if (!entry) throw new Error(`The twin of ${schema.title} has no row ${key}.`);
    return entry[0];
  }

  const clashing = (among: ReadonlyMap<string, Item>, cells: Cells): string | undefined =>
    [...among].find(([, item]) => schema.uniqueColumns.some((column) => alike(item.cells[column], cells[column])))?.[0];

  function add(cells: Cells): string {
    lastId += 1;
    write(String(lastId), cells);
    return String(lastId);
  }

  return {
    open: () => openRecords(schema, { items, write, clashing, add }),
    addByHand(key, cells, person) {
      const row = { ...cells, Title: key, [editorCell]: person };
      if (clashing(items, row) !== undefined) throw new Error(`The twin of ${schema.title} has a row ${key} already.`);
      add(row);
    },
    editByHand(key, cells, person) {
      const id = idOf(key);
      write(id, { ...items.get(id)?.cells, ...cells, [editorCell]: person });
    },
    deleteByHand: (key) => void items.delete(idOf(key)),
  };
}

interface Server {
  readonly items: Map<string, Item>;
  readonly write: (id: string, cells: Cells) => void;
  readonly clashing: (among: ReadonlyMap<string, Item>, cells: Cells) => string | undefined;
  readonly add: (cells: Cells) => string;
}

function openRecords<T extends object>(schema: ListSchema<T>, { items, write, clashing, add }: Server): TwinRecords<T> {
  let seen = new Map(items);
  let failure: Error | undefined;

  const etag = (id: string, item: Item): string => `"twin-${id},${item.version}"`;

  /** Where the list holds rows over: each as it was when it could last be read. */
  const lastReadable = new Map<string, T>();

  // A version of an item never changes, so it is read once.
  const readBefore = new WeakMap<Item, Row<T> | RowProblem>();
  function read(id: string, item: Item): Row<T> | RowProblem {
    const known = readBefore.get(item);
    if (known) return known;
    const value = decode(schema, item.cells);
    const fresh = value.ok
      ? { id, etag: etag(id, item), value: value.value }
      : { list: schema.title, id, ...value.error };
    readBefore.set(item, fresh);
    if (schema.holdsOver && value.ok) lastReadable.set(id, value.value);
    return fresh;
  }

  /** A spoiled row as it was before, where the list holds rows over. */
  function heldOver(one: Row<T> | RowProblem): Row<T> | RowProblem {
    const item = 'words' in one ? seen.get(one.id) : undefined;
    const last = lastReadable.get(one.id);
    if (!item || last === undefined) return one;
    return { id: one.id, etag: etag(one.id, item), value: decodeOver(schema, item.cells, last) };
  }

  /** Oldest first, in whichever order this instance came to see them. */
  const rowsAndProblems = (): readonly (Row<T> | RowProblem)[] =>
    [...seen].toSorted(([a], [b]) => Number(a) - Number(b)).map(([id, item]) => read(id, item));
  const rows = (): readonly Row<T>[] =>
    rowsAndProblems()
      .map(heldOver)
      .filter((one) => 'value' in one);

  /** Looks at the row on the server, as every write does. */
  function look(id: string): Row<T> | RowProblem | undefined {
    const item = items.get(id);
    if (item) seen.set(id, item);
    else seen.delete(id);
    return item && heldOver(read(id, item));
  }

  async function begin(): Promise<void> {
    const error = failure;
    failure = undefined;
    await Promise.resolve();
    if (error) throw error;
  }

  function rowOrThrow(found: Row<T> | RowProblem | undefined): Row<T> {
    if (found && 'value' in found) return found;
    if (found) throw new NeedsMending(found);
    throw new Error(`The twin of ${schema.title} has lost a row.`);
  }

  const meanwhile = (theirs: Row<T> | null, columns: readonly string[]) =>
    err<ChangedMeanwhile<T>>({ kind: 'changed meanwhile', theirs, columns });

  return {
    all: rows,
    byKey: (key) => rows().find((row) => alike(row.value[schema.key], key)),
    ofCase: (caseRef) =>
      rows().filter((row) => schema.caseColumn !== null && alike(seen.get(row.id)?.cells[schema.caseColumn], caseRef)),
    problems: () => rowsAndProblems().filter((one) => 'words' in one),
    problemAt: (key) =>
      rowsAndProblems().flatMap((one) =>
        'words' in one && alike(seen.get(one.id)?.cells['Title'], key) ? [one] : [],
      )[0],
    async create(value) {
      const cells = encodeNew(schema, value);
      await begin();
      // What this instance has seen is answered from memory; only what is new to it is asked of the list.
      const known = clashing(seen, cells);
      const taken = known ?? clashing(items, cells);
      if (taken === undefined) return ok(rowOrThrow(look(add(cells))));
      const item = seen.get(taken);
      return err({
        kind: 'already there',
        existing: rowOrThrow(known && item ? heldOver(read(taken, item)) : look(taken)),
      });
    },
    async change(row, changes) {
      await begin();
      const latest = look(row.id);
      if (!latest) return meanwhile(null, []);
      if ('words' in latest) return meanwhile(null, [latest.column]);
      const { toWrite, collisions } = merge(schema, row.value, latest.value, changes);
      if (collisions.length > 0) return meanwhile(latest, collisions);
      const cells = encode(schema, toWrite);
      if (Object.keys(cells).length > 0) write(row.id, { ...items.get(row.id)?.cells, ...cells, [editorCell]: null });
      return ok(rowOrThrow(look(row.id)));
    },
    async changeAsSeen(row, changes) {
      await begin();
      const latest = look(row.id);
      if (!latest || 'words' in latest) return meanwhile(null, []);
      if (latest.etag !== row.etag) return meanwhile(latest, []);
      write(row.id, { ...items.get(row.id)?.cells, ...encode(schema, changes), [editorCell]: null });
      return ok(rowOrThrow(look(row.id)));
    },
    async remove(row) {
      await begin();
      const latest = look(row.id);
      if (latest && 'words' in latest) return meanwhile(null, []);
      if (latest && latest.etag !== row.etag) return meanwhile(latest, []);
      items.delete(row.id);
      seen.delete(row.id);
      return ok(null);
    },
    async refresh() {
      await Promise.resolve();
      seen = new Map(items);
    },
    failNextWrite(error) {
      failure = error;
    },
  };
}

/** Unique columns make no difference between capital and small letters. */
const alike = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();
