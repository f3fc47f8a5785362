import {
  Client,
  type Context,
  type GraphRequest,
  type Middleware,
  type MiddlewareOptions,
  RedirectHandler,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { asGraphFailure, busyName, GraphFailure, type Outcome, readProblem } from './graph-failure.ts';
import type { Meter } from './resource-units.ts';
import type { TokenGetter } from '#workflows/kept-token.ts';
import { createThrottleGate, type ThrottleGate } from './throttle-gate.ts';

/** Microsoft Graph v1.0. Paths begin after the version ("/sites/…"); links are taken as Graph gave them. All throw GraphFailure. */
export interface Graph {
  get(pathOrLink: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  patch(path: string, body: object, ifMatch?: string): Promise<unknown>;
  put(path: string, content: Uint8Array, contentType: string): Promise<unknown>;
  /** With `ifMatch`, an etag, only that version is deleted. */
  remove(path: string, ifMatch?: string): Promise<void>;
}

export interface GraphOptions {
  readonly token: TokenGetter;
  /** How HTTP leaves this process. */
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
  /** Where calls wait when Microsoft 365 asks the app to wait; one for the whole app. */
  readonly gate?: ThrottleGate;
  /** Counts what is spent. */
  readonly meter?: Meter;
  /** Tries after the first, and the wait before each when Graph names none. */
  readonly retry?: { readonly times: number; readonly delaySeconds: number };
}

const graphHost = 'graph.microsoft.com';
/** Microsoft asks apps to name themselves so; requests of nameless apps are held back first. */
const userAgent = 'NONISV|PartTimeTimetables|PTT/0.1.0';

export function createGraph(options: GraphOptions): Graph {
  const client = Client.initWithMiddleware({ middleware: middlewareChain(options), defaultVersion: 'v1.0' });

  async function send<T>(method: string, pathOrLink: string, go: (request: GraphRequest) => Promise<T>): Promise<T> {
    const request = `${method} ${withoutPrivateParts(pathOrLink)}`;
    refuseOtherHosts(pathOrLink, request);
    const notes = new CallNotes();
    try {
      return await go(client.api(pathOrLink).middlewareOptions([notes]));
    } catch (error) {
      throw asGraphFailure(error, request, notes);
    }
  }

  /** A connection that broke says nothing of the other end; a reading may be asked again at once, and only once. */
  async function read(pathOrLink: string): Promise<unknown> {
    const ask = (): Promise<unknown> => send<unknown>('GET', pathOrLink, (request) => request.get());
    try {
      return await ask();
    } catch (error) {
      if (error instanceof GraphFailure && error.status === 0 && error.code === brokenConnection) return ask();
      throw error;
    }
  }

  return {
    get: (pathOrLink) => read(pathOrLink),
    post: (path, body) =>
      send<unknown>('POST', path, async (request) => {
        const answer: unknown = await request.post(body);
        if (!(answer instanceof ReadableStream)) return answer ?? undefined;
        // An answer without a content type, such as that to a mail that was taken in, says nothing more.
        await answer.cancel();
        return undefined;
      }),
    patch: (path, body, ifMatch) =>
      send<unknown>('PATCH', path, (request) => onlyVersion(request, ifMatch).patch(body)),
    put: (path, content, contentType) =>
      send<unknown>('PUT', path, (request) => request.header('Content-Type', contentType).put(Buffer.from(content))),
    remove: async (path, ifMatch) => {
      await send<unknown>('DELETE', path, (request) => onlyVersion(request, ifMatch).delete());
    },
  };
}

const onlyVersion = (request: GraphRequest, etag: string | undefined): GraphRequest =>
  etag ? request.header('If-Match', etag) : request;

function middlewareChain({
  token,
  fetch: sendOut,
  timeoutMs = 30_000,
  gate = createThrottleGate(),
  meter,
  retry,
}: GraphOptions): Middleware {
  // A POST that was answered with 503 or 504 may have been done; doing it again would do it twice. 429 means it was not begun.
  // Whoever would have to wait for long is told so instead: the gate lets nobody else out either.
  const again = new RetryHandler(
    new RetryHandlerOptions(
      retry?.delaySeconds ?? 2,
      retry?.times ?? 3,
      (_delay, _attempt, _request, init, response) =>
        gate.closedForMs() <= longestRetryMs && (init?.method === 'POST' ? response.status === 429 : true),
    ),
  );
  const redirect = new RedirectHandler();
  const telemetry = new TelemetryHandler();
  async function send(url: string, options: Context['options'], bearer: string): Promise<Response> {
    const method = options?.method ?? 'GET';
    const passed = await gate.pass();
    if (!passed.open) throw new Busy(passed.waitMs);
    const headers = new Headers(options?.headers);
    headers.set('Authorization', `Bearer ${bearer}`);
    headers.set('User-Agent', userAgent);
    const answer = await sendOut(url, {
      method,
      headers,
      body: options?.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      gate.noteSilence();
      throw error;
    });
    gate.note(answer.status, answer.headers);
    meter?.count(method, url, answer.status);
    return answer;
  }
  const lastHandler: Middleware = {
    async execute(context: Context) {
      const notes = notesOf(context);
      notes.mayBeDone ||= notes.answer !== null && notes.answer.status >= 500;
      notes.answer = null;
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      refuseOtherHosts(url, 'A redirect');
      const bearer = await token();
      let response = await send(url, context.options, bearer);
      let answer = await answerOf(response);
      // It was the token that Graph did not take, and not what was asked for. Nothing was begun, so that a POST too may be sent with
      // another token; once, for a second refusal is not about the token's age.
      if (answer.status === 401 && answer.code === 'InvalidAuthenticationToken') {
        response = await send(url, context.options, await token(bearer));
        answer = await answerOf(response);
      }
      notes.answer = answer;
      context.response = response;
    },
  };
  again.setNext(redirect);
  redirect.setNext(telemetry);
  telemetry.setNext(lastHandler);
  return again;
}

/** What one call has met on its way. It travels with the call, because calls go out side by side. */
class CallNotes implements MiddlewareOptions, Outcome {
  answer: Outcome['answer'] = null;
  mayBeDone = false;
}

function notesOf({ middlewareControl }: Context): CallNotes {
  const notes = middlewareControl?.getMiddlewareOptions(CallNotes);
  return notes instanceof CallNotes ? notes : new CallNotes();
}

/** The client still has to read the answer, so that it is a copy of it that is read. */
async function answerOf(response: Response): Promise<NonNullable<Outcome['answer']>> {
  const { status, headers } = response;
  const body: unknown = status < 400 ? null : await readJson(response.clone());
  return { status, ...readProblem(body, headers) };
}

const readJson = (response: Response): Promise<unknown> => response.json().catch(() => null);

/** What fetch throws when a connection could not be made or broke; a timeout has a name of its own. */
const brokenConnection = 'TypeError';

/** A wait longer than this is for the next round, not for whoever stands before a form. */
const longestRetryMs = 30_000;

/** Microsoft 365 has asked the app to wait for longer than a caller should. */
class Busy extends Error {
  constructor(waitMs: number) {
    super(`Microsoft 365 takes no calls for another ${Math.ceil(waitMs / 1000)} seconds.`);
    // The Graph client keeps nothing of an error but its name.
    this.name = busyName;
  }
}

/** Whether a path or a link is one that may be asked. */
export function leadsToGraph(pathOrLink: string): boolean {
  if (pathOrLink.startsWith('/')) return true;
  const url = URL.parse(pathOrLink);
  return url?.protocol === 'https:' && url.host === graphHost;
}

/** A token must never go to another host, whatever a link or a redirect says. `what` begins the sentence that says so. */
export function refuseOtherHosts(pathOrLink: string, what: string): void {
  if (leadsToGraph(pathOrLink)) return;
  const host = URL.parse(pathOrLink)?.host ?? 'no host';
  throw new LeadsElsewhere(`${what} leads to ${host}; only ${graphHost} is followed.`);
}

class LeadsElsewhere extends Error {
  override readonly name = 'LeadsElsewhere';
}

/** Ids may be written down; mail addresses, queries and continuation tokens need not be. */
function withoutPrivateParts(pathOrLink: string): string {
  const path = pathOrLink.startsWith('/') ? pathOrLink : (URL.parse(pathOrLink)?.pathname ?? 'an unreadable link');
  return path.replace(/\?.*$/s, '').replace(/[^/@]+(?:@|%40)[^/]+/gi, '{mailbox}');
}
