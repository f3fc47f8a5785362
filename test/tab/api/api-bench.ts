// The tab's API on loopback HTTP, over lists in memory, with tokens that are really signed and really checked.
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { readFormsWorkbook } from '#graph/forms/workbook.ts';
import { createServer } from '#host/server.ts';
import { tokenChecker } from '#tab/api/authenticate.ts';
import { freshnessOf } from '#tab/api/freshness.ts';
import { tabRouter, type TabApi } from '#tab/api/router.ts';
import { aMember, headteacher } from '#test/builders/people.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { aWorld, type World } from '#test/builders/world.ts';
import type { Membership } from '#workflows/ports.ts';

export const tenantId = '11111111-2222-4333-8444-555555555555';
const clientId = '00000000-0000-4000-8000-000000009001';
const keyId = 'key-1';

export const sencoMember = aMember({ id: 'person-senco' });
export const headMember: Membership = { ...headteacher, schools: ['LARK'] };
export const hollinMember = aMember({ id: 'person-hollin', name: 'Finch Hawthorn', schools: ['HOLL'] });
export const teacherMember = aMember({ id: 'person-teacher', name: 'Teasel Oakley', roles: ['teacher'] });
export const stranger = aMember({ id: 'person-stranger', name: 'Linden Marsh', roles: [], schools: [] });

/** The last part of the address of everything that can be done to a case. */
export const actionPaths = [
  'begin',
  'review',
  'consent',
  'start',
  'sign-off',
  'hours',
  'extend',
  'close',
  'decline',
  'withdraw',
  'transfer',
  'reopen',
];

/** What the form of a new case sends. */
export const aConsideration = {
  pressId: 'press-new',
  pupilName: 'Ada Sample',
  dateOfBirth: '2016-05-04',
  yearGroup: 'Year 5',
  upn: '',
  parentName: 'Jo Sample',
  reasons: ['Mental health', 'At risk of exclusion'],
  objectives: 'To come in every morning.',
  times: 'Mornings',
  hoursInSchool: 12.5,
  startsOn: '2026-11-30',
  endsOn: '2026-12-18',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export interface ApiBench {
  readonly world: World;
  readonly privateKey: CryptoKey;
  readonly token: (claims?: JWTPayload) => Promise<string>;
  readonly send: (path: string, init?: RequestInit) => Promise<Answer>;
  /** Asks as one of the members. */
  readonly as: (who: Membership, path: string, body?: unknown) => Promise<Answer>;
  /** Schools for which something was set going after a change. */
  readonly followed: readonly string[];
  readonly stop: () => Promise<void>;
}

/** What Microsoft puts into the token that teams-js hands to the tab. */
export const goodClaims = (personId: string): JWTPayload => ({
  aud: clientId,
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  tid: tenantId,
  oid: personId,
  scp: 'access_as_user',
  exp: Math.floor(Date.now() / 1000) + 600,
});

export function sign(claims: JWTPayload, key: CryptoKey, kid = keyId): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
}

/** Made once, because making it takes longer than most tests. */
const keyPair = generateKeyPair('RS256');

export async function openApi(changes: Partial<TabApi> = {}): Promise<ApiBench> {
  const world = await aWorld();
  await world.outside.workspace.schools.create(hollinBank());
  for (const member of [sencoMember, headMember, teacherMember, hollinMember]) world.outside.people.put(member);
  const { privateKey, publicKey } = await keyPair;
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' }] };
  const followed: string[] = [];
  const router = tabRouter({
    outside: world.outside,
    authenticate: tokenChecker({ tenantId, clientId, fetch: () => Promise.resolve(Response.json(keys)) }),
    readWorkbook: readFormsWorkbook,
    freshness: () => freshnessOf(world.outside.clock.now(), world.outside.clock.now(), 60),
    afterChange: (schoolKey) => void followed.push(schoolKey),
    ...changes,
  });
  const bot = { process: () => Promise.resolve(), settled: () => Promise.resolve() };
  const health = () => ({ ready: true, lastRefreshed: '' });
  const server = createServer({ bot, tabRouter: router, tabFiles: '/nowhere', health, log: world.outside.log }).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const send: ApiBench['send'] = async (path, init) => {
    const answer = await fetch(`${origin}/api${path}`, init);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : null,
    };
  };
  const token: ApiBench['token'] = (claims = {}) => sign({ ...goodClaims(sencoMember.id), ...claims }, privateKey);
  return {
    world,
    privateKey,
    token,
    send,
    as: async (who, path, body) => {
      const headers = { authorization: `Bearer ${await token({ oid: who.id })}`, 'content-type': 'application/json' };
      return send(path, body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) });
    },
    followed,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
