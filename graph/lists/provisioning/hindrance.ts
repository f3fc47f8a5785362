// Why SharePoint will not index a column or keep it unique: looked at only where one of the two is to be done.
import { z } from 'zod';
import type { Graph } from '../../http.ts';
import { readPages } from '../../pages.ts';
import type { Trouble } from '../../trouble.ts';
import type { Column } from '../column.ts';
import { mostIndexes, type ListShape } from '../list-schema.ts';
import type { StandingColumn } from './standing.ts';
import { heldTwice, tooLongToIndex, tooManyIndexes } from './troubles.ts';

export interface ListAtHand {
  readonly graph: Graph;
  readonly listPath: string;
  readonly shape: ListShape;
  readonly standing: readonly StandingColumn[];
  /** Internal names of the columns that have an index by now. */
  readonly indexed: Set<string>;
}

export const listAtHand = (at: Omit<ListAtHand, 'indexed'>): ListAtHand => ({
  ...at,
  indexed: new Set(at.standing.filter((column) => column.indexed === true).map(({ name }) => name)),
});

/** Null when nothing is known that stands in the way. */
export async function indexHindrance(list: ListAtHand, column: Column): Promise<Trouble | null> {
  const { indexed, shape, standing } = list;
  if (indexed.has(column.name)) return null;
  if (indexed.size >= mostIndexes) {
    const ours = new Set(shape.columns.filter((one) => one.indexed).map(({ name }) => name));
    const others = standing.filter(({ name }) => indexed.has(name) && !ours.has(name));
    return tooManyIndexes(
      shape,
      column,
      others.map(({ displayName }) => displayName),
    );
  }
  return (await hasReachedThreshold(list)) ? tooLongToIndex(shape, column) : null;
}

export async function uniquenessHindrance(
  { graph, listPath, shape }: ListAtHand,
  column: Column,
): Promise<Trouble | null> {
  const rows = await sameValues(graph, listPath, column.name);
  return rows.length > 0 ? heldTwice(shape, column, rows) : null;
}

const threshold = 5000;

async function hasReachedThreshold({ graph, listPath }: ListAtHand): Promise<boolean> {
  const page = z
    .object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })
    .parse(await graph.get(`${listPath}/items?$select=id&$top=${threshold}`));
  return page.value.length >= threshold || page['@odata.nextLink'] !== undefined;
}

const Item = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()).optional() });

/** Ids of items that hold the same in a column, in groups; capitals do not tell values apart, and blanks are not the same. */
async function sameValues(graph: Graph, listPath: string, column: string): Promise<readonly (readonly string[])[]> {
  const items = await readPages(graph, `${listPath}/items?$expand=fields($select=${column})&$top=1000`, Item);
  const holders = Map.groupBy(
    items.filter(({ fields }) => !isBlank(fields?.[column])),
    ({ fields }) => String(fields?.[column]).toLowerCase(),
  );
  return [...holders.values()].filter((group) => group.length > 1).map((group) => group.map(({ id }) => id));
}

const isBlank = (cell: unknown): boolean => cell === undefined || cell === null || cell === '';
