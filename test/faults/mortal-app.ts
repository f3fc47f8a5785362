// One of the two running apps, as something that can die: from one moment on nothing it sends arrives and nothing is answered to it.
import { join } from 'node:path';
import { type App, startApp } from '#host/app.ts';
import type { Surroundings } from '#host/compose.ts';
import { freePort } from '#test/support/free-port.ts';
import type { Clock } from '#workflows/ports.ts';
import type { OpenTrust } from '../graph/support/a-trust.ts';

export interface MortalApp {
  readonly name: string;
  /** The app while it lives. */
  alive(): App | null;
  /** Starts it where it is dead. False when Microsoft 365 was not to be had, as a supervisor would see it. */
  start(): Promise<boolean>;
  /** It begins so many more calls and dies of the last; `arrives` says whether that one is still carried out. */
  dieAfter(calls: number, arrives: boolean): void;
  /** Dies now, and is gone when this resolves. */
  die(): Promise<void>;
}

export interface MortalAppOptions {
  readonly trust: OpenTrust;
  readonly name: string;
  readonly clock: Clock;
  /** Where its snapshot lies; null for none. */
  readonly folder: string | null;
  readonly notified: boolean;
  /** Told of each mail of which the app cannot know whether it was taken in. */
  readonly onUnclearMail: () => void;
  /** Told when it has died in the middle of its work, and its last call has come to where it was going. */
  readonly onDeath: () => void;
}

/** A line to Microsoft 365 that can be cut. */
interface Line {
  readonly fetch: typeof fetch;
  readonly cutAfter: (calls: number, arrives: boolean) => void;
  readonly cut: () => void;
}

function lineOver(send: typeof fetch, onCut: () => void, onDeath: () => void): Line {
  let left = Number.POSITIVE_INFINITY;
  let lastArrives = false;
  const silence = (): never => {
    throw new TypeError('fetch failed');
  };
  const cut = (): void => {
    left = 0;
    onCut();
  };
  return {
    cut,
    cutAfter: (calls, arrives) => {
      left = calls;
      lastArrives = arrives;
    },
    fetch: async (...asked) => {
      if (left <= 0) return silence();
      left -= 1;
      if (left > 0) {
        const answer = await send(...asked);
        return left > 0 ? answer : silence();
      }
      cut();
      try {
        if (lastArrives) await send(...asked);
      } finally {
        onDeath();
      }
      return silence();
    },
  };
}

export function createMortalApp(options: MortalAppOptions): MortalApp {
  const { trust, name, clock, folder, notified, onUnclearMail, onDeath } = options;
  let running: { readonly app: App; readonly line: Line } | null = null;
  /** Those that have died and are still unwinding. */
  const dying = new Set<Promise<void>>();

  /** The same for all its lives, as an address is. */
  let port = notified ? undefined : '0';

  async function settings(): Promise<Readonly<Record<string, string>>> {
    port ??= String(await freePort());
    return {
      PTT_INSTANCE: name,
      // The term's own steps say when an app looks.
      PTT_POLL_SECONDS: '3600',
      PORT: port,
      ...(folder ? { PTT_SNAPSHOT: join(folder, `${name}.sqlite`) } : {}),
      ...(notified ? { PTT_PUBLIC_ADDRESS: `http://127.0.0.1:${port}` } : {}),
    };
  }

  function bury(app: App): void {
    if (running?.app === app) running = null;
    const buried = app.stop();
    dying.add(buried);
    void buried.finally(() => dying.delete(buried));
  }

  const hearing =
    (send: typeof fetch): typeof fetch =>
    async (...asked) => {
      const [address] = asked;
      const isMail = typeof address === 'string' && address.endsWith('/sendMail');
      try {
        const answer = await send(...asked);
        if (isMail && answer.status >= 500) onUnclearMail();
        return answer;
      } catch (error) {
        if (isMail) onUnclearMail();
        throw error;
      }
    };

  async function begin(): Promise<boolean> {
    await Promise.all(dying);
    const own: Surroundings = trust.surroundings(await settings());
    let born: App | null = null;
    const onCut = (): void => {
      if (born) bury(born);
    };
    const line = lineOver(hearing(own.fetch), onCut, onDeath);
    try {
      born = await startApp({ ...own, fetch: line.fetch, clock, tabFiles: '/nowhere' });
    } catch {
      return false;
    }
    running = { app: born, line };
    return true;
  }

  let beginning: Promise<boolean> | null = null;

  return {
    name,
    alive: () => running?.app ?? null,
    async start() {
      if (running) return true;
      // Whoever asks meanwhile waits for the same start: two apps of one name would take each other's claims for dead.
      beginning ??= begin().finally(() => {
        beginning = null;
      });
      return beginning;
    },
    dieAfter: (calls, arrives) => running?.line.cutAfter(calls, arrives),
    async die() {
      running?.line.cut();
      await Promise.all(dying);
    },
  };
}
