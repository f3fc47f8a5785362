// One page of a list's items: filtered, ordered, and refused where SharePoint would not do it.
import { ok, type Result } from '#domain/result.ts';
import { type Database, integer } from './database.ts';
import { compileFilter, type Condition } from './filter-sql.ts';
import { compileOrder, markOf } from './item-order.ts';
import { toItem } from './item-rows.ts';
import { leadingPredicate } from './leading-predicate.ts';
import { refuse } from './problem.ts';
import type { Column, ItemPage, ItemQuery, Problem } from './types.ts';

/** Beyond this many items SharePoint refuses what it cannot answer from an index. */
const listViewThreshold = 5000;

const everything: Condition = { sql: '1', values: [] };

export function queryItems(
  db: Database,
  listId: string,
  columns: readonly Column[],
  { filter, orderBy = [], after, top, allowNonIndexed = false }: ItemQuery,
): Result<ItemPage, Problem> {
  const scope = { listId, columns, allowNonIndexed };
  const condition = filter === undefined ? ok(everything) : compileFilter(filter, scope);
  if (!condition.ok) return condition;
  const order = compileOrder(orderBy, scope, after);
  if (!order.ok) return order;

  const matches = (wanted: Condition, limit: number): number => {
    const sql = `SELECT count(*) AS number FROM
      (SELECT 1 FROM items WHERE list_id = ? AND deleted = 0 AND ${wanted.sql} LIMIT ?)`;
    return integer(db.one(sql, listId, ...wanted.values, limit) ?? {}, 'number');
  };
  const asksMore = filter !== undefined || orderBy.length > 0;
  if (asksMore && matches(everything, listViewThreshold + 1) > listViewThreshold) {
    const leading = filter === undefined ? null : leadingPredicate(filter, columns);
    if (leading !== null) {
      const found = compileFilter(leading, scope);
      if (!found.ok) return found;
      if (matches(found.value, listViewThreshold + 1) > listViewThreshold) return throttled();
    } else if (filter !== undefined || !order.value.indexed) return tooManyResources();
  }

  const rows = db.all(
    `SELECT * FROM items WHERE list_id = ? AND deleted = 0 AND ${condition.value.sql} AND ${order.value.after.sql}
     ORDER BY ${order.value.by} LIMIT ?`,
    listId,
    ...condition.value.values,
    ...order.value.after.values,
    top + 1,
  );
  const items = rows.slice(0, top).map(toItem);
  const last = items.at(-1);
  return ok({ items, next: rows.length > top && last !== undefined ? markOf(last, orderBy) : null });
}

/** No index narrows the question down. */
function tooManyResources(): Result<never, Problem> {
  return refuse({
    status: 422,
    code: 'notSupported',
    message: 'The request is unprocessable because it uses too many resources',
    innerCode: 'tooManyResources',
  });
}

/** The older form: the first indexed part of the filter finds too many items, whatever the rest and $top say. No time helps. */
function throttled(): Result<never, Problem> {
  return refuse({
    status: 429,
    code: 'activityLimitReached',
    message: 'The request has been throttled',
    innerCode: 'throttledRequest',
  });
}
