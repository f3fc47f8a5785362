import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '#graph/workspace.ts';
import { runCommand } from '#host/command-line.ts';
import { connect } from '#host/compose.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import { createTwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { hub, makeTrustFile, type OpenTrust, type TrustFile } from './support/a-trust.ts';

const larkfield = '/sites/larkfield';

describe('provisioning a whole trust', () => {
  let file: TrustFile;
  let trust: OpenTrust;
  beforeAll(async () => {
    file = await makeTrustFile();
  });
  afterEach(() => trust.tenant.stop());
  afterAll(() => file.remove());

  const open = async (changes: Partial<TenantDefinition> = {}): Promise<void> => {
    trust = await file.open({ ...demoTenant, ...changes });
  };
  const removeColumn = (title: string, name: string): void => {
    trust.tenant.store.lists.removeColumn(trust.list(larkfield, title).id, trust.columnId(larkfield, title, name));
  };
  const withoutManaging = {
    apps: demoTenant.apps.map((app) => ({
      ...app,
      applicationPermissions: app.applicationPermissions.filter((one) => one !== 'Sites.Manage.All'),
    })),
  };

  async function provision(settings: Readonly<Record<string, string>> = {}) {
    const said: string[] = [];
    const complained: string[] = [];
    const progress: string[] = [];
    const code = await runCommand(['provision'], () => trust.surroundings(settings), {
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      progress: (line) => void progress.push(line),
    });
    return { code, said, complained, progress };
  }

  it('looks at each site once, says how far it is, and has nothing to do where all is there', async () => {
    await open();
    expect(await provision()).toEqual({
      code: 0,
      said: ['Every list and column is there already (4 sites).'],
      complained: [],
      progress: [
        `1 of 1 site: ${hub}`,
        `2 of 4 sites: ${larkfield}`,
        '3 of 4 sites: /sites/governors-larkfield',
        '4 of 4 sites: /sites/notices-derbyshire',
      ],
    });
  });

  it('says what it makes, and what it leaves to whom', async () => {
    await open();
    removeColumn('Cases', 'Objectives');
    trust.tenant.store.lists.changeColumn(
      trust.list(larkfield, 'Reviews').id,
      trust.columnId(larkfield, 'Reviews', 'Title'),
      {
        enforceUniqueValues: false,
      },
    );
    for (const title of ['A', 'a'])
      trust.tenant.store.items.create(trust.list(larkfield, 'Reviews').id, { Title: title }, { actor: {} });
    const { code, said, complained } = await provision();
    expect(code).toBe(2);
    expect(said).toEqual([
      `${larkfield}: made column “Objectives” of “Cases”`,
      '4 sites seen, 1 made or mended, 1 thing left for a person.',
    ]);
    expect(complained).toEqual([
      `${larkfield}: Column “Review” of the list “Reviews” cannot be kept unique, because rows hold the same: items 1 and 2.`,
      expect.stringMatching(/^ {2}Who: SharePoint site owner\. To do: Open these rows/),
    ]);
  });

  it('goes on past a site that is gone and a row of the register that cannot be read', async () => {
    await open({ sites: demoTenant.sites.filter(({ path }) => path !== '/sites/governors-larkfield') });
    trust.edit(hub, 'Authorities', 1, { MailTo: null });
    const { code, complained, progress } = await provision();
    expect(code).toBe(2);
    expect(complained.filter((line) => !line.startsWith(' '))).toEqual([
      `${hub}: Row 1 of the list “Authorities” cannot be read, and its sites are left out: Mail about new notices goes to is empty.`,
      '/sites/governors-larkfield: There is no site at this address.',
    ]);
    expect(progress).toHaveLength(3);
  });

  it('stops where Microsoft 365 does not answer, says what stays, and goes on the next time', async () => {
    await open();
    removeColumn('Cases', 'Objectives');
    removeColumn('Reviews', 'SchoolWords');
    const columns = new RegExp(`${trust.list(larkfield, 'Reviews').id}/columns$`);
    trust.tenant.faults.failNext({ method: 'POST', path: columns, status: 500, times: 1 });
    const { code, complained } = await provision();
    expect(code).toBe(1);
    expect(complained[0]).toMatch(/^Not finished; what was made \(1\) stays\. POST \S+\/columns: /);
    expect(await provision()).toMatchObject({
      code: 0,
      said: [`${larkfield}: made column “School’s words” of “Reviews”`, '4 sites seen, 1 made or mended.'],
    });
  });

  it('says that nothing was done where the app cannot sign in', async () => {
    await open();
    const { code, said, complained } = await provision({ PTT_CLIENT_SECRET: 'wrong' });
    expect([code, said]).toEqual([1, []]);
    expect(complained[0]).toMatch(/^Nothing was made or mended\. .*did not accept the app’s sign-in/);
    expect(complained[1]).toContain('npm run ptt -- doctor');
  });

  it('without the permission leaves columns to an administrator', async () => {
    await open(withoutManaging);
    removeColumn('Cases', 'Objectives');
    const { code, complained } = await provision();
    expect(code).toBe(2);
    expect(complained).toEqual([
      `${larkfield}: Column “Objectives” of the list “Cases” is not there, and the app may not change columns.`,
      expect.stringMatching(/Who: Microsoft 365 administrator\. To do: Grant the app “manage” on this site/),
    ]);
  });

  it('is said once by a running app with fewer rights, which goes on reading', async () => {
    await open(withoutManaging);
    removeColumn('Cases', 'Objectives');
    removeColumn('Reviews', 'SchoolWords');
    const { log, entries } = createTwinLog();
    const { graph, sites } = connect(trust.surroundings());
    const workspace = await openWorkspace({ graph, sites, log, clock: createTwinClock(), hubSitePath: hub });
    await workspace.refreshAll();
    await workspace.refreshAll();
    expect(entries('lists need mending')).toEqual([
      {
        event: 'lists need mending',
        facts: {
          site: larkfield,
          count: 2,
          first: 'Column “Objectives” of the list “Cases” is not there, and the app may not change columns.',
        },
      },
    ]);
    expect(entries('mirror refresh failed')).toEqual([]);
    expect(workspace.school('LARK').cases.all()).toEqual([]);
  });
});
