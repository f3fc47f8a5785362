import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import { type GraphCall, graphUrl } from './call.ts';

/** SharePoint's own page mark: base64 of `Paged=TRUE&p_ID=200`. */
export function afterIdOf(options: ReadonlyMap<string, string>): Result<number, Problem> {
  const token = options.get('$skiptoken');
  if (token === undefined) return ok(0);
  const found = /^Paged=TRUE&p_ID=(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  return found === null ? invalidRequest('The $skiptoken is not one that this service gave.') : ok(Number(found[1]));
}

/** The same request for what comes after an id. */
export function nextLink(call: GraphCall, lastId: number): string {
  const mark = Buffer.from(`Paged=TRUE&p_ID=${lastId}`).toString('base64url');
  return linkWith(call, call.path, { $skiptoken: mark });
}

/** An absolute Graph address with the request's own options, some of them replaced. */
function linkWith(call: GraphCall, path: string, replaced: Readonly<Record<string, string>>): string {
  const options = new Map([...call.options, ...Object.entries(replaced)]);
  const query = [...options].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${graphUrl}${path}?${query}`;
}

export interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string;
}

/** Pages over a short list that is at hand as a whole. */
export function pageOf<T>(call: GraphCall, all: readonly T[], size: number): Result<Page<T>, Problem> {
  const after = afterIdOf(call.options);
  if (!after.ok) return after;
  const end = after.value + size;
  const value = all.slice(after.value, end);
  return ok(end < all.length ? { '@odata.nextLink': nextLink(call, end), value } : { value });
}
