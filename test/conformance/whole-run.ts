// One run of the whole product over the local tenant, and every call to Microsoft Graph that it made. The app has what its page of
// permissions asks for, and nothing else; TeamMember.Read.All stands for the consent of a Team's owner, which the tenant does not know.
import { startApp } from '#host/app.ts';
import { runCommand } from '#host/command-line.ts';
import type { Surroundings } from '#host/compose.ts';
import { people } from '#local/demo/people.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { frontRouters } from '#local/teams/front.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { vi } from 'vitest';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { askedFor } from '../support/permissions-page.ts';
import { type Exchange, recordGraph } from './record-graph.ts';

const applicationPermissions = [
  ...new Set(askedFor.map(({ name, everywhere }) => everywhere ?? name.replace(/\.Group$/, '.All'))),
];

/** What was asked and answered, in its order. */
export async function wholeRun(): Promise<readonly Exchange[]> {
  const running: { product?: Awaited<ReturnType<typeof startApp>> } = {};
  const tenant = await startTenant({
    definition: { ...demoTenant, apps: demoTenant.apps.map((app) => ({ ...app, applicationPermissions })) },
    dataFile: ':memory:',
    routers: frontRouters({ app: demoApp(() => running.product?.origin), pageFolder: '/nowhere' }),
  });
  const settings = { PTT_LOG_LEVEL: 'silent', PTT_POLL_SECONDS: '3600', PTT_PUBLIC_ADDRESS: tenant.origin };
  const local = localSurroundings(tenant.origin, settings);
  const { fetch, heard } = recordGraph(local.fetch);
  const surroundings: Surroundings = { ...local, fetch };
  const has = (method: string, path: RegExp) => () => {
    if (!heard.some((one) => one.method === method && path.test(one.path))) throw new Error(`no ${method} ${path} yet`);
  };
  const start = async () => {
    running.product = await startApp({ ...surroundings, tabFiles: '/nowhere' });
    return running.product;
  };
  const patience = { timeout: 15_000 };
  try {
    await command('provision', surroundings);
    const first = await start();
    await casework(first.outside);
    await vi.waitFor(has('POST', /^\/subscriptions$/), patience);
    const [one] = tenant.store.subscriptions.ofApp(local.config.clientId);
    tenant.notifications.sendLifecycle(one?.id ?? '', 'reauthorizationRequired');
    await vi.waitFor(has('PATCH', /^\/subscriptions\/./), patience);
    await first.stop();
    // It has kept no snapshot, so that the next start finds subscriptions which nobody holds any more.
    const second = await start();
    await vi.waitFor(has('DELETE', /^\/subscriptions\/./), patience);
    await second.stop();
    spoilLists(tenant);
    await command('provision', surroundings);
    await command('doctor', surroundings);
  } finally {
    await running.product?.stop();
    await tenant.stop();
  }
  return heard;
}

async function command(name: string, surroundings: Surroundings): Promise<void> {
  const deaf = () => undefined;
  await runCommand([name], () => surroundings, { say: deaf, complain: deaf, progress: deaf });
}

async function casework({
  workspace,
  people: members,
  documents,
  mailbox,
}: Awaited<ReturnType<typeof startApp>>['outside']): Promise<void> {
  granted(await workspace.schools.create(aSchool()));
  await workspace.refreshAll();
  const { cases } = workspace.school('LARK');
  const row = granted(await cases.create(aCase()));
  const changed = granted(await cases.change(row, { hoursInSchool: 15 }));
  // An older etag makes the adapter read the item again.
  granted(await cases.change(row, { objectives: 'Another aim.' }));
  await workspace.refreshAll();
  await cases.remove(changed);
  await members.whoIs(people.larkHead.id);
  const [school] = workspace.schools.all();
  if (!school) throw new Error('The school is not in the register.');
  const notice = { reference: 'K7M-2QX', title: 'Notification', facts: [{ term: 'Status', description: 'active' }] };
  await documents.file(school.value, notice, [people.derbyshireOfficer.mail]);
  await mailbox.send({ key: 'a mail', to: people.derbyshireOfficer.mail, subject: 'A notice', text: 'A link.' });
}

/** As people do by hand: a column is deleted, another is made no longer unique and comes to hold something twice. */
function spoilLists({ store }: Tenant): void {
  const site = store.sites.byPath('/sites/larkfield');
  const listOf = (title: string): string => (site && store.lists.find(site.id, title)?.id) ?? '';
  const columnOf = (list: string, name: string): string =>
    store.lists.columns(list).find((column) => column.name === name)?.id ?? '';
  const [cases, reviews] = [listOf('Cases'), listOf('Reviews')];
  store.lists.removeColumn(cases, columnOf(cases, 'Objectives'));
  store.lists.changeColumn(reviews, columnOf(reviews, 'Title'), { enforceUniqueValues: false });
  for (const Title of ['A', 'a']) store.items.create(reviews, { Title }, { actor: {} });
}
