import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface AppProcess {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Resolves when the process has ended, however it ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const startedMessage = z.object({ origin: z.url() });

export interface AppProcessOptions {
  readonly tenantOrigin: string;
  /** Where its log goes; nowhere when left out. */
  readonly logFile?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the product as its own process and waits until it can be used. Rejects with what it said when it cannot start. */
export function startAppProcess({ tenantOrigin, logFile, settings = {} }: AppProcessOptions): Promise<AppProcess> {
  const child = fork(fileURLToPath(new URL('./app.ts', import.meta.url)), {
    env: { ...process.env, ...settings, PTT_LOCAL_TENANT: tenantOrigin },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  if (logFile) {
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
  } else {
    child.stdout?.resume();
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(said.trim() || `The app ended with code ${code}.`)));
    child.once('message', (message) => {
      const { origin } = startedMessage.parse(message);
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await ended;
      };
      resolve({ origin, child, ended, stop });
    });
  });
}
