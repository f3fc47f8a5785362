import type { Request, RequestHandler, Response } from 'express';
import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';

/** The person picked on the page, whom every `/_local` request names in this header. */
const HEADER = 'x-local-person';

/** Runs a handler as the person picked; 401 for nobody or someone unknown. */
export function asPerson(
  store: Store,
  handle: (user: TenantUser, request: Request, response: Response) => void | Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const id = request.get(HEADER) ?? '';
    const user = store.directory.users().find((one) => one.id === id);
    if (user === undefined)
      problem(
        response,
        401,
        'Nobody is picked, or the person is not in this tenant. Pick a person at the top of the page.',
      );
    else await handle(user, request, response);
  };
}

export function problem(response: Response, status: number, words: string): void {
  response.status(status).json({ problem: words });
}
