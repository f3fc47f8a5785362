// An app that was given Sites.Selected and nothing else for sites, and the administrator who grants it the sites one by one.
import { appId, demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import type { GrantRole } from '#local/store/site-grants.ts';
import type { Tenant } from '#local/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import { appClient, registered } from '../../local/a-tenant.ts';

const tool = { clientId: '00000000-0000-4000-8000-0000000000ee', clientSecret: 'the administrator’s' } as const;

export const sitesSelected: Pick<TenantDefinition, 'apps'> = {
  apps: [
    ...demoTenant.apps.map((app) => ({
      ...app,
      applicationPermissions: [
        'Sites.Selected',
        ...app.applicationPermissions.filter((one) => !/^(?:Sites|Files)\./.test(one)),
      ],
    })),
    {
      ...registered(tool),
      displayName: 'The administrator’s tool',
      applicationPermissions: ['Sites.FullControl.All'],
    },
  ],
};

/** As PnP PowerShell does it for an administrator. */
export async function grantSites(tenant: Tenant, sites: Readonly<Record<string, GrantRole>>): Promise<void> {
  const administrator = await appClient(tenant, tool);
  for (const [sitePath, role] of Object.entries(sites))
    await administrator.api(`/sites/${sharePointHost}:${sitePath}:/permissions`).post({
      roles: [role],
      grantedToIdentities: [{ application: { id: appId, displayName: 'Part-time Timetables' } }],
    });
}

export async function takeAway(tenant: Tenant, sitePath: string): Promise<void> {
  const permissions = `/sites/${sharePointHost}:${sitePath}:/permissions`;
  const administrator = await appClient(tenant, tool);
  const { value }: { value: readonly { id: string }[] } = await administrator.api(permissions).get();
  for (const { id } of value) await administrator.api(`${permissions}/${id}`).delete();
}
