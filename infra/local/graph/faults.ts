// Failures on demand, as Microsoft 365 would answer them: a rule fails certain requests a number of times, weather a share of them.
import { type Chance, seededChance } from '../chance.ts';
import type { Problem } from '../store/types.ts';
import { type FaultKind, type FaultRequest, type Front, type Harm, harmOf } from './fault-kinds.ts';
import { enumerationUrl } from './delta-token.ts';
import { readOptions } from './query-options.ts';

export interface FaultRule extends Harm {
  /** Graph unless given. */
  readonly front?: Front;
  readonly method: string;
  /** Tried against the path below the host, for Graph with its version; queries are not looked at. */
  readonly path: RegExp;
  /** How many requests fail. */
  readonly times: number;
}

/** The next requests, at any front and by any method, that this kind of failure can meet. */
export interface KindRule {
  readonly kind: FaultKind;
  /** Part of the path, as it is written there; blank for any. */
  readonly part: string;
  readonly times: number;
}

/** A share of the requests that a kind of failure can meet; the same seed gives the same weather to the same requests. */
export interface Weather {
  readonly kind: FaultKind;
  /** From 0 to 1, of all. */
  readonly share: number;
  readonly seed: number;
  /** Every front unless given. */
  readonly front?: Front;
}

export interface Faults {
  failNext(rule: FaultRule | KindRule): void;
  /** In place of the weather there was; none at all is fine weather. */
  setWeather(weather: readonly Weather[]): void;
  /** What befalls this request, if anything. Rules go before weather, and each call uses up one of a rule's times. */
  take(request: FaultRequest): Harm | undefined;
  /** How many requests the rules have still to fail. */
  pending(): number;
  /** No rules, and the weather as it is. */
  clearRules(): void;
  /** Requests since the weather was set, and how many of them something befell. */
  tally(): { readonly requests: number; readonly hit: number };
  /** No rules, fine weather. */
  clear(): void;
}

export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule | KindRule; left: number }[] = [];
  let sky: { readonly weather: Weather; readonly chance: Chance }[] = [];
  let requests = 0;
  let hit = 0;
  const setWeather = (weather: readonly Weather[]): void => {
    sky = weather.map((one) => ({ weather: one, chance: seededChance(one.seed) }));
    requests = 0;
    hit = 0;
  };

  const byRule = (request: FaultRequest): Harm | undefined => {
    const found = rules.find(({ rule }) => harmBy(rule, request) !== undefined);
    if (found === undefined) return undefined;
    found.left -= 1;
    rules = rules.filter(({ left }) => left > 0);
    return harmBy(found.rule, request);
  };
  /** Every kind that could meet the request draws, so that one kind's luck does not depend on another's. */
  const byWeather = (request: FaultRequest): Harm | undefined => {
    const met = sky
      .filter(({ weather }) => weather.front === undefined || weather.front === request.front)
      .map(({ weather, chance }) => ({ harm: harmOf(weather.kind, request), share: weather.share, chance }))
      .filter(({ harm, share, chance }) => harm !== undefined && chance() < share);
    return met[0]?.harm;
  };

  return {
    failNext: (rule) => {
      if (rule.times > 0) rules.push({ rule, left: rule.times });
    },
    setWeather,
    take: (request) => {
      requests += 1;
      const harm = byRule(request) ?? byWeather(request);
      if (harm !== undefined) hit += 1;
      return harm;
    },
    pending: () => rules.reduce((sum, { left }) => sum + left, 0),
    clearRules: () => {
      rules = [];
    },
    tally: () => ({ requests, hit }),
    clear: () => {
      rules = [];
      setWeather([]);
    },
  };
}

function harmBy(rule: FaultRule | KindRule, request: FaultRequest): Harm | undefined {
  if ('kind' in rule) return request.path.includes(rule.part) ? harmOf(rule.kind, request) : undefined;
  const { front = 'graph', method, path } = rule;
  return front === request.front && method === request.method && request.path.search(path) >= 0 ? rule : undefined;
}

const wordings: Readonly<Record<number, Omit<Problem, 'status' | 'headers'>>> = {
  404: { code: 'itemNotFound', message: 'The resource could not be found.' },
  409: { code: 'nameAlreadyExists', message: 'The specified name already exists' },
  410: { code: 'resyncChangesApplyDifferences', message: 'Resync required' },
  412: {
    code: 'resourceModified',
    message: "ETag does not match current item's value",
    innerCode: 'entityTagDoesNotMatch',
  },
  429: { code: 'activityLimitReached', message: 'The request has been throttled', innerCode: 'throttledRequest' },
  500: { code: 'generalException', message: 'General exception while processing' },
  502: { code: 'UnknownError', message: 'Bad gateway' },
  503: { code: 'serviceNotAvailable', message: 'The service is unavailable.' },
  504: { code: 'UnknownError', message: 'Gateway timeout' },
};

/** A harm in Graph's words. What would be cut off by itself is a gateway's timeout where it is part of something larger. */
export function faultProblem({ status = 504, headers }: Harm, path: string, search: string): Problem {
  const wording = wordings[status] ?? { code: 'generalException', message: `Failure ${status} on demand` };
  const afresh: Readonly<Record<string, string>> =
    status === 410 ? { Location: enumerationUrl(path.replace(/^\/v1\.0/, ''), optionsIn(search)) } : {};
  return { status, ...wording, headers: { ...afresh, ...headers } };
}

/** None where the request would have been refused for them. */
function optionsIn(search: string): ReadonlyMap<string, string> {
  const read = readOptions(search, ['token', '$expand', '$top'], 'delta');
  return read.ok ? read.value : new Map();
}
