import { busyName, GraphFailure } from './graph-failure.ts';

/** Whether anybody answers, as one round finds out: where every call would wait for its timeout, one wait is enough. */
export interface Reach {
  /** Does the work, unless nobody answered before in this round: then it throws what was thrown then. */
  ask<T>(work: () => Promise<T>): Promise<T>;
  /** A new round asks again. */
  beginRound(): void;
}

export function createReach(): Reach {
  let answers = 0;
  let silence: GraphFailure | null = null;
  const note = (): void => {
    answers += 1;
    silence = null;
  };
  return {
    async ask(work) {
      if (silence) throw silence;
      const before = answers;
      try {
        const answer = await work();
        note();
        return answer;
      } catch (error) {
        if (isSilence(error)) {
          // One that hangs while others are answered says nothing of Microsoft 365 as a whole.
          if (answers === before) silence = error;
        } else if (!wasNotSent(error)) note();
        throw error;
      }
    },
    beginRound() {
      silence = null;
    },
  };
}

/** A timeout or a broken connection, of Graph or of the sign-in. A link to another host has no status either, and was an answer. */
const isSilence = (error: unknown): error is GraphFailure =>
  error instanceof GraphFailure && error.status === 0 && error.code !== 'LeadsElsewhere';

/** It was turned away at the gate, and nobody else has said anything. */
const wasNotSent = (error: unknown): boolean => error instanceof GraphFailure && error.code === busyName;
