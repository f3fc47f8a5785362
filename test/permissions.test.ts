import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { grants, sitesManage, sitesWrite } from '#graph/doctor/grants.ts';
import { type Exchange, templateOf } from './conformance/record-graph.ts';
import { wholeRun } from './conformance/whole-run.ts';
import { askedFor, notAskedFor } from './support/permissions-page.ts';

const manifestFolder = path.resolve(import.meta.dirname, '../manifest');

/** The grants by the names under which Microsoft's list has calls for them: it has none for Sites.Selected. */
const byName = askedFor.map(({ name, everywhere, calls }) => ({ name: everywhere ?? name, calls }));
const names = new Set(byName.map(({ name }) => name));
const isSubscription = (call: string): boolean => / \/subscriptions\b/.test(call);
/** Needs no permission: its parts do. */
const batch = 'POST /$batch';

describe('the page of permissions', () => {
  it('asks for what the doctor looks for, sites by Sites.Selected', () => {
    expect(names).toEqual(new Set(grants.map(({ name }) => name)));
    expect(askedFor.filter(({ role }) => role !== null)).toMatchObject(
      [sitesWrite, sitesManage].map(({ name, siteRole }) => ({
        name: 'Sites.Selected',
        role: siteRole.toLowerCase(),
        everywhere: name,
      })),
    );
  });

  it('says of each grant either that it is asked for or that it is not', () => {
    expect(notAskedFor.length).toBeGreaterThan(5);
    expect(notAskedFor.filter((name) => names.has(name))).toEqual([]);
  });

  it('holds every grant that the manifest asks of the owner of a Team', () => {
    const manifest = z
      .object({
        authorization: z.object({
          permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }),
        }),
      })
      .parse(JSON.parse(readFileSync(path.join(manifestFolder, 'manifest.json'), 'utf8')));
    const asked = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('a whole run of the product, with what the page asks for', () => {
  let heard: readonly Exchange[];
  beforeAll(async () => {
    heard = await wholeRun();
  }, 60_000);

  it('makes every call that is on the page, and no other', () => {
    const made = new Set(heard.map(templateOf));
    expect(made.has(batch)).toBe(true);
    made.delete(batch);
    const onThePage = askedFor.flatMap(({ calls }) => calls);
    expect([...made].toSorted()).toEqual([...onThePage].toSorted());
  });

  it('is refused nothing', () => {
    expect(heard.filter(({ status }) => status === 401 || status === 403 || status >= 500).map(templateOf)).toEqual([]);
  });
});

/** Microsoft's own list, where PTT_SPECS names the folder that holds it: it is 3 MB and no part of this project. */
const specs = process.env.PTT_SPECS;
const PermissionList = z.object({
  permissions: z.record(
    z.string(),
    z.object({
      pathSets: z
        .array(
          z.object({
            schemeKeys: z.array(z.string()),
            methods: z.array(z.string()),
            paths: z.record(z.string(), z.string()),
          }),
        )
        .default([]),
    }),
  ),
});

interface Allowance {
  readonly permission: string;
  readonly call: string;
  /** No narrower permission allows the call. */
  readonly isLeast: boolean;
}

/** What apps may call in their own name. */
function readAllowances(folder: string): readonly Allowance[] {
  const file = path.join(folder, 'graph-permissions.json');
  const { permissions } = PermissionList.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(permissions).flatMap(([permission, { pathSets }]) =>
    pathSets
      .filter(({ schemeKeys }) => schemeKeys.includes('Application'))
      .flatMap(({ methods, paths }) =>
        methods.flatMap((method) =>
          Object.entries(paths).map(([at, marks]) => ({
            permission,
            call: `${method} ${at}`,
            isLeast: /\bleast=[^;]*\bApplication\b/.test(marks),
          })),
        ),
      ),
  );
}

describe.skipIf(specs === undefined)('Microsoft’s list of permissions (PTT_SPECS)', () => {
  let allowances: readonly Allowance[];
  let byCall: ReadonlyMap<string, readonly Allowance[]>;
  beforeAll(() => {
    allowances = readAllowances(specs ?? '');
    byCall = Map.groupBy(allowances, ({ call }) => call);
  });
  const listed = byName.filter(({ calls }) => !calls.some(isSubscription));
  const leastOf = (call: string): readonly string[] =>
    (byCall.get(call) ?? []).filter(({ isLeast }) => isLeast).map(({ permission }) => permission);

  it.each(listed)('lets $name make each call that is given for it', ({ name, calls }) => {
    const allowed = new Set(allowances.filter(({ permission }) => permission === name).map(({ call }) => call));
    expect(calls.filter((call) => !allowed.has(call))).toEqual([]);
  });

  it.each(listed)('has nothing less than $name for one of its calls at least', ({ name, calls }) => {
    expect(calls.filter((call) => leastOf(call).includes(name))).not.toEqual([]);
  });

  it('has nothing less for any other call than what the page says, with the reason, is not asked for', () => {
    const wider = listed
      .flatMap(({ calls }) => calls)
      .filter((call) => !leastOf(call).some((name) => names.has(name)))
      .map((call) => ({ call, unexplained: leastOf(call).filter((name) => !notAskedFor.includes(name)) }));
    expect(wider.filter(({ unexplained }) => unexplained.length > 0)).toEqual([]);
    expect(wider.length).toBeGreaterThan(0);
  });

  it('knows neither what Sites.Selected opens nor who may subscribe, for which the documentation has to do', () => {
    const subscriptions = byName.flatMap(({ calls }) => calls).filter(isSubscription);
    expect([...subscriptions, batch].filter((call) => byCall.has(call))).toEqual([]);
    const selected = allowances.filter(({ permission }) => permission === 'Sites.Selected').map(({ call }) => call);
    expect(listed.flatMap(({ calls }) => calls).filter((call) => selected.includes(call))).toEqual([]);
  });
});

describe.runIf(specs === undefined)('Microsoft’s list of permissions', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
