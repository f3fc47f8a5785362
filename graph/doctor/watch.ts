// Listens to the calls that go out anyway: what time the answers tell, and why a call got none that could be read.
import { errorName } from '#workflows/error-name.ts';

export type Unanswered =
  | { readonly kind: 'no connection'; readonly code: string }
  | { readonly kind: 'not JSON'; readonly status: number };

export interface Watch {
  readonly fetch: typeof fetch;
  /** By how many seconds this computer's clock is ahead of Microsoft's; null before an answer told the time. */
  aheadSeconds(): number | null;
  /** What came of the last call to a host, when that was nothing readable. */
  unanswered(host: string): Unanswered | null;
}

/** `now` is this computer's clock, in milliseconds since 1970. */
export function watchCalls(send: typeof fetch, now: () => number): Watch {
  const last = new Map<string, Unanswered | null>();
  let ahead: number | null = null;
  let quickest = Number.POSITIVE_INFINITY;

  /** The quicker an answer, the less it can be off. A header tells whole seconds, on average half a second late. */
  function readClock(response: Response, sent: number, received: number): void {
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(theirs) || received - sent > quickest) return;
    quickest = received - sent;
    ahead = ((sent + received) / 2 - (theirs + 500)) / 1000;
  }

  return {
    async fetch(input, init) {
      const { host } = new URL(input instanceof Request ? input.url : input);
      const sent = now();
      try {
        const response = await send(input, init);
        readClock(response, sent, now());
        const json = /\bjson\b/i.test(response.headers.get('content-type') ?? '');
        last.set(host, json ? null : { kind: 'not JSON', status: response.status });
        return response;
      } catch (error) {
        last.set(host, { kind: 'no connection', code: codeOf(error) });
        throw error;
      }
    },
    aheadSeconds: () => ahead,
    unanswered: (host) => last.get(host) ?? null,
  };
}

/** The code of what went wrong in the network, which stands in the cause of the error of fetch. */
export function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return errorName(error);
}
