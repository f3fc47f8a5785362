/**
 * Microsoft 365 asks an app to wait as a whole, not call by call: what one answer says holds for all. The gate is shut for as long
 * as an answer asks, and opens slowly where one says that little of the quota is left.
 */
export interface ThrottleGate {
  /** Answers when the next call may go out; or, when that is longer than a caller should wait, the milliseconds that are left. */
  pass(): Promise<{ readonly open: true } | { readonly open: false; readonly waitMs: number }>;
  /** Takes note of what an answer says about calls to come. */
  note(status: number, headers: Headers): void;
  /** Takes note of a call that got no answer at all. */
  noteSilence(): void;
  /** Milliseconds for which no call goes out; 0 when the gate is open. */
  closedForMs(): number;
}

export interface GateOptions {
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** A call that would have to wait for longer than this, as things stand, is told so instead. */
  readonly patienceMs?: number;
}

/** When an answer asks to wait and does not say how long. */
const unsaidSeconds = 5;
/** A wait beyond this is a mistake in the header, or of the clock behind it. */
const longestSeconds = 600;
/** So many calls in a row without a sound answer are no chance. */
const manyUnanswered = 20;
const longestPauseSeconds = 30;
/** With less than this left of the quota the calls are spread over the time until it is whole again. */
const littleLeft = 0.2;

const noPace = { everyMs: 0, until: 0 };

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export function createThrottleGate({
  now = Date.now,
  sleep = wait,
  random = Math.random,
  patienceMs = 30_000,
}: GateOptions = {}): ThrottleGate {
  let shutUntil = 0;
  /** While little is left: the time from one call to the next, and until when. */
  let pace = noPace;
  let lastAt = 0;
  /** Calls in a row to which nobody gave a sound answer. */
  let unanswered = 0;

  const shutFor = (seconds: number): void => {
    // Apps that were sent away together would come back together; a little more for each spreads them.
    const ms = Math.min(seconds, longestSeconds) * 1000 * (1 + random() / 10);
    shutUntil = Math.max(shutUntil, now() + ms);
  };

  /** Where nobody answers for a while, asking at full speed helps nobody: one call a while is enough to see that it is over. */
  const fail = (): void => {
    unanswered += 1;
    if (unanswered >= manyUnanswered) shutFor(Math.min(2 ** (unanswered - manyUnanswered), longestPauseSeconds));
  };

  return {
    async pass() {
      for (;;) {
        const time = now();
        const paced = time < pace.until ? lastAt + pace.everyMs : 0;
        const waitMs = Math.max(shutUntil, paced) - time;
        if (waitMs <= 0) {
          lastAt = time;
          return { open: true };
        }
        if (waitMs > patienceMs) return { open: false, waitMs };
        await sleep(waitMs);
      }
    },
    note(status, headers) {
      if (status >= 500) fail();
      else unanswered = 0;
      const resetSeconds = Math.min(secondsOf(headers.get('RateLimit-Reset'), now()) ?? 0, longestSeconds);
      if (status === 429 || status === 503) {
        const asked = secondsOf(headers.get('Retry-After'), now()) ?? unsaidSeconds;
        shutFor(Math.max(asked, resetSeconds));
        return;
      }
      const limit = Number(headers.get('RateLimit-Limit') ?? Number.NaN);
      const remaining = Number(headers.get('RateLimit-Remaining') ?? Number.NaN);
      if (!(limit > 0) || Number.isNaN(remaining)) return;
      const isLittle = remaining < limit * littleLeft && resetSeconds > 0;
      if (isLittle && remaining <= 0) shutFor(resetSeconds);
      else if (isLittle) pace = { everyMs: (resetSeconds * 1000) / remaining, until: now() + resetSeconds * 1000 };
      else pace = noPace;
    },
    noteSilence: () => fail(),
    closedForMs: () => Math.max(0, shutUntil - now()),
  };
}

/** `Retry-After` is a number of seconds or a date. */
export function secondsOf(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}
