// The contracts at the tenant that PTT_REAL_TENANT names a settings file for: docs/testing-against-a-real-tenant.md.
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { everyContract } from './every-contract.ts';
import { readTenantSettings } from './settings.ts';
import { type AimedTenant, aimAt } from './tenant.ts';

// Many requests, each over the network, and now and then Microsoft asks to wait.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const file = process.env['PTT_REAL_TENANT'];
const settings = file === undefined ? null : readTenantSettings(file);
const where = settings?.app.sharePointHost ?? 'a real tenant (PTT_REAL_TENANT is not set: nothing is asked of one)';

describe.skipIf(settings === null)(`aimed at ${where}`, () => {
  let aimed: AimedTenant;
  beforeAll(async () => {
    if (settings === null) throw new Error('PTT_REAL_TENANT is not set.');
    aimed = await aimAt(settings);
  });
  afterAll(async () => {
    process.stdout.write(`${await aimed.close()}\n`);
  });

  everyContract(() => aimed, settings?.inbox ?? null);
});
