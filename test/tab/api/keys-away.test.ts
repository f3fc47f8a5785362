// The tab's token check while Entra's keys cannot be read.
import { decodeJwt, generateKeyPair } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { people } from '#local/demo/people.ts';
import { appId, demoTenant } from '#local/demo/tenant.ts';
import { issueTabToken } from '#local/entra/issue-tokens.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { type Authenticate, tokenChecker } from '#tab/api/authenticate.ts';
import { KeysAway } from '#tab/api/signing-keys.ts';
import { sign } from './api-bench.ts';

let tenant: Tenant;
let kept: Snapshot;
let isAway: boolean;
let looks: number;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  kept = openSnapshot(':memory:');
  isAway = false;
  looks = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  kept.close();
  await tenant.stop();
});

/** As a start of the app makes it. */
const checker = (tenantId: string = demoTenant.tenantId): Authenticate =>
  tokenChecker({
    tenantId,
    clientId: appId,
    kept,
    fetch: (input, init) => {
      looks += 1;
      return isAway ? Promise.reject(new TypeError('fetch failed')) : tenant.fetch(input, init);
    },
  });
const me = people.larkSenco.id;
const header = async (): Promise<string> =>
  `Bearer ${await issueTabToken(tenant.context, { userId: me, clientId: appId })}`;
const pass = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);
const hours = 3600;

describe('while Entra is out of reach, the tab’s token check', () => {
  it('goes on with the keys it has, and asks for new ones once a minute', async () => {
    const check = checker();
    expect(await check(await header())).toBe(me);
    isAway = true;
    pass(601);
    for (let times = 0; times < 5; times += 1) expect(await check(await header())).toBe(me);
    expect(looks).toBe(2);
    pass(61);
    expect(await check(await header())).toBe(me);
    expect(looks).toBe(3);
  });

  it('goes on after a restart with the keys that were kept', async () => {
    expect(await checker()(await header())).toBe(me);
    isAway = true;
    pass(2 * hours);
    expect(await checker()(await header())).toBe(me);
  });

  it('knows a new key after a restart, once it has met it', async () => {
    const check = checker();
    expect(await check(await header())).toBe(me);
    pass(31);
    await tenant.keys.entra.rollOver();
    const after = await header();
    expect(await check(after)).toBe(me);
    isAway = true;
    expect(await checker()(after)).toBe(me);
  });

  it.each(['running', 'started anew'])('believes no keys older than a day, %s', async (how) => {
    const first = checker();
    expect(await first(await header())).toBe(me);
    isAway = true;
    pass(24 * hours - 60);
    const check = how === 'running' ? first : checker();
    expect(await check(await header())).toBe(me);
    pass(120);
    await expect(check(await header())).rejects.toThrow(KeysAway);
    await expect(checker()(await header())).rejects.toThrow(KeysAway);
    isAway = false;
    expect(await check(await header())).toBe(me);
  });

  it('takes no token of a key that it does not know, and cannot say that it is bad', async () => {
    expect(await checker()(await header())).toBe(me);
    isAway = true;
    pass(31);
    await tenant.keys.entra.rollOver();
    const check = checker();
    await expect(check(await header())).rejects.toThrow(KeysAway);
    isAway = false;
    expect(await check(await header())).toBe(me);
  });

  it('still refuses what is bad by the keys it has', async () => {
    const good = await header();
    expect(await checker()(good)).toBe(me);
    isAway = true;
    const check = checker();
    const { privateKey } = await generateKeyPair('RS256');
    const { kid, privateKey: entras } = tenant.keys.entra.signing();
    const claims = decodeJwt(good.slice('Bearer '.length));
    expect(await check(`Bearer ${await sign(claims, entras, kid)}`)).toBe(me);
    expect(await check(`Bearer ${await sign(claims, privateKey, kid)}`)).toBeNull();
    pass(2 * hours);
    expect(await check(good)).toBeNull();
  });

  it('refuses without any key what is no token of Entra’s', async () => {
    isAway = true;
    const check = checker();
    for (const bad of [undefined, 'Bearer garbage', 'Bearer a.b.c', 'Basic c2VuY286eA==']) {
      expect(await check(bad)).toBeNull();
    }
    await expect(check(await header())).rejects.toThrow(KeysAway);
  });

  it('does not go by keys that were kept for another tenant, or in another shape', async () => {
    expect(await checker()(await header())).toBe(me);
    isAway = true;
    await expect(checker('99999999-2222-4333-8444-555555555555')(await header())).rejects.toThrow(KeysAway);
    kept.keep(`signing keys of ${demoTenant.tenantId}`, Date.now(), { keys: 'none' });
    await expect(checker()(await header())).rejects.toThrow(KeysAway);
  });

  it.each([
    ['fails', () => new Response('', { status: 503 })],
    ['answers with a page', () => new Response('<html>', { status: 200 })],
  ])('goes on with the keys that were kept when Entra %s', async (_how, answer) => {
    expect(await checker()(await header())).toBe(me);
    pass(2 * hours);
    const check = tokenChecker({
      tenantId: demoTenant.tenantId,
      clientId: appId,
      kept,
      fetch: () => Promise.resolve(answer()),
    });
    expect(await check(await header())).toBe(me);
  });
});
