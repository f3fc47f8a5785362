import { mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { date } from '#domain/dates.ts';
import { provisionLists } from '#graph/lists/provision.ts';
import { createRecords } from '#graph/lists/records.ts';
import { hubLists, listsBySite } from '#graph/lists/schema.ts';
import { provisionSites } from '#graph/provision-sites.ts';
import { createSites } from '#graph/sites.ts';
import { connect, type Surroundings } from '#host/compose.ts';
import { demoAuthorities, demoSchools } from '#local/demo/schools.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { frontRouters } from '#local/teams/front.ts';
import type { TeamsApp } from '#local/teams/teams-app.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import type { List } from '#local/store/types.ts';

export const hub = '/sites/part-time-timetables';

/** A trust with one school and one authority, its lists made: kept in a file, so that it can be opened again and again. */
export interface TrustFile {
  /** A tenant of its own with all that is in the file; what happens in it stays in it. `product` says where the running app is. */
  open(definition?: TenantDefinition, product?: TeamsApp['origin']): Promise<OpenTrust>;
  remove(): void;
}

export interface OpenTrust {
  readonly tenant: Tenant;
  surroundings(settings?: Readonly<Record<string, string>>): Surroundings;
  /** A list by its title, for changes by hand. */
  list(sitePath: string, title: string): List;
  columnId(sitePath: string, title: string, name: string): string;
  /** Changes a row by hand. */
  edit(sitePath: string, title: string, id: number, cells: Readonly<Record<string, unknown>>): void;
}

const quiet = { PTT_LOG_LEVEL: 'silent' } as const;

export async function makeTrustFile(): Promise<TrustFile> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ptt-trust-'));
  const original = path.join(folder, 'original.sqlite');
  const tenant = await startTenant({ definition: demoTenant, dataFile: original });
  await fill(connect(localSurroundings(tenant.origin, quiet)).graph);
  await tenant.stop();
  let opened = 0;
  return {
    async open(definition = demoTenant, product = () => undefined) {
      opened += 1;
      const dataFile = path.join(folder, `${opened}.sqlite`);
      copyFileSync(original, dataFile);
      return openTrust(definition, dataFile, product);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function fill(graph: ReturnType<typeof connect>['graph']): Promise<void> {
  const sites = createSites(graph, sharePointHost);
  const hubId = await sites.idOf(hub);
  const { listIds } = await provisionLists(graph, hubId, listsBySite.hub);
  const on = { graph, onProblem: () => undefined };
  const listPath = (title: string): string => `/sites/${hubId}/lists/${listIds.get(title)}`;
  const schools = createRecords({ ...on, schema: hubLists.schools, listPath: listPath('Schools') });
  const authorities = createRecords({ ...on, schema: hubLists.authorities, listPath: listPath('Authorities') });
  for (const school of demoSchools(date('2026-11-23')).slice(0, 1)) await schools.create(school);
  for (const authority of demoAuthorities.slice(0, 1)) await authorities.create(authority);
  const deaf = () => undefined;
  await provisionSites({ graph, sites, hubSitePath: hub, onSite: deaf, onMade: deaf, onTrouble: deaf });
}

async function openTrust(
  definition: TenantDefinition,
  dataFile: string,
  product: TeamsApp['origin'],
): Promise<OpenTrust> {
  const routers = frontRouters({ app: demoApp(product), pageFolder: '/nowhere' });
  const tenant = await startTenant({ definition, dataFile, routers });
  const { store } = tenant;
  const list = (sitePath: string, title: string): List => {
    const site = store.sites.byPath(sitePath);
    const found = site && store.lists.find(site.id, title);
    if (!found) throw new Error(`${sitePath} has no list ${title}.`);
    return found;
  };
  const edit: OpenTrust['edit'] = (sitePath, title, id, cells) => {
    const written = store.items.update(list(sitePath, title).id, id, cells, { actor: {} });
    if (!written.ok) throw new Error(written.error.message);
  };
  // As the bot would have learnt it: the address of Teams' service is that of the tenant, which is another each time.
  const serviceUrl = `${tenant.origin}/smba.trafficmanager.net/emea/${definition.tenantId}/`;
  edit(hub, 'Schools', 1, { ServiceUrl: serviceUrl });
  return {
    tenant,
    surroundings: (settings = {}) => localSurroundings(tenant.origin, { ...quiet, ...settings }),
    list,
    columnId(sitePath, title, name) {
      const column = store.lists.columns(list(sitePath, title).id).find((one) => one.name === name);
      if (!column) throw new Error(`${title} has no column ${name}.`);
      return column.id;
    },
    edit,
  };
}
