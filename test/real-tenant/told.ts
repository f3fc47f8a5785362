// What a list tells of changes (delta) may come late. Whoever reads through here is answered once the list has told all that was
// written before; then a test can say what is to be seen after a refresh, and be right in a real tenant too.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Graph } from '#graph/http.ts';
import { etagVersion } from '#graph/lists/item.ts';

/** The version of an item, or that it is no more. */
type State = number | 'gone';

export interface Told {
  /** Graph for one reader of one list: it is told of everything, and others are told of what it writes. */
  reader(graph: Graph, listPath: string): Graph;
  /** The items that were made and not removed, as addresses. */
  standing(): readonly string[];
  /** The longest that anybody had to wait to be told. */
  longestMs(): number;
}

const Item = z.looseObject({
  id: z.string().optional(),
  eTag: z.string().optional(),
  '@odata.etag': z.string().optional(),
  deleted: z.unknown().optional(),
});
type Item = z.infer<typeof Item>;

const DeltaPage = z.looseObject({ value: z.array(Item), '@odata.deltaLink': z.string().optional() });
type DeltaPage = z.infer<typeof DeltaPage>;

const stateOf = (item: Item): State | undefined =>
  item.deleted === undefined ? etagVersion(item.eTag ?? item['@odata.etag'] ?? '') : 'gone';

/** What is gone stays gone, and a version does not go back. */
const later = (a: State | undefined, b: State): State => {
  if (a === 'gone' || b === 'gone') return 'gone';
  return Math.max(a ?? b, b);
};

export function createTold(patience: { readonly longestMs: number; readonly pauseMs: number }): Told {
  const written = new Map<string, State>();
  let longestMs = 0;

  const note = (item: string, state: State | undefined): void => {
    if (state !== undefined) written.set(item, later(written.get(item), state));
  };

  function reader(graph: Graph, listPath: string): Graph {
    const items = `${listPath}/items`;
    const heard = new Map<string, State>();

    const isHeard = (item: string, state: State): boolean => {
      const last = heard.get(item);
      // An item that went before it was ever told of is not told of at all.
      if (state === 'gone') return last === undefined || last === 'gone';
      return typeof last === 'number' && last >= state;
    };
    const missing = (): number =>
      [...written].filter(([item, state]) => item.startsWith(`${items}/`) && !isHeard(item, state)).length;

    async function ask(link: string): Promise<DeltaPage> {
      const page = DeltaPage.parse(await graph.get(link));
      for (const item of page.value) {
        const state = stateOf(item);
        if (state !== undefined) heard.set(`${items}/${item.id}`, state);
      }
      return page;
    }

    async function untilTold(link: string): Promise<DeltaPage> {
      let page = await ask(link);
      const began = Date.now();
      for (let next = page['@odata.deltaLink']; next !== undefined && missing() > 0; next = page['@odata.deltaLink']) {
        const waited = Date.now() - began;
        if (waited > patience.longestMs)
          throw new Error(
            `In ${Math.round(waited / 1000)} seconds the list has not told of ${missing()} of its changes.`,
          );
        await pause(patience.pauseMs);
        const more = await ask(next);
        page = { ...more, value: [...page.value, ...more.value] };
        longestMs = Math.max(longestMs, Date.now() - began);
      }
      return page;
    }

    return {
      ...graph,
      get: (link) => (/\/items\/(?:microsoft\.graph\.)?delta\b/.test(link) ? untilTold(link) : graph.get(link)),
      async post(path, body) {
        const answer = await graph.post(path, body);
        const made = Item.safeParse(answer).data;
        if (path === items && made) note(`${items}/${made.id}`, stateOf(made));
        return answer;
      },
      async patch(path, body, ifMatch) {
        const answer = await graph.patch(path, body, ifMatch);
        const changed = Item.safeParse(answer).data;
        if (changed) note(path.replace(/\/fields$/, ''), stateOf(changed));
        return answer;
      },
      async remove(path, ifMatch) {
        await graph.remove(path, ifMatch);
        note(path, 'gone');
      },
    };
  }

  return {
    reader,
    standing: () => [...written].filter(([, state]) => state !== 'gone').map(([item]) => item),
    longestMs: () => longestMs,
  };
}
