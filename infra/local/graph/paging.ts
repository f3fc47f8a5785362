import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../store/problem.ts';
import type { OrderBy, PageMark, Problem } from '../store/types.ts';
import { type GraphCall, graphUrl } from './call.ts';

const markShape = z.object({ p_ID: z.string().regex(/^\d+$/).transform(Number) });
const valueShape = z.union([z.string(), z.number(), z.null()]);
const notOurs = 'The $skiptoken is not one that this service gave.';

/** SharePoint's own page mark: base64 of `Paged=TRUE&p_ID=200`, with the values of the order before the id. */
export function pageMarkOf(
  options: ReadonlyMap<string, string>,
  orderBy: readonly OrderBy[] = [],
): Result<PageMark | undefined, Problem> {
  const token = options.get('$skiptoken');
  if (token === undefined) return ok(undefined);
  const parts = new URLSearchParams(Buffer.from(token, 'base64url').toString());
  const mark = markShape.safeParse(Object.fromEntries(parts));
  if (parts.get('Paged') !== 'TRUE' || !mark.success) return invalidRequest(notOurs);
  const values: (string | number | null)[] = [];
  for (const { column } of orderBy) {
    const value = valueShape.safeParse(parseJson(parts.get(`p_${column}`)));
    if (!value.success) return invalidRequest(notOurs);
    values.push(value.data);
  }
  return ok({ id: mark.data.p_ID, values });
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same request for what comes after a mark. */
export function nextLink(call: GraphCall, mark: PageMark, orderBy: readonly OrderBy[] = []): string {
  const parts = new URLSearchParams({ Paged: 'TRUE' });
  for (const [place, { column }] of orderBy.entries()) parts.set(`p_${column}`, JSON.stringify(mark.values[place]));
  parts.set('p_ID', String(mark.id));
  return linkWith(call, call.path, { $skiptoken: Buffer.from(parts.toString()).toString('base64url') });
}

/** An absolute Graph address with the request's own options, some of them replaced. */
export function linkWith(call: GraphCall, path: string, replaced: Readonly<Record<string, string>>): string {
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
  const after = pageMarkOf(call.options);
  if (!after.ok) return after;
  const begin = after.value?.id ?? 0;
  const end = begin + size;
  const value = all.slice(begin, end);
  return ok(end < all.length ? { '@odata.nextLink': nextLink(call, { id: end, values: [] }), value } : { value });
}
