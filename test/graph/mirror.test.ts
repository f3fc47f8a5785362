import { GraphFailure } from '#graph/graph-failure.ts';
import type { Graph } from '#graph/http.ts';
import { encodeNew } from '#graph/lists/codec.ts';
import { createMirror } from '#graph/lists/mirror.ts';
import { casesList } from '#graph/lists/schema/casework.ts';
import { noSnapshot, openSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { describe, expect, it } from 'vitest';
import { aCase } from '../contract/rows.ts';

const next = 'https://graph.microsoft.com/v1.0/next';
const end = 'https://graph.microsoft.com/v1.0/end';

const item = (id: string, version: number, hours: number) => ({
  id,
  etag: `"guid-${id},${version}"`,
  cells: encodeNew(casesList, aCase({ ref: `CASE-${id}`, sourceKey: id, hoursInSchool: hours })),
});

/** The same item as Graph's delta would show it. */
const shown = (id: string, version: number, hours: number) => {
  const { etag, cells } = item(id, version, hours);
  return { id, eTag: etag, fields: cells };
};

const deleted = (id: string) => ({ id, deleted: { state: 'deleted' } });

/** Answers each page in turn; `during` happens while the page is on its way. */
function pagesOf(
  ...pages: readonly (
    | GraphFailure
    | {
        readonly value: readonly object[];
        readonly more?: true;
        readonly during?: () => void;
        readonly after?: string;
      }
  )[]
) {
  const asked: string[] = [];
  const never = () => Promise.reject(new Error('Only reading is expected.'));
  const graph: Graph = {
    get: async (link) => {
      asked.push(link);
      const page = pages[asked.length - 1];
      if (!page) throw new Error('No page is left.');
      await Promise.resolve();
      if (page instanceof GraphFailure) throw page;
      page.during?.();
      return {
        value: page.value,
        [page.more ? '@odata.nextLink' : '@odata.deltaLink']: page.after ?? (page.more ? next : end),
      };
    },
    post: never,
    patch: never,
    put: never,
    remove: never,
  };
  return { asked, graph };
}

const fromTheBeginning = '/sites/s/lists/l/items/delta?$expand=fields';

const refused = (status: number) => new GraphFailure({ request: 'GET /x', status, code: 'x', requestId: null });

const mirrorOver = (graph: Graph, snapshot = noSnapshot) =>
  createMirror({ graph, listPath: '/sites/s/lists/l', schema: casesList, onProblem: () => undefined, snapshot });

const hours = (mirror: ReturnType<typeof mirrorOver>) => mirror.table.all().map(({ value }) => value.hoursInSchool);

describe('the mirror of a list', () => {
  it('follows the pages and then asks only for what is new', async () => {
    const { asked, graph } = pagesOf(
      { value: [shown('1', 1, 10)], more: true },
      { value: [shown('2', 1, 20)] },
      { value: [] },
    );
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    await mirror.refresh();
    expect(hours(mirror)).toEqual([10, 20]);
    expect(asked).toEqual(['/sites/s/lists/l/items/delta?$expand=fields', next, end]);
  });

  it('believes the last of several states of one item', async () => {
    const { graph } = pagesOf(
      { value: [shown('1', 1, 10), shown('1', 3, 30)], more: true },
      { value: [shown('1', 4, 40)] },
    );
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    expect(hours(mirror)).toEqual([40]);
  });

  it('takes out what was deleted, also when it never knew it', async () => {
    const { graph } = pagesOf(
      { value: [shown('1', 1, 10), shown('2', 1, 20)] },
      { value: [deleted('1'), deleted('9')] },
    );
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    await mirror.refresh();
    expect(hours(mirror)).toEqual([20]);
  });

  it('does not let a page from before our own write undo it', async () => {
    const { graph } = pagesOf(
      { value: [shown('1', 1, 10)] },
      { value: [shown('1', 2, 20)], during: () => void mirror.takeIn(item('1', 3, 30)) },
      { value: [shown('1', 3, 30)] },
      { value: [shown('1', 4, 40)] },
    );
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    await mirror.refresh();
    expect(hours(mirror)).toEqual([30]);
    const row = mirror.table.all()[0];
    await mirror.refresh();
    expect(mirror.table.all()[0]).toBe(row);
    await mirror.refresh();
    expect(hours(mirror)).toEqual([40]);
  });

  it('does not let the late answer to our own write undo what came after it', () => {
    const mirror = mirrorOver(pagesOf().graph);
    mirror.takeIn(item('1', 5, 50));
    expect(mirror.takeIn(item('1', 4, 40)).row?.value.hoursInSchool).toBe(50);
    expect(hours(mirror)).toEqual([50]);
  });

  it('keeps a row that we made while everything was being read', async () => {
    const { graph } = pagesOf({ value: [shown('1', 1, 10)], during: () => void mirror.takeIn(item('2', 1, 20)) });
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    expect(hours(mirror)).toEqual([10, 20]);
  });

  it('drops a row of ours that somebody deleted before everything was read again', async () => {
    const { graph } = pagesOf({ value: [shown('1', 1, 10)] });
    const mirror = mirrorOver(graph);
    mirror.takeIn(item('2', 1, 20));
    await mirror.refresh();
    expect(hours(mirror)).toEqual([10]);
  });

  it('asks again for what could not be kept, so that no snapshot has a gap', async () => {
    const snapshot = openSnapshot(':memory:');
    let isFull = true;
    const disk: Snapshot = {
      ...snapshot,
      keepList: (...kept) => {
        if (isFull) throw new Error('The disk is full.');
        snapshot.keepList(...kept);
      },
    };
    const { asked, graph } = pagesOf(
      { value: [shown('1', 1, 10)] },
      { value: [shown('1', 1, 10)] },
      { value: [shown('2', 1, 20)] },
      { value: [shown('2', 1, 20)] },
    );
    const mirror = mirrorOver(graph, disk);
    await expect(mirror.refresh()).rejects.toThrow('full');
    expect(hours(mirror)).toEqual([10]);
    isFull = false;
    await mirror.refresh();
    isFull = true;
    await expect(mirror.refresh()).rejects.toThrow('full');
    isFull = false;
    await mirror.refresh();
    expect(asked).toEqual([fromTheBeginning, fromTheBeginning, end, end]);
    expect(hours(mirrorOver(graph, snapshot))).toEqual([10, 20]);
    snapshot.close();
  });

  it('keeps no delta link to another host, and asks again from where it was', async () => {
    const snapshot = openSnapshot(':memory:');
    const elsewhere = 'https://attacker.example/v1.0/delta?token=1';
    const { asked, graph } = pagesOf(
      { value: [shown('1', 1, 10)], after: elsewhere },
      { value: [shown('1', 1, 10)] },
      { value: [shown('2', 1, 20)], after: elsewhere },
      { value: [shown('2', 1, 20)] },
    );
    const mirror = mirrorOver(graph, snapshot);
    await expect(mirror.refresh()).rejects.toMatchObject({ name: 'LeadsElsewhere' });
    expect(hours(mirrorOver(graph, snapshot))).toEqual([]);
    await mirror.refresh();
    await expect(mirror.refresh()).rejects.toMatchObject({ name: 'LeadsElsewhere' });
    expect(hours(mirrorOver(graph, snapshot))).toEqual([10]);
    await mirror.refresh();
    expect(asked).toEqual([fromTheBeginning, fromTheBeginning, end, end]);
    expect(hours(mirrorOver(graph, snapshot))).toEqual([10, 20]);
    snapshot.close();
  });

  it('reads everything afresh where a snapshot holds a link to another host', async () => {
    const snapshot = openSnapshot(':memory:');
    const misled: Snapshot = {
      ...snapshot,
      readList: (...list) => {
        const kept = snapshot.readList(...list);
        return kept && { ...kept, deltaLink: 'https://attacker.example/v1.0/delta?token=1' };
      },
    };
    await mirrorOver(pagesOf({ value: [shown('1', 1, 10), shown('2', 1, 20)] }).graph, snapshot).refresh();
    const { asked, graph } = pagesOf({ value: [shown('2', 2, 25)] }, { value: [] });
    const mirror = mirrorOver(graph, misled);
    expect(hours(mirror)).toEqual([10, 20]);
    await mirror.refresh();
    await mirror.refresh();
    expect(hours(mirror)).toEqual([25]);
    expect(asked).toEqual([fromTheBeginning, end]);
    snapshot.close();
  });

  it.each([400, 410])('reads everything afresh, once, where its link is answered with %i', async (status) => {
    const { asked, graph } = pagesOf(
      { value: [shown('1', 1, 10), shown('2', 1, 20)] },
      refused(status),
      { value: [shown('1', 2, 15)], more: true, during: () => seen.push(hours(mirror)) },
      refused(400),
      { value: [shown('1', 2, 15)] },
    );
    const mirror = mirrorOver(graph);
    const seen: (readonly number[])[] = [];
    await mirror.refresh();
    await expect(mirror.refresh()).rejects.toMatchObject({ status: 400 });
    // Not before the last page is it known what is gone.
    expect([...seen, hours(mirror)]).toEqual([
      [10, 20],
      [15, 20],
    ]);
    await mirror.refresh();
    expect(hours(mirror)).toEqual([15]);
    expect(asked).toEqual([fromTheBeginning, end, fromTheBeginning, next, fromTheBeginning]);
  });

  it.each([403, 429, 500])('does not read everything because a refresh failed with %i', async (status) => {
    const { asked, graph } = pagesOf({ value: [shown('1', 1, 10)] }, refused(status), { value: [] });
    const mirror = mirrorOver(graph);
    await mirror.refresh();
    await expect(mirror.refresh()).rejects.toMatchObject({ status });
    await mirror.refresh();
    expect(asked).toEqual([fromTheBeginning, end, end]);
    expect(hours(mirror)).toEqual([10]);
  });

  it('serves a caller who asks during a refresh with a refresh that begins later', async () => {
    const { asked, graph } = pagesOf({ value: [] }, { value: [shown('1', 1, 10)] });
    const mirror = mirrorOver(graph);
    const first = mirror.refresh();
    const second = mirror.refresh();
    const third = mirror.refresh();
    await Promise.all([first, second, third]);
    expect(asked).toHaveLength(2);
    expect(hours(mirror)).toEqual([10]);
  });
});
