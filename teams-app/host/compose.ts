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
import { createMailbox } from '#graph/mailbox.ts';
import { createPeople } from '#graph/people.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites } from '#graph/sites.ts';
import { openWorkspace, type GraphWorkspace } from '#graph/workspace.ts';
import { tokenChecker } from '#tab/api/authenticate.ts';
import { tabRouter } from '#tab/api/router.ts';
import type { Clock, Log, Outside } from '#workflows/ports.ts';
import { botWorkflows, type Followers } from './bot-workflows.ts';
import type { Config } from './config.ts';

export interface Surroundings {
  readonly config: Config;
  readonly fetch: typeof fetch;
  readonly cloud: BotCloud;
  readonly log: Log;
  readonly clock?: Clock;
  /** Hears of each list that is made while the lists are opened. */
  readonly onProvisioned?: (sitePath: string, made: string) => void;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

const tabPlace = (config: Config) => ({ appId: config.teamsAppId, entityId: 'cases' });

/** The ways out, without a request yet: sign-in, Graph, and the Bot Connector. */
export function connect({ config, fetch, cloud }: Surroundings) {
  const credentials = createConfidentialClient({ ...config, fetch });
  const graph = createGraph({ token: appTokens(credentials), fetch });
  return {
    credentials,
    graph,
    sites: createSites(graph, config.sharePointHost),
    connector: createConnector({ appId: config.clientId, tenantId: config.tenantId, cloud, credentials, fetch }),
  };
}
export type Connections = ReturnType<typeof connect>;

export interface OpenOutside extends Outside {
  readonly workspace: GraphWorkspace;
}

/** Opens the trust's lists and gives back everything that workflows need. Throws when Microsoft 365 cannot be reached. */
export async function openOutside(
  surroundings: Surroundings,
  { graph, sites, connector }: Connections,
): Promise<OpenOutside> {
  const { config, log, onProvisioned, clock = systemClock } = surroundings;
  const workspace = await openWorkspace({
    graph,
    sites,
    log,
    clock,
    hubSitePath: config.hubSite,
    ...(onProvisioned ? { onProgress: onProvisioned } : {}),
  });
  return {
    workspace,
    people: createPeople({
      graph,
      clock,
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
      authenticate: tokenChecker({ tenantId: config.tenantId, clientId: config.clientId, fetch }),
      readWorkbook: readFormsWorkbook,
      lastRefreshed: () => outside.workspace.lastRefreshed()?.toString() ?? '',
      afterChange: followers.afterChange,
    }),
  };
}
