import { z } from 'zod';
import type { Log, Records } from '#workflows/ports.ts';
import type { Graph } from './http.ts';
import type { ListSchema, ListShape } from './lists/list-schema.ts';
import { provisionLists } from './lists/provision.ts';
import { createRecords } from './lists/records.ts';
import type { Sites } from './sites.ts';
import { isOutOfReach } from './graph-failure.ts';
import type { Reach } from './reach.ts';
import { noSnapshot, type Snapshot } from './snapshot.ts';

export interface ListOpener {
  readonly graph: Graph;
  /** What the lists themselves are read and written through; `graph` where nothing else is given. */
  readonly listGraph?: Graph;
  readonly sites: Sites;
  readonly log: Log;
  /** What was last read; without it a start reads everything. */
  readonly snapshot?: Snapshot;
}

/** One list that is open, so that it can be refreshed with the rest and named when it fails. */
export interface OpenList {
  /** /sites/{id}/lists/{id} */
  readonly listPath: string;
  readonly sitePath: string;
  readonly title: string;
  refresh(): Promise<void>;
}

export interface OpenSite {
  readonly sitePath: string;
  readonly lists: OpenList[];
  /** Makes sure of the lists where that could not be done at the opening. One look when it was. */
  settle(): Promise<void>;
  /** The records of one of the lists that the site was opened with. */
  open<T extends object>(schema: ListSchema<T>): Records<T>;
}

/** Where a site's lists were when they were last seen to. */
const Place = z.object({ siteId: z.string(), listIds: z.record(z.string(), z.string()) });
type Place = z.infer<typeof Place>;

/**
 * Makes sure that a site has these lists; then each can be opened. Where Microsoft 365 cannot be reached and the snapshot knows the
 * place, they are opened as they were last read.
 */
export async function openSite(
  opener: ListOpener,
  reach: Reach,
  sitePath: string,
  shapes: readonly ListShape[],
): Promise<OpenSite> {
  const { graph, listGraph = graph, sites, log, snapshot = noSnapshot } = opener;
  const keptAs = `place ${sitePath}`;

  async function seeTo(): Promise<Place> {
    const siteId = await sites.idOf(sitePath);
    const { listIds, made, troubles } = await provisionLists(graph, siteId, shapes);
    if (made.length > 0) log('workspace provisioned', { site: sitePath, made: made.length });
    const [first] = troubles;
    if (first) log('lists need mending', { site: sitePath, count: troubles.length, first: first.words });
    const place = { siteId, listIds: Object.fromEntries(listIds) };
    snapshot.keep(keptAs, Date.now(), place);
    return place;
  }

  function remembered(): Place | null {
    const place = Place.safeParse(snapshot.read(keptAs)?.value);
    return place.success && shapes.every(({ title }) => Object.hasOwn(place.data.listIds, title)) ? place.data : null;
  }

  let settled = true;
  const place = await reach.ask(seeTo).catch((error: unknown) => {
    const before = isOutOfReach(error) ? remembered() : null;
    if (!before) throw error;
    settled = false;
    return before;
  });
  const { siteId, listIds } = place;
  const lists: OpenList[] = [];
  return {
    sitePath,
    lists,
    async settle() {
      if (settled) return;
      const now = await reach.ask(seeTo);
      settled = true;
      if (JSON.stringify(now) !== JSON.stringify(place))
        throw new Error(`${sitePath} has other lists than when it was last read; start the app again to use them.`);
    },
    open(schema) {
      const listId = listIds[schema.title];
      if (listId === undefined) throw new Error(`${sitePath} was opened without the list ${schema.title}.`);
      const listPath = `/sites/${siteId}/lists/${listId}`;
      const records = createRecords({
        graph: listGraph,
        listPath,
        schema,
        snapshot,
        onProblem: ({ id, column }) =>
          log('row needs attention', { site: sitePath, list: schema.title, item: id, column }),
      });
      lists.push({ listPath, sitePath, title: schema.title, refresh: () => records.refresh() });
      return records;
    },
  };
}
