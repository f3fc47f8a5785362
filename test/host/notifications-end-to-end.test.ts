// Two running apps and people in SharePoint on one tenant. Polling is set to an hour, so that what is seen within seconds was told.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#host/app.ts';
import { connect, openOutside } from '#host/compose.ts';
import { people } from '#local/demo/people.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { freePort } from '#test/support/free-port.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinLog, type TwinLog } from '../twins/log.ts';

const larkfield = '/sites/larkfield';
/** The hub's three lists, the school's nine and the governors' two. */
const lists = 3 + 9 + 2;

let tenant: Tenant;
const running: App[] = [];

beforeAll(async () => {
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  const surroundings = localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent' });
  const { workspace } = await openOutside(surroundings, connect(surroundings));
  granted(await workspace.schools.create(aSchool()));
  await workspace.refreshAll();
  granted(await workspace.school('LARK').cases.create(aCase()));
}, 60_000);
afterEach(async () => {
  for (const app of running.splice(0)) await app.stop();
  tenant.store.subscriptions.forgetAll();
});
afterAll(() => tenant.stop());

async function start(settings: Readonly<Record<string, string>>): Promise<App & { readonly said: TwinLog }> {
  const said = createTwinLog();
  const surroundings = { ...localSurroundings(tenant.origin, settings), log: said.log };
  const app = await startApp({ ...surroundings, tabFiles: '/nowhere' });
  running.push(app);
  return { ...app, said };
}

/** An app that Microsoft reaches, once it has its subscriptions and has read what came before them. */
async function startReached(instance: string, settings: Readonly<Record<string, string>> = {}) {
  const before = standing();
  const port = await freePort();
  const app = await start({
    PTT_POLL_SECONDS: '3600',
    ...settings,
    PTT_INSTANCE: instance,
    PTT_PUBLIC_ADDRESS: `http://127.0.0.1:${port}`,
    PORT: String(port),
  });
  await expect.poll(standing, { timeout: 30_000 }).toBe(before + lists);
  await quiet();
  return app;
}

const standing = (): number =>
  demoTenant.apps.flatMap(({ clientId }) => tenant.store.subscriptions.ofApp(clientId)).length;

/** Nothing is on its way, and what was told a moment ago has been read. */
async function quiet(): Promise<void> {
  for (let still = 0; still < 15; still += 1) {
    const asked = tenant.requests.count();
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (tenant.notifications.pending() > 0 || tenant.requests.count() > asked) still = 0;
  }
}

const itemsOf = (sitePath: string, list: string) => {
  const site = tenant.store.sites.byPath(sitePath);
  const listId = site && tenant.store.lists.find(site.id, list)?.id;
  if (!listId) throw new Error(`${sitePath} has no list ${list}.`);
  return { listId, all: tenant.store.items.all(listId) };
};

/** As the SENCO would in SharePoint. */
function editByHand(cells: Readonly<Record<string, unknown>>): void {
  const { listId, all } = itemsOf(larkfield, 'Cases');
  const written = tenant.store.items.update(listId, all[0]?.id ?? 0, cells, { actor: { userId: people.larkSenco.id } });
  if (!written.ok) throw new Error(written.error.message);
}
const hoursSeenBy = ({ outside }: App): unknown => outside.workspace.school('LARK').cases.all()[0]?.value.hoursInSchool;

const seconds = { timeout: 10_000 };

describe('an app that Microsoft reaches', () => {
  it('sees within seconds what a person writes in SharePoint, and what another app writes; polling only every hour', async () => {
    const [one, other] = [await startReached('one'), await startReached('other')];
    editByHand({ HoursInSchool: 12 });
    await expect.poll(() => [hoursSeenBy(one), hoursSeenBy(other)], seconds).toEqual([12, 12]);

    const { cases } = one.outside.workspace.school('LARK');
    const [row] = cases.all();
    if (!row) throw new Error('There is no case.');
    granted(await cases.change(row, { hoursInSchool: 15 }));
    await expect.poll(() => hoursSeenBy(other), seconds).toBe(15);
    for (const { said } of [one, other]) {
      expect(said.entries('subscription failed')).toEqual([]);
      expect(said.entries('mirror refresh failed')).toEqual([]);
    }
  }, 90_000);

  it('does what follows from a change as soon as it is told', async () => {
    await startReached('one');
    const shown = (): unknown => itemsOf('/sites/governors-larkfield', 'Governors’ view').all.length;
    expect(shown()).toBe(0);
    editByHand({ CaseStatus: 'active' });
    await expect.poll(shown, seconds).toBe(1);
  }, 60_000);

  it('reads one list for one change, once', async () => {
    await startReached('one');
    tenant.requests.reset();
    editByHand({ Objectives: 'To stay for lunch.' });
    await quiet();
    expect(tenant.requests.byRoute()).toEqual({ 'GET /sites/{site}/lists/{list}/items/delta': 1 });
  }, 60_000);

  it('that is not told sees the change when it asks', async () => {
    const app = await startReached('one', { PTT_POLL_SECONDS: '2' });
    tenant.notifications.disturbNext({ kind: 'missed', times: 1000 });
    const delivered = tenant.notifications.tally().delivered;
    editByHand({ HoursInSchool: 13 });
    await expect.poll(() => hoursSeenBy(app), seconds).toBe(13);
    expect(tenant.notifications.tally().delivered).toBe(delivered);
  }, 60_000);
});

describe('an app without a public address', () => {
  it('asks for no subscription, and sees by asking alone', async () => {
    const app = await start({ PTT_POLL_SECONDS: '0.5' });
    editByHand({ HoursInSchool: 14 });
    await expect.poll(() => hoursSeenBy(app), seconds).toBe(14);
    expect(standing()).toBe(0);
    const answer = await fetch(`${app.origin}/graph/notifications?validationToken=x`, { method: 'POST' });
    expect(answer.status).toBe(404);
  }, 60_000);
});
