import { z } from 'zod';
import type { Graph } from '../http.ts';
import { readPages } from '../pages.ts';
import type { Trouble } from '../trouble.ts';
import { columnDefinition } from './column.ts';
import type { ListShape } from './list-schema.ts';
import { carryOut } from './provisioning/carry-out.ts';
import { listAtHand } from './provisioning/hindrance.ts';
import { planOf } from './provisioning/plan.ts';
import { findList, otherTemplate, StandingColumn, StandingList } from './provisioning/standing.ts';
import { notAList } from './provisioning/troubles.ts';

export interface Provisioned {
  /** Ids by the list's title; a list that could not be made is not among them. */
  readonly listIds: ReadonlyMap<string, string>;
  /** What was made or mended, in words; empty when all was there. */
  readonly made: readonly string[];
  /** What is left to a person. The lists can be read all the same. */
  readonly troubles: readonly Trouble[];
}

/**
 * Sees to it that the lists stand on a site as the schema has them. Safe to repeat: it makes what is missing, mends what differs,
 * takes nothing away, and explains what a person has to mend. When nothing is missing it only reads, so that the app can run with
 * fewer rights than the one who sets it up: then a column that it may not change is told and left. Throws GraphFailure where a list
 * is missing and may not be made, or Microsoft 365 does not answer.
 */
export async function provisionLists(
  graph: Graph,
  siteId: string,
  shapes: readonly ListShape[],
  onProgress: (made: string) => void = () => undefined,
): Promise<Provisioned> {
  const made: string[] = [];
  const troubles: Trouble[] = [];
  const say = (words: string): void => {
    made.push(words);
    onProgress(words);
  };
  const standing = await readPages(graph, `/sites/${siteId}/lists`, StandingList);
  const listIds = new Map<string, string>();
  const rights = { mayChange: true };
  // One after the other: SharePoint refuses changes that come to one site at the same time.
  for (const shape of shapes) {
    const found = findList(standing, shape);
    const other = found ? otherTemplate(found) : null;
    if (other !== null) {
      troubles.push(notAList(shape, other));
      continue;
    }
    const id = found?.id ?? (await makeList(graph, siteId, shape, say));
    const listPath = `/sites/${siteId}/lists/${id}`;
    const columns = await readPages(graph, `${listPath}/columns`, StandingColumn);
    const list = listAtHand({ graph, listPath, shape, standing: columns });
    for (const step of planOf(shape, columns)) troubles.push(...(await carryOut(step, list, rights, say)));
    listIds.set(shape.title, id);
  }
  return { listIds, made, troubles };
}

async function makeList(graph: Graph, siteId: string, shape: ListShape, say: (words: string) => void): Promise<string> {
  const answer = await graph.post(`/sites/${siteId}/lists`, {
    displayName: shape.title,
    description: shape.description,
    list: { template: 'genericList' },
    // Title is there from the beginning and is mended like any column that differs.
    columns: shape.columns.filter((column) => column.name !== 'Title').map(columnDefinition),
  });
  say(`made the list “${shape.title}”`);
  return z.object({ id: z.string() }).parse(answer).id;
}
