// An app that starts while nothing of Microsoft’s can be reached: neither Graph nor the sign-in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '#host/app.ts';
import { startWhenInReach } from '#host/start-when-in-reach.ts';
import { connect, openOutside, type Surroundings, systemClock } from '#host/compose.ts';
import { people } from '#local/demo/people.ts';
import { appId, demoTenant } from '#local/demo/tenant.ts';
import { issueTabToken } from '#local/entra/issue-tokens.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { freshnessOf } from '#tab/api/freshness.ts';
import { problemSchema } from '#tab/contract/answers.ts';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';
import { createTwinLog } from '../twins/log.ts';

const larkfield = '/sites/larkfield';
let tenant: Tenant;
let folder: string;
let isAway = false;

beforeAll(async () => {
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  folder = mkdtempSync(join(tmpdir(), 'ptt-away-'));
  const { surroundings } = surroundingsOf('filling.db');
  const { workspace, close } = await openOutside(surroundings, connect(surroundings));
  granted(await workspace.schools.create(aSchool()));
  await workspace.refreshAll();
  granted(await workspace.school('LARK').cases.create(aCase()));
  close();
});
afterAll(async () => {
  await tenant.stop();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  isAway = false;
  vi.useRealTimers();
});

function surroundingsOf(snapshot: string) {
  const settings = { PTT_SNAPSHOT: join(folder, snapshot), PTT_POLL_SECONDS: '3600', PORT: '0' };
  const surroundings = localSurroundings(tenant.origin, settings);
  const sometimes: typeof fetch = (input, init) =>
    isAway ? Promise.reject(new TypeError('fetch failed')) : surroundings.fetch(input, init);
  const said = createTwinLog();
  return { surroundings: { ...surroundings, fetch: sometimes, log: said.log }, said };
}

async function start(snapshot: string, changes: Partial<Surroundings> = {}) {
  const { surroundings, said } = surroundingsOf(snapshot);
  return { app: await startApp({ ...surroundings, ...changes, tabFiles: '/nowhere' }), said };
}

/** What the tab asks of its server, with a token that Entra gave before it went away. */
async function ask(app: App, path: string, token: string) {
  const answer = await fetch(`${app.origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text };
}

const tokenOfSenco = () => issueTabToken(tenant.context, { userId: people.larkSenco.id, clientId: appId });

describe('a start with Microsoft 365 out of reach', () => {
  it('shows what was read before, with its age, says so, and goes on trying until it is back', async () => {
    const { surroundings } = surroundingsOf('before.db');
    const before = await openOutside(surroundings, connect(surroundings));
    const readAt = before.workspace.lastRead(larkfield);
    before.close();

    isAway = true;
    const { app, said } = await start('before.db');
    const { workspace } = app.outside;
    expect(workspace.school('LARK').cases.all()).toHaveLength(1);
    expect(workspace.lastRead(larkfield)).toEqual(readAt);
    const anHourOn = app.outside.clock.now().add({ hours: 1 });
    expect(freshnessOf(workspace.lastRead(larkfield), anHourOn, 60).isOld).toBe(true);
    await app.poll();
    const saidSoFar = said.entries('mirror refresh failed');
    expect(saidSoFar.length).toBeGreaterThan(0);
    await app.poll();
    expect(said.entries('mirror refresh failed')).toEqual(saidSoFar);

    isAway = false;
    await app.poll();
    expect(workspace.lastRead(larkfield)).not.toEqual(readAt);
    await app.stop();
  });

  it('answers the people of a school over HTTP with what was read before and its age', async () => {
    const before = await start('served.db');
    const token = await tokenOfSenco();
    const served = await ask(before.app, '/schools/LARK/cases', token);
    expect(served).toMatchObject({ status: 200, body: { rows: [{ ref: aCase().ref }], freshness: { isOld: false } } });
    const readAt = before.app.outside.workspace.lastRead(larkfield);
    await before.app.stop();

    // Half an hour later by the token, which lives for one, and more than four by the app: long enough for what it shows to be old.
    isAway = true;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_800_000 });
    const clock = { now: () => systemClock.now().add({ hours: 4 }) };
    const { app } = await start('served.db', { clock });
    const shown = await ask(app, '/schools/LARK/cases', token);
    expect(shown).toMatchObject({
      status: 200,
      body: { rows: [{ ref: aCase().ref }], freshness: { asOf: String(readAt), isOld: true } },
    });
    expect(await ask(app, '/schools/LARK/cases', `${token}x`)).toMatchObject({ status: 401 });
    await app.stop();
  });

  it('tells people so, and does not send them to sign in again, where it never had the keys of their tokens', async () => {
    const { surroundings } = surroundingsOf('keyless.db');
    (await openOutside(surroundings, connect(surroundings))).close();
    const token = await tokenOfSenco();

    isAway = true;
    const { app, said } = await start('keyless.db');
    const { status, body } = await ask(app, '/schools/LARK/cases', token);
    expect(status).toBe(503);
    expect(problemSchema.parse(body)).toEqual({
      words: expect.stringContaining('Microsoft’s sign-in could not be reached'),
      next: expect.stringContaining('Try again in a minute.'),
    });
    expect(said.entries('request failed')).toEqual([
      { event: 'request failed', facts: { method: 'GET', status: 503, error: 'KeysAway' } },
    ]);
    expect(await ask(app, '/schools/LARK/cases', 'a.b.c')).toEqual({ status: 401, body: 'Unauthorized' });

    isAway = false;
    expect(await ask(app, '/schools/LARK/cases', token)).toMatchObject({ status: 200 });
    await app.stop();
  });

  it('is given up in words where nothing was read before', async () => {
    isAway = true;
    await expect(start('never.db')).rejects.toThrow('Microsoft 365 could not be reached; check the network.');
    isAway = false;
  });

  it('is tried again where nothing was read before, and said once', async () => {
    isAway = true;
    const { surroundings } = surroundingsOf('later.db');
    const complaints: string[] = [];
    let asked = 0;
    const counting: typeof fetch = (...given) => {
      asked += 1;
      return surroundings.fetch(...given);
    };
    const options = { ...surroundings, fetch: counting, tabFiles: '/nowhere' };
    const starting = startWhenInReach(options, (words) => void complaints.push(words), 20);
    const first = asked;
    await expect.poll(() => asked).toBeGreaterThan(first + 4);
    isAway = false;
    const app = await starting;
    expect(app.outside.workspace.lastRefreshed()).not.toBeNull();
    expect(complaints).toEqual([expect.stringContaining('There is nothing to show yet. Trying every 0.02 seconds.')]);
    await app.stop();
  });
});
