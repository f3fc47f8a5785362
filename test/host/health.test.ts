// What whoever watches over the app is told: a restart mends neither a site that is not there nor a network that says nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#host/app.ts';
import { connect, openOutside } from '#host/compose.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { LogEvent } from '#workflows/ports.ts';
import { granted } from '../contract/records-contract.ts';
import { aCase, aSchool } from '../contract/rows.ts';

let tenant: Tenant;
let folder: string;
let isSilent = false;
/** Calls to which nobody answered, and how many there had been when the doors opened. */
let tried = 0;
let triedBefore = Number.NaN;

beforeAll(async () => {
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  folder = mkdtempSync(join(tmpdir(), 'ptt-health-'));
});
afterAll(async () => {
  await tenant.stop();
  rmSync(folder, { recursive: true });
});

function surroundingsOf(settings: Readonly<Record<string, string>> = {}) {
  const surroundings = localSurroundings(tenant.origin, { PTT_POLL_SECONDS: '3600', PORT: '0', ...settings });
  /** As the app's own timeout would end it, and sooner. */
  const sometimes: typeof fetch = (input, init) => {
    if (!isSilent) return surroundings.fetch(input, init);
    tried += 1;
    return new Promise((_resolve, reject) => {
      setTimeout(() => reject(new DOMException('Nobody answered.', 'TimeoutError')), 20);
    });
  };
  const log = (event: LogEvent): void => {
    if (event === 'app started') triedBefore = tried;
  };
  return { ...surroundings, fetch: sometimes, log, tabFiles: '/nowhere' };
}

async function healthOf({ origin }: App): Promise<readonly [number, unknown]> {
  const answer = await fetch(`${origin}/healthz`);
  return [answer.status, await answer.json()];
}

describe('the health of a running app', () => {
  it('is good from the first answer on, and says when every list was read', async () => {
    const app = await startApp(surroundingsOf());
    const lastRefreshed = app.outside.workspace.lastRefreshed()?.toString();
    expect(await healthOf(app)).toEqual([200, { ready: true, lastRefreshed }]);
    await app.stop();
  });

  it('is good where it was started from what was read before, after one question that nobody answered', async () => {
    const surroundings = surroundingsOf({ PTT_SNAPSHOT: join(folder, 'before.db') });
    const before = await openOutside(surroundings, connect(surroundings));
    granted(await before.workspace.schools.create(aSchool()));
    await before.workspace.refreshAll();
    granted(await before.workspace.school('LARK').cases.create(aCase()));
    await before.workspace.refreshAll();
    const lastRefreshed = before.workspace.lastRefreshed()?.toString();
    before.close();

    isSilent = true;
    const app = await startApp(surroundings);
    expect(triedBefore).toBe(1);
    expect(await healthOf(app)).toEqual([200, { ready: true, lastRefreshed }]);
    expect(app.outside.workspace.school('LARK').cases.all()).toHaveLength(1);
    isSilent = false;
    const readAgain = async (): Promise<string | undefined> => {
      await app.poll();
      return app.outside.workspace.lastRefreshed()?.toString();
    };
    // A call of the morning's round may still be waiting for the sign-in that nobody answered.
    await expect.poll(readAgain, { timeout: 10_000 }).not.toBe(lastRefreshed);
    await app.stop();
  });

  it('is good while a site of the register is not there', async () => {
    const surroundings = surroundingsOf();
    const before = await openOutside(surroundings, connect(surroundings));
    granted(await before.workspace.schools.create(aSchool({ key: 'TYPO', sitePath: '/sites/typo' })));
    const app = await startApp(surroundings);
    await app.poll();
    expect(await healthOf(app)).toEqual([200, { ready: true, lastRefreshed: '' }]);
    expect(app.outside.workspace.school('LARK').cases.all()).toHaveLength(1);
    await app.stop();
  });
});
