import { err, ok, type Result } from '#domain/result.ts';
import type { AlreadyThere, ChangedMeanwhile, Records, Row } from '#workflows/ports.ts';
import { NeedsMending } from '#workflows/needs-mending.ts';
import { GraphFailure, isUnclear } from '../graph-failure.ts';
import { encode, encodeNew, merge, sameRow } from './codec.ts';
import type { Cells, WrittenCells } from './column.ts';
import { type ListItem, readListItem } from './item.ts';
import { createMirror, type MirrorOptions } from './mirror.ts';
import type { Held } from './row-table.ts';

/** How often somebody else may get in between before a change is given back to its caller. */
const tries = 4;

/** One list in SharePoint: read from its mirror, written through Graph. */
export function createRecords<T extends object>(options: MirrorOptions<T>): Records<T> {
  const { graph, listPath, schema } = options;
  const mirror = createMirror(options);
  const { table } = mirror;

  const found = (cells: WrittenCells): Held<T> | undefined =>
    schema.uniqueColumns.map((column) => table.byUnique(column, cells[column])).find((held) => held !== undefined);

  function readable(held: Held<T>): Row<T> {
    if (held.row) return held.row;
    throw new NeedsMending(held.problem);
  }

  const alreadyThere = (held: Held<T>) => err<AlreadyThere<T>>({ kind: 'already there', existing: readable(held) });

  async function post(cells: WrittenCells): Promise<Row<T>> {
    const fields = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null));
    const item = readListItem(await graph.post(`${listPath}/items`, { fields }));
    return readable(mirror.takeIn({ ...item, cells: { ...fields, ...item.cells } }));
  }

  async function create(value: T) {
    const cells = encodeNew(schema, value);
    const known = found(cells);
    if (known) return alreadyThere(known);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return ok(await post(cells));
      } catch (error) {
        if (!(error instanceof GraphFailure) || !(mayBeTaken(error) || isUnclear(error))) throw error;
        await mirror.refresh();
        const held = found(cells);
        // What says the very same is what an earlier attempt wrote before its answer was lost.
        if (held?.row && (attempt > 1 || isUnclear(error)) && sameRow(schema, held.row.value, value))
          return ok(held.row);
        if (held) return alreadyThere(held);
        if (!isUnclear(error) || attempt > 1) throw error;
      }
    }
  }

  /** The item as it is now, or undefined when it is gone. */
  async function readAgain(id: string): Promise<Held<T> | undefined> {
    try {
      const { cells, ...item } = readListItem(await graph.get(`${listPath}/items/${id}?$expand=fields`));
      if (cells) return mirror.takeIn({ ...item, cells });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    mirror.forget(id);
    return undefined;
  }

  /** Writes cells of one version of an item; an error when that version is no longer the latest, or nobody can tell. */
  async function patch(id: string, etag: string, cells: WrittenCells): Promise<Result<Row<T>, unknown>> {
    let answer: unknown;
    try {
      answer = await graph.patch(`${listPath}/items/${id}/fields`, cells, etag);
    } catch (error) {
      if (isOvertaken(error)) return err(error);
      throw error;
    }
    const written = writtenItem(id, answer);
    const held = written ? mirror.takeIn(written) : await readAgain(id);
    return held ? ok(readable(held)) : err(undefined);
  }

  const meanwhile = (theirs: Row<T> | null, columns: readonly string[]) =>
    err<ChangedMeanwhile<T>>({ kind: 'changed meanwhile', theirs, columns });

  const notWritten = (id: string, how: string, cause: unknown): Error =>
    new Error(`${schema.title}: item ${id} could not be ${how} in ${tries} attempts; try again in a few minutes.`, {
      cause,
    });

  async function change(row: Row<T>, changes: Partial<T>) {
    let latest = row;
    let failure: unknown;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const { toWrite, collisions } = merge(schema, row.value, latest.value, changes);
      if (collisions.length > 0) return meanwhile(latest, collisions);
      const cells = encode(schema, toWrite);
      if (Object.keys(cells).length === 0) return ok(latest);
      const written = await patch(row.id, latest.etag, cells);
      if (written.ok) return written;
      failure = written.error;
      const held = await readAgain(row.id);
      if (!held) return meanwhile(null, []);
      if (!held.row) return meanwhile(null, [held.problem.column]);
      latest = held.row;
    }
    throw notWritten(row.id, 'changed', failure);
  }

  async function changeAsSeen(row: Row<T>, changes: Partial<T>) {
    const cells = encode(schema, changes);
    let failure: unknown;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const written = await patch(row.id, row.etag, cells);
      if (written.ok) return written;
      failure = written.error;
      const held = await readAgain(row.id);
      if (held && held.etag === row.etag) continue;
      const theirs = held?.row ?? null;
      // Every word of it is there: it was this write of which no answer came.
      if (theirs && sameRow(schema, theirs.value, { ...theirs.value, ...changes })) return ok(theirs);
      return meanwhile(theirs, []);
    }
    throw notWritten(row.id, 'changed', failure);
  }

  async function remove({ id, etag }: Row<T>) {
    let failure: unknown;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await graph.remove(`${listPath}/items/${id}`, etag);
        mirror.forget(id);
        return ok(null);
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        failure = error;
      }
      const held = await readAgain(id);
      if (!held) return ok(null);
      if (held.etag !== etag) return meanwhile(held.row, []);
    }
    throw notWritten(id, 'removed', failure);
  }

  return {
    all: () => table.all(),
    byKey: (key) => table.byUnique('Title', key)?.row ?? undefined,
    ofCase: (caseRef) => table.ofCase(caseRef),
    problems: () => table.problems(),
    problemAt: (key) => table.byUnique('Title', key)?.problem ?? undefined,
    create,
    change,
    changeAsSeen,
    remove,
    refresh: () => mirror.refresh(),
  };
}

/** SharePoint’s answer to a second row with the same key is 400 or 409; what else it may mean, a look at the list tells. */
const mayBeTaken = (failure: GraphFailure): boolean => failure.status === 400 || failure.status === 409;

const isGone = (error: unknown): boolean => error instanceof GraphFailure && error.status === 404;

/** The item is no longer what it was, or nobody can tell. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof GraphFailure && (error.status === 412 || isGone(error) || isUnclear(error));

/** The answer to a change of fields holds them all and the new etag; older versions of the service left the etag out. */
function writtenItem(id: string, answer: unknown): (ListItem & { readonly cells: Cells }) | undefined {
  if (typeof answer !== 'object' || answer === null || !('@odata.etag' in answer) || !('Title' in answer))
    return undefined;
  const etag = answer['@odata.etag'];
  return typeof etag === 'string' ? { id, etag, cells: { ...answer } } : undefined;
}
