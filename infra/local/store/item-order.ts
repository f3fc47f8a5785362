// $orderby over a list, and the place in that order after which the next page begins.
import { ok, type Result } from '#domain/result.ts';
import { builtIn, type Condition, isIndexed, notIndexed, type Scope } from './filter-sql.ts';
import { fold } from './fold.ts';
import { invalidRequest, notKnown } from './problem.ts';
import type { Item, OrderBy, PageMark, Problem } from './types.ts';

export interface CompiledOrder {
  /** After ORDER BY. */
  readonly by: string;
  /** Holds for what comes after the mark. */
  readonly after: Condition;
  /** Whether an index gives the whole order. */
  readonly indexed: boolean;
}

interface Key {
  readonly sql: string;
  readonly descending: boolean;
}

const byId: Key = { sql: 'id', descending: false };

/** Blanks come first, as in SharePoint, and last where the order is turned round; capitals do not count; the id decides what is left. */
export function compileOrder(
  orderBy: readonly OrderBy[],
  scope: Scope,
  after: PageMark | undefined,
): Result<CompiledOrder, Problem> {
  const keys: Key[] = [];
  for (const { column: name, descending } of orderBy) {
    const sql = keyFor(name, scope);
    if (!sql.ok) return sql;
    keys.push({ sql: sql.value, descending });
  }
  if (after !== undefined && after.values.length !== keys.length) {
    return invalidRequest('The $skiptoken is not one that this service gave for this order.');
  }
  return ok({
    by: [...keys, byId].map(({ sql, descending }) => (descending ? `${sql} DESC` : sql)).join(', '),
    after:
      after === undefined
        ? { sql: '1', values: [] }
        : comesAfter([...keys, byId], [...after.values.map(fold), after.id]),
    indexed: orderBy.every(({ column }) => isIndexed(column, scope.columns)),
  });
}

function keyFor(name: string, { columns, allowNonIndexed }: Scope): Result<string, Problem> {
  const column = columns.find((candidate) => candidate.name === name);
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (column === undefined && own === undefined) return invalidRequest(`Field '${name}' is not recognized`);
  const type = column?.kind.type;
  if (type === 'hyperlink' || type === 'note') return notKnown(`how to order by '${name}', which is of type ${type}`);
  if (!isIndexed(name, columns) && !allowNonIndexed) return notIndexed(name);
  return ok(`fold(${own?.sql ?? `json_extract(fields, '$.${name}')`})`);
}

/** Behind the mark by the first key, or level there and behind it by the second, and so on. */
function comesAfter(keys: readonly Key[], values: PageMark['values']): Condition {
  const [key, ...others] = keys;
  const [value = null, ...otherValues] = values;
  if (key === undefined) return { sql: '0', values: [] };
  const behind = behindMark(key, value);
  if (others.length === 0) return behind;
  const rest = comesAfter(others, otherValues);
  return {
    sql: `(${behind.sql} OR (${key.sql} IS ? AND ${rest.sql}))`,
    values: [...behind.values, value, ...rest.values],
  };
}

function behindMark({ sql, descending }: Key, value: PageMark['values'][number]): Condition {
  if (value === null) return { sql: descending ? '0' : `${sql} IS NOT NULL`, values: [] };
  return descending
    ? { sql: `(${sql} < ? OR ${sql} IS NULL)`, values: [value] }
    : { sql: `${sql} > ?`, values: [value] };
}

/** Where a page that ends with this item ends. */
export function markOf(item: Item, orderBy: readonly OrderBy[]): PageMark {
  return { id: item.id, values: orderBy.map(({ column }) => valueOf(item, column)) };
}

function valueOf(item: Item, column: string): PageMark['values'][number] {
  if (column === 'id' || column === 'ID') return item.id;
  if (column === 'Created') return item.createdAt;
  if (column === 'Modified') return item.modifiedAt;
  const value = item.fields[column] ?? null;
  return typeof value === 'boolean' ? Number(value) : typeof value === 'object' ? null : value;
}
