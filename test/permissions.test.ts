import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const manifestFolder = path.resolve(import.meta.dirname, '../manifest');
const page = readFileSync(path.join(manifestFolder, 'permissions.md'), 'utf8');

interface Grant {
  readonly name: string;
  readonly calls: readonly string[];
}

/** The rows of the tables that give calls: | `Grant` | `GET /…` · `POST /…` | what for |. */
const grants = page.split('\n').flatMap((line): Grant[] => {
  const row = /^\| `([A-Za-z.]+)` \| (`.*`) \| .+ \|$/.exec(line);
  return row?.[1] && row[2]
    ? [{ name: row[1], calls: row[2].split(' · ').map((call) => call.replaceAll('`', '')) }]
    : [];
});

describe('the page of permissions', () => {
  it('gives each grant on one line, with the calls that need it', () => {
    expect(grants.map(({ name }) => name)).toEqual([
      'Sites.ReadWrite.All',
      'Sites.Manage.All',
      'GroupMember.Read.All',
      'Mail.Send',
      'TeamMember.Read.Group',
    ]);
    expect(
      grants.flatMap(({ calls }) => calls).filter((call) => !/^(GET|POST|PUT|PATCH|DELETE) \//.test(call)),
    ).toEqual([]);
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
    expect(asked.filter((name) => !grants.some((grant) => grant.name === name))).toEqual([]);
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

describe.runIf(specs)('Microsoft’s list of permissions', () => {
  it.each(grants)('lets $name make each call that is given for it', ({ name, calls }) => {
    const list = PermissionList.parse(
      JSON.parse(readFileSync(path.join(specs ?? '', 'graph-permissions.json'), 'utf8')),
    );
    const allowed = (list.permissions[name]?.pathSets ?? [])
      .filter(({ schemeKeys }) => schemeKeys.includes('Application'))
      .flatMap(({ methods, paths }) => methods.flatMap((method) => Object.keys(paths).map((at) => `${method} ${at}`)));
    expect(calls.filter((call) => !allowed.includes(call))).toEqual([]);
  });
});
