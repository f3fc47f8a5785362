// Which part of a filter SharePoint looks up first. Only that part has to find few enough items; so the most selective goes first.
import { isIndexed } from './filter-sql.ts';
import type { Column, Filter } from './types.ts';

/** The first of the parts joined by `and` that an index can answer; null when there is none. */
export function leadingPredicate(filter: Filter, columns: readonly Column[]): Filter | null {
  return conjuncts(filter).find((part) => answeredByIndex(part, columns)) ?? null;
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [filter];
}

/** Alternatives are answered by an index when each of them is. */
function answeredByIndex(filter: Filter, columns: readonly Column[]): boolean {
  switch (filter.kind) {
    case 'or':
      return answeredByIndex(filter.left, columns) && answeredByIndex(filter.right, columns);
    case 'and':
      return leadingPredicate(filter, columns) !== null;
    case 'compare':
    case 'startsWith':
      return isIndexed(filter.column, columns);
  }
}
