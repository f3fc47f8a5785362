// The tab's token check against a tenant that changes its signing keys.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { issueTabToken } from '#local/entra/issue-tokens.ts';
import { appId, demoTenant } from '#local/demo/tenant.ts';
import { people } from '#local/demo/people.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { type Authenticate, tokenChecker } from '#tab/api/authenticate.ts';

let tenant: Tenant;
let check: Authenticate;
let looks: number;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  looks = 0;
  check = tokenChecker({
    tenantId: demoTenant.tenantId,
    clientId: appId,
    fetch: (input, init) => {
      looks += 1;
      return tenant.fetch(input, init);
    },
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await tenant.stop();
});

const me = people.larkSenco.id;
const header = async (): Promise<string> =>
  `Bearer ${await issueTabToken(tenant.context, { userId: me, clientId: appId })}`;
const pass = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);

describe('the tab’s token check', () => {
  it('takes a token of a new key as soon as it sees one, and tokens of the old one beside it', async () => {
    const before = await header();
    expect(await check(before)).toBe(me);
    pass(31);
    await tenant.keys.entra.rollOver();
    expect(await check(await header())).toBe(me);
    expect(await check(before)).toBe(me);
    expect(looks).toBe(2);
  });

  it('does not ask for the keys more than twice a minute, whatever tokens it is sent', async () => {
    expect(await check(await header())).toBe(me);
    await tenant.keys.entra.rollOver();
    const after = await header();
    for (let times = 0; times < 10; times += 1) expect(await check(after)).toBeNull();
    expect(looks).toBe(1);
    pass(31);
    expect(await check(after)).toBe(me);
    expect(looks).toBe(2);
  });

  it('refuses what a retired key signed, ten minutes after at the latest', async () => {
    const before = await header();
    expect(await check(before)).toBe(me);
    await tenant.keys.entra.rollOver();
    tenant.keys.entra.retire();
    pass(601);
    expect(await check(before)).toBeNull();
    expect(await check(await header())).toBe(me);
  });
});
