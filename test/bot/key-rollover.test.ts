// botbuilder's check of what Teams sends, against a tenant that changes its signing keys.
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publicCloud } from '#bot/cloud.ts';
import { issueBotServiceToken } from '#local/entra/issue-tokens.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { appId, channelMessage } from './support/activities.ts';
import { type RunningBot, startBot } from './support/bot-server.ts';

let tenant: Tenant;
let bot: RunningBot;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
  const openIdMetadataUrl = `${tenant.origin}/login.botframework.com/v1/.well-known/openidconfiguration`;
  bot = await startBot({ cloud: { ...publicCloud, openIdMetadataUrl } }, async () => ({ kind: 'nothing' }));
});
afterEach(async () => {
  vi.useRealTimers();
  await bot.stop();
  await tenant.stop();
});

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const send = async (token: string): Promise<number> =>
  (await bot.post(channelMessage(serviceUrl), `Bearer ${token}`)).status;
const token = (): Promise<string> => issueBotServiceToken(tenant.context, { appId, serviceUrl });
const pass = (minutes: number): void => void vi.setSystemTime(Date.now() + minutes * 60_000);

/** A token that outlives a day, so that only its key can be held against it. */
function lastingToken(): Promise<string> {
  const { kid, privateKey } = tenant.keys.botFramework.signing();
  return new SignJWT({ iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setExpirationTime(Math.floor(Date.now() / 1000) + 3 * 24 * 3600)
    .sign(privateKey);
}

describe('the bot’s token check', () => {
  it('takes a token of a new key, and tokens of the old one beside it; it looks for new keys once an hour', async () => {
    const before = await lastingToken();
    expect(await send(before)).toBe(200);
    await tenant.keys.botFramework.rollOver();
    pass(59);
    expect(await send(await token())).toBe(401);
    pass(2);
    expect(await send(await token())).toBe(200);
    expect(await send(before)).toBe(200);
  });

  it('refuses what a retired key signed, after a day at the latest', async () => {
    const before = await lastingToken();
    expect(await send(before)).toBe(200);
    await tenant.keys.botFramework.rollOver();
    tenant.keys.botFramework.retire();
    pass(24 * 60 + 1);
    expect(await send(before)).toBe(401);
    expect(await send(await token())).toBe(200);
  });
});
