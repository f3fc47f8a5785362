import { z } from 'zod';
import type { Graph } from './http.ts';

export interface Sites {
  /** Graph's id of the site at a server-relative path such as /sites/larkfield. Asked for once. */
  idOf(sitePath: string): Promise<string>;
}

export function createSites(graph: Graph, sharePointHost: string): Sites {
  const known = new Map<string, Promise<string>>();

  async function ask(sitePath: string): Promise<string> {
    const answer = await graph.get(`/sites/${sharePointHost}:${encodeURI(sitePath)}`);
    return z.object({ id: z.string() }).parse(answer).id;
  }

  return {
    idOf(sitePath) {
      const asked = known.get(sitePath) ?? ask(sitePath);
      known.set(sitePath, asked);
      // A site that could not be found may be made later.
      asked.catch(() => known.delete(sitePath));
      return asked;
    },
  };
}
