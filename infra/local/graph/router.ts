// graph.microsoft.com: finds the route, checks the caller, answers as Graph does.
import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { err, ok, type Result } from '#domain/result.ts';
import { graphAudience } from '../entra/context.ts';
import { type Caller, verifyCaller } from '../entra/verify-token.ts';
import { invalidRequest, notKnown, refuse } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import type { Usage } from '../usage.ts';
import type { GraphCall, GraphContext, Outcome, Route } from './call.ts';
import { errorBody } from './errors.ts';
import { type FaultRule, type Faults, faultProblem } from './faults.ts';
import { permissionsFor, refusals } from './permissions.ts';
import { readOptions } from './query-options.ts';
import { createRouteTable, type Match } from './route-table.ts';
import { graphRoutes } from './routes.ts';

export interface GraphServices extends GraphContext {
  readonly usage: Usage;
  readonly faults: Faults;
}

/** Graph takes small uploads up to 250 MB; no document of this product comes near. */
const largestBody = '50mb';

export function graphRouter(services: GraphServices): Router {
  const find = createRouteTable(graphRoutes);
  const router = Router();
  router.use(express.raw({ type: () => true, limit: largestBody }));
  router.use(async (request, response) => {
    const outcome = await answer(services, find, request);
    send(services, request, response, outcome);
  });
  return router;
}

async function answer(
  services: GraphServices,
  find: ReturnType<typeof createRouteTable>,
  request: Request,
): Promise<Outcome> {
  const path = versionedPath(request.path);
  const fault = services.faults.take(request.method, request.path);
  const match = path === undefined ? undefined : safely(() => find(request.method, path));
  if (fault !== undefined && fault.afterWrite !== true) {
    record(services, match, request);
    return err(faultProblem(fault));
  }
  const outcome = await perform(services, match, path, request);
  return fault === undefined ? outcome : afterWrite(fault, outcome);
}

/** A failure on demand hides a success, not a refusal: the write must have happened. */
function afterWrite(fault: FaultRule, outcome: Outcome): Outcome {
  return outcome.ok ? err(faultProblem(fault)) : outcome;
}

async function perform(
  services: GraphServices,
  match: Match | undefined,
  path: string | undefined,
  request: Request,
): Promise<Outcome> {
  record(services, match, request);
  const caller = await verifyCaller(services, request.get('authorization'), graphAudience);
  if (!caller.ok) {
    const headers = {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`,
    };
    return refuse({ status: 401, code: 'InvalidAuthenticationToken', message: caller.error.message, headers });
  }
  if (match === undefined || path === undefined) return notKnown(`${request.method} ${request.path} of Graph`);
  const { route, params } = match;
  const permitted = checkPermission(route, caller.value);
  if (!permitted.ok) return permitted;
  const options = readOptions(
    new URL(request.url, 'https://graph.microsoft.com').search,
    route.options ?? [],
    `${route.method} ${route.pattern}`,
  );
  if (!options.ok) return options;
  const body = readBody(route, request);
  if (!body.ok) return body;
  const call: GraphCall = {
    context: services,
    store: services.store,
    caller: caller.value,
    actor: { appId: caller.value.appId, ...(caller.value.userId === null ? {} : { userId: caller.value.userId }) },
    path,
    params,
    options: options.value,
    header: (name) => request.get(name),
    body: body.value,
  };
  return route.handle(call);
}

/** The path after /v1.0; undefined for /beta and anything else. */
function versionedPath(path: string): string | undefined {
  return /^\/v1\.0(\/.+)$/.exec(path)?.[1];
}

/** A path that is not rightly percent-encoded matches no route. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function record(services: GraphServices, match: Match | undefined, request: Request): void {
  if (match === undefined) {
    services.usage.record(request.method, 'unknown', 0);
    return;
  }
  const { units, method, pattern } = match.route;
  services.usage.record(
    method,
    pattern,
    typeof units === 'number'
      ? units
      : units(new Map(new URL(request.url, 'https://graph.microsoft.com').searchParams)),
  );
}

function checkPermission(route: Route, caller: Caller): Result<null, Problem> {
  const { anyOf, refusal } = permissionsFor[route.needs];
  const held = new Set(caller.userId === null ? caller.roles : caller.scopes);
  return anyOf.some((permission) => held.has(permission)) ? ok(null) : refuse({ status: 403, ...refusals[refusal] });
}

function readBody(route: Route, request: Request): Result<unknown, Problem> {
  const bytes: unknown = request.body;
  if (route.body === undefined) return ok(undefined);
  if (!Buffer.isBuffer(bytes)) return route.body === 'bytes' ? ok(new Uint8Array()) : ok(undefined);
  if (route.body === 'bytes') return ok(new Uint8Array(bytes));
  if (!/^application\/json\b/i.test(request.get('content-type') ?? '')) {
    return invalidRequest('The request body must be JSON, with the header Content-Type: application/json.');
  }
  try {
    return ok(JSON.parse(bytes.toString('utf8')));
  } catch {
    return refuse({
      status: 400,
      code: 'BadRequest',
      message:
        'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    });
  }
}

function send(services: GraphServices, request: Request, response: Response, outcome: Outcome): void {
  const requestId = randomUUID();
  const clientRequestId = request.get('client-request-id') ?? requestId;
  response.setHeader('request-id', requestId);
  response.setHeader('client-request-id', clientRequestId);
  const { status, headers = {} } = outcome.ok ? outcome.value : outcome.error;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.status(status);
  const body = outcome.ok
    ? outcome.value.body
    : errorBody(outcome.error, services.now(), { requestId, clientRequestId });
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader(
    'content-type',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  );
  response.end(JSON.stringify(body));
}
