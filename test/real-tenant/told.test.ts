// A list that tells of its changes late, as SharePoint's may.
import type { Graph } from '#graph/http.ts';
import { casesList } from '#graph/lists/schema/casework.ts';
import { createRecords } from '#graph/lists/records.ts';
import { describe, expect, it } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase } from '../contract/rows.ts';
import { larkfield, sharedTenantBench } from '../graph/support/tenant-bench.ts';
import { createTold } from './told.ts';

const shared = sharedTenantBench();

/** Answers so many times with what it last said before it says what is new. */
function lagging(graph: Graph, times: number): Graph {
  let left = times;
  return {
    ...graph,
    get: (link) => {
      if (!link.includes('token=') || left === 0) return graph.get(link);
      left -= 1;
      return Promise.resolve({ value: [], '@odata.deltaLink': link });
    },
  };
}

async function twoReaders(lag: number, patience = { longestMs: 5000, pauseMs: 1 }) {
  const bench = shared();
  await bench.open(casesList);
  const siteId = await bench.sites.idOf(larkfield);
  const listPath = `/sites/${siteId}/lists/Cases`;
  const told = createTold(patience);
  const open = (graph: Graph) =>
    createRecords({ graph: told.reader(graph, listPath), listPath, schema: casesList, onProblem: () => undefined });
  const [writer, reader] = [open(bench.graph), open(lagging(bench.anotherGraph(), lag))];
  await writer.refresh();
  await reader.refresh();
  return { told, writer, reader };
}

describe('a list that tells of changes late', () => {
  it('is waited for until all that was written has been told', async () => {
    const { told, writer, reader } = await twoReaders(3);
    const row = granted(await writer.create(aCase()));
    const changed = granted(await writer.change(row, { hoursInSchool: 15 }));
    await reader.refresh();
    expect(reader.all()).toEqual([changed]);
    expect(told.standing()).toHaveLength(1);
    expect(told.longestMs()).toBeGreaterThan(0);
    await writer.remove(changed);
    await reader.refresh();
    expect(reader.all()).toEqual([]);
    expect(told.standing()).toEqual([]);
  });

  it('is not waited for without end', async () => {
    const { writer, reader } = await twoReaders(1_000_000, { longestMs: 20, pauseMs: 5 });
    await writer.create(aCase());
    await expect(reader.refresh()).rejects.toThrow('has not told of 1 of its changes');
  });

  it('keeps nobody waiting for a row that came and went unseen', async () => {
    const { told, writer, reader } = await twoReaders(0);
    await writer.remove(granted(await writer.create(aCase())));
    await reader.refresh();
    expect(reader.all()).toEqual([]);
    expect(told.longestMs()).toBe(0);
  });
});
