// npm run bench, its second part: what a restart costs among 100,000 items, with and without the snapshot, after 0, 1, 100 and 10,000
// changes; beside it the least that is possible, and a naive reading of the same lists with Microsoft's plain Graph client. The local
// tenant runs in this process, so times include its own work on the same processor; resource units and requests do not vary.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client';
import { createGraph } from '#graph/http.ts';
import { encodeNew } from '#graph/lists/codec.ts';
import type { ListSchema } from '#graph/lists/list-schema.ts';
import { schoolLists } from '#graph/lists/schema.ts';
import type { OpenList } from '#graph/open-lists.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites } from '#graph/sites.ts';
import { noSnapshot, openSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { type GraphWorkspace, openWorkspace } from '#graph/workspace.ts';
import { appId, appSecret, demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { aCase, aHeldReview, anAgreement } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { createTwinClock } from '#test/twins/clock.ts';
import { createTwinLog } from '#test/twins/log.ts';

const hubSitePath = '/sites/part-time-timetables';
const larkfield = '/sites/larkfield';
const items = { cases: 20_000, agreements: 40_000, reviews: 40_000 } as const;
const total = Object.values(items).reduce((sum, one) => sum + one, 0);

interface Line {
  readonly what: string;
  readonly ms: number;
  /** Those of Graph and their units, as the tenant counted them. */
  readonly requests: number;
  readonly units: number;
  /** Resource units that nobody can do without. */
  readonly least: number;
}

const number = (index: number): string => String(index).padStart(6, '0');

function listOf(tenant: Tenant, title: string): string {
  const site = tenant.store.sites.byPath(larkfield);
  const list = site && tenant.store.lists.find(site.id, title);
  if (!list) throw new Error(`${larkfield} has no list ${title}.`);
  return list.id;
}

async function fill<T extends object>(
  tenant: Tenant,
  schema: ListSchema<T>,
  count: number,
  row: (index: number) => T,
): Promise<void> {
  const listId = listOf(tenant, schema.title);
  for (let index = 0; index < count; index += 1) {
    const made = tenant.store.items.create(listId, encodeNew(schema, row(index)), { actor: {} });
    if (!made.ok) throw new Error(made.error.message);
    // The tenant serves from the same thread: it must be heard from time to time, or its connections are given up.
    if (index % 1000 === 0) await setImmediate();
  }
}

function change(tenant: Tenant, count: number): void {
  const listId = listOf(tenant, 'Cases');
  for (let id = 1; id <= count; id += 1) {
    const changed = tenant.store.items.update(
      listId,
      id,
      { Objectives: `Changed ${performance.now()}` },
      { actor: {} },
    );
    if (!changed.ok) throw new Error(changed.error.message);
  }
}

/** Every case as it now stands in the list: a start that had missed a change would be quick for nothing. */
function requireUpToDate(tenant: Tenant, workspace: GraphWorkspace): void {
  const held = new Map(
    workspace
      .school('LARK')
      .cases.all()
      .map(({ id, value }) => [id, value.objectives]),
  );
  if (held.size !== items.cases) throw new Error(`The mirror holds ${held.size} cases of ${items.cases}.`);
  for (const { id, fields } of tenant.store.items.all(listOf(tenant, 'Cases'))) {
    const objectives = held.get(String(id));
    if (objectives !== fields['Objectives'])
      throw new Error(
        `Case ${id} is held with ${JSON.stringify(objectives)}; the list has ${JSON.stringify(fields['Objectives'])}.`,
      );
  }
}

const spentAt = ({ requests }: Tenant): Pick<Line, 'requests' | 'units'> => ({
  requests: requests.count() - requests.count('POST', '/{tenant}/oauth2/v2.0/token'),
  units: requests.resourceUnits(),
});

export async function benchCatchUp(say: (words: string) => void): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ptt-bench-'));
  const tenant = await startTenant({ definition: demoTenant, dataFile: join(folder, 'tenant.db') });
  const clock = createTwinClock();
  const { log } = createTwinLog();
  const credential = { kind: 'secret', secret: appSecret } as const;
  const token = appTokens(
    createConfidentialClient({ tenantId: demoTenant.tenantId, clientId: appId, credential, fetch: tenant.fetch }),
  );
  const lines: Line[] = [];
  const snapshotFile = join(folder, 'snapshot.db');

  async function start(what: string, snapshot: Snapshot, least: number): Promise<void> {
    const graph = createGraph({ token, fetch: tenant.fetch });
    tenant.requests.reset();
    const begun = performance.now();
    const workspace = await openWorkspace({
      graph,
      sites: createSites(graph, sharePointHost),
      log,
      clock,
      hubSitePath,
      snapshot,
    });
    const ms = performance.now() - begun;
    const spent = spentAt(tenant);
    requireUpToDate(tenant, workspace);
    snapshot.close();
    lines.push({ what, ms, ...spent, least });
  }

  try {
    const graph = createGraph({ token, fetch: tenant.fetch });
    const sites = createSites(graph, sharePointHost);
    const first = await openWorkspace({ graph, sites, log, clock, hubSitePath });
    await first.schools.create(aSchool());
    await first.refreshAll();
    say(`making ${total.toLocaleString('en-GB')} items …`);
    await fill(tenant, schoolLists.cases, items.cases, (index) =>
      aCase({ ref: `R${number(index)}`, sourceKey: `s${index}`, upn: `U${number(index)}` }),
    );
    await fill(tenant, schoolLists.agreements, items.agreements, (index) =>
      anAgreement({ key: `A${number(index)}`, caseRef: `R${number(index % items.cases)}`, version: 1 }),
    );
    await fill(tenant, schoolLists.reviews, items.reviews, (index) =>
      aHeldReview({ key: `V${number(index)}`, caseRef: `R${number(index % items.cases)}`, number: 1 }),
    );

    const lists = first.lists().length;
    const page = 200;
    const fullPages = Object.values(items).reduce((sum, one) => sum + Math.ceil(one / page), 0) - 3;
    say('starting without a snapshot …');
    await start('a start that reads everything', noSnapshot, lists * 2 + fullPages);
    await start('the first start with a snapshot, which it fills', openSnapshot(snapshotFile), lists * 2 + fullPages);
    for (const changes of [0, 1, 100, 10_000]) {
      change(tenant, changes);
      const least = lists + Math.max(0, Math.ceil(changes / page) - 1);
      say(`starting after ${changes} changes …`);
      await start(`a start after ${changes.toLocaleString('en-GB')} changes`, openSnapshot(snapshotFile), least);
    }

    say('reading naively …');
    lines.push(await naive(tenant, await token(), first.lists()));
  } finally {
    await tenant.stop();
    rmSync(folder, { recursive: true });
  }
  return lines;
}

/** Every site and every list looked for by its name, and page after page of each, as the documentation’s first examples do it. */
async function naive(tenant: Tenant, accessToken: string, lists: readonly OpenList[]): Promise<Line> {
  const authentication = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(accessToken) });
  authentication.setNext({
    async execute(context) {
      const { method = 'GET', headers } = context.options ?? {};
      const asked = typeof context.request === 'string' ? context.request : context.request.url;
      context.response = await tenant.fetch(asked, { method, headers: new Headers(headers) });
    },
  });
  const client = Client.initWithMiddleware({ middleware: authentication, defaultVersion: 'v1.0' });
  const get = async <T>(address: string): Promise<T> => (await client.api(address).get()) as T;
  tenant.requests.reset();
  const begun = performance.now();
  for (const sitePath of new Set(lists.map((list) => list.sitePath))) {
    const site = await get<Named>(`/sites/${sharePointHost}:${sitePath}`);
    const { value } = await get<{ readonly value: readonly Named[] }>(`/sites/${site.id}/lists`);
    for (const { title } of lists.filter((list) => list.sitePath === sitePath)) {
      const list = value.find(({ displayName }) => displayName === title);
      let next: string | undefined = `/sites/${site.id}/lists/${list?.id}/items?$expand=fields`;
      while (next !== undefined) next = (await get<{ readonly '@odata.nextLink'?: string }>(next))['@odata.nextLink'];
    }
  }
  const ms = performance.now() - begun;
  const spent = spentAt(tenant);
  return { what: 'a naive reading of the same lists, for comparison', ms, ...spent, least: spent.units };
}

interface Named {
  readonly id: string;
  readonly displayName: string;
}

export function catchUpWords(lines: readonly Line[]): string {
  const naively = lines.at(-1);
  const rows = lines.map(({ what, ms, requests, units, least }) =>
    [
      `${ms.toFixed(0)} ms`.padStart(11),
      String(requests).padStart(10),
      String(units).padStart(7),
      String(least).padStart(7),
      `${(units / (naively?.units ?? units)).toFixed(3)}`.padStart(9),
      `${(ms / (naively?.ms ?? ms)).toFixed(3)}`.padStart(9),
      `  ${what}`,
    ].join(''),
  );
  return [
    `Among ${total.toLocaleString('en-GB')} items; units are SharePoint’s resource units for the whole start, as the tenant counts them;\nthe least is what delta alone takes; ratios are against the naive reading.`,
    '',
    `${'time'.padStart(11)}${'requests'.padStart(10)}${'units'.padStart(7)}${'least'.padStart(7)}${'units ÷'.padStart(9)}${'time ÷'.padStart(9)}`,
    ...rows,
  ].join('\n');
}

if (import.meta.main) {
  const lines = await benchCatchUp((words) => process.stderr.write(`${words}\n`));
  process.stdout.write(`${catchUpWords(lines)}\n`);
}
