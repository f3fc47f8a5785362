import { ok, type Result } from '#domain/result.ts';
import { invalidRequest, notKnown } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';

const odata = new Set(['expand', 'select', 'filter', 'top', 'skiptoken', 'orderby', 'count', 'skip', 'search']);

/** Reads a query string; OData's options count with and without their `$`. */
export function readOptions(
  search: string,
  known: readonly string[],
  route: string,
): Result<ReadonlyMap<string, string>, Problem> {
  const options = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(search)) {
    const name = odata.has(key.toLowerCase()) ? `$${key.toLowerCase()}` : key.startsWith('$') ? key.toLowerCase() : key;
    if (!known.includes(name)) {
      return name === '$skip' && known.includes('$skiptoken')
        ? invalidRequest('$skip is not supported on this API. Only URLs returned by the API can be used to page.')
        : notKnown(`the query option '${key}' on ${route}`);
    }
    if (options.has(name))
      return invalidRequest(
        `Query option '${key}' was specified more than once, but it must be specified at most once.`,
      );
    options.set(name, value);
  }
  return ok(options);
}

/** `$top` within bounds; the service's own page size without it. */
export function pageSize(options: ReadonlyMap<string, string>, usual: number, most: number): Result<number, Problem> {
  const top = options.get('$top');
  if (top === undefined) return ok(usual);
  return /^[1-9]\d*$/.test(top)
    ? ok(Math.min(Number(top), most))
    : invalidRequest(`Invalid value '${top}' for $top: give a whole number from 1.`);
}

/** Null when fields are not asked for, `all`, or the names asked for. */
export type FieldsWanted = null | 'all' | readonly string[];

/** `fields`, `fields($select=A,B)` or `fields(select=A,B)`. */
export function fieldsWanted(options: ReadonlyMap<string, string>): Result<FieldsWanted, Problem> {
  const expand = options.get('$expand');
  if (expand === undefined) return ok(null);
  const found = /^fields(?:\(([^()]*)\))?$/i.exec(expand.trim());
  if (found === null) return notKnown(`$expand=${expand}; it knows fields and fields($select=...)`);
  if (found[1] === undefined) return ok('all');
  const [, chosen] = /^\s*\$?select\s*=([^;=]*)$/i.exec(found[1]) ?? [];
  if (chosen === undefined) return notKnown(`the options '${found[1]}' of $expand=fields; it knows one $select`);
  const names = chosen.split(',').map((name) => name.trim());
  const odd = names.find((name) => !/^\w+$/.test(name));
  return odd === undefined ? ok(names) : notKnown(`the field '${odd}' in $expand=${expand}`);
}

/** Only the properties named by $select; annotations stay. */
export function selectProperties(
  body: Readonly<Record<string, unknown>>,
  options: ReadonlyMap<string, string>,
  always: readonly string[] = [],
): Result<Readonly<Record<string, unknown>>, Problem> {
  const select = options.get('$select');
  if (select === undefined) return ok(body);
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(body, name));
  if (unknown !== undefined) return notKnown(`the property '${unknown}' in $select`);
  return ok(
    Object.fromEntries(
      Object.entries(body).filter(([name]) => names.includes(name) || always.includes(name) || name.includes('@odata')),
    ),
  );
}
