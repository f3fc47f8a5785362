/** How quick and how patient the sending of notifications is. Tests may shorten what they would have to wait for. */
export interface NotificationTiming {
  /** From a change to the first attempt at telling of it; changes in between share one notification. */
  readonly delayMs: number;
  /** For the answer to a handshake. */
  readonly handshakeMs: number;
  /** For the answer to a notification; later is as bad as none. */
  readonly answerMs: number;
  /** An answer that took longer counts as slow. */
  readonly slowMs: number;
  /** So many answers of a receiver are looked at before it is called slow. */
  readonly sample: number;
  /** A slow receiver is told this much later. Microsoft's ten minutes, shortened. */
  readonly slowDelayMs: number;
  /** From the first failure to the next attempt, and then twice as long each time. Microsoft begins with more. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** After this, by the tenant's clock, a notification is given up. */
  readonly retryForMs: number;
}

export const usualTiming: NotificationTiming = {
  delayMs: 250,
  handshakeMs: 10_000,
  answerMs: 3000,
  slowMs: 2900,
  sample: 100,
  slowDelayMs: 10_000,
  retryMs: 1000,
  longestRetryMs: 60_000,
  retryForMs: 4 * 3_600_000,
};
