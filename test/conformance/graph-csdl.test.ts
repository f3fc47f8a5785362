// Every address that the product calls, and every property that the local tenant answers with, stands in Graph's own description.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsdl, type Csdl } from './csdl.ts';
import { type Exchange, templateOf } from './record-graph.ts';
import { wholeRun } from './whole-run.ts';

/** Microsoft's description, where PTT_SPECS names the folder that holds it: it is 3 MB and no part of this project. */
const specs = process.env.PTT_SPECS;

describe.skipIf(specs === undefined)('against Graph’s own description (PTT_SPECS)', () => {
  let csdl: Csdl;
  let heard: readonly Exchange[];

  beforeAll(async () => {
    csdl = readCsdl(readFileSync(join(specs ?? '', 'graph-v1.0-Prod.csdl'), 'utf8'));
    heard = await wholeRun();
  }, 60_000);

  it('the description could be read, and enough was asked to compare', () => {
    expect(csdl.types).toBeGreaterThan(1500);
    expect(csdl.resolve('/sites/1/lists/2/items/3/fields')).toBe('graph.fieldValueSet');
    expect(csdl.resolve('/sites/1/lists/2/nonsense')).toBeNull();
    expect(csdl.strangers({ displayName: 'x', nonsense: 1 }, 'graph.list')).toEqual(['.nonsense (graph.list)']);
    expect(new Set(heard.map(({ method, path }) => templateOf({ method, path }))).size).toBeGreaterThan(15);
  });

  it('every address that the adapter calls leads somewhere', () => {
    const nowhere = heard
      // A batch is no resource; its parts are.
      .filter(({ path }) => path !== '/$batch' && csdl.resolve(path) === null)
      .map(({ method, path }) => templateOf({ method, path }));
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
      return found.map((one) => `${templateOf({ method, path })}: ${one.replace(/\[\d+\]/g, '[]')}`);
    });
    expect([...new Set(strange)]).toEqual([]);
  });
});

describe.runIf(specs === undefined)('Graph’s own description', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
