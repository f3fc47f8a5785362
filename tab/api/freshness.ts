// How old what a person sees may be: while Microsoft 365 cannot be read, what was last read is shown, and says so.
import type { Instant, PlainDate } from '#domain/dates.ts';
import type { Freshness, Standing as StandingAnswer } from '#tab/contract/answers.ts';

/** A poll or two may fail without anybody having to know. */
const pollsMissed = 3;
const shortestSeconds = 300;

export function freshnessOf(lastRead: Instant | null, now: Instant, pollSeconds: number): Freshness {
  const usualSeconds = Math.max(pollsMissed * pollSeconds, shortestSeconds);
  const isOld = lastRead === null || now.epochMilliseconds - lastRead.epochMilliseconds > usualSeconds * 1000;
  return { asOf: lastRead?.toString() ?? null, isOld };
}

/** What every page of a school says of itself. */
export interface Standing {
  readonly today: PlainDate;
  readonly freshness: Freshness;
}

export const standingIn = ({ today, freshness }: Standing): StandingAnswer => ({ today: today.toString(), freshness });
