// The app dies between claiming a reminder and posting it, again and again, as a process of its own; each reminder is still said once.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serviceUrlOf } from '#local/connector/send-activity.ts';
import { seedDemo } from '#local/demo/seed.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import type { ItemEvent } from '#local/store/types.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { messageView } from '#local/teams/message-view.ts';
import { frontRouters } from '#local/teams/front.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { roundIsMade } from './a-trust.ts';
import { cardLines } from './cards.ts';

let tenant: Tenant;
const started: ChildProcess[] = [];
beforeAll(async () => {
  const routers = frontRouters({ app: demoApp(() => undefined), pageFolder: '/nowhere' });
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:', routers });
  await seedDemo(tenant, localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent' }));
  knowTheChannels();
}, 60_000);
afterAll(async () => {
  for (const product of started) product.kill('SIGKILL');
  await Promise.all(started.map(ended));
  await tenant.stop();
});

const schools = demoTenant.teams;

function items(sitePath: string, listName: string) {
  const site = tenant.store.sites.byPath(sitePath);
  const list = site && tenant.store.lists.of(site.id).find((one) => one.displayName === listName);
  if (!list) throw new Error(`There is no list ${listName} at ${sitePath}.`);
  return { listId: list.id, all: tenant.store.items.all(list.id) };
}

/** As if the app had been installed on an earlier day, so that the very first round can post. */
function knowTheChannels(): void {
  const { listId, all } = items('/sites/part-time-timetables', 'Schools');
  for (const { id } of all) {
    const written = tenant.store.items.update(listId, id, { ServiceUrl: serviceUrlOf(tenant.context) }, { actor: {} });
    if (!written.ok) throw new Error(written.error.message);
  }
}

/** Not startAppProcess, which hands the process over only when it is up: a claim may come before that. */
function startProduct(): ChildProcess {
  const product = fork(fileURLToPath(new URL('../../infra/local/app.ts', import.meta.url)), {
    env: { ...process.env, PTT_LOCAL_TENANT: tenant.origin, PTT_POLL_SECONDS: '3600', PTT_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  started.push(product);
  return product;
}

const ended = async (product: ChildProcess): Promise<void> => {
  if (product.exitCode === null && product.signalCode === null) await once(product, 'exit');
};

/** Kills the product at the given claim of a school's reminders: the row is written, and its answer never arrives. */
async function dieAtClaim(sitePath: string, claim: number): Promise<string> {
  const product = startProduct();
  let claims = 0;
  const hear = (event: ItemEvent): void => {
    if (event.listName !== 'Reminders' || event.sitePath !== sitePath) return;
    claims += 1;
    if (claims === claim) product.kill('SIGKILL');
  };
  tenant.events.on('itemCreated', hear);
  await ended(product);
  tenant.events.off('itemCreated', hear);
  return product.signalCode ?? 'ended by itself';
}

async function runForAMorning(): Promise<void> {
  const round = roundIsMade(tenant, schools.length);
  const product = startProduct();
  await round;
  product.kill('SIGTERM');
  await ended(product);
}

const ledger = () =>
  schools.flatMap(({ sitePath }) =>
    items(sitePath, 'Reminders').all.map(({ fields }) => ({
      key: z.string().parse(fields['Title']),
      state: fields['ReminderState'],
      attempts: fields['Attempts'],
      messageId: fields['ActivityId'],
    })),
  );

/** Every line of every card in the staff channels: which case, and whether a review or a consent. */
const said = (): readonly string[] =>
  schools
    .flatMap(({ channels }) => channels.flatMap(({ id }) => tenant.store.conversations.listChannel(id)))
    .flatMap((stored) => cardLines(messageView(stored).cards))
    .map(({ group, text }) => `${group}: ${text.slice(0, 7)}`);

/** What the ledger's keys speak of, in the words of the cards. */
const spokenOf = (): readonly string[] =>
  ledger().map(({ key }) => `${key.includes('/review/') ? 'Reviews' : 'Consent not signed'}: ${key.slice(0, 7)}`);

describe('an app that is killed between claiming a reminder and posting it', () => {
  it('says each reminder once when it is started again, wherever in the digest it died', async () => {
    const deaths: string[] = [];
    // One school after another, so that each death meets claims of its own: at the first, at a later one, at the first again.
    for (const [index, { sitePath }] of schools.entries()) {
      deaths.push(await dieAtClaim(sitePath, (index % 2) + 1));
      expect(ledger().filter(({ state }) => state === 'claimed')).toHaveLength((index % 2) + 1);
    }
    expect(deaths).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL']);
    await runForAMorning();

    expect(ledger().length).toBeGreaterThanOrEqual(schools.length + 1);
    expect(ledger().filter(({ state, messageId }) => state !== 'posted' || !messageId)).toEqual([]);
    expect(ledger().filter(({ attempts }) => attempts === 2)).toHaveLength(4);
    expect(new Set(ledger().map(({ key }) => key)).size).toBe(ledger().length);
    expect(said().toSorted()).toEqual(spokenOf().toSorted());
  }, 120_000);

  it('says nothing more when it is started again on the same day', async () => {
    const before = { said: said(), ledger: ledger() };
    await runForAMorning();
    expect({ said: said(), ledger: ledger() }).toEqual(before);
  }, 60_000);
});
