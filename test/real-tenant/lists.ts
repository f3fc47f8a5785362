// Lists of the tests' own on a site of the tenant: made once, emptied after each test, removed at the end.
import type { WrittenCells } from '#graph/lists/column.ts';
import { inParallel } from '#graph/in-parallel.ts';
import type { ListSchema, ListShape } from '#graph/lists/list-schema.ts';
import { provisionLists } from '#graph/lists/provision.ts';
import { createRecords } from '#graph/lists/records.ts';
import { agreementsList, casesList, reviewsList } from '#graph/lists/schema/casework.ts';
import { remindersList } from '#graph/lists/schema/records.ts';
import { readPages } from '#graph/pages.ts';
import type { Graph } from '#graph/http.ts';
import type { Connections } from '#host/compose.ts';
import type { Records } from '#workflows/ports.ts';
import { z } from 'zod';
import type { LedgerBench } from '../contract/ledger-contract.ts';
import type { MirrorBench } from '../contract/mirror-contract.ts';
import type { RecordsBench } from '../contract/records-contract.ts';
import { createTold } from './told.ts';

export interface ListBenches {
  records(): Promise<RecordsBench>;
  mirror(): Promise<MirrorBench>;
  ledger(): Promise<LedgerBench>;
  /** The longest that a list took to tell of a change. */
  longestLagMs(): number;
  remove(): Promise<void>;
}

export interface ListPlace {
  readonly app: Connections;
  /** The same app, signed in once more. */
  readonly appElsewhere: Connections;
  readonly hand: Connections;
  readonly site: string;
  /** What the lists' names begin with. */
  readonly title: string;
}

const schemas: readonly ListShape[] = [casesList, reviewsList, agreementsList, remindersList];
const patience = { longestMs: 60_000, pauseMs: 500 };
const atATime = 4;

export async function makeLists({ app, appElsewhere, hand, site, title }: ListPlace): Promise<ListBenches> {
  const siteId = await app.sites.idOf(site);
  const told = createTold(patience);
  const named = schemas.map((schema) => ({ ...schema, title: `${title} ${schema.title}` }));
  const { listIds, troubles } = await provisionLists(app.graph, siteId, named);
  if (troubles.length > 0) throw new Error(troubles.map(({ words, todo }) => `${words} ${todo}`).join('\n'));
  const pathOf = (schema: ListShape): string => `/sites/${siteId}/lists/${listIds.get(`${title} ${schema.title}`)}`;

  async function open<T extends object>(schema: ListSchema<T>, { graph }: Connections): Promise<Records<T>> {
    const listPath = pathOf(schema);
    const records = createRecords({
      graph: told.reader(graph, listPath),
      listPath,
      schema,
      onProblem: () => undefined,
    });
    await records.refresh();
    return records;
  }

  /** As a person would, without asking what somebody else has changed. */
  function byHand(schema: ListShape) {
    const items = `${pathOf(schema)}/items`;
    const graph: Graph = told.reader(hand.graph, pathOf(schema));
    const addressOf = async (key: string): Promise<string> => {
      const filter = encodeURIComponent(`fields/Title eq '${key}'`);
      const [found] = await readPages(graph, `${items}?$expand=fields&$filter=${filter}`, z.object({ id: z.string() }));
      if (!found) throw new Error(`${schema.title} has no row ${key}.`);
      return `${items}/${found.id}`;
    };
    return {
      async addByHand(key: string, cells: WrittenCells): Promise<void> {
        const filled = Object.entries(cells).filter(([, cell]) => cell !== null);
        await graph.post(items, { fields: { Title: key, ...Object.fromEntries(filled) } });
      },
      editByHand: async (key: string, cells: WrittenCells): Promise<void> =>
        void (await graph.patch(`${await addressOf(key)}/fields`, cells)),
      deleteByHand: async (key: string): Promise<void> => graph.remove(await addressOf(key)),
    };
  }

  async function removeEach(paths: readonly string[], graph: Graph): Promise<void> {
    for (const outcome of await inParallel(paths, atATime, (path) => graph.remove(path))) {
      if (outcome.status === 'rejected') throw outcome.reason;
    }
  }
  const stop = (): Promise<void> => removeEach(told.standing(), told.reader(hand.graph, `/sites/${siteId}`));

  const sweptBy = async (connections: Connections): Promise<LedgerBench['here']> => ({
    cases: await open(casesList, connections),
    reviews: await open(reviewsList, connections),
    agreements: await open(agreementsList, connections),
    reminders: await open(remindersList, connections),
  });

  return {
    records: async () => ({
      cases: await open(casesList, app),
      casesElsewhere: await open(casesList, appElsewhere),
      reviews: await open(reviewsList, app),
      ...byHand(casesList),
      stop,
    }),
    mirror: async () => ({
      here: await open(reviewsList, app),
      elsewhere: await open(reviewsList, appElsewhere),
      another: () => open(reviewsList, app),
      ...byHand(reviewsList),
      stop,
    }),
    ledger: async () => ({ here: await sweptBy(app), elsewhere: await sweptBy(appElsewhere), stop }),
    longestLagMs: () => told.longestMs(),
    remove: () =>
      removeEach(schemas.map(pathOf), hand.graph).catch((error: unknown) => {
        throw new Error(`Lists “${title} …” are left on ${site}; delete them by hand.`, { cause: error });
      }),
  };
}
