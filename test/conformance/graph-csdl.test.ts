// Every address that the adapter calls, and every property that the local tenant answers with, stands in Graph's own description.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocuments } from '#graph/documents.ts';
import { createGraph } from '#graph/http.ts';
import { createMailbox } from '#graph/mailbox.ts';
import { createPeople } from '#graph/people.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { createSites } from '#graph/sites.ts';
import { openWorkspace } from '#graph/workspace.ts';
import { people as demoPeople } from '#local/demo/people.ts';
import { demoTenant, roleGroups, sharedMailbox, sharePointHost } from '#local/demo/tenant.ts';
import { startTenant } from '#local/tenant.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { readCsdl, type Csdl } from './csdl.ts';

/** Microsoft's description, where PTT_SPECS names the folder that holds it: it is 3 MB and no part of this project. */
const specs = process.env.PTT_SPECS;

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** Everything that the adapter can do, once, over the local tenant; what was asked and answered. */
async function everyCall(): Promise<readonly Exchange[]> {
  const tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  const heard: Exchange[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await tenant.fetch(input, init);
    const url = new URL(new Request(input).url);
    if (url.host !== 'graph.microsoft.com') return answer;
    const text = await answer.clone().text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    heard.push({
      method: init?.method ?? 'GET',
      path: decodeURIComponent(url.pathname.replace(/^\/v1\.0/, '')),
      status: answer.status,
      body: isJson ? JSON.parse(text) : null,
    });
    return answer;
  };
  try {
    const app = demoTenant.apps[0];
    if (!app) throw new Error('The demonstration’s tenant has no app.');
    const { clientId, clientSecret } = app;
    const client = createConfidentialClient({ tenantId: demoTenant.tenantId, clientId, clientSecret, fetch });
    const graph = createGraph({ token: appTokens(client), fetch });
    const sites = createSites(graph, sharePointHost);
    const clock = createTwinClock();
    const { log } = createTwinLog();
    const workspace = await openWorkspace({ graph, sites, log, clock, hubSitePath: '/sites/part-time-timetables' });
    granted(await workspace.schools.create(aSchool()));
    await workspace.refreshAll();
    const { cases } = workspace.school('LARK');
    const row = granted(await cases.create(aCase()));
    const changed = granted(await cases.change(row, { hoursInSchool: 15 }));
    // An older etag makes the adapter read the item again.
    granted(await cases.change(row, { objectives: 'Another aim.' }));
    await workspace.refreshAll();
    await cases.remove(changed);
    await workspace.refreshAll();
    const school = workspace.schools.all().map(({ value }) => value);
    const members = createPeople({ graph, clock, roleGroups, schools: () => school });
    await members.whoIs(demoPeople.larkHead.id);
    const [first] = school;
    if (!first) throw new Error('The school is not in the register.');
    await createDocuments(graph, sites).file(
      first,
      { reference: 'K7M-2QX', title: 'Notification', facts: [{ term: 'Status', description: 'active' }] },
      [demoPeople.derbyshireOfficer.mail],
    );
    await createMailbox(graph, sharedMailbox).send({
      to: demoPeople.derbyshireOfficer.mail,
      subject: 'A notice',
      text: 'A link.',
    });
  } finally {
    await tenant.stop();
  }
  return heard;
}

const ids = (path: string): string =>
  path.replace(/[^/,:]+\.sharepoint\.com[^/:]*/g, '{site}').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}');

describe.skipIf(specs === undefined)('against Graph’s own description (PTT_SPECS)', () => {
  let csdl: Csdl;
  let heard: readonly Exchange[];

  beforeAll(async () => {
    csdl = readCsdl(readFileSync(join(specs ?? '', 'graph-v1.0-Prod.csdl'), 'utf8'));
    heard = await everyCall();
  }, 60_000);

  it('the description could be read, and enough was asked to compare', () => {
    expect(csdl.types).toBeGreaterThan(1500);
    expect(csdl.resolve('/sites/1/lists/2/items/3/fields')).toBe('graph.fieldValueSet');
    expect(csdl.resolve('/sites/1/lists/2/nonsense')).toBeNull();
    expect(csdl.strangers({ displayName: 'x', nonsense: 1 }, 'graph.list')).toEqual(['.nonsense (graph.list)']);
    expect(new Set(heard.map(({ method, path }) => `${method} ${ids(path)}`)).size).toBeGreaterThan(15);
  });

  it('every address that the adapter calls leads somewhere', () => {
    const nowhere = heard
      .filter(({ path }) => csdl.resolve(path) === null)
      .map(({ method, path }) => `${method} ${ids(path)}`);
    expect([...new Set(nowhere)]).toEqual([]);
  });

  it('every property that the local tenant answers with belongs to its type', () => {
    const strange = heard.flatMap(({ method, path, status, body }) => {
      if (status >= 300 || typeof body !== 'object' || body === null) return [];
      const type = csdl.resolve(path);
      if (type === null) return [];
      const page = (body as { readonly value?: unknown }).value;
      const answered = type.startsWith('Collection(') && method === 'POST' ? type.slice(11, -1) : type;
      const found =
        type.startsWith('Collection(') && Array.isArray(page)
          ? csdl.strangers(page, type)
          : csdl.strangers(body, answered);
      return found.map((one) => `${method} ${ids(path)}: ${one.replace(/\[\d+\]/g, '[]')}`);
    });
    expect([...new Set(strange)]).toEqual([]);
  });
});

describe.runIf(specs === undefined)('Graph’s own description', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
