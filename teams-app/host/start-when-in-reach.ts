// A start without Microsoft 365 and without a snapshot has nothing to show: it says so once and goes on trying.
import { setTimeout as wait } from 'node:timers/promises';
import { isOutOfReach } from '#graph/graph-failure.ts';
import { type App, type AppOptions, startApp } from './app.ts';

/** Throws what no waiting can mend, such as a refused sign-in or a port that is taken. */
export async function startWhenInReach(
  options: AppOptions,
  complain: (words: string) => void,
  againAfterMs = 30_000,
): Promise<App> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startApp(options);
    } catch (error) {
      if (!(error instanceof Error) || !isOutOfReach(error)) throw error;
      if (tries === 1)
        complain(`${error.message}\nThere is nothing to show yet. Trying every ${againAfterMs / 1000} seconds.`);
      await wait(againAfterMs);
    }
  }
}
