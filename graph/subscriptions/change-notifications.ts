// Change notifications from end to end: subscriptions are kept, what they bring is taken in, and the lists they speak of are read.
import type { Log } from '#workflows/ports.ts';
import type { Graph } from '../http.ts';
import type { OpenList } from '../open-lists.ts';
import { noSnapshot, type Snapshot } from '../snapshot.ts';
import { openHoldings } from './holdings.ts';
import { createKeeper } from './keeper.ts';
import { createReceiver, type Verdict } from './receive.ts';
import { soon } from './soon.ts';

export interface ChangeNotificationsOptions {
  readonly graph: Graph;
  /** Where Microsoft 365 reaches this app: see address.ts. One app alone may use it. */
  readonly address: string;
  readonly lists: () => readonly OpenList[];
  /** Reads what has changed in a list and does what follows from it. Never rejects. */
  readonly onChange: (listPath: string) => Promise<void>;
  readonly log: Log;
  /** Milliseconds since 1970, as Microsoft counts them. */
  readonly now: () => number;
  readonly snapshot?: Snapshot;
  /** What is told of a list within this time costs one reading. */
  readonly momentMs?: number;
}

export interface ChangeNotifications {
  /** Takes what was posted to the address. */
  take(body: unknown): Verdict;
  /** Looks after the subscriptions now; the answer is in how many milliseconds to do so again. */
  look(): Promise<number>;
  /** Looks after them from now on. The address has to answer already. */
  start(): void;
  /** Subscriptions are left standing, for the next start to take up. */
  stop(): Promise<void>;
}

/** Proxies that stand before the app need a moment to see that it is up. */
const firstLookMs = 1000;

export function createChangeNotifications(options: ChangeNotificationsOptions): ChangeNotifications {
  const { graph, address, lists, onChange, log, now, snapshot = noSnapshot, momentMs = 1000 } = options;
  const holdings = openHoldings(snapshot, address, now);
  const reading = soon(momentMs, onChange);
  const keeper = createKeeper({
    graph,
    address,
    holdings,
    lists,
    log,
    now,
    onGap: (listPath) => reading.ask(listPath),
  });
  const mending = soon(0, async (what) => {
    const [event = '', listPath = ''] = what.split('\n');
    await (event === 'subscriptionRemoved' ? keeper.replace(listPath) : keeper.renew(listPath));
  });

  const take = createReceiver({
    holdings,
    listPaths: () => lists().map(({ listPath }) => listPath),
    onChange: (listPath) => reading.ask(listPath),
    onLifecycle: (listPath, event) => {
      if (event === 'reauthorizationRequired' || event === 'subscriptionRemoved') mending.ask(`${event}\n${listPath}`);
      // Some were missed, or something has happened that this app has not heard of: it looks for itself.
      else reading.ask(listPath);
    },
    log,
  });

  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  function lookIn(ms: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = keeper.look().then(lookIn);
    }, ms);
  }

  return {
    take,
    look: () => keeper.look(),
    start: () => lookIn(firstLookMs),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      keeper.stop();
      await Promise.all([underWay, mending.stop()]);
      await reading.stop();
    },
  };
}
