// Sees to it that there is one subscription for each open list: makes what is missing, renews in good time, makes anew what was lost.
// None of it is needed for anything to be right; polling sees every change. So it never throws, and does not insist.
import { errorName } from '#workflows/error-name.ts';
import type { Log } from '#workflows/ports.ts';
import { GraphFailure, isOutOfReach, isUnclear } from '../graph-failure.ts';
import type { Graph } from '../http.ts';
import { inParallel } from '../in-parallel.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { OpenList } from '../open-lists.ts';
import { isGone, makeSubscription, readSubscriptions, removeSubscription, renewSubscription } from './calls.ts';
import type { Holdings } from './holdings.ts';

export interface KeeperOptions {
  readonly graph: Graph;
  /** Where notifications go. Whatever goes there and is not held is a leftover of this app's own. */
  readonly address: string;
  readonly holdings: Holdings;
  readonly lists: () => readonly OpenList[];
  /** Hears of lists that are listened to again: something may have changed in them unheard. */
  readonly onGap: (listPath: string) => void;
  readonly log: Log;
  /** Milliseconds since 1970, as Microsoft counts them. */
  readonly now: () => number;
}

export interface Keeper {
  /** Does what is due; costs no request when nothing is. The answer is in how many milliseconds to look again. */
  look(): Promise<number>;
  /** Renews the subscription of a list at once, or makes it anew where it is gone. */
  renew(listPath: string): Promise<void>;
  /** Makes anew what Microsoft 365 says it has removed. */
  replace(listPath: string): Promise<void>;
  /** Begins nothing more. */
  stop(): void;
}

const minute = 60_000;
const hour = 60 * minute;

const usualMs = minute;
/** After a failure that concerns every list: this long, and twice as long each time, up to an hour. */
const firstRestMs = 5000;
/** What is refused for want of a permission, one list or all of them, is tried again after an hour, and then less and less often. */
const longestRefusedRestMs = 24 * hour;
/** How often Graph is asked which subscriptions it knows, because it may forget some without a word. */
const compareEveryMs = hour;
const atATime = 4;

export function createKeeper({ graph, address, holdings, lists, onGap, log, now }: KeeperOptions): Keeper {
  const resting = new Map<string, { readonly until: number; readonly times: number }>();
  /** To be renewed before their time. */
  const wanted = new Set<string>();
  /** Said to be gone. */
  const removed = new Set<string>();
  /** Were refused in a way that may be theirs or everybody's: another list goes first next time, which shows it. */
  const doubtful = new Set<string>();
  const said = new Set<string>();
  let leftoversMayBe = true;
  let comparedAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let stopped = false;
  let counts = { made: 0, renewed: 0, removed: 0 };

  /** Says what failed, and the same failure not again until all is well. */
  function say(list: OpenList | null, error: unknown): void {
    const code = error instanceof GraphFailure ? error.code : errorName(error);
    const status = error instanceof GraphFailure ? error.status : 0;
    const key = `${status} ${code}`;
    if (said.has(key)) return;
    said.add(key);
    const request = error instanceof GraphFailure ? (error.requestId ?? 'unknown') : 'none';
    if (list === null && isRefused(error))
      log('change notifications refused, polling alone', { status, code, request });
    else
      log('subscription failed', {
        site: list?.sitePath ?? '(all)',
        list: list?.title ?? '(all)',
        status,
        code,
        request,
      });
  }

  /** What Graph knows is held against what this app knows; what nobody holds any more is removed. */
  async function compare(): Promise<void> {
    const here = (await readSubscriptions(graph)).filter(({ notificationUrl }) => notificationUrl === address);
    for (const { listPath, id } of holdings.all()) {
      const known = here.find((one) => one.id === id);
      if (known) holdings.put(listPath, { id, expiresAt: known.expirationDateTime });
      else holdings.forget(listPath);
    }
    if (leftoversMayBe) {
      const held = new Set(holdings.all().map(({ id }) => id));
      const leftovers = here.filter(({ id }) => !held.has(id)).map(({ id }) => id);
      for (const id of [...leftovers, ...holdings.takeFormer()]) {
        await removeSubscription(graph, id);
        counts.removed += 1;
      }
    }
    leftoversMayBe = false;
    comparedAt = now();
  }

  const isDue = ({ listPath }: OpenList): boolean => {
    if ((resting.get(listPath)?.until ?? 0) > now()) return false;
    const holding = holdings.of(listPath);
    return !holding || holding.renewAt <= now() || wanted.has(listPath);
  };

  async function renewed(listPath: string): Promise<boolean> {
    const holding = holdings.of(listPath);
    if (!holding) return false;
    try {
      const { id, expirationDateTime } = await renewSubscription(graph, holding.id, now());
      holdings.put(listPath, { id, expiresAt: expirationDateTime });
      counts.renewed += 1;
      return true;
    } catch (error) {
      if (!isGone(error)) throw error;
      holdings.forget(listPath);
      return false;
    }
  }

  async function make(listPath: string): Promise<void> {
    const { clientState } = holdings;
    try {
      const { id, expirationDateTime } = await makeSubscription(graph, { listPath, address, clientState, now: now() });
      holdings.put(listPath, { id, expiresAt: expirationDateTime });
    } catch (error) {
      // It may stand all the same, and nobody knows its id.
      if (error instanceof GraphFailure && (isUnclear(error) || error.status === 409)) leftoversMayBe = true;
      throw error;
    }
    counts.made += 1;
    onGap(listPath);
  }

  /** Throws only what concerns every list alike. */
  async function seeTo(list: OpenList): Promise<void> {
    const { listPath } = list;
    if (stopped) return;
    try {
      if (!(await renewed(listPath))) await make(listPath);
      else if (wanted.has(listPath)) onGap(listPath);
      wanted.delete(listPath);
      resting.delete(listPath);
    } catch (error) {
      if (error instanceof GraphFailure && (error.status === 400 || error.status === 403)) doubtful.add(listPath);
      if (concernsAll(error) || (isRefused(error) && holdings.all().length === 0)) throw error;
      const times = resting.get(listPath)?.times ?? 0;
      resting.set(listPath, { until: now() + Math.min(hour * 2 ** times, longestRefusedRestMs), times: times + 1 });
      say(list, error);
    }
  }

  async function seeToAll(): Promise<void> {
    for (const listPath of removed) holdings.forget(listPath);
    removed.clear();
    if (leftoversMayBe || now() - comparedAt >= compareEveryMs) await compare();
    const last = ({ listPath }: OpenList): number => Number(doubtful.has(listPath));
    const [first, ...others] = lists()
      .filter(isDue)
      .toSorted((a, b) => last(a) - last(b));
    if (!first) return;
    // If the address cannot be reached from outside, one attempt shows it as well as a hundred.
    await seeTo(first);
    const outcomes = await inParallel(others, atATime, seeTo);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }

  const look = oneAtATime(async (): Promise<number> => {
    counts = { made: 0, renewed: 0, removed: 0 };
    try {
      await seeToAll();
      failures = 0;
      doubtful.clear();
      if (resting.size === 0) said.clear();
      return usualMs;
    } catch (error) {
      say(null, error);
      failures += 1;
      const [first, longest] = isRefused(error) ? [hour, longestRefusedRestMs] : [firstRestMs, hour];
      return Math.min(first * 2 ** (failures - 1), longest);
    } finally {
      if (counts.made + counts.renewed + counts.removed > 0) log('subscriptions changed', counts);
    }
  });

  return {
    look,
    renew: async (listPath) => {
      wanted.add(listPath);
      await look();
    },
    replace: async (listPath) => {
      removed.add(listPath);
      await look();
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** Sites.Selected does not reach as far as this: then every list is refused, and one attempt shows it as well as a hundred. */
const isRefused = (error: unknown): boolean => error instanceof GraphFailure && error.status === 403;

/** Graph out of reach or too busy; a sign-in that is refused; an address that Graph cannot reach or does not like, which it answers with 400. */
const concernsAll = (error: unknown): boolean =>
  !(error instanceof GraphFailure) || isOutOfReach(error) || error.status === 400 || error.status === 401;
