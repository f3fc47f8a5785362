import { X509Certificate } from 'node:crypto';
import { createGraph } from '#graph/http.ts';
import { type AppCredential, appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { appId, appSecret, demoTenant } from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { aCertificate } from '#test/support/certificates.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const own = aCertificate();
const certificateOf = ({ certificate, privateKey }: typeof own): AppCredential => ({
  kind: 'certificate',
  certificate: new X509Certificate(certificate),
  privateKey,
});
const theSecret: AppCredential = { kind: 'secret', secret: appSecret };
const [signInHost, graphHost] = ['login.microsoftonline.com', 'graph.microsoft.com'];
const larkfield = `/sites/${demoTenant.sharePointHost}:/sites/larkfield`;

let tenant: Tenant;
const asked: string[] = [];

beforeEach(async () => {
  const apps = demoTenant.apps.map((app) => ({ ...app, certificates: [own.certificate] }));
  tenant = await startTenant({ definition: { ...demoTenant, apps }, dataFile: ':memory:' });
  asked.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await tenant.stop();
});

const counting: typeof fetch = (input, init) => {
  asked.push(new URL(new Request(input).url).host);
  return tenant.fetch(input, init);
};
const timesAsked = (host: string | undefined): number => asked.filter((one) => one === host).length;

const signIn = (credential: AppCredential = theSecret, send = counting) =>
  createConfidentialClient({ tenantId: demoTenant.tenantId, clientId: appId, credential, fetch: send });

describe('the app’s sign-in', () => {
  it('asks Entra for one token, however many need it at once', async () => {
    const token = appTokens(signIn());
    const tokens = await Promise.all(Array.from({ length: 50 }, () => token()));
    expect(new Set(tokens).size).toBe(1);
    expect(await token()).toBe(tokens[0]);
    expect(asked).toEqual([signInHost]);
  });

  it('asks for another one five minutes before the end of the first', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = appTokens(signIn());
    const first = await token();
    const pass = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);
    pass(3599 - 301);
    expect(await token()).toBe(first);
    pass(2);
    const second = await token();
    expect(second).not.toBe(first);
    expect(await token()).toBe(second);
    expect(asked).toEqual([signInHost, signInHost]);
  });

  it.each([
    ['a secret', theSecret],
    ['a certificate', certificateOf(own)],
  ])('opens Microsoft Graph with %s', async (_what, credential) => {
    const graph = createGraph({ token: appTokens(signIn(credential)), fetch: counting });
    expect(await graph.get(larkfield)).toMatchObject({ displayName: 'Larkfield Primary School' });
  });

  it.each([
    ['a wrong secret', { kind: 'secret', secret: 'wrong-secret' } as const],
    ['a certificate that is not registered', certificateOf(aCertificate())],
  ])('fails as one failure with %s, and says nothing of it', async (_what, credential) => {
    const graph = createGraph({ token: appTokens(signIn(credential)), fetch: counting });
    const failure: unknown = await graph.get('/sites/x').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GraphFailure', status: 401, code: 'SignInRefused.invalid_client' });
    expect(String(failure)).not.toMatch(/wrong-secret|AADSTS|[0-9A-F]{40}/);
  });

  it('is given up when Entra does not answer', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const client = createConfidentialClient({
      tenantId: demoTenant.tenantId,
      clientId: appId,
      credential: theSecret,
      fetch: never,
      timeoutMs: 5,
    });
    const graph = createGraph({ token: appTokens(client), fetch: counting });
    await expect(graph.get('/sites/x')).rejects.toMatchObject({ name: 'GraphFailure', status: 0 });
    expect(asked).toEqual([]);
  });

  it('can be tried again after it failed', async () => {
    let down = true;
    const token = appTokens(
      signIn(theSecret, (input, init) =>
        down ? Promise.reject(new TypeError('fetch failed')) : tenant.fetch(input, init),
      ),
    );
    await expect(token()).rejects.toThrow(/network/i);
    down = false;
    expect(await token()).toMatch(/^ey/);
  });
});

describe('a token that Graph no longer takes, although its time is not up', () => {
  const breakToken = async (): Promise<void> => {
    await tenant.keys.entra.rollOver();
    tenant.keys.entra.retire();
  };

  it('is given up for another one, which the next calls use at once', async () => {
    const graph = createGraph({ token: appTokens(signIn()), fetch: counting });
    await graph.get(larkfield);
    await breakToken();
    await graph.get(larkfield);
    await graph.get(larkfield);
    expect(asked).toEqual([signInHost, graphHost, graphHost, signInHost, graphHost, graphHost]);
  });

  it('is given up once for all who use it at the same time', async () => {
    const graph = createGraph({ token: appTokens(signIn()), fetch: counting });
    await graph.get(larkfield);
    await breakToken();
    await Promise.all(Array.from({ length: 20 }, () => graph.get(larkfield)));
    expect(timesAsked(signInHost)).toBe(2);
    expect(timesAsked(graphHost)).toBe(1 + 2 * 20);
  });

  it('does not make a write happen twice or not at all', async () => {
    const graph = createGraph({ token: appTokens(signIn()), fetch: counting });
    const site = (await graph.get(larkfield)) as { readonly id: string };
    await breakToken();
    await graph.post(`/sites/${site.id}/lists`, { displayName: 'Made once', list: { template: 'genericList' } });
    expect(tenant.store.lists.of(site.id).filter(({ name }) => name === 'Made once')).toHaveLength(1);
  });
});
