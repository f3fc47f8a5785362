import type { Graph } from '../../http.ts';
import { readPages } from '../../pages.ts';
import type { Trouble } from '../../trouble.ts';
import type { ListShape } from '../list-schema.ts';
import { indexHindrance, type ListAtHand, listAtHand, uniquenessHindrance } from './hindrance.ts';
import { type Difference, planOf, type Step } from './plan.ts';
import { findList, otherTemplate, StandingColumn, StandingList } from './standing.ts';
import { columnToMend, listsMissing, notAList } from './troubles.ts';
import { differencesInWords, notThere } from './words.ts';

export interface Inspected {
  /** Ids of the lists that are there, by title. */
  readonly listIds: ReadonlyMap<string, string>;
  /** Any list of the site, a library perhaps; null where there is none. */
  readonly anyListId: string | null;
  readonly troubles: readonly Trouble[];
}

/** What a run of provisioning would find on a site, without changing anything. */
export async function inspectLists(graph: Graph, siteId: string, shapes: readonly ListShape[]): Promise<Inspected> {
  const standing = await readPages(graph, `/sites/${siteId}/lists`, StandingList);
  const listIds = new Map<string, string>();
  const missing: ListShape[] = [];
  const troubles: Trouble[] = [];
  for (const shape of shapes) {
    const found = findList(standing, shape);
    const other = found ? otherTemplate(found) : null;
    if (!found || other !== null) {
      if (other === null) missing.push(shape);
      else troubles.push(notAList(shape, other));
      continue;
    }
    const listPath = `/sites/${siteId}/lists/${found.id}`;
    const columns = await readPages(graph, `${listPath}/columns`, StandingColumn);
    const list = listAtHand({ graph, listPath, shape, standing: columns });
    for (const step of planOf(shape, columns)) troubles.push(...(await foresee(step, list)));
    listIds.set(shape.title, found.id);
  }
  return {
    listIds,
    anyListId: standing[0]?.id ?? null,
    troubles: missing.length > 0 ? [listsMissing(missing), ...troubles] : troubles,
  };
}

async function foresee(step: Step, list: ListAtHand): Promise<readonly Trouble[]> {
  const { column } = step;
  if (step.kind === 'explain') return [step.trouble];
  const indexing = step.kind === 'make' ? column.indexed : has(step.differences, 'index') && column.indexed;
  const index = indexing ? await indexHindrance(list, column) : null;
  if (indexing && index === null) list.indexed.add(column.name);
  if (step.kind === 'make') return [columnToMend(list.shape, column, notThere), ...(index ? [index] : [])];
  const unique = has(step.differences, 'uniqueness') && column.unique ? await uniquenessHindrance(list, column) : null;
  const plain = step.differences.filter(
    ({ part }) => !(part === 'index' && index) && !(part === 'uniqueness' && (unique ?? index)),
  );
  return [
    ...(plain.length > 0 ? [columnToMend(list.shape, column, differencesInWords(plain))] : []),
    ...(index ? [index] : []),
    ...(unique ? [unique] : []),
  ];
}

const has = (differences: readonly Difference[], part: Difference['part']): boolean =>
  differences.some((one) => one.part === part);
