import { createGraph } from '#graph/http.ts';
import { appTokens, createConfidentialClient } from '#graph/sign-in.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('the app’s sign-in', () => {
  let tenant: Tenant;
  const asked: string[] = [];

  beforeEach(async () => {
    tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
    asked.length = 0;
  });

  afterEach(() => tenant.stop());

  const counting: typeof fetch = (input, init) => {
    asked.push(new URL(new Request(input).url).host);
    return tenant.fetch(input, init);
  };

  const signIn = (clientSecret = demoTenant.apps[0]?.clientSecret ?? '') =>
    createConfidentialClient({
      tenantId: demoTenant.tenantId,
      clientId: demoTenant.apps[0]?.clientId ?? '',
      clientSecret,
      fetch: counting,
    });

  it('asks Entra for one token, however many need it at once', async () => {
    const token = appTokens(signIn());
    const tokens = await Promise.all(Array.from({ length: 50 }, () => token()));
    expect(new Set(tokens).size).toBe(1);
    expect(await token()).toBe(tokens[0]);
    expect(asked).toEqual(['login.microsoftonline.com']);
  });

  it('opens Microsoft Graph', async () => {
    const graph = createGraph({ token: appTokens(signIn()), fetch: counting });
    const site = await graph.get(`/sites/${demoTenant.sharePointHost}:/sites/larkfield`);
    expect(site).toMatchObject({ displayName: 'Larkfield Primary School' });
  });

  it('fails as one failure with a wrong secret, and says nothing of the secret', async () => {
    const graph = createGraph({ token: appTokens(signIn('wrong-secret')), fetch: counting });
    const failure: unknown = await graph.get('/sites/x').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GraphFailure', status: 401, code: 'SignInRefused.invalid_client' });
    expect(String(failure)).not.toContain('wrong-secret');
  });

  it('can be tried again after it failed', async () => {
    let down = true;
    const client = createConfidentialClient({
      tenantId: demoTenant.tenantId,
      clientId: demoTenant.apps[0]?.clientId ?? '',
      clientSecret: demoTenant.apps[0]?.clientSecret ?? '',
      fetch: (input, init) => (down ? Promise.reject(new TypeError('fetch failed')) : tenant.fetch(input, init)),
    });
    const token = appTokens(client);
    await expect(token()).rejects.toThrow(/network/i);
    down = false;
    expect(await token()).toMatch(/^ey/);
  });
});
