import { createHash } from 'node:crypto';
import type { RowProblem } from '#workflows/ports.ts';
import { z } from 'zod';
import { GraphFailure } from '../graph-failure.ts';
import { type Graph, leadsToGraph, refuseOtherHosts } from '../http.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Cells, Column } from './column.ts';
import { etagVersion, type ListItem, readListItem } from './item.ts';
import type { ListSchema } from './list-schema.ts';
import { type Held, RowTable } from './row-table.ts';
import { noSnapshot, type Snapshot } from '../snapshot.ts';

const DeltaPage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

export interface MirrorOptions<T extends object> {
  readonly graph: Graph;
  /** e.g. /sites/{id}/lists/{id} */
  readonly listPath: string;
  readonly schema: ListSchema<T>;
  readonly onProblem: (problem: RowProblem) => void;
  /** Where what was read outlasts a restart. */
  readonly snapshot?: Snapshot;
}

/** A list as it was last read, kept in step by delta queries and by what we write ourselves. */
export interface Mirror<T extends object> {
  readonly table: Pick<RowTable<T>, 'all' | 'byUnique' | 'get' | 'ofCase' | 'problems'>;
  /** Sees every change that was made before the call. One request when nothing has changed. */
  refresh(): Promise<void>;
  /** Takes in an item as Graph answered it to our own write or question. */
  takeIn(item: ListItem & { readonly cells: Cells }): Held<T>;
  /** Takes note that an item is gone. */
  forget(id: string): void;
}

export function createMirror<T extends object>({
  graph,
  listPath,
  schema,
  onProblem,
  snapshot = noSnapshot,
}: MirrorOptions<T>): Mirror<T> {
  const table = new RowTable(schema);
  const shape = shapeOf(schema);
  /** What we wrote and delta has not shown yet: an older page must not undo it. */
  const written = new Map<string, string>();
  let deltaLink: string | undefined;

  const kept = snapshot.readList(listPath, shape);
  for (const item of kept?.items ?? []) put(item);
  deltaLink = kept?.deltaLink;
  let keptAt = 0;

  function put(item: ListItem & { readonly cells: Cells }): Held<T> {
    const before = table.get(item.id)?.problem;
    const held = table.put(item);
    if (held.problem && held.problem.words !== before?.words) onProblem(held.problem);
    return held;
  }

  function apply(item: ListItem): void {
    const { cells } = item;
    const ours = written.get(item.id);
    if (cells === null) {
      written.delete(item.id);
      table.drop(item.id);
    } else if (ours === undefined || !isOlder(item.etag, ours)) {
      written.delete(item.id);
      if (table.get(item.id)?.etag !== item.etag) put({ ...item, cells });
    }
  }

  /** Follows the pages from a link to their end and answers the ids it has seen. */
  async function follow(start: string, everything: boolean): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    // The same item may come more than once; the last says how it is.
    const brought = new Map<string, ListItem>();
    let link = deltaLink;
    let next: string | undefined = start;
    while (next !== undefined) {
      const page: z.infer<typeof DeltaPage> = DeltaPage.parse(await graph.get(next));
      for (const raw of page.value) {
        const item = readListItem(raw);
        seen.add(item.id);
        brought.set(item.id, item);
        apply(item);
      }
      const after = page['@odata.deltaLink'];
      // A link that is never followed must not be kept either: the list would be stuck at it, also after a restart.
      if (after !== undefined) refuseOtherHosts(after, `What follows the delta of ${listPath}`);
      link = after ?? link;
      next = page['@odata.nextLink'];
    }
    const items = [...brought.values()];
    // A run that brought nothing need not be written: the link before it leads to the same place, until it grows old.
    const isOld = Date.now() - keptAt > linkKeptForMs;
    if (link !== undefined && (everything || items.length > 0 || isOld)) {
      snapshot.keepList(listPath, shape, {
        everything,
        items: items.flatMap(({ id, etag, cells }) =>
          cells ? [{ id, etag, cells: table.cellsToKeep({ id, cells }) }] : [],
        ),
        gone: items.filter(({ cells }) => cells === null).map(({ id }) => id),
        deltaLink: link,
      });
      keptAt = Date.now();
    }
    // Not before it is kept: what could not be written to the snapshot is asked for again.
    deltaLink = link;
    return seen;
  }

  async function readEverything(): Promise<void> {
    deltaLink = undefined;
    const before = new Map(written);
    const seen = await follow(`${listPath}/items/delta?$expand=fields`, true);
    for (const id of table.ids()) {
      // What we have written meanwhile may have come too late for its page.
      if (seen.has(id) || written.get(id) !== before.get(id)) continue;
      written.delete(id);
      table.drop(id);
    }
  }

  async function readChanges(): Promise<void> {
    if (deltaLink === undefined || !leadsToGraph(deltaLink)) return readEverything();
    try {
      await follow(deltaLink, false);
    } catch (error) {
      if (!isLinkRefused(error)) throw error;
      await readEverything();
    }
  }

  return {
    table,
    refresh: oneAtATime(readChanges),
    takeIn(item) {
      const now = table.get(item.id);
      if (now && isOlder(item.etag, now.etag)) return now;
      written.set(item.id, item.etag);
      return put(item);
    },
    forget(id) {
      // An older page may still bring the row back for a moment; the page that follows says that it is deleted.
      written.delete(id);
      table.drop(id);
    },
  };
}

/** Graph says 410 for a place that it has forgotten, and 400 for a token that it cannot read. */
const isLinkRefused = (error: unknown): boolean =>
  error instanceof GraphFailure && (error.status === 410 || error.status === 400);

/** Graph forgets links in time, and then everything has to be read again. */
const linkKeptForMs = 3_600_000;

/** Items that were read for other columns may lack cells that are now asked for. */
const shapeOf = ({ columns }: { readonly columns: readonly Column[] }): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ name, kind }) => [name, kind])))
    .digest('hex');

function isOlder(etag: string, than: string): boolean {
  const version = etagVersion(etag);
  const other = etagVersion(than);
  return version !== undefined && other !== undefined && version < other;
}
