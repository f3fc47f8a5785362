// Client assertions: through MSAL as the product sends them, and made by hand where MSAL would never send such a one.
import { X509Certificate } from 'node:crypto';
import { decodeJwt, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { aCertificate } from '#test/support/certificates.ts';
import { aDefinition, aTenant, postForm, readerApp, registered, signInClient } from './a-tenant.ts';

const graphScope = 'https://graph.microsoft.com/.default';
const clientId = '00000000-0000-4000-8000-0000000000cc';
const dayMs = 24 * 60 * 60 * 1000;

const [current, next, another] = [aCertificate(), aCertificate(), aCertificate()];
const old = aCertificate({ until: new Date(Date.now() - dayMs) });

const hex = (fingerprint: string): string => fingerprint.replaceAll(':', '');
const sha256 = (pem: string): string => hex(new X509Certificate(pem).fingerprint256);
const sha1 = (pem: string): string => hex(new X509Certificate(pem).fingerprint);
const inHeader = (thumbprint: string): string => Buffer.from(thumbprint, 'hex').toString('base64url');

describe('Signing in to the local tenant with a certificate', () => {
  let tenant: Tenant;
  let endpoint: string;
  beforeAll(async () => {
    const certificates = [old, current, next].map(({ certificate }) => certificate);
    const app = { clientId, secrets: [], certificates, displayName: 'Without a secret', applicationPermissions: [] };
    const definition = aDefinition({
      apps: [app, { ...registered(readerApp), displayName: 'A reader', applicationPermissions: [] }],
    });
    tenant = await aTenant({ definition, now: () => new Date() });
    endpoint = `https://login.microsoftonline.com/${definition.tenantId}/oauth2/v2.0/token`;
  });
  afterAll(() => tenant.stop());

  it.each([
    ['its SHA-256 thumbprint', { thumbprintSha256: sha256(current.certificate), privateKey: current.key }],
    ['its SHA-1 thumbprint', { thumbprint: sha1(current.certificate), privateKey: current.key }],
    ['the one that takes its place', { thumbprintSha256: sha256(next.certificate), privateKey: next.key }],
  ])('works through MSAL with %s', async (_what, clientCertificate) => {
    const client = signInClient(tenant, { clientId, clientCertificate });
    const result = await client.acquireTokenByClientCredential({ scopes: [graphScope] });
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ appid: clientId, aud: 'https://graph.microsoft.com' });
  });

  const now = (): number => Math.floor(Date.now() / 1000);

  interface Choices {
    readonly claims?: JWTPayload;
    readonly header?: Readonly<Record<string, string>>;
    readonly key?: typeof current.privateKey;
    readonly alg?: string;
  }

  /** Right in everything but what is chosen. */
  const assertion = ({ claims = {}, header, key = current.privateKey, alg = 'PS256' }: Choices): Promise<string> =>
    new SignJWT({ aud: endpoint, iss: clientId, sub: clientId, nbf: now(), exp: now() + 600, jti: '1', ...claims })
      .setProtectedHeader({ alg, ...(header ?? { 'x5t#S256': inHeader(sha256(current.certificate)) }) })
      .sign(key);

  const send = (client_assertion: string, changes: Readonly<Record<string, string>> = {}) =>
    postForm(tenant, {
      client_id: clientId,
      grant_type: 'client_credentials',
      scope: graphScope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      ...changes,
    });

  it.each<[string, Choices]>([
    ['of now', {}],
    ['from a clock that is four minutes ahead', { claims: { nbf: now() + 240, exp: now() + 840 } }],
    ['from a clock that is four minutes behind', { claims: { nbf: now() - 840, exp: now() - 240 } }],
    ['meant for the issuer', { claims: { aud: `https://login.microsoftonline.com/${aDefinition().tenantId}/v2.0` } }],
  ])('takes an assertion %s', async (_what, choices) => {
    expect(await send(await assertion(choices))).toMatchObject({ status: 200 });
  });

  it.each<[string, Choices, number, string]>([
    [
      'by a certificate that is not registered',
      { header: { 'x5t#S256': inHeader(sha256(another.certificate)) }, key: another.privateKey },
      700027,
      `is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${sha256(another.certificate)}']`,
    ],
    ['that names no certificate', { header: {} }, 700027, '[Reason - The key was not found.]'],
    [
      'by a certificate that has ended',
      { header: { x5t: inHeader(sha1(old.certificate)) }, key: old.privateKey },
      700027,
      `is expired on application. [Reason - The key used is expired., Thumbprint of key used by client: '${sha1(old.certificate)}', Found key 'Start=01/01/2020 00:00:00, End=`,
    ],
    ['by the key of another certificate', { key: next.privateKey }, 700027, 'contains an invalid signature'],
    ['of ten minutes ago', { claims: { nbf: now() - 1200, exp: now() - 600 } }, 700024, 'valid time range'],
    ['for later', { claims: { nbf: now() + 600, exp: now() + 1200 } }, 700024, 'valid time range'],
    ['meant for another tenant', { claims: { aud: 'https://login.microsoftonline.com/x/v2.0' } }, 700023, 'audience'],
    ['by another app', { claims: { iss: readerApp.clientId, sub: readerApp.clientId } }, 700021, 'client_id'],
  ])('refuses an assertion %s', async (_what, choices, code, words) => {
    expect(await send(await assertion(choices))).toMatchObject({
      status: 401,
      body: {
        error: 'invalid_client',
        error_codes: [code],
        error_description: expect.stringContaining(words),
        error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      },
    });
  });

  it('refuses what is no JWT, and one that never ends', async () => {
    const refused = { status: 400, body: { error: 'invalid_request', error_codes: [50027] } };
    expect(await send('not a token')).toMatchObject(refused);
    expect(await send(await assertion({ claims: { exp: undefined } }))).toMatchObject(refused);
  });

  it('does not let one app sign in with the certificate of another', async () => {
    const claims = { iss: readerApp.clientId, sub: readerApp.clientId };
    const answer = await send(await assertion({ claims }), { client_id: readerApp.clientId });
    expect(answer).toMatchObject({ status: 401, body: { error_codes: [700027] } });
  });

  it('says 501 to other kinds of assertion and of signature', async () => {
    const saml = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' };
    expect(await send(await assertion({}), saml)).toMatchObject({ status: 501 });
    expect(await send(await assertion({ alg: 'RS512' }))).toMatchObject({ status: 501 });
  });
});
