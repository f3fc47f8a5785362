// What a batch may be. A malformed one is refused as a whole, in Graph's words as far as they are known.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { notKnown, refuse } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import { searchOf } from './asked.ts';

export interface BatchPart {
  readonly id: string;
  /** The id as Graph compares it: capitals do not count. */
  readonly key: string;
  readonly method: string;
  /** With its version. */
  readonly path: string;
  readonly search: string;
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Buffer | undefined;
  /** Keys of other parts, all of which stand before this one. */
  readonly dependsOn: readonly string[];
}

export interface Batch {
  readonly parts: readonly BatchPart[];
}

const mostParts = 20;

const partShape = z.strictObject({
  id: z.string().min(1),
  method: z.string().regex(/^(?:GET|POST|PUT|PATCH|DELETE)$/i),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).nullish(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).nullish(),
});

const batchShape = z.strictObject({ requests: z.array(partShape).min(1) });

export function readBatch(body: unknown): Result<Batch, Problem> {
  const parsed = batchShape.safeParse(body);
  if (!parsed.success) {
    const unknown = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
    return unknown === undefined
      ? invalidPayload()
      : notKnown(`the property '${unknown.keys.join("', '")}' of a batch`);
  }
  if (parsed.data.requests.length > mostParts) return malformed('Number of requests inside batch exceed the limit');
  const parts: BatchPart[] = [];
  for (const asked of parsed.data.requests) {
    const part = readPart(asked, parts);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return inOrder(parts) ? ok({ parts }) : malformed('Batch should be either fully sequential or fully parallel.');
}

function readPart(asked: z.infer<typeof partShape>, before: readonly BatchPart[]): Result<BatchPart, Problem> {
  const { id, method, body } = asked;
  const key = id.toLowerCase();
  if (before.some((part) => part.key === key)) return malformed(`Request Id ${id} has to be unique in a batch.`);
  const path = versionedPath(asked.url);
  if (path === null) return invalidPayload();
  const headers = new Map(Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const contentType = headers.get('content-type');
  const writes = !/^(?:GET|DELETE)$/i.test(method);
  if ((writes && body === undefined) || (body !== undefined && contentType === undefined)) {
    return malformed(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  const bytes = bytesOf(body, contentType ?? '');
  if (bytes === null) return invalidPayload();
  const dependsOn = (asked.dependsOn ?? []).map((other) => other.toLowerCase());
  if (dependsOn.some((other) => !before.some((part) => part.key === other))) {
    return malformed(`Invalid dependency for request Id ${id}.`);
  }
  const search = searchOf(asked.url);
  return ok({ id, key, method: method.toUpperCase(), path, search, headers, bytes, dependsOn });
}

/** `/v1.0/sites/…`, `/sites/…` and `sites/…` are the same; whole addresses and batches in batches are not taken. */
function versionedPath(url: string): string | null {
  const [path = ''] = url.split('?');
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path)) return null;
  const unversioned = path.replace(/^\/?(?:v1\.0(?=\/))?\/?/, '/');
  if (/^\/(?:\$|%24)batch\/?$/i.test(unversioned)) return null;
  return new URL(`/v1.0${unversioned}`, 'https://graph.microsoft.com').pathname;
}

/** JSON as it stands; anything else as base64 text. Null for what is neither. */
function bytesOf(body: unknown, contentType: string): Buffer | null | undefined {
  if (body === undefined) return undefined;
  if (/^application\/json\b/i.test(contentType)) return Buffer.from(JSON.stringify(body));
  return typeof body === 'string' ? Buffer.from(body, 'base64') : null;
}

/** All free; or each on the one before it; or all that depend on anything on the same one. Graph knows no other pattern. */
function inOrder(parts: readonly BatchPart[]): boolean {
  const bound = parts.filter(({ dependsOn }) => dependsOn.length > 0);
  const [first] = bound;
  if (first === undefined) return true;
  const same = bound.every(({ dependsOn }) => dependsOn.length === 1 && dependsOn[0] === first.dependsOn[0]);
  const serial = parts.every(
    ({ dependsOn }, place) => place === 0 || (dependsOn.length === 1 && dependsOn[0] === parts[place - 1]?.key),
  );
  return same || serial;
}

const malformed = (message: string): Result<never, Problem> => refuse({ status: 400, code: 'BadRequest', message });

const invalidPayload = (): Result<never, Problem> => malformed('Invalid batch payload format.');
