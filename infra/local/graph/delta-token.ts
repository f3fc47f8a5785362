// Where a reader of changes stands, as its links carry it.
import { z } from 'zod';
import { graphUrl } from './call.ts';

const position = z.strictObject({
  /** Which data file, so that a token does not outlive `--fresh`. */
  epoch: z.string(),
  list: z.string(),
  /** Changes up to this sequence number are known. */
  after: z.int().min(0),
  /** Items gone before this were never shown in this enumeration and need not be told as deleted. */
  began: z.int().min(0),
  expand: z.string().nullable(),
  top: z.string().nullable(),
});
export type Position = z.infer<typeof position>;

export function encode(value: Position): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export function decode(token: string): Position | null {
  try {
    return position.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString())).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Everything anew, with what was asked for last or, where nothing was, what the token says was asked for at first. */
export function enumerationUrl(path: string, options: ReadonlyMap<string, string>): string {
  const before = decode(options.get('token') ?? '');
  const asked = { $expand: options.get('$expand') ?? before?.expand, $top: options.get('$top') ?? before?.top };
  const query = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return `${graphUrl}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
