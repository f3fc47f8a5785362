// The contracts through the very code that aims them at a real tenant, here at the local one: settings file, two registrations,
// Microsoft's addresses led to this computer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectorRoutes } from '#local/connector/connector-routes.ts';
import { madeUpGuid, people } from '#local/demo/people.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import {
  appId,
  appSecret,
  demoTenant,
  roleGroups,
  sharedMailbox,
  sharePointHost,
  teamIds,
} from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { larkfield } from '../graph/support/tenant-bench.ts';
import { everyContract } from './every-contract.ts';
import { readTenantSettings } from './settings.ts';
import { type AimedTenant, aimAt } from './tenant.ts';

// Both registrations with the rights that the guide asks for: the one site, and no other.
const hand = {
  clientId: madeUpGuid(9002),
  secrets: [{ value: 'another local secret' }],
  displayName: 'By hand',
  applicationPermissions: ['Sites.Selected'],
};
const app = {
  clientId: appId,
  secrets: [{ value: appSecret }],
  displayName: 'Part-time timetables',
  applicationPermissions: ['Sites.Selected', 'GroupMember.ReadBasic.All', 'TeamMember.Read.All'],
};
const channelId = '19:lark-staff@thread.tacv2';

const settingsFor = (tenant: Tenant): string => `
PTT_TENANT_ID=${demoTenant.tenantId}
PTT_CLIENT_ID=${appId}
PTT_CLIENT_SECRET=${appSecret}
PTT_SHAREPOINT_HOST=${sharePointHost}
PTT_SHARED_MAILBOX=${sharedMailbox}
PTT_ROLE_GROUPS=senco=${roleGroups.senco};trust=${roleGroups.trust}
PTT_TEST_HAND_ID=${hand.clientId}
PTT_TEST_HAND_SECRET="another local secret"
PTT_TEST_SITE=${larkfield}
PTT_TEST_TEAM=${teamIds.LARK}
PTT_TEST_CHANNEL=${channelId}
PTT_TEST_SERVICE_URL=https://smba.trafficmanager.net/emea/${demoTenant.tenantId}/
PTT_TEST_SENCO=${people.larkSenco.id}
PTT_TEST_SENCO_NAME="${people.larkSenco.displayName}"
PTT_TEST_TRUST_OFFICER=${people.trustOfficer.id}
PTT_TEST_READER=${people.derbyshireOfficer.mail}
PTT_TEST_LOOPBACK=${tenant.origin}
`;

describe('aimed at the local tenant', () => {
  let folder: string;
  let tenant: Tenant;
  let aimed: AimedTenant;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ptt-aimed-'));
    tenant = await startTenant({
      definition: { ...demoTenant, apps: [app, hand] },
      dataFile: ':memory:',
      routers: (context) => [
        connectorRoutes(
          context,
          demoApp(() => undefined),
        ),
      ],
    });
    const { siteGrants, sites } = tenant.store;
    const siteId = sites.byPath(larkfield)?.id ?? '';
    for (const { clientId, displayName } of [app, hand])
      siteGrants.give({ siteId, appId: clientId, displayName, role: 'manage' });
    const file = path.join(folder, 'tenant.env');
    writeFileSync(file, settingsFor(tenant));
    aimed = await aimAt(readTenantSettings(file));
  });
  afterAll(async () => {
    await tenant.stop();
    rmSync(folder, { recursive: true });
  });

  // The local tenant has no inbox that Graph can read.
  everyContract(() => aimed, null);

  it('all has been taken away at the end', async () => {
    const { conversations, drives, items, lists, sites } = tenant.store;
    const siteId = sites.byPath(larkfield)?.id ?? '';
    const made = lists.of(siteId).filter(({ displayName }) => displayName.startsWith('Contract '));
    expect(made).toHaveLength(4);
    expect(made.flatMap(({ id }) => items.all(id))).toEqual([]);
    const farewell = await aimed.close();
    expect(farewell).toMatch(/^Contract \d{4}-\d\d-\d\d \d{6}: \d+ requests .* The lists are removed\.$/);
    expect(lists.of(siteId).map(({ displayName }) => displayName)).toEqual(['Documents']);
    expect(conversations.listChannel(channelId)).toEqual([]);
    expect(conversations.latestSequence()).toBeGreaterThan(0);
    const folderOfNotices = drives.byPath(drives.ofSite(siteId)?.id ?? '', 'Part-time timetables');
    expect(folderOfNotices && drives.children(folderOfNotices.id)).toEqual([]);
  });
});
