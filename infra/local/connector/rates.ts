// How often a bot may speak in one conversation, and ask who is in it, before Teams turns it away.
import { err, ok, type Result } from '#domain/result.ts';
import type { ConnectorProblem } from './problem.ts';

/** So many calls in so many seconds. */
export interface Rate {
  readonly seconds: number;
  readonly calls: number;
}

export interface ConnectorRates {
  /** To send, create and change, in each conversation. */
  readonly write: readonly Rate[];
  /** To ask for members and conversations, in each conversation. */
  readonly read: readonly Rate[];
  /** All calls of the app. */
  readonly app: readonly Rate[];
}

/** Microsoft's figures for one bot. */
export const teamsRates: ConnectorRates = {
  write: [
    { seconds: 1, calls: 7 },
    { seconds: 2, calls: 8 },
    { seconds: 30, calls: 60 },
    { seconds: 3600, calls: 1800 },
  ],
  read: [
    { seconds: 1, calls: 14 },
    { seconds: 2, calls: 16 },
    { seconds: 30, calls: 120 },
    { seconds: 3600, calls: 3600 },
  ],
  app: [{ seconds: 1, calls: 30 }],
};

export interface RateLimiter {
  /** Begins anew under other rates; null for none. */
  setRates(rates: ConnectorRates | null): void;
  /** Counts a call that is let through; the error says for how many seconds the caller has to stay away. */
  take(use: 'write' | 'read', conversationId: string): Result<null, { readonly waitSeconds: number }>;
}

export function createRateLimiter(now: () => Date, initial: ConnectorRates | null): RateLimiter {
  let rates = initial;
  /** When calls were let through, oldest first. */
  const calls = new Map<string, number[]>();

  function waitMs(key: string, limits: readonly Rate[], atMs: number): number {
    const longest = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
    const recent = (calls.get(key) ?? []).filter((time) => time > atMs - longest);
    calls.set(key, recent);
    const waits = limits.map((limit) => {
      const first = recent.at(-limit.calls);
      return first === undefined ? 0 : first + limit.seconds * 1000 - atMs;
    });
    return Math.max(0, ...waits);
  }

  return {
    setRates: (wanted) => {
      rates = wanted;
      calls.clear();
    },
    take: (use, conversationId) => {
      if (rates === null) return ok(null);
      const atMs = now().getTime();
      const limited = [
        [`${use} ${conversationId}`, rates[use]],
        ['app', rates.app],
      ] as const;
      const wait = Math.max(...limited.map(([key, limits]) => waitMs(key, limits, atMs)));
      if (wait > 0) return err({ waitSeconds: Math.ceil(wait / 1000) });
      for (const [key] of limited) calls.get(key)?.push(atMs);
      return ok(null);
    },
  };
}

export const throttled = (waitSeconds: number): ConnectorProblem => ({
  status: 429,
  code: 'Throttled',
  message: 'Too many requests',
  headers: { 'Retry-After': String(waitSeconds) },
});
