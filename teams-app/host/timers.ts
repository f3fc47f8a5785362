import { morningOf, Temporal, type Instant } from '#domain/dates.ts';

/** What could not be said in the morning is tried again after this long. */
const againAfter = Temporal.Duration.from({ minutes: 10 });

export interface Rounds {
  readonly now: () => Instant;
  readonly pollSeconds: number;
  /** Reads changes and does what follows from them. Never rejects. */
  readonly poll: () => Promise<void>;
  /** The round of a morning; false when something is left to say. Never rejects. */
  readonly morning: () => Promise<boolean>;
}

export interface Timers {
  /** Polls now, and makes the round where one is due, as at the next turn of the timer. */
  readonly look: () => Promise<void>;
  /** Ends the turns and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

/** Makes the round at once and then each morning, and polls meanwhile: a long round makes nothing be seen later. */
export function startTimers({ now, pollSeconds, poll, morning }: Rounds): Timers {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let made = '';
  let tryAgain: Instant | null = null;
  const round = async (): Promise<void> => {
    made = morningOf(now()).toString();
    tryAgain = null;
    if (!(await morning())) tryAgain = now().add(againAfter);
  };
  /** The last round that was begun. */
  let rounds = round();
  const roundWhereDue = (): Promise<void> => {
    const late = tryAgain !== null && Temporal.Instant.compare(now(), tryAgain) >= 0;
    if (morningOf(now()).toString() !== made || late) rounds = round();
    return rounds;
  };
  const look = async (): Promise<void> => {
    await poll();
    await roundWhereDue();
  };
  const pollMs = pollSeconds * 1000;
  /** Counted from the beginning of the last look: nothing is seen later because that one took long. */
  const schedule = (began: Instant): void => {
    if (stopped) return;
    const spentMs = now().epochMilliseconds - began.epochMilliseconds;
    timer = setTimeout(turn, Math.min(Math.max(pollMs - spentMs, pollMs / 10), pollMs));
  };
  const turn = (): void => {
    const began = now();
    polling = poll().then(() => {
      schedule(began);
      void roundWhereDue();
    });
  };
  let polling: Promise<void> = Promise.resolve();
  schedule(now());
  return {
    look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await polling;
      await rounds;
    },
  };
}
