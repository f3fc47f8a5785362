// Carries messages to their receivers: a moment after they were put in, those to one receiver together, again and again while it fails.
import { createReceiverHealth } from './receiver-health.ts';
import type { NotificationTiming } from './timing.ts';

export interface Message {
  /** What has the same key and has not gone yet is said once. */
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** False once nobody wants it any more. */
  readonly wanted: () => boolean;
}

export interface Tally {
  /** Messages that a receiver took. */
  readonly delivered: number;
  /** Attempts that failed: no answer in time, or not 2xx. */
  readonly failures: number;
  /** Messages given up after hours of failing. */
  readonly givenUp: number;
  /** Messages that were not sent because the receiver is very slow. */
  readonly dropped: number;
}

export interface Outbox {
  put(receiver: string, message: Message): void;
  /** Does something later, unless it is stopped before. */
  later(ms: number, work: () => void): void;
  /** Messages and attempts that are still to come or under way. */
  pending(): number;
  tally(): Tally;
  stop(): Promise<void>;
}

interface Needs {
  readonly send: typeof fetch;
  readonly now: () => Date;
  readonly timing: NotificationTiming;
}

/** Messages in one POST. */
const together = 50;

export function createOutbox({ send, now, timing }: Needs): Outbox {
  const health = createReceiverHealth(timing, now);
  const waiting = new Map<string, Map<string, Message>>();
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const tally = { delivered: 0, failures: 0, givenUp: 0, dropped: 0 };
  let stopped = false;

  function later(ms: number, work: () => void): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }

  function flush(receiver: string): void {
    const messages = [...(waiting.get(receiver)?.values() ?? [])];
    waiting.delete(receiver);
    const since = now().getTime();
    for (let first = 0; first < messages.length; first += together)
      attempt(receiver, messages.slice(first, first + together), since, 0);
  }

  function attempt(receiver: string, all: readonly Message[], since: number, failed: number): void {
    const work = deliver(receiver, all, since, failed).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function deliver(receiver: string, all: readonly Message[], since: number, failed: number): Promise<void> {
    const messages = all.filter(({ wanted }) => wanted());
    if (messages.length === 0) return;
    if (health.treatment(receiver) === 'not at all') {
      tally.dropped += messages.length;
      return;
    }
    const began = performance.now();
    const taken = await post(receiver, { value: messages.map(({ body }) => body) });
    health.note(receiver, performance.now() - began);
    if (taken) {
      tally.delivered += messages.length;
      return;
    }
    tally.failures += 1;
    if (now().getTime() - since >= timing.retryForMs) {
      tally.givenUp += messages.length;
      return;
    }
    const wait = Math.min(timing.retryMs * 2 ** failed, timing.longestRetryMs);
    later(wait, () => attempt(receiver, messages, since, failed + 1));
  }

  async function post(receiver: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      const answer = await send(receiver, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timing.answerMs),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  return {
    put: (receiver, message) => {
      const known = waiting.get(receiver);
      if (known !== undefined) {
        known.set(message.key, message);
        return;
      }
      waiting.set(receiver, new Map([[message.key, message]]));
      const extra = health.treatment(receiver) === 'late' ? timing.slowDelayMs : 0;
      later(timing.delayMs + extra, () => flush(receiver));
    },
    later,
    pending: () => timers.size + underWay.size,
    tally: () => ({ ...tally }),
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(underWay);
    },
  };
}
