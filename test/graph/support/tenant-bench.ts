import { createGraph, type Graph } from '#graph/http.ts';
import type { ListSchema } from '#graph/lists/list-schema.ts';
import { provisionLists } from '#graph/lists/provision.ts';
import { createRecords } from '#graph/lists/records.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites, type Sites } from '#graph/sites.ts';
import { appId, appSecret, demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import type { WrittenCells } from '#graph/lists/column.ts';
import type { Records, RowProblem } from '#workflows/ports.ts';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** The demonstration's tenant on this computer, and the adapter signed in to it as the app. */
export interface TenantBench {
  readonly tenant: Tenant;
  readonly graph: Graph;
  readonly sites: Sites;
  /** The same app from another computer. */
  anotherGraph(): Graph;
  /** Opens one list of Larkfield's site, made if need be. */
  open<T extends object>(schema: ListSchema<T>, graph?: Graph): Promise<Records<T>>;
  /** Problems that the opened lists have spoken of. */
  readonly problems: RowProblem[];
  editByHand(sitePath: string, list: string, key: string, cells: WrittenCells, personId: string): void;
  deleteByHand(sitePath: string, list: string, key: string, personId: string): void;
  /** Takes every item out of every list and every failure out of the way; the lists stand. */
  empty(): void;
  stop(): Promise<void>;
}

export const larkfield = '/sites/larkfield';

/** One tenant for all the tests of a file, emptied after each. */
export function sharedTenantBench(): () => TenantBench {
  let bench: TenantBench | undefined;
  beforeAll(async () => {
    bench = await openTenantBench();
  });
  afterEach(() => bench?.empty());
  afterAll(() => bench?.stop());
  return () => {
    if (!bench) throw new Error('The tenant of these tests has not started.');
    return bench;
  };
}

export async function openTenantBench(definition: TenantDefinition = demoTenant): Promise<TenantBench> {
  const tenant = await startTenant({ definition, dataFile: ':memory:' });
  const graph = signIn(tenant);
  const sites = createSites(graph, sharePointHost);
  const problems: RowProblem[] = [];

  function find(sitePath: string, list: string, key: string) {
    const site = tenant.store.sites.byPath(sitePath);
    const found = site && tenant.store.lists.find(site.id, list);
    const item = found && tenant.store.items.all(found.id).find(({ fields }) => fields['Title'] === key);
    if (!found || !item) throw new Error(`${sitePath} has no ${key} in ${list}.`);
    return { listId: found.id, itemId: item.id };
  }

  return {
    tenant,
    graph,
    sites,
    problems,
    anotherGraph: () => signIn(tenant),
    async open(schema, as = graph) {
      const siteId = await sites.idOf(larkfield);
      const { listIds } = await provisionLists(as, siteId, [schema]);
      const listPath = `/sites/${siteId}/lists/${listIds.get(schema.title)}`;
      const records = createRecords({ graph: as, listPath, schema, onProblem: (problem) => problems.push(problem) });
      await records.refresh();
      return records;
    },
    editByHand(sitePath, list, key, cells, userId) {
      const { listId, itemId } = find(sitePath, list, key);
      const written = tenant.store.items.update(listId, itemId, cells, { actor: { userId } });
      if (!written.ok) throw new Error(written.error.message);
    },
    deleteByHand(sitePath, list, key, userId) {
      const { listId, itemId } = find(sitePath, list, key);
      tenant.store.items.remove(listId, itemId, { actor: { userId } });
    },
    empty() {
      tenant.faults.clear();
      tenant.requests.reset();
      problems.length = 0;
      for (const site of tenant.store.sites.all()) {
        for (const list of tenant.store.lists.of(site.id).filter(({ template }) => template === 'genericList')) {
          for (const { id } of tenant.store.items.all(list.id)) tenant.store.items.remove(list.id, id, { actor: {} });
        }
      }
    },
    stop: () => tenant.stop(),
  };
}

function signIn(tenant: Tenant): Graph {
  const client = createConfidentialClient({
    tenantId: demoTenant.tenantId,
    clientId: appId,
    credential: { kind: 'secret', secret: appSecret },
    fetch: tenant.fetch,
  });
  return createGraph({ token: appTokens(client), fetch: tenant.fetch, retry: { times: 1, delaySeconds: 0 } });
}
