import { z } from 'zod';
import type { Graph } from '../http.ts';
import { readPages } from '../pages.ts';
import { type Column, columnDefinition } from './column.ts';
import type { ListShape } from './list-schema.ts';

const List = z.object({ id: z.string(), name: z.string(), displayName: z.string() });
type List = z.infer<typeof List>;

const StandingColumn = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  choice: z.looseObject({ choices: z.array(z.string()) }).nullish(),
});
type StandingColumn = z.infer<typeof StandingColumn>;

export interface Provisioned {
  /** Ids by the list's title. */
  readonly listIds: ReadonlyMap<string, string>;
  /** What was made or mended, in words; empty when all was there. */
  readonly made: readonly string[];
}

/**
 * Sees to it that the lists stand on a site as the schema has them. Safe to repeat: it makes what is missing, mends what differs
 * and takes nothing away. When nothing is missing it only reads, so that the app can run with fewer rights than the one who sets it up.
 */
export async function provisionLists(
  graph: Graph,
  siteId: string,
  shapes: readonly ListShape[],
  onProgress: (made: string) => void = () => undefined,
): Promise<Provisioned> {
  const made: string[] = [];
  const say = (words: string): void => {
    made.push(words);
    onProgress(words);
  };
  const standing = await readPages(graph, `/sites/${siteId}/lists`, List);
  const listIds = new Map<string, string>();
  // One after the other: SharePoint refuses changes that come to one site at the same time.
  for (const shape of shapes) {
    const id = standing.find((list) => isList(list, shape))?.id ?? (await makeList(graph, siteId, shape, say));
    await mendColumns(graph, `/sites/${siteId}/lists/${id}`, shape, say);
    listIds.set(shape.title, id);
  }
  return { listIds, made };
}

/** A list keeps the address it was made with when a person gives it another title; the address is the title without punctuation. */
function isList(list: List, shape: ListShape): boolean {
  const plain = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(list.name) === plain(shape.title) || plain(list.displayName) === plain(shape.title);
}

async function makeList(graph: Graph, siteId: string, shape: ListShape, say: (words: string) => void): Promise<string> {
  const answer = await graph.post(`/sites/${siteId}/lists`, {
    displayName: shape.title,
    description: shape.description,
    list: { template: 'genericList' },
    // Title is there from the beginning and is mended like any column that differs.
    columns: shape.columns.filter((column) => column.name !== 'Title').map(columnDefinition),
  });
  say(`list ${shape.title}`);
  return z.object({ id: z.string() }).parse(answer).id;
}

async function mendColumns(
  graph: Graph,
  listPath: string,
  shape: ListShape,
  say: (words: string) => void,
): Promise<void> {
  const standing = await readPages(graph, `${listPath}/columns`, StandingColumn);
  for (const column of shape.columns) {
    const found = standing.find((one) => one.name === column.name);
    if (!found) {
      await graph.post(`${listPath}/columns`, columnDefinition(column));
      say(`column ${column.title} of ${shape.title}`);
      continue;
    }
    const differences = differing(found, column);
    if (Object.keys(differences).length === 0) continue;
    await graph.patch(`${listPath}/columns/${found.id}`, differences);
    say(`${Object.keys(differences).join(', ')} of column ${column.title} of ${shape.title}`);
  }
}

/** Only what differs: a column's type cannot be changed, and what a person has set beside ours is theirs. */
function differing(found: StandingColumn, column: Column): Readonly<Record<string, unknown>> {
  const { displayName, description, indexed, enforceUniqueValues, choice } = columnDefinition(column);
  return {
    ...(found.displayName === displayName ? {} : { displayName }),
    ...((found.description ?? '') === description ? {} : { description }),
    ...((found.indexed ?? false) === indexed ? {} : { indexed }),
    ...((found.enforceUniqueValues ?? false) === enforceUniqueValues ? {} : { enforceUniqueValues }),
    ...(column.kind.type === 'choice' && !holdsAll(found, column.kind.choices) ? { choice } : {}),
  };
}

const holdsAll = (found: StandingColumn, choices: readonly string[]): boolean =>
  choices.every((one) => found.choice?.choices.includes(one));
