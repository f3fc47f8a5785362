// From a request to what is answered: weather, the caller, the route, the quota, permissions, and then the route's own work.
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import { graphAudience } from '../entra/context.ts';
import { type Caller, verifyCaller } from '../entra/verify-token.ts';
import { invalidRequest, notKnown, refuse } from '../store/problem.ts';
import type { GrantRole } from '../store/site-grants.ts';
import type { Problem } from '../store/types.ts';
import type { Usage } from '../usage.ts';
import { type Asked, faultRequest } from './asked.ts';
import type { Answer, GraphCall, GraphContext, Outcome, Route } from './call.ts';
import type { Harm } from './fault-kinds.ts';
import { type Faults, faultProblem } from './faults.ts';
import { permissionsFor, refusals, roleFor } from './permissions.ts';
import { readOptions } from './query-options.ts';
import type { Quota } from './quota.ts';
import { createRouteTable, type Match } from './route-table.ts';
import { graphRoutes } from './routes.ts';

export interface GraphServices extends GraphContext {
  readonly usage: Usage;
  readonly faults: Faults;
  readonly quota: Quota;
}

export type Ask = (asked: Asked) => Promise<Answer>;

export function createAsk(services: GraphServices): Ask {
  const find = createRouteTable(graphRoutes);
  const ask: Ask = async (asked) => {
    const path = versionedPath(asked.path);
    const match = path === undefined ? undefined : safely(() => find(asked.method, path));
    record(services, match, asked);
    const harm = services.faults.take(faultRequest(asked));
    if (harm === undefined) return { outcome: await perform(services, match, asked, { ask }), lost: false };
    return underHarm(harm, asked, () => perform(services, match, asked, { ask, harm }));
  };
  return ask;
}

/** A failure on demand hides a success, not a refusal: after the write means that there was one. */
async function underHarm(harm: Harm, { path, search }: Asked, work: () => Promise<Outcome>): Promise<Answer> {
  const hides = harm.reset === true || harm.status !== undefined;
  const done = hides && harm.afterWrite !== true ? await late(harm) : await work();
  if (done !== null && (!hides || !done.ok)) return { outcome: done, lost: false };
  return { outcome: err(faultProblem(harm, path, search)), lost: harm.reset === true };
}

/** A slow answer keeps nobody here: a tenant that stops does not wait for it. */
async function late({ delayMs }: Harm): Promise<null> {
  if (delayMs !== undefined) await pause(delayMs, undefined, { ref: false });
  return null;
}

async function perform(
  services: GraphServices,
  match: Match | undefined,
  asked: Asked,
  { ask, harm = {} }: { readonly ask: Ask; readonly harm?: Harm },
): Promise<Outcome> {
  const caller = await verifyCaller(services, asked.header('authorization'), graphAudience);
  if (!caller.ok) {
    const headers = {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`,
    };
    return refuse({ status: 401, code: 'InvalidAuthenticationToken', message: caller.error.message, headers });
  }
  if (match === undefined) return notKnown(`${asked.method} ${asked.path} of Graph`);
  const charged = charge(services, match, asked, caller.value);
  if (!charged.ok) return charged;
  const mailbox = mailboxCalled(match);
  const entered = mailbox === undefined ? null : services.quota.enter(caller.value.appId, mailbox);
  if (entered?.ok === false) return entered;
  try {
    const outcome = await handle(services, match, asked, { ask, caller: caller.value });
    await late(harm);
    return withHeaders(outcome, charged.value);
  } finally {
    entered?.value();
  }
}

async function handle(
  services: GraphServices,
  { route, params }: Match,
  asked: Asked,
  { ask, caller }: { readonly ask: Ask; readonly caller: Caller },
): Promise<Outcome> {
  const permitted = checkPermission(route, caller);
  if (!permitted.ok) return permitted;
  const condition = conditionsNotKnown.find((name) => asked.header(name) !== undefined);
  if (condition !== undefined) return notKnown(`the header ${condition}`);
  const options = readOptions(asked.search, route.options ?? [], `${route.method} ${route.pattern}`);
  if (!options.ok) return options;
  const body = readBody(route, asked);
  if (!body.ok) return body;
  const call: GraphCall = {
    context: services,
    store: services.store,
    caller,
    roleNeeded: permitted.value,
    actor: { appId: caller.appId, ...(caller.userId === null ? {} : { userId: caller.userId }) },
    path: versionedPath(asked.path) ?? '',
    params,
    options: options.value,
    header: (name) => asked.header(name),
    body: body.value,
    ask,
  };
  return route.handle(call);
}

/** What only `If-Match` says is looked at; to pass over another condition could write over what the caller meant to keep. */
const conditionsNotKnown = ['If-None-Match', 'If-Modified-Since', 'If-Unmodified-Since'];

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

function unitsOf({ units }: Route, { search }: Asked): number {
  return typeof units === 'number' ? units : units(new Map(new URLSearchParams(search)));
}

function record(services: GraphServices, match: Match | undefined, asked: Asked): void {
  if (match === undefined) services.usage.record(asked.method, 'unknown', 0);
  else services.usage.record(match.route.method, match.route.pattern, unitsOf(match.route, asked));
}

function charge(services: GraphServices, match: Match, asked: Asked, { appId }: Caller) {
  const mailbox = mailboxCalled(match);
  return services.quota.charge(appId, {
    units: unitsOf(match.route, asked),
    sharing: match.route.needs === 'share files',
    ...(mailbox === undefined ? {} : { mailbox }),
  });
}

/** Exchange counts by the mailbox, whatever is done there. */
const mailboxCalled = ({ route, params }: Match): string | undefined =>
  route.needs !== null && permissionsFor[route.needs].refusal === 'mail' ? params['user']?.toLowerCase() : undefined;

function withHeaders(outcome: Outcome, headers: Readonly<Record<string, string>>): Outcome {
  return outcome.ok
    ? ok({ ...outcome.value, headers: { ...headers, ...outcome.value.headers } })
    : err({ ...outcome.error, headers: { ...headers, ...outcome.error.headers } });
}

/** The answer is what is left to be looked at once the site is known: the role that the app needs there, or nothing. */
function checkPermission(route: Route, caller: Caller): Result<GrantRole | null, Problem> {
  if (route.needs === null) return ok(null);
  const { anyOf, refusal } = permissionsFor[route.needs];
  const held = new Set(caller.userId === null ? caller.roles : caller.scopes);
  if (anyOf.some((permission) => held.has(permission))) return ok(null);
  const role = roleFor[route.needs];
  return role !== undefined && held.has('Sites.Selected') ? ok(role) : refuse({ status: 403, ...refusals[refusal] });
}

function readBody(route: Route, { bytes, header }: Asked): Result<unknown, Problem> {
  if (route.body === undefined) return ok(undefined);
  if (route.body === 'bytes') return ok(new Uint8Array(bytes ?? []));
  if (bytes === undefined) return ok(undefined);
  if (!/^application\/json\b/i.test(header('content-type') ?? '')) {
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
