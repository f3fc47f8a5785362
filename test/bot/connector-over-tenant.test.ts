// The product's own way to the Bot Connector, over the local tenant at its worst: nothing is lost silently, and nothing is said twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicCloud } from '#bot/cloud.ts';
import { digestCard } from '#bot/cards/digest.ts';
import { type Connector, createConnector } from '#bot/connector.ts';
import type { BotCredentials } from '#bot/token.ts';
import { createStaffChannel } from '#bot/staff-channel.ts';
import { issueAppToken } from '#local/entra/issue-tokens.ts';
import type { TenantChannel } from '#local/tenant-definition.ts';
import { aSchool } from '#test/builders/schools.ts';
import { type FrontTenant, otherChannel, staffChannel, startFront } from '../local/front-tenant.ts';
import { tab, usualDigest } from './support/cards.ts';

let front: FrontTenant;
let connector: Connector;
let serviceUrl: string;

async function open(staff: Partial<TenantChannel> = {}): Promise<void> {
  front = await startFront(staff);
  const { context, fetch, origin } = front.tenant;
  const { tenantId, apps } = context.definition;
  const [app] = apps;
  if (!app) throw new Error('The tenant has no app.');
  serviceUrl = `${origin}/smba.trafficmanager.net/emea/${tenantId}/`;
  connector = createConnector({
    appId: app.clientId,
    tenantId,
    cloud: { ...publicCloud, serviceOrigins: [origin] },
    credentials: keptBy(() => issueAppToken(context, app, 'https://api.botframework.com')),
    fetch,
  });
}

/** As MSAL does, keeps the first token until it is told not to. */
function keptBy(issue: () => Promise<string>): BotCredentials {
  let kept: Promise<string> | undefined;
  return {
    acquireTokenByClientCredential: async ({ skipCache }) => {
      kept = skipCache ? issue() : (kept ?? issue());
      return { accessToken: await kept };
    },
  };
}

beforeEach(() => open());
afterEach(() => front.tenant.stop());

const post = (staffChannelId = staffChannel) =>
  createStaffChannel({ connector, tab }).post(aSchool({ staffChannelId, serviceUrl }), usualDigest);
const posted = (): number => front.tenant.store.conversations.listChannel(staffChannel).length;
const path = /\/conversations$/;
const failing = { front: 'connector', method: 'POST', path, times: 1 } as const;

describe('a digest', () => {
  it('waits as long as Teams asks and is then posted once', async () => {
    front.tenant.botRates.setRates({ write: [{ seconds: 1, calls: 1 }], read: [], app: [] });
    const began = Date.now();
    expect([(await post()).ok, (await post()).ok, posted()]).toEqual([true, true, 2]);
    expect(Date.now() - began).toBeGreaterThan(900);
  });

  it('does not knock again before the time when Teams asks for longer than anybody should wait', async () => {
    front.tenant.botRates.setRates({ write: [{ seconds: 60, calls: 1 }], read: [], app: [] });
    await post();
    const began = Date.now();
    expect(await post()).toMatchObject({ ok: false, error: expect.stringContaining('asked us to slow down') });
    expect(Date.now() - began).toBeLessThan(5000);
    expect(posted()).toBe(1);
  });

  it('is posted with a fresh token where the kept one is no longer taken, and given up where that is not either', async () => {
    await post();
    await front.tenant.keys.entra.rollOver();
    front.tenant.keys.entra.retire();
    expect([(await post()).ok, posted()]).toEqual([true, 2]);
    front.tenant.faults.failNext({ ...failing, status: 401, times: 2 });
    expect(await post()).toMatchObject({
      ok: false,
      error: expect.stringContaining('did not accept the app’s sign-in'),
    });
    expect([posted(), front.tenant.faults.pending()]).toEqual([2, 0]);
  });

  it.each([412, 429])('is posted again after %i, since nothing was posted', async (status) => {
    front.tenant.faults.failNext({ ...failing, status });
    expect((await post()).ok).toBe(true);
    expect(posted()).toBe(1);
  });

  it.each([
    [502, { status: 502, afterWrite: true }, 1],
    [504, { status: 504 }, 0],
  ])('is not posted again after %i, when nobody can tell whether it was', async (status, harm, there) => {
    front.tenant.faults.failNext({ ...failing, ...harm });
    await expect(post()).rejects.toThrow(`Teams answered ${status}`);
    expect([posted(), front.tenant.faults.pending()]).toEqual([there, 0]);
  });

  it('says in words where the app is not installed, the channel is gone, and no app may post', async () => {
    expect(await post(otherChannel)).toMatchObject({ error: expect.stringContaining('no longer in the Team') });
    expect(await post('19:none@thread.tacv2')).toMatchObject({ error: expect.stringContaining('channel is gone') });
    await front.tenant.stop();
    await open({ appsMayPost: false });
    expect(await post()).toMatchObject({ error: expect.stringContaining('does not let the app post') });
  });
});

describe('a card in the place of another', () => {
  it.each([412, 502, 504])('is put there again after %i, since twice does no harm', async (status) => {
    const card = digestCard(usualDigest, tab);
    const made = await connector.createThread({ serviceUrl, channelId: staffChannel }, card);
    if (!made.ok) throw new Error(made.error.code);
    front.tenant.faults.failNext({ front: 'connector', method: 'PUT', path: /activities/, times: 1, status });
    const changed = { ...card, summary: 'Review held and recorded' };
    expect(await connector.updateCard({ ...made.value, serviceUrl }, changed)).toEqual({ ok: true, value: null });
    const [stored] = front.tenant.store.conversations.listChannel(staffChannel);
    expect(stored?.activity).toMatchObject({ summary: 'Review held and recorded' });
  });
});
