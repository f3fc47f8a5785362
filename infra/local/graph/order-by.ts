// $orderby of list items: fields/{column}, each asc or desc.
import { ok, type Result } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import type { OrderBy, Problem } from '../store/types.ts';

/** The service orders by columns, and passes over the item's own properties (`id desc`, `createdDateTime`) without a word. */
export function parseOrder(source: string | undefined): Result<readonly OrderBy[], Problem> {
  const orderBy: OrderBy[] = [];
  for (const part of source?.split(',') ?? []) {
    const found = /^\s*(fields\/)?(\w+)(?:\s+(asc|desc))?\s*$/i.exec(part);
    if (found === null) {
      const message = `Syntax error at '${part.trim()}' in $orderby: write fields/{column}, with asc or desc after it.`;
      return refuse({ status: 400, code: 'BadRequest', message });
    }
    const [, ofFields, column = '', direction = 'asc'] = found;
    if (ofFields !== undefined) orderBy.push({ column, descending: direction.toLowerCase() === 'desc' });
  }
  return ok(orderBy);
}
