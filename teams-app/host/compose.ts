// The only place where everything meets. `fetch` and `cloud` are the whole difference between production and the local tenant.
import { randomInt, randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { createBot, type Bot } from '#bot/adapter.ts';
import type { BotCloud } from '#bot/cloud.ts';
import { createConnector } from '#bot/connector.ts';
import { handleActivity } from '#bot/handle-activity.ts';
import { createStaffChannel } from '#bot/staff-channel.ts';
import { Temporal } from '#domain/dates.ts';
import { createDocuments } from '#graph/documents.ts';
import { readFormsWorkbook } from '#graph/forms/workbook.ts';
import { createGraph } from '#graph/http.ts';
import { createMeter } from '#graph/resource-units.ts';
import { noSnapshot, openSnapshot, type Snapshot, sturdy } from '#graph/snapshot.ts';
import { createThrottleGate } from '#graph/throttle-gate.ts';
import { together } from '#graph/together.ts';
import { createMailbox } from '#graph/mailbox.ts';
import { createPeople } from '#graph/people.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites } from '#graph/sites.ts';
import { notificationAddress } from '#graph/subscriptions/address.ts';
import { type ChangeNotifications, createChangeNotifications } from '#graph/subscriptions/change-notifications.ts';
import { openWorkspace, type GraphWorkspace } from '#graph/workspace.ts';
import { tokenChecker } from '#tab/api/authenticate.ts';
import { freshnessOf } from '#tab/api/freshness.ts';
import { tabRouter } from '#tab/api/router.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Clock, Log, Outside } from '#workflows/ports.ts';
import { botWorkflows, type Followers } from './bot-workflows.ts';
import type { Config } from './config.ts';

export interface Surroundings {
  readonly config: Config;
  readonly fetch: typeof fetch;
  readonly cloud: BotCloud;
  readonly log: Log;
  readonly clock?: Clock;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

const tabPlace = (config: Config) => ({ appId: config.teamsAppId, entityId: 'cases' });

/** The ways out, without a request yet: sign-in, Graph, and the Bot Connector. */
export function connect({ config, fetch, cloud }: Surroundings) {
  const credentials = createConfidentialClient({ ...config, fetch });
  const gate = createThrottleGate();
  const meter = createMeter();
  const graph = createGraph({ token: appTokens(credentials), fetch, gate, meter });
  return {
    credentials,
    graph,
    gate,
    meter,
    sites: createSites(graph, config.sharePointHost),
    connector: createConnector({ appId: config.clientId, tenantId: config.tenantId, cloud, credentials, fetch }),
  };
}
export type Connections = ReturnType<typeof connect>;

export interface OpenOutside extends Outside {
  readonly workspace: GraphWorkspace;
  readonly snapshot: Snapshot;
  /** Ends what was opened beside the lists. */
  readonly close: () => void;
}

/** Opens the trust's lists and gives back everything that workflows need. Throws when Microsoft 365 cannot be reached. */
export async function openOutside(
  surroundings: Surroundings,
  { graph, gate, meter, sites, connector }: Connections,
): Promise<OpenOutside> {
  const { config, log, clock = systemClock } = surroundings;
  const snapshot =
    config.snapshot === null
      ? noSnapshot
      : sturdy(openSnapshot(config.snapshot), (error) => log('snapshot given up', errorFacts(error)));
  const workspace = await openWorkspace({
    graph,
    listGraph: together(graph, { gate, meter }),
    snapshot,
    sites,
    log,
    clock,
    hubSitePath: config.hubSite,
  }).catch((error: unknown) => {
    snapshot.close();
    throw error;
  });
  return {
    workspace,
    snapshot,
    close: () => snapshot.close(),
    people: createPeople({
      graph,
      clock,
      log,
      snapshot,
      roleGroups: config.roleGroups,
      schools: () => workspace.schools.all().map((row) => row.value),
    }),
    documents: createDocuments(graph, sites),
    mailbox: createMailbox(graph, config.sharedMailbox),
    staffChannel: createStaffChannel({ connector, tab: tabPlace(config) }),
    clock,
    log,
    random: (limit) => randomInt(limit),
    instance: { name: config.instance, run: randomUUID().slice(0, 8) },
  };
}

/** Null where Microsoft 365 has no address to tell the app at. Its times are those of the world, whatever clock the app goes by. */
export function openNotifications(
  { config, log }: Surroundings,
  { graph }: Connections,
  { workspace, snapshot }: OpenOutside,
  onChange: (listPath: string) => Promise<void>,
): ChangeNotifications | null {
  if (config.publicAddress === null) return null;
  return createChangeNotifications({
    graph,
    snapshot,
    log,
    onChange,
    address: notificationAddress(config.publicAddress),
    lists: () => workspace.lists(),
    now: () => systemClock.now().epochMilliseconds,
  });
}

export interface Doors {
  readonly bot: Bot;
  readonly tabRouter: Router;
}

/** The bot and the tab's API over opened lists. */
export function openDoors(
  surroundings: Surroundings,
  connections: Connections,
  outside: OpenOutside,
  followers: Followers,
): Doors {
  const { config, fetch, cloud, log } = surroundings;
  const handling = {
    people: outside.people,
    commands: botWorkflows(outside, followers),
    log,
    tab: tabPlace(config),
    newId: () => randomUUID(),
  };
  return {
    bot: createBot({
      appId: config.clientId,
      tenantId: config.tenantId,
      cloud,
      credentials: connections.credentials,
      connector: connections.connector,
      log,
      handler: (inbound) => handleActivity(handling, inbound),
    }),
    tabRouter: tabRouter({
      outside,
      authenticate: tokenChecker({
        tenantId: config.tenantId,
        clientId: config.clientId,
        fetch,
        kept: outside.snapshot,
      }),
      readWorkbook: readFormsWorkbook,
      freshness: ({ sitePath }) =>
        freshnessOf(outside.workspace.lastRead(sitePath), outside.clock.now(), config.pollSeconds),
      afterChange: followers.afterChange,
    }),
  };
}
