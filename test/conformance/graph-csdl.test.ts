// Every address that the product calls, and every property that the local tenant answers with, to the product or to anybody else,
// stands in Graph's own description.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsdl, type Csdl } from './csdl.ts';
import { ErrorBody, everyCall } from './every-call.ts';
import { type Exchange, templateOf } from './record-graph.ts';
import { wholeRun } from './whole-run.ts';

/** Microsoft's description, where PTT_SPECS names the folder that holds it: it is 3 MB and no part of this project. */
const specs = process.env.PTT_SPECS;

/**
 * What has no place in the description and is answered all the same: SharePoint writes the mail address into an identity, which is an
 * open type; an invitation says of each recipient why it failed, which infra/local/DIVERGENCES.md tells.
 */
const shownElsewhere: readonly string[] = ['email (graph.identity)', 'error (graph.permission)'];

describe.skipIf(specs === undefined)('against Graph’s own description (PTT_SPECS)', () => {
  let csdl: Csdl;
  let byProduct: readonly Exchange[];
  let byOthers: Awaited<ReturnType<typeof everyCall>>;
  const heard = () => [...byProduct, ...byOthers.heard];

  beforeAll(async () => {
    csdl = readCsdl(readFileSync(join(specs ?? '', 'graph-v1.0-Prod.csdl'), 'utf8'));
    byProduct = await wholeRun();
    byOthers = await everyCall();
  }, 60_000);

  it('the description could be read, and enough was asked to compare', () => {
    expect(csdl.types).toBeGreaterThan(1500);
    expect(new Set(byProduct.map(({ method, path }) => templateOf({ method, path }))).size).toBeGreaterThan(15);
    expect(byOthers.left).toEqual([]);
  });

  it.each([
    ['/sites/1/lists/2/items/3/fields', 'graph.fieldValueSet'],
    ['/sites/1/lists/2/items/delta', 'Collection(graph.listItem)'],
    ['/groups/1/sites/root', 'graph.site'],
    ['/drives/b!1x/items/2/invite', 'Collection(graph.permission)'],
    ['/drives/b!1x/root:/a/b.docx', 'graph.driveItem'],
    ['/drives/b!1x/root:/a/b.docx:/content', 'Edm.Stream'],
    ['/users/hazel@larkfield.example/sendMail', 'nothing'],
  ])('%s leads to %s', (path, type) => {
    expect(csdl.resolve(path)).toBe(type);
  });

  it.each([
    '/sites/1/lists/2/nonsense',
    '/sites/1/lists/2/items/detla',
    '/groups/1/members/nonsense',
    '/groups/1/members/root',
    '/drives/1/items/2/permissions/invit',
    '/users/1/events/2/nonsense',
    '/sendMail',
  ])('%s leads nowhere', (path) => {
    expect(csdl.resolve(path)).toBeNull();
  });

  it.each<[unknown, string, readonly string[]]>([
    [{ displayName: 'x', nonsense: 1 }, 'graph.list', ['.nonsense (graph.list)']],
    [{ id: 5 }, 'graph.list', ['.id is of kind number (Edm.String)']],
    [{ displayName: {} }, 'graph.list', ['.displayName is of kind object (Edm.String)']],
    [{ list: [] }, 'graph.list', ['.list is of kind collection (graph.listInfo)']],
    [{ list: { hidden: 'no' } }, 'graph.list', ['.list.hidden is of kind string (Edm.Boolean)']],
    [{ roles: 'read' }, 'graph.permission', ['.roles is of kind string (Collection(Edm.String))']],
    [{ membershipType: 'nonsense' }, 'graph.channel', ['.membershipType is “nonsense” (graph.channelMembershipType)']],
    [{ '@odata.type': '#microsoft.graph.list' }, 'graph.user', [' says that it is graph.list (graph.user)']],
    [
      { size: '5', nonsense: 1 },
      'graph.driveItem',
      ['.size is of kind string (Edm.Int64)', '.nonsense (graph.driveItem)'],
    ],
    [[{ id: '1' }, { id: 2 }], 'Collection(graph.listItem)', ['[1].id is of kind number (Edm.String)']],
    [{ id: '1' }, 'Collection(graph.listItem)', [' is of kind object (Collection(graph.listItem))']],
    [{}, 'graph.nonsense', [' is of no known type (graph.nonsense)']],
    ['x', 'Edm.Nonsense', [' is of no known type (Edm.Nonsense)']],
    [{ Any: 1, column: {} }, 'graph.fieldValueSet', []],
    [{ id: 1 }, 'graph.fieldValueSet', ['.id is of kind number (Edm.String)']],
    [{ id: '1', displayName: null, list: { hidden: false, template: 'genericList' } }, 'graph.list', []],
  ])('of %j as %s it says %j', (value, type, words) => {
    expect(csdl.strangers(value, type)).toEqual(words);
  });

  it('every address leads somewhere', () => {
    const nowhere = heard()
      // A batch is no resource; its parts are.
      .filter(({ path }) => path !== '/$batch' && csdl.resolve(path) === null)
      .map(({ method, path }) => templateOf({ method, path }));
    expect([...new Set(nowhere)]).toEqual([]);
  });

  it('every property that the local tenant answers with belongs to its type, and is of its kind', () => {
    const strange = heard().flatMap(({ method, path, status, body }) => {
      if (status >= 300 || typeof body !== 'object' || body === null || path === '/$batch') return [];
      const found = csdl.strangers(...answered(csdl.resolve(path) ?? '', method, body));
      return found.map((one) => `${templateOf({ method, path })}: ${one.replace(/\[\d+\]/g, '[]')}`);
    });
    const isShown = (one: string): boolean => shownElsewhere.some((words) => one.endsWith(`.${words}`));
    expect([...new Set(strange)].filter((one) => !isShown(one))).toEqual([]);
    for (const words of shownElsewhere)
      expect(
        strange.some((one) => one.endsWith(`.${words}`)),
        words,
      ).toBe(true);
  });

  it('every refusal is written as Graph writes it', () => {
    const refusals = heard().filter(({ status }) => status >= 400);
    expect(new Set(refusals.map(({ status }) => status))).toEqual(
      new Set([400, 401, 403, 404, 409, 410, 412, 429, 501, 503]),
    );
    const wrong = refusals.filter(({ body }) => !ErrorBody.safeParse(body).success);
    expect(wrong).toEqual([]);
  });
});

/** What is to be compared with what: a page of a collection, the one thing that was made in it, the file whose content was written. */
function answered(type: string, method: string, body: object): [value: unknown, type: string] {
  if (type === 'Edm.Stream' && method === 'PUT') return [body, 'graph.driveItem'];
  if (!type.startsWith('Collection(')) return [body, type];
  if (method === 'POST' && !('value' in body)) return [body, type.slice('Collection('.length, -1)];
  const others = Object.keys(body).filter((name) => name !== 'value' && !name.includes('@'));
  return 'value' in body && others.length === 0 ? [body.value, type] : [body, type];
}

describe.runIf(specs === undefined)('Graph’s own description', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
