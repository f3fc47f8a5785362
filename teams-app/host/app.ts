// The running app: opens the lists, opens the doors, makes the rounds, and stops cleanly.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { oneAtATime } from '#graph/one-at-a-time.ts';
import type { Meter } from '#graph/resource-units.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { morningRound } from '#workflows/morning-round.ts';
import { connect, openDoors, openNotifications, openOutside, type OpenOutside, type Surroundings } from './compose.ts';
import { createServer } from './server.ts';
import { startTimers } from './timers.ts';

export interface App {
  /** e.g. http://127.0.0.1:3979 */
  readonly origin: string;
  readonly outside: OpenOutside;
  /** Reads changes now and does what follows from them; tests and the command line need not wait for the clock. */
  readonly poll: () => Promise<void>;
  /** What the clock would have it do now: polls, and makes the morning's round where it is due. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface AppOptions extends Surroundings {
  /** The folder that the tab's client was built into. */
  readonly tabFiles: string;
}

/** Throws when the port is taken or Microsoft 365 cannot be reached. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const connections = connect(options);
  const outside = await openOutside(options, connections);

  const keepHouse = oneAtATime(() => housekeeping(outside));
  const poll = async (): Promise<void> => {
    await outside.workspace.refreshAll();
    await keepHouse();
  };
  const notifications = openNotifications(options, connections, outside, async (listPath) => {
    await outside.workspace.refreshOne(listPath);
    await keepHouse();
  });
  let everythingSaid = true;
  const makeRound = oneAtATime(async () => {
    everythingSaid = await morningRound(outside);
    await keepHouse();
    log('spent since the start', factsOf(connections.meter));
  });
  const morning = async (): Promise<boolean> => {
    await makeRound();
    return everythingSaid;
  };

  const following = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    following.add(work);
    void work.finally(() => following.delete(work));
  };
  const doors = openDoors(options, connections, outside, {
    afterChange: () => follow(keepHouse()),
    afterLearning: () => follow(makeRound()),
  });
  const server = await listen(
    createServer({
      ...doors,
      notifications: notifications && ((body) => notifications.take(body)),
      log,
      tabFiles: options.tabFiles,
      health: () => ({
        // The doors open only once the register was read or remembered. One site that fails is the doctor's to tell: a restart mends nothing.
        ready: true,
        lastRefreshed: outside.workspace.lastRefreshed()?.toString() ?? '',
      }),
    }),
    config,
  );
  const { port } = server.address() as AddressInfo;
  log('app started', { port });

  const timers = startTimers({ now: () => outside.clock.now(), pollSeconds: config.pollSeconds, poll, morning });
  notifications?.start();
  return {
    origin: `http://${config.listen}:${port}`,
    outside,
    poll,
    look: timers.look,
    async stop() {
      log('app stopping');
      await timers.stop();
      await notifications?.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await doors.bot.settled();
      await Promise.all(following);
      outside.close();
    },
  };
}

/** Requests and resource units in all, and the units of each kind of call: what an administrator asks for when calls are throttled. */
function factsOf(meter: Meter): Readonly<Record<string, number>> {
  const ofKinds = Object.entries(meter.byKind()).map(([kind, { units }]) => [kind, units] as const);
  return { ...meter.total(), ...Object.fromEntries(ofKinds) };
}

function listen(app: ReturnType<typeof createServer>, { port, listen: host }: Surroundings['config']): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error) reject(error);
      else resolve(server);
    });
  });
}
