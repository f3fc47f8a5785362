import type { RequestHandler } from 'express';
import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import { badSyntax, type ConnectorProblem, notImplemented, refuse } from './problem.ts';

/** Only a page of a roster has options. What another one asks for, such as a message for one person alone, is not done. */
export const onlyKnownOptions: RequestHandler = (request, response, next) => {
  const isPaged = request.method === 'GET' && /\/pagedmembers\/?$/.test(request.path);
  const known = isPaged ? Object.keys(pageShape.shape) : [];
  const strange = Object.keys(request.query).find((name) => !known.includes(name));
  if (strange === undefined) next();
  else refuse(response, notImplemented(`the query option '${strange}'`));
};

const pageShape = z.object({
  pageSize: z.string().regex(/^\d+$/).optional(),
  continuationToken: z.string().optional(),
});

export interface PageWanted {
  readonly from: number;
  readonly size: number;
}

const SMALLEST_PAGE = 50;
const LARGEST_PAGE = 500;

/** Which part of a roster of `count` people is asked for. Teams serves between 50 and 500 at a time. */
export function readPage(query: unknown, count: number): Result<PageWanted, ConnectorProblem> {
  const parsed = pageShape.safeParse(query);
  if (!parsed.success) return err(badSyntax(`Bad format of ${String(parsed.error.issues[0]?.path[0])}.`));
  const { pageSize, continuationToken } = parsed.data;
  const size = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(pageSize ?? LARGEST_PAGE)));
  if (continuationToken === undefined) return ok({ from: 0, size });
  const from = Number(Buffer.from(continuationToken, 'base64url').toString('utf8'));
  // Only what was handed out comes back: no page but the first begins before the 51st person, or after the last.
  const isOurs = tokenFor(from) === continuationToken && from >= SMALLEST_PAGE && from < count;
  return isOurs ? ok({ from, size }) : err(badSyntax('Bad format of continuationToken.'));
}

/** Opaque to the bot. */
export const tokenFor = (from: number): string => Buffer.from(String(from)).toString('base64url');
