import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionPaths, goodClaims, openApi, sencoMember, sign, tenantId, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.stop());

const me = (authorization?: string) =>
  api.send('/me', authorization === undefined ? {} : { headers: { authorization } });
const other = '99999999-2222-4333-8444-555555555555';
const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

describe('a request with a good token', () => {
  it('is answered to the person whose it is', async () => {
    const answer = await me(`Bearer ${await api.token()}`);
    expect(answer).toMatchObject({ status: 200, body: { name: sencoMember.name } });
  });

  it('is good with more scopes than the one that is needed', async () => {
    expect(await me(`Bearer ${await api.token({ scp: 'openid access_as_user' })}`)).toMatchObject({ status: 200 });
  });
});

describe('a request is refused without a word why', () => {
  const nothing = { status: 401, text: 'Unauthorized', body: null };

  it('without a token', async () => {
    expect(await me()).toMatchObject(nothing);
  });

  it.each(['Bearer ', 'Bearer garbage', 'Bearer a.b.c', 'Basic c2VuY286eA==', 'bearer'])(
    'with “%s” for a token',
    async (authorization) => {
      const answer = await me(authorization);
      expect(answer).toMatchObject(nothing);
      expect(answer.headers.get('www-authenticate')).toBeNull();
    },
  );

  it.each<[string, JWTPayload]>([
    ['of another tenant', { tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['that names our tenant but was issued by another', { iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['issued by us for another tenant', { tid: other }],
    ['of the older kind', { iss: `https://sts.windows.net/${tenantId}/` }],
    ['meant for another app', { aud: other }],
    ['meant for Graph', { aud: 'https://graph.microsoft.com' }],
    ['that has expired', { exp: seconds(-120) }],
    ['that is not valid yet', { nbf: seconds(600) }],
    ['with another scope', { scp: 'User.Read' }],
    ['whose scope only begins like the right one', { scp: 'access_as_user_too' }],
    ['whose person is no text', { oid: 7 }],
  ])('with a token %s', async (_what, claims) => {
    expect(await me(`Bearer ${await api.token(claims)}`)).toMatchObject(nothing);
  });

  it.each(['scp', 'oid', 'tid', 'exp', 'aud', 'iss'] as const)(
    'with a token that lacks %s, such as an app’s own',
    async (claim) => {
      const { [claim]: _left, ...claims } = goodClaims(sencoMember.id);
      expect(
        await me(`Bearer ${await sign({ ...claims, roles: ['Sites.ReadWrite.All'] }, api.privateKey)}`),
      ).toMatchObject(nothing);
    },
  );

  it('with a token that somebody else signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await me(`Bearer ${await sign(goodClaims(sencoMember.id), privateKey)}`)).toMatchObject(nothing);
    expect(await me(`Bearer ${await sign(goodClaims(sencoMember.id), privateKey, 'unknown')}`)).toMatchObject(nothing);
  });

  it('with a token that nobody signed, or that was signed with a shared secret', async () => {
    const unsigned = new UnsecuredJWT(goodClaims(sencoMember.id)).encode();
    const secret = new TextEncoder().encode('a secret that everybody knows, long enough for HS256');
    const shared = await new SignJWT(goodClaims(sencoMember.id))
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(secret);
    expect(await me(`Bearer ${unsigned}`)).toMatchObject(nothing);
    expect(await me(`Bearer ${shared}`)).toMatchObject(nothing);
  });

  it('with a good token of which a letter was changed', async () => {
    const [head, body, seal] = (await api.token()).split('.');
    const altered = Buffer.from(JSON.stringify({ ...goodClaims('person-head') })).toString('base64url');
    expect(await me(`Bearer ${head}.${altered}.${seal}`)).toMatchObject(nothing);
    expect(await me(`Bearer ${head}.${body}.`)).toMatchObject(nothing);
  });

  it.each([
    ['GET', '/me'],
    ['GET', '/schools/LARK/cases'],
    ['GET', '/schools/LARK/cases/K7M-2QX'],
    ['GET', '/schools/LARK/parked'],
    ['GET', '/schools/LARK/cases/K7M-2QX/record'],
    ['GET', '/schools/LARK/cases/K7M-2QX/sections/risk'],
    ...actionPaths.map((action) => ['POST', `/schools/LARK/cases/K7M-2QX/${action}`]),
    ['POST', '/schools/LARK/cases/K7M-2QX/sections/risk'],
    ['POST', '/schools/LARK/cases'],
    ['POST', '/schools/LARK/records'],
    ['POST', '/schools/LARK/imports?form=notification&name=a.xlsx'],
    ['GET', '/nothing/here'],
  ])('at %s %s', async (method, path) => {
    expect(await api.send(path, { method, ...(method === 'POST' ? { body: '{ not JSON' } : {}) })).toMatchObject(
      nothing,
    );
  });
});
