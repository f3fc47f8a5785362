// One request to Graph, whether it came by itself or as a part of a batch.
import type { Request } from 'express';
import type { FaultRequest } from './fault-kinds.ts';

export interface Asked {
  readonly method: string;
  /** As it was sent, with its version: /v1.0/sites/… */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly header: (name: string) => string | undefined;
  readonly bytes: Buffer | undefined;
}

export function askedBy(request: Request): Asked {
  const body: unknown = request.body;
  return {
    method: request.method,
    path: request.path,
    search: searchOf(request.url),
    header: (name) => request.get(name),
    bytes: Buffer.isBuffer(body) ? body : undefined,
  };
}

export const searchOf = (url: string): string => /\?.*$/s.exec(url)?.[0] ?? '';

export const faultRequest = ({ method, path, search, header }: Asked): FaultRequest => ({
  front: 'graph',
  method,
  path,
  search,
  conditional: header('if-match') !== undefined,
});
