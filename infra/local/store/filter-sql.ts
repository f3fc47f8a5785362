// A checked filter becomes one SQL condition over `items`.
import type { SQLInputValue } from 'node:sqlite';
import { ok, type Result } from '#domain/result.ts';
import { numberOf } from './fields.ts';
import { fold } from './fold.ts';
import { londonMidnight, parseMoment } from './london.ts';
import { invalidRequest, notKnown } from './problem.ts';
import type { Column, ColumnType, Comparison, Filter, Literal, Problem } from './types.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

export interface Scope {
  readonly listId: string;
  readonly columns: readonly Column[];
  readonly allowNonIndexed: boolean;
}

type Compiled = Result<Condition, Problem>;

const sqlOperators: Readonly<Record<Comparison, string>> = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };

interface OwnProperty {
  readonly sql: string;
  readonly indexed: boolean;
  readonly type: ColumnType;
}

/** Item properties that one may filter on beside the columns; only the id has an index. */
export const builtIn: Readonly<Record<string, OwnProperty>> = {
  id: { sql: 'id', indexed: true, type: 'number' },
  ID: { sql: 'id', indexed: true, type: 'number' },
  Created: { sql: 'created_at', indexed: false, type: 'dateTime' },
  Modified: { sql: 'modified_at', indexed: false, type: 'dateTime' },
};

/** Whether an index answers for the column, or for the item's own property of that name. */
export function isIndexed(name: string, columns: readonly Column[]): boolean {
  const column = columns.find((candidate) => candidate.name === name);
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  return column?.indexed ?? own?.indexed ?? false;
}

export function compileFilter(filter: Filter, scope: Scope): Compiled {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const left = compileFilter(filter.left, scope);
      if (!left.ok) return left;
      const right = compileFilter(filter.right, scope);
      if (!right.ok) return right;
      return ok({
        sql: `(${left.value.sql} ${filter.kind.toUpperCase()} ${right.value.sql})`,
        values: [...left.value.values, ...right.value.values],
      });
    }
    case 'compare':
      return compileLeaf(filter.column, scope, (place) => compileComparison(place, filter.operator, filter.value));
    case 'startsWith':
      return compileLeaf(filter.column, scope, (place) => compileStartsWith(place, filter.value));
  }
}

interface Place {
  readonly name: string;
  readonly column: Column | null;
  /** The condition for a test of the value; `absent` also holds where there is no value. */
  readonly where: (test: string, values: readonly SQLInputValue[], absent?: boolean) => Condition;
}

function compileLeaf(name: string, scope: Scope, leaf: (place: Place) => Compiled): Compiled {
  const column = scope.columns.find((candidate) => candidate.name === name) ?? null;
  const own = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (column === null && own === undefined) return invalidRequest(`Field '${name}' is not recognized`);
  if (column?.kind.type === 'hyperlink') return notKnown(`filters on hyperlink columns such as '${name}'`);
  if (!isIndexed(name, scope.columns) && !scope.allowNonIndexed) return notIndexed(name);
  if (column?.indexed === true) return leaf({ name, column, where: indexedWhere(scope.listId, name) });
  const sql = `fold(${own?.sql ?? `json_extract(fields, '$.${name}')`})`;
  return leaf({
    name,
    column,
    where: (test, values, absent = false) => ({
      sql: absent ? `(${sql} ${test} OR ${sql} IS NULL)` : `${sql} ${test}`,
      values,
    }),
  });
}

function indexedWhere(listId: string, name: string): Place['where'] {
  const select = 'SELECT item_id FROM indexed_values WHERE list_id = ? AND column_name = ?';
  return (test, values, absent = false) => {
    const present = { sql: `id IN (${select} AND value ${test})`, values: [listId, name, ...values] };
    if (!absent) return present;
    return { sql: `(${present.sql} OR id NOT IN (${select}))`, values: [...present.values, listId, name] };
  };
}

function compileComparison(place: Place, operator: Comparison, literal: Literal): Compiled {
  if (literal === null) {
    if (operator === 'ne') return ok(place.where('IS NOT NULL', []));
    if (operator === 'eq') return ok(place.where('IS NULL', [], true));
    return invalidRequest(`Field '${place.name}' cannot be compared with null by ${operator}`);
  }
  const value = literalFor(place, literal);
  if (!value.ok) return value;
  return ok(place.where(`${sqlOperators[operator]} ?`, [fold(value.value)], operator === 'ne'));
}

function compileStartsWith(place: Place, prefix: string): Compiled {
  const type = place.column?.kind.type;
  if (type !== 'text' && type !== 'note' && type !== 'choice')
    return notKnown(`startswith on '${place.name}', which is not a text`);
  return ok(place.where(`LIKE ? ESCAPE '\\'`, [`${fold(prefix).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`]));
}

type Given = Exclude<Literal, null>;

/** The literal in the form in which the column keeps its values, so that dates compare as dates. What a column may hold does not matter here. */
function literalFor({ name, column }: Place, literal: Given): Result<SQLInputValue, Problem> {
  switch (column?.kind.type ?? builtIn[name]?.type) {
    case 'text':
    case 'note':
    case 'choice':
      return typeof literal === 'string' ? ok(literal) : misfit(name, 'needs a text, in quotation marks');
    case 'number':
      return compared(numberOf(literal), name, 'needs a number');
    case 'boolean':
      if (literal === 0 || literal === 1) return ok(literal);
      return typeof literal === 'boolean' ? ok(Number(literal)) : misfit(name, 'needs true or false');
    case 'dateTime': {
      const written = typeof literal === 'object' ? literal.moment : literal;
      const moment = typeof written === 'string' ? parseMoment(written) : undefined;
      const isDay = column?.kind.type === 'dateTime' && column.kind.format === 'dateOnly';
      return compared(moment && (isDay ? londonMidnight(moment.day) : moment.instant), name, 'needs a date');
    }
    case 'hyperlink':
    case undefined:
      return notKnown(`filters on hyperlink columns such as '${name}'`);
  }
}

const compared = (value: SQLInputValue | undefined, name: string, need: string): Result<SQLInputValue, Problem> =>
  value === undefined ? misfit(name, need) : ok(value);

const misfit = (name: string, need: string): Result<never, Problem> => invalidRequest(`Field '${name}' ${need}`);

export function notIndexed(name: string): ReturnType<typeof invalidRequest> {
  return invalidRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}
