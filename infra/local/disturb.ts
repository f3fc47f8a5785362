// Bad weather at the fronts that are not Graph: what faults.ts decides befalls the answer, in that front's own words.
import { setTimeout as pause } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { FaultRequest, Front, Harm } from './graph/fault-kinds.ts';
import type { Faults } from './graph/faults.ts';
import { hangUp } from './hang-up.ts';

/** The body with which a front says that something went wrong. */
export type Wording = (status: number, request: Request) => Readonly<Record<string, unknown>>;

/** To be used before the front's own router. */
export function disturb(front: Front, faults: Faults, wording: Wording): RequestHandler {
  return async (request, response, next) => {
    const harm = faults.take(faultRequest(front, request));
    if (harm === undefined) {
      next();
      return;
    }
    if ((harm.reset === true || harm.status !== undefined) && harm.afterWrite !== true) {
      await late(harm);
      spoil(harm, request, response, wording);
      return;
    }
    insteadOfSuccess(harm, request, response, wording);
    next();
  };
}

const faultRequest = (front: Front, request: Request): FaultRequest => ({
  front,
  method: request.method,
  path: request.path,
  search: /\?.*$/s.exec(request.url)?.[0] ?? '',
  conditional: request.get('if-match') !== undefined,
});

/** A slow answer keeps nobody here: a tenant that stops does not wait for it. */
const late = async ({ delayMs }: Harm): Promise<void> => {
  if (delayMs !== undefined) await pause(delayMs, undefined, { ref: false });
};

function spoil({ status, headers, reset }: Harm, request: Request, response: Response, wording: Wording): void {
  if (reset === true || status === undefined) {
    hangUp(response);
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(wording(status, request)));
}

/** Waits for the front to end its answer. A refusal goes out as it is: the failure hides what was done, and nothing was. */
function insteadOfSuccess(harm: Harm, request: Request, response: Response, wording: Wording): void {
  const end = response.end.bind(response);
  const spoils = harm.reset === true || harm.status !== undefined;
  const endLate = async (...ending: unknown[]): Promise<void> => {
    await late(harm);
    response.end = end;
    if (spoils && response.statusCode < 400) spoil(harm, request, response, wording);
    else Reflect.apply(end, response, ending);
  };
  response.end = ((...ending: unknown[]) => {
    void endLate(...ending);
    return response;
  }) as Response['end'];
}
