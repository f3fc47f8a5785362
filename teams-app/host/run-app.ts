import { fileURLToPath } from 'node:url';
import { startWhenInReach } from './start-when-in-reach.ts';
import type { Surroundings } from './compose.ts';

/** Where `npm run build` puts the tab's client. */
const tabFiles = fileURLToPath(new URL('../../dist/tab', import.meta.url));

/** How long a stop waits for what is under way. */
const patienceMs = 10_000;

const complain = (words: string): void => void process.stderr.write(`${words}\n`);

/** Starts the app as a process of its own: says in words why it cannot start, and stops when it is asked to. */
export async function runApp(surroundings: () => Surroundings, files: string = tabFiles): Promise<void> {
  try {
    const app = await startWhenInReach({ ...surroundings(), tabFiles: files }, complain);
    process.send?.({ origin: app.origin });
    const stop = (): void => {
      // Calls that nobody answers are not waited for: whatever was claimed and not done is taken up at the next start.
      setTimeout(() => process.exit(0), patienceMs).unref();
      void app.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    // Started by another process, the app goes when that one goes.
    process.once('disconnect', stop);
  } catch (error) {
    complain(`The app could not start. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
