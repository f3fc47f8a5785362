import type { Outcome } from '../outcome.ts';
import { mayPass } from './failure.ts';

const waits: readonly number[] = [600, 1_800];

/** Sends again after a failure that may pass, twice at most. `onRetry` is called before each wait. Safe because a press carries its id. */
export async function sendPatiently<T>(send: () => Promise<Outcome<T>>, onRetry: () => void): Promise<Outcome<T>> {
  for (const wait of waits) {
    const outcome = await send();
    if (outcome.ok || !mayPass(outcome.failure)) return outcome;
    onRetry();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return send();
}
