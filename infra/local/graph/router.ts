// graph.microsoft.com: takes requests in, and writes answers as Graph does.
import express, { type Response, Router } from 'express';
import { hangUp } from '../hang-up.ts';
import { createAsk, type GraphServices } from './answer.ts';
import { askedBy } from './asked.ts';
import { jsonType, newIds, replyBody } from './errors.ts';
import type { Outcome } from './call.ts';

/** Graph takes small uploads up to 250 MB; no document of this product comes near. */
const largestBody = '50mb';

export function graphRouter(services: GraphServices): Router {
  const ask = createAsk(services);
  const router = Router();
  router.use(express.raw({ type: () => true, limit: largestBody }));
  router.use(async (request, response) => {
    const { outcome, lost } = await ask(askedBy(request));
    if (lost) hangUp(response);
    else send(services, response, outcome, request.get('client-request-id'));
  });
  return router;
}

function send({ now }: GraphServices, response: Response, outcome: Outcome, clientRequestId: string | undefined): void {
  const ids = newIds(clientRequestId);
  response.setHeader('request-id', ids.requestId);
  response.setHeader('client-request-id', ids.clientRequestId);
  const { status, headers = {} } = outcome.ok ? outcome.value : outcome.error;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.status(status);
  const body = replyBody(outcome, now(), ids);
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', jsonType);
  response.end(JSON.stringify(body));
}
