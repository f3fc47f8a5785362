// A tenant that sends notifications quickly, and an app that keeps subscriptions to its lists and listens at a real address.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Graph } from '#graph/http.ts';
import type { Snapshot } from '#graph/snapshot.ts';
import { createSites } from '#graph/sites.ts';
import { notificationAddress } from '#graph/subscriptions/address.ts';
import { type ChangeNotifications, createChangeNotifications } from '#graph/subscriptions/change-notifications.ts';
import { type GraphWorkspace, openWorkspace } from '#graph/workspace.ts';
import { notificationsRoute } from '#host/notifications-route.ts';
import { sharePointHost } from '#local/demo/tenant.ts';
import type { Subscription } from '#local/store/subscriptions.ts';
import type { Tenant } from '#local/tenant.ts';
import { createTwinClock } from '../../twins/clock.ts';
import { createTwinLog, type TwinLog } from '../../twins/log.ts';

const hubSitePath = '/sites/part-time-timetables';

export interface NotifiedApp {
  readonly notifications: ChangeNotifications;
  readonly workspace: GraphWorkspace;
  readonly log: TwinLog;
  /** Lists that were read because something was told, or may have gone unheard, in their order. */
  readonly read: string[];
  /** Where the app is reached. */
  readonly publicAddress: string;
  stop(): Promise<void>;
}

export interface NotifiedAppOptions {
  readonly tenant: Tenant;
  readonly graph: Graph;
  readonly snapshot?: Snapshot;
  /** A port of an app that has stopped, to be reached at the same address. */
  readonly publicAddress?: string;
  readonly momentMs?: number;
}

/** The hub's lists, with nobody behind them; looks are made by the test. */
export async function startNotifiedApp(options: NotifiedAppOptions): Promise<NotifiedApp> {
  const { graph, snapshot, momentMs = 50 } = options;
  const log = createTwinLog();
  const kept = snapshot ? { snapshot } : {};
  const workspace = await openWorkspace({
    graph,
    sites: createSites(graph, sharePointHost),
    log: log.log,
    clock: createTwinClock(),
    hubSitePath,
    ...kept,
  });
  const app = express();
  const server: Server = createServer(app);
  const port = options.publicAddress ? Number(new URL(options.publicAddress).port) : 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const publicAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read: string[] = [];
  const notifications = createChangeNotifications({
    graph,
    address: notificationAddress(publicAddress),
    lists: () => workspace.lists(),
    onChange: async (listPath) => {
      await workspace.refreshOne(listPath);
      read.push(workspace.lists().find((list) => list.listPath === listPath)?.title ?? listPath);
    },
    log: log.log,
    now: () => Date.now(),
    momentMs,
    ...kept,
  });
  app.use(notificationsRoute((body) => notifications.take(body)));
  return {
    notifications,
    workspace,
    log,
    read,
    publicAddress,
    stop: async () => {
      await notifications.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every subscription that the tenant knows, of whichever app. */
export const standing = (tenant: Tenant): readonly Subscription[] =>
  tenant.context.definition.apps.flatMap(({ clientId }) => tenant.store.subscriptions.ofApp(clientId));
