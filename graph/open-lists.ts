import type { Log, Records } from '#workflows/ports.ts';
import type { Graph } from './http.ts';
import type { ListSchema, ListShape } from './lists/list-schema.ts';
import { provisionLists } from './lists/provision.ts';
import { createRecords } from './lists/records.ts';
import type { Sites } from './sites.ts';

export interface ListOpener {
  readonly graph: Graph;
  readonly sites: Sites;
  readonly log: Log;
  /** Hears of every list and column that is made. */
  readonly onProgress?: (sitePath: string, made: string) => void;
}

/** One list that is open, so that it can be refreshed with the rest and named when it fails. */
export interface OpenList {
  readonly sitePath: string;
  readonly title: string;
  refresh(): Promise<void>;
}

export interface OpenSite {
  readonly lists: OpenList[];
  /** The records of one of the lists that the site was opened with. */
  open<T extends object>(schema: ListSchema<T>): Records<T>;
}

/** Makes sure that a site has these lists; then each can be opened. */
export async function openSite(opener: ListOpener, sitePath: string, shapes: readonly ListShape[]): Promise<OpenSite> {
  const { graph, sites, log, onProgress } = opener;
  const siteId = await sites.idOf(sitePath);
  const { listIds, made } = await provisionLists(graph, siteId, shapes, (words) => onProgress?.(sitePath, words));
  if (made.length > 0) log('workspace provisioned', { site: sitePath, made: made.length });
  const lists: OpenList[] = [];
  return {
    lists,
    open(schema) {
      const listId = listIds.get(schema.title);
      if (listId === undefined) throw new Error(`${sitePath} was opened without the list ${schema.title}.`);
      const records = createRecords({
        graph,
        listPath: `/sites/${siteId}/lists/${listId}`,
        schema,
        onProblem: ({ id }) => log('row needs attention', { site: sitePath, list: schema.title, item: id }),
      });
      lists.push({ sitePath, title: schema.title, refresh: () => records.refresh() });
      return records;
    },
  };
}
