// What can go wrong with a request, and which requests each of it can meet.

/** The service that a request comes to. */
export type Front = 'graph' | 'sign-in' | 'connector';

export interface FaultRequest {
  readonly front: Front;
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  /** Whether it holds only for a certain state of the thing. */
  readonly conditional: boolean;
}

/** All of it together is possible: late, after the write, and then with no answer at all. */
export interface Harm {
  /** Answered in place of the true answer. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is reset in place of an answer. */
  readonly reset?: boolean;
  /** Do what was asked first. */
  readonly afterWrite?: boolean;
  /** The answer comes late by this much; at Graph only what is done, not what is refused. */
  readonly delayMs?: number;
}

interface Kind {
  readonly harm: Harm;
  readonly meets: (request: FaultRequest) => boolean;
}

const anything = (): boolean => true;
const writes = ({ method, front }: FaultRequest): boolean => method !== 'GET' && front !== 'sign-in';

const kinds = {
  reset: { harm: { reset: true }, meets: anything },
  'reset after the write': { harm: { reset: true, afterWrite: true }, meets: writes },
  slow: { harm: { delayMs: 4000 }, meets: anything },
  busy: { harm: { status: 429, headers: { 'Retry-After': '2' } }, meets: anything },
  'busy without saying how long': { harm: { status: 429 }, meets: anything },
  unavailable: { harm: { status: 503 }, meets: anything },
  'timeout after the write': { harm: { status: 504, afterWrite: true }, meets: writes },
  'changed meanwhile': { harm: { status: 412 }, meets: ({ conditional }) => conditional },
  resync: {
    harm: { status: 410 },
    meets: ({ front, method, path, search }) =>
      front === 'graph' && method === 'GET' && path.endsWith('/items/delta') && /[?&]token=/.test(search),
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type FaultKind = keyof typeof kinds;
export const faultKinds = Object.keys(kinds) as readonly FaultKind[];

/** What a kind of failure does to a request; undefined where it cannot meet it. */
export function harmOf(kind: FaultKind, request: FaultRequest): Harm | undefined {
  const { harm, meets }: Kind = kinds[kind];
  return meets(request) ? harm : undefined;
}
