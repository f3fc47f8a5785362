// An app that starts while nothing of Microsoft’s can be reached: neither Graph nor the sign-in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '#host/app.ts';
import { startWhenInReach } from '#host/start-when-in-reach.ts';
import { connect, openOutside } from '#host/compose.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { freshnessOf } from '#tab/api/freshness.ts';
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
});
afterAll(async () => {
  await tenant.stop();
  rmSync(folder, { recursive: true });
});

function surroundingsOf(snapshot: string) {
  const settings = { PTT_SNAPSHOT: join(folder, snapshot), PTT_POLL_SECONDS: '3600', PORT: '0' };
  const surroundings = localSurroundings(tenant.origin, settings);
  const sometimes: typeof fetch = (input, init) =>
    isAway ? Promise.reject(new TypeError('fetch failed')) : surroundings.fetch(input, init);
  const said = createTwinLog();
  return { surroundings: { ...surroundings, fetch: sometimes, log: said.log }, said };
}

async function start(snapshot: string) {
  const { surroundings, said } = surroundingsOf(snapshot);
  return { app: await startApp({ ...surroundings, tabFiles: '/nowhere' }), said };
}

describe('a start with Microsoft 365 out of reach', () => {
  it('shows what was read before, with its age, says so, and goes on trying until it is back', async () => {
    const { surroundings } = surroundingsOf('before.db');
    const before = await openOutside(surroundings, connect(surroundings));
    granted(await before.workspace.schools.create(aSchool()));
    await before.workspace.refreshAll();
    granted(await before.workspace.school('LARK').cases.create(aCase()));
    await before.workspace.refreshAll();
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
