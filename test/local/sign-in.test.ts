import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueBotServiceToken, issueTabToken } from '#local/entra/issue-tokens.ts';
import { verifyAppToken } from '#local/entra/verify-token.ts';
import type { Tenant } from '#local/tenant.ts';
import {
  aDefinition,
  app,
  appToken,
  aTenant,
  clock,
  governor,
  graphClient,
  head,
  larkfield,
  postForm,
  readerApp,
  signInClient,
} from './a-tenant.ts';

const graphScope = 'https://graph.microsoft.com/.default';
const botScope = 'https://api.botframework.com/.default';

describe('Signing in to the local tenant with MSAL', () => {
  let tenant: Tenant;
  let moment = clock();
  beforeAll(async () => {
    tenant = await aTenant({ now: () => moment });
  });
  afterAll(() => tenant.stop());

  it('gives an app a token that names the permissions an administrator consented to', async () => {
    const claims = decodeJwt(await appToken(tenant));
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: app.clientId,
      tid: tenant.context.definition.tenantId,
      idtyp: 'app',
    });
    expect(claims['roles']).toContain('Sites.ReadWrite.All');
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3599);
  });

  it('gives a bot a token for the Bot Connector that the connector can check', async () => {
    const result = await signInClient(tenant).acquireTokenByClientCredential({ scopes: [botScope] });
    const authorization = `Bearer ${result?.accessToken}`;
    expect(await verifyAppToken(tenant.context, authorization, 'https://api.botframework.com')).toEqual({
      ok: true,
      value: { appId: app.clientId, roles: [] },
    });
    expect(await verifyAppToken(tenant.context, authorization, 'https://graph.microsoft.com')).toMatchObject({
      ok: false,
      error: { reason: 'audience' },
    });
  });

  it('refuses a wrong secret with AADSTS7000215', async () => {
    const client = signInClient(tenant, { ...app, clientSecret: 'not the secret' });
    await expect(client.acquireTokenByClientCredential({ scopes: [graphScope] })).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorNo: 7000215,
    });
  });

  it('takes each of several secrets until its time is up, and then refuses it with AADSTS7000222', async () => {
    const [registration] = aDefinition().apps;
    if (!registration) throw new Error('The tenant has no app.');
    const secrets = [{ value: 'the old one', expiresOn: '2026-11-23T10:00:00Z' }, { value: 'the new one' }];
    let hour = '09:59:59';
    const rotating = await aTenant({
      definition: aDefinition({ apps: [{ ...registration, secrets }] }),
      now: () => new Date(`2026-11-23T${hour}Z`),
    });
    const signInWith = (clientSecret: string) => appToken(rotating, { ...app, clientSecret });
    try {
      expect(await signInWith('the old one')).toMatch(/^ey/);
      hour = '10:00:00';
      await expect(signInWith('the old one')).rejects.toMatchObject({
        errorCode: 'invalid_client',
        errorNo: 7000222,
        message: expect.stringContaining(`The provided client secret keys for app '${app.clientId}' are expired.`),
      });
      expect(await signInWith('the new one')).toMatch(/^ey/);
    } finally {
      await rotating.stop();
    }
  });

  it('refuses an app that proves nothing with AADSTS7000218, and does not guess which of two proofs counts', async () => {
    const form = { client_id: app.clientId, grant_type: 'client_credentials', scope: graphScope };
    expect(await postForm(tenant, form)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_codes: [7000218] },
    });
    const both = { ...form, client_secret: app.clientSecret, client_assertion: 'a.b.c' };
    expect(await postForm(tenant, both)).toMatchObject({ status: 501 });
  });

  it('refuses an app that the tenant does not know with AADSTS700016', async () => {
    const client = signInClient(tenant, { ...app, clientId: '00000000-0000-4000-8000-0000000000cc' });
    await expect(client.acquireTokenByClientCredential({ scopes: [graphScope] })).rejects.toThrow(/AADSTS700016/);
  });

  it('refuses another tenant, another scope and another grant without pretending', async () => {
    const form = {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'client_credentials',
      scope: graphScope,
    };
    expect(await postForm(tenant, form, 'elsewhere')).toMatchObject({ status: 400, body: { error_codes: [90002] } });
    expect(await postForm(tenant, { ...form, scope: 'Sites.Read.All' })).toMatchObject({
      status: 400,
      body: { error_codes: [1002012] },
    });
    expect(await postForm(tenant, { ...form, grant_type: 'password' })).toMatchObject({ status: 501 });
  });

  it('exchanges a person’s tab token for a Graph token that opens only that person’s sites', async () => {
    const token = await issueTabToken(tenant.context, { userId: head.id, clientId: app.clientId });
    expect(decodeJwt(token)).toMatchObject({ aud: app.clientId, oid: head.id, scp: 'access_as_user', ver: '2.0' });
    const result = await signInClient(tenant).acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [graphScope] });
    expect(result?.account?.localAccountId).toBe(head.id);
    const client = graphClient(tenant, result?.accessToken ?? '');
    expect(await client.api(larkfield.slice(0, -1)).get()).toMatchObject({ displayName: 'Larkfield Primary School' });
    const governors = '/sites/rowantree-example.sharepoint.com:/sites/governors-larkfield';
    await expect(client.api(governors).get()).rejects.toMatchObject({ statusCode: 403, code: 'accessDenied' });
  });

  it('lets a reader of a site read its lists and refuses a write in that person’s name', async () => {
    const token = await issueTabToken(tenant.context, { userId: governor.id, clientId: app.clientId });
    const result = await signInClient(tenant).acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [graphScope] });
    const client = graphClient(tenant, result?.accessToken ?? '');
    const lists = '/sites/rowantree-example.sharepoint.com:/sites/governors-larkfield:/lists';
    expect((await client.api(lists).get()).value).toHaveLength(1);
    await expect(client.api(lists).post({ displayName: 'Mine' })).rejects.toMatchObject({ statusCode: 403 });
  });

  it('refuses a tab token that was issued to another app', async () => {
    const token = await issueTabToken(tenant.context, { userId: head.id, clientId: readerApp.clientId });
    const exchange = signInClient(tenant).acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [graphScope] });
    await expect(exchange).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 500131 });
  });

  it.each([
    ['a permission that was not consented to', ['https://graph.microsoft.com/Mail.Send'], app],
    ['one of two', ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/Mail.Send'], app],
    ['whatever was consented to, where nothing was', [graphScope], readerApp],
  ])('refuses on-behalf-of for %s with AADSTS65001', async (_what, scopes, client) => {
    const token = await issueTabToken(tenant.context, { userId: head.id, clientId: client.clientId });
    const exchange = signInClient(tenant, client).acquireTokenOnBehalfOf({ oboAssertion: token, scopes });
    await expect(exchange).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      errorCode: 'invalid_grant',
      subError: 'consent_required',
      errorNo: 65001,
      claims: '',
    });
  });

  it('exchanges nothing unless the form says on whose behalf, and does not mix everything with something', async () => {
    const form = {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await issueTabToken(tenant.context, { userId: head.id, clientId: app.clientId }),
      scope: `${graphScope} openid profile offline_access`,
    };
    const asked = { ...form, requested_token_use: 'on_behalf_of' };
    expect(await postForm(tenant, asked)).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
    expect(await postForm(tenant, form)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_codes: [900144] },
    });
    expect(await postForm(tenant, { ...form, requested_token_use: 'nonsense' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_codes: [90023] },
    });
    for (const other of ['https://graph.microsoft.com/User.Read', 'User.Read', botScope])
      expect(await postForm(tenant, { ...asked, scope: `${graphScope} ${other}` })).toMatchObject({
        status: 400,
        body: { error: 'invalid_scope', error_codes: [70011] },
      });
  });

  it('gives on-behalf-of exactly what was asked for and consented to', async () => {
    const token = await issueTabToken(tenant.context, { userId: head.id, clientId: app.clientId });
    const result = await signInClient(tenant).acquireTokenOnBehalfOf({
      oboAssertion: token,
      scopes: ['https://graph.microsoft.com/User.Read'],
    });
    expect(decodeJwt(result?.accessToken ?? '')['scp']).toBe('User.Read');
  });

  it('does not take a token after its time is up', async () => {
    const client = graphClient(tenant, await appToken(tenant));
    moment = new Date(clock().getTime() + 3_600_000);
    await expect(client.api(larkfield.slice(0, -1)).get()).rejects.toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    });
    moment = clock();
  });

  it('shows the key sets with which the product checks tokens of tabs and of Teams', async () => {
    const { tenantId } = tenant.context.definition;
    const entraKeys = new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);
    const tab = await issueTabToken(tenant.context, { userId: head.id, clientId: app.clientId });
    const checks = { currentDate: clock(), audience: app.clientId };
    const verified = await jwtVerify(tab, createRemoteJWKSet(entraKeys, { [customFetch]: tenant.fetch }), checks);
    expect(verified.payload.iss).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`);

    const serviceUrl = `${tenant.origin}/smba.trafficmanager.net/emea/${tenantId}/`;
    const bot = await issueBotServiceToken(tenant.context, { appId: app.clientId, serviceUrl });
    const metadata = await (
      await tenant.fetch('https://login.botframework.com/v1/.well-known/openidconfiguration')
    ).json();
    const fromTeams = await jwtVerify(
      bot,
      createRemoteJWKSet(new URL(metadata.jwks_uri), { [customFetch]: tenant.fetch }),
      checks,
    );
    expect(fromTeams.payload).toMatchObject({ iss: 'https://api.botframework.com', serviceurl: serviceUrl });
    const keys = await (await tenant.fetch(metadata.jwks_uri)).json();
    expect(keys.keys[0].endorsements).toEqual(['msteams']);
  });

  it('says which app is unknown when a tab token is asked for it', async () => {
    await expect(issueTabToken(tenant.context, { userId: head.id, clientId: 'nobody' })).rejects.toThrow(
      /No app nobody/,
    );
    await expect(
      issueTabToken(
        { ...tenant.context, definition: aDefinition({ users: [] }) },
        { userId: head.id, clientId: app.clientId },
      ),
    ).rejects.toThrow(/No person/);
  });
});
