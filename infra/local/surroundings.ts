// What the product is given on this computer in place of the platform's fetch and Microsoft's cloud. Nothing else differs.
import type { BotCloud } from '#bot/cloud.ts';
import { publicCloud } from '#bot/cloud.ts';
import type { Surroundings } from '#host/compose.ts';
import { readConfig } from '#host/config.ts';
import { createLog } from '#host/log.ts';
import { appId, appSecret, demoTenant, roleGroups, sharedMailbox, sharePointHost } from './demo/tenant.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { botSignInHost, microsoftHosts } from './microsoft-hosts.ts';

/** Settings of the app for the demonstration's tenant, as an administrator would put them into the environment. */
const demoSettings: Readonly<Record<string, string>> = {
  PTT_TENANT_ID: demoTenant.tenantId,
  PTT_CLIENT_ID: appId,
  PTT_CLIENT_SECRET: appSecret,
  PTT_SHAREPOINT_HOST: sharePointHost,
  PTT_HUB_SITE: '/sites/part-time-timetables',
  PTT_SHARED_MAILBOX: sharedMailbox,
  PTT_ROLE_GROUPS: Object.entries(roleGroups)
    .map(([role, group]) => `${role}=${group}`)
    .join(';'),
  PTT_POLL_SECONDS: '2',
  PTT_INSTANCE: 'local',
  PORT: '0',
};

const localCloud = (tenantOrigin: string): BotCloud => ({
  ...publicCloud,
  openIdMetadataUrl: `${tenantOrigin}/${botSignInHost}/v1/.well-known/openidconfiguration`,
  serviceOrigins: [tenantOrigin],
});

/** `settings` of the caller's go over the demonstration's. */
export function localSurroundings(
  tenantOrigin: string,
  settings: Readonly<Record<string, string | undefined>> = {},
): Surroundings {
  const config = readConfig({ ...demoSettings, ...settings });
  return {
    config,
    fetch: loopbackFetch(tenantOrigin, microsoftHosts(demoTenant)),
    cloud: localCloud(tenantOrigin),
    log: createLog(config.logLevel),
  };
}
