import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { issueBotServiceToken } from '#local/entra/issue-tokens.ts';
import type { Tenant } from '#local/tenant.ts';
import { app, appToken, aTenant, graphClient, larkfield } from './a-tenant.ts';

const running: Tenant[] = [];
async function open(dataFile = ':memory:'): Promise<Tenant> {
  const tenant = await aTenant({ dataFile });
  running.push(tenant);
  return tenant;
}
afterEach(async () => {
  for (const tenant of running.splice(0)) await tenant.stop();
});

const keyOf = (token: string): string | undefined => decodeProtectedHeader(token).kid;
const site = (tenant: Tenant, token: string) => graphClient(tenant, token).api(larkfield.slice(0, -1)).get();
const shownBy = async (tenant: Tenant, address: string): Promise<readonly string[]> => {
  const { keys } = (await (await tenant.fetch(address)).json()) as { keys: readonly { kid: string }[] };
  return keys.map(({ kid }) => kid);
};
const entraKeys = ({ context }: Tenant): string =>
  `https://login.microsoftonline.com/${context.definition.tenantId}/discovery/v2.0/keys`;
const botKeys = 'https://login.botframework.com/v1/.well-known/keys';

describe('the tenant’s signing keys', () => {
  it('roll over: a new key signs, and what the old one signed stays good while the key set shows it', async () => {
    const tenant = await open();
    const before = await appToken(tenant);
    await tenant.keys.entra.rollOver();
    const after = await appToken(tenant);
    expect(keyOf(after)).not.toBe(keyOf(before));
    expect(await shownBy(tenant, entraKeys(tenant))).toEqual([keyOf(after), keyOf(before)]);
    await site(tenant, before);
    await site(tenant, after);
  });

  it('are retired: what the old key signed is refused, its time up or not', async () => {
    const tenant = await open();
    const before = await appToken(tenant);
    await tenant.keys.entra.rollOver();
    tenant.keys.entra.retire();
    expect(await shownBy(tenant, entraKeys(tenant))).toEqual([keyOf(await appToken(tenant))]);
    await expect(site(tenant, before)).rejects.toMatchObject({ statusCode: 401, code: 'InvalidAuthenticationToken' });
  });

  it('of the Bot Framework are others, and roll over by themselves', async () => {
    const tenant = await open();
    const token = () => issueBotServiceToken(tenant.context, { appId: app.clientId, serviceUrl: tenant.origin });
    const [entraBefore, botBefore] = [await shownBy(tenant, entraKeys(tenant)), await token()];
    await tenant.keys.botFramework.rollOver();
    expect(await shownBy(tenant, botKeys)).toEqual([keyOf(await token()), keyOf(botBefore)]);
    expect(await shownBy(tenant, entraKeys(tenant))).toEqual(entraBefore);
  });

  it('outlast a restart, the old ones too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ptt-keys-'));
    const dataFile = join(folder, 'tenant.sqlite');
    const first = await open(dataFile);
    const before = await appToken(first);
    await first.keys.entra.rollOver();
    const after = await appToken(first);
    await running.pop()?.stop();
    const second = await open(dataFile);
    await site(second, before);
    await site(second, after);
    expect(keyOf(await appToken(second))).toBe(keyOf(after));
    await running.pop()?.stop();
    await rm(folder, { recursive: true });
  });
});
