import { type Instant, Temporal } from '#domain/dates.ts';
import type { Clock } from '#workflows/ports.ts';

export interface TwinClock extends Clock {
  /** Sets the clock to a moment written like 2026-11-23T07:30:00Z. */
  set(moment: string): void;
  advance(by: Temporal.DurationLike): void;
}

/** A clock that stands still until it is told otherwise: at first on a school Monday morning. */
export function createTwinClock(moment = '2026-11-23T07:30:00Z'): TwinClock {
  let now: Instant = Temporal.Instant.from(moment);
  return {
    now: () => now,
    set(next) {
      now = Temporal.Instant.from(next);
    },
    advance(by) {
      now = now.toZonedDateTimeISO('Europe/London').add(by).toInstant();
    },
  };
}
