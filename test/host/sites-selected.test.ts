// The product with the fewest rights that it can have: Sites.Selected, and a grant on each of its sites.
import { afterEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '#host/app.ts';
import { runCommand } from '#host/command-line.ts';
import { connect, openOutside } from '#host/compose.ts';
import { people } from '#local/demo/people.ts';
import { demoTenant, sharedMailbox, sharePointHost } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { hub } from '../graph/support/a-trust.ts';
import { grantSites, sitesSelected, takeAway } from '../graph/support/sites-selected.ts';
import { createTwinLog, type TwinLog } from '../twins/log.ts';
import { aVisit, brief, contains, runDoctor, wrong } from './support/doctors-visit.ts';

const larkfield = '/sites/larkfield';
const governors = '/sites/governors-larkfield';
const authority = '/sites/notices-derbyshire';
const everySite = (role: 'write' | 'manage') => ({
  [hub]: role,
  [larkfield]: role,
  [governors]: role,
  [authority]: role,
});
const admin = 'Microsoft 365 administrator';

describe('the doctor where each site is granted by itself', () => {
  const { open, trust, there } = aVisit();
  const openGranted = async (changes: Parameters<typeof grantSites>[1] = {}): Promise<void> => {
    await open(sitesSelected);
    await grantSites(trust().tenant, { ...everySite('write'), ...changes });
  };

  it('finds all well with “write” on every site, and tries each', async () => {
    await openGranted();
    const { code, said } = await runDoctor(there());
    expect(said.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('OK'))).toEqual([
      expect.stringMatching(/^All is well/),
    ]);
    expect(code).toBe(0);
    for (const site of Object.keys(everySite('write')))
      expect(said).toContain(`Permission Sites.Selected (write) on ${site}: Tried: the app may write to the lists`);
    expect(said).toContain(`Permission sharing on ${larkfield}: Tried`);
  });

  it('names the hub that was not granted, and the command', async () => {
    await open(sitesSelected);
    const [site, ...others] = await wrong(there());
    expect(site).toMatchObject({
      check: 'site',
      about: hub,
      words: contains('this one has not been granted'),
      who: admin,
      todo: contains(`Grant-PnPEntraIDAppSitePermission -AppId ${demoTenant.apps[0]?.clientId}`),
    });
    expect(site?.todo).toContain(`-Site https://${sharePointHost}${hub} -Permissions Write`);
    expect(others.map(({ check }) => check)).toEqual(['register']);
  });

  it('names each site whose grant is missing or too low', async () => {
    await openGranted({ [larkfield]: 'read' });
    await takeAway(trust().tenant, governors);
    const found = await wrong(there());
    expect(found.map(({ check, about, who }) => [check, about, who])).toEqual([
      ['permissions', `Sites.Selected (write) on ${larkfield}`, admin],
      ['site', governors, admin],
    ]);
    expect(found[0]?.todo).toMatch(
      new RegExp(
        `^In PnP PowerShell: Set-PnPEntraIDAppSitePermission .*-Site https://\\S+${larkfield} -Permissions Write$`,
      ),
    );
  });

  it('asks for “manage” only on the site where something is to be made', async () => {
    await openGranted({ [hub]: 'manage' });
    const { id } = trust().list(larkfield, 'Cases');
    trust().tenant.store.lists.removeColumn(id, trust().columnId(larkfield, 'Cases', 'Objectives'));
    const found = await wrong(there());
    expect(found.map(({ check, about }) => [check, about])).toEqual([
      ['lists', larkfield],
      ['permissions', `Sites.Selected (manage) on ${larkfield}`],
    ]);
    expect(found[1]?.todo).toContain(`-Site https://${sharePointHost}${larkfield} -Permissions Manage`);
    expect((await runDoctor(there())).said).toContain('“write” is enough once they stand');
  });

  it('says of a school that may be written to and not shared from what both may be', async () => {
    await openGranted();
    trust().tenant.faults.failNext({ method: 'POST', path: /\/invite$/, status: 403, times: 1 });
    const [sharing, ...others] = await wrong(there());
    expect(others).toEqual([]);
    expect(sharing).toMatchObject({ about: `sharing on ${larkfield}`, todo: contains('External file sharing') });
    expect(sharing?.todo).toContain('-Permissions FullControl');
  });

  it('says plainly that there are no change notifications', async () => {
    await openGranted();
    const found = await wrong(there({ PTT_PUBLIC_ADDRESS: trust().tenant.origin }));
    expect(found.map(brief)).toContainEqual({
      check: 'subscriptions',
      about: null,
      standing: 'to mend',
      words: contains('lets only apps with Sites.ReadWrite.All have notifications'),
      who: 'whoever runs the app',
    });
    expect(found.map(({ todo }) => todo)).toContainEqual(contains('Unset PTT_PUBLIC_ADDRESS'));
  });
});

describe('the product where each site is granted by itself', () => {
  let tenant: Tenant;
  let app: App | undefined;
  afterEach(async () => {
    await app?.stop();
    app = undefined;
    await tenant.stop();
  });

  const surroundings = (settings: Readonly<Record<string, string>> = {}) =>
    localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent', ...settings });

  async function provision() {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await runCommand(['provision'], () => surroundings(), {
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      progress: () => undefined,
    });
    return { code, said, complained };
  }

  /** As it is set up: “manage” for making the lists, “write” from then on. */
  async function setUp(): Promise<void> {
    tenant = await startTenant({ definition: { ...demoTenant, ...sitesSelected }, dataFile: ':memory:' });
    await grantSites(tenant, everySite('manage'));
    expect((await provision()).code).toBe(0);
    const { workspace, close } = await openOutside(surroundings(), connect(surroundings()));
    granted(await workspace.schools.create(aSchool()));
    close();
    expect(await provision()).toMatchObject({ code: 0, complained: [] });
    await grantSites(tenant, everySite('write'));
  }

  async function start(settings: Readonly<Record<string, string>>): Promise<{ app: App; log: TwinLog }> {
    const log = createTwinLog();
    app = await startApp({ ...surroundings(settings), log: log.log, tabFiles: '/nowhere' });
    return { app, log };
  }

  const casesOf = (running: App) => running.outside.workspace.school('LARK').cases;

  it('is told before anything is made that “write” is too little for making it', async () => {
    tenant = await startTenant({ definition: { ...demoTenant, ...sitesSelected }, dataFile: ':memory:' });
    await grantSites(tenant, { [hub]: 'write' });
    expect((await provision()).complained.join('\n')).toContain('may not make lists on it');
    expect((await wrong(() => surroundings())).map(({ check, about }) => [check, about])).toEqual([
      ['lists', hub],
      ['register', hub],
      ['permissions', `Sites.Selected (manage) on ${hub}`],
    ]);
  });

  it('leaves a column that it may not make, and names the grant', async () => {
    await setUp();
    const site = tenant.store.sites.byPath(larkfield);
    const list = site && tenant.store.lists.find(site.id, 'Cases');
    const column = list && tenant.store.lists.columns(list.id).find(({ name }) => name === 'Objectives');
    if (!list || !column) throw new Error('There is no such column.');
    tenant.store.lists.removeColumn(list.id, column.id);
    const { code, complained } = await provision();
    expect(code).toBe(2);
    expect(complained.join('\n')).toContain('“manage” on this site');
    await takeAway(tenant, larkfield);
    expect((await provision()).complained.join('\n')).toContain('The app may not open this site');
  });

  it('runs: cases, notices and mail; a person’s change is found by asking, and the log says once why', async () => {
    await setUp();
    const running = await start({ PTT_POLL_SECONDS: '0.5', PTT_PUBLIC_ADDRESS: tenant.origin });
    const { outside } = running.app;
    granted(await casesOf(running.app).create(aCase()));
    const [school] = outside.workspace.schools.all();
    if (!school) throw new Error('The school is not in the register.');
    const officer = people.derbyshireOfficer.mail;
    const notice = { reference: 'K7M-2QX', title: 'Notification', facts: [{ term: 'Status', description: 'active' }] };
    const address = await outside.documents.file(school.value, notice, [officer]);
    await outside.mailbox.send({ key: 'a mail', to: officer, subject: 'A notice', text: address });
    expect(tenant.store.drives.byUrlPath(decodeURI(new URL(address).pathname))).toBeDefined();
    expect(tenant.store.mail.inboxOf(officer)).toMatchObject([{ from: sharedMailbox }]);

    const refused = () => running.log.entries('change notifications refused, polling alone');
    await expect.poll(refused, { timeout: 10_000 }).toMatchObject([{ facts: { status: 403, code: 'accessDenied' } }]);
    const site = tenant.store.sites.byPath(larkfield);
    const list = site && tenant.store.lists.find(site.id, 'Cases');
    tenant.store.items.update(list?.id ?? '', 1, { HoursInSchool: 12 }, { actor: { userId: people.larkSenco.id } });
    await expect.poll(() => casesOf(running.app).all()[0]?.value.hoursInSchool, { timeout: 10_000 }).toBe(12);
    expect(refused()).toHaveLength(1);
    for (const event of ['subscription failed', 'mirror refresh failed', 'lists need mending'] as const)
      expect(running.log.entries(event)).toEqual([]);
  }, 60_000);

  it('goes on with the other sites when the grant of one is taken away, and takes it up again', async () => {
    await setUp();
    const running = await start({ PTT_POLL_SECONDS: '3600' });
    const failed = () => running.log.entries('mirror refresh failed').map(({ facts }) => facts);
    await takeAway(tenant, governors);
    await running.app.poll();
    expect(new Set(failed().map((facts) => `${facts?.['site']} ${facts?.['status']}`))).toEqual(
      new Set([`${governors} 403`]),
    );
    granted(await casesOf(running.app).create(aCase()));
    const before = failed().length;
    await grantSites(tenant, { [governors]: 'write' });
    await running.app.poll();
    expect(failed()).toHaveLength(before);
  }, 60_000);
});
