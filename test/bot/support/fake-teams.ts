import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BotCloud } from '#bot/cloud.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

interface CannedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeTeams {
  readonly cloud: BotCloud;
  readonly serviceUrl: string;
  readonly received: readonly Received[];
  /** The next request to the connector is answered with this instead. */
  answerNext(answer: CannedAnswer): void;
  /** A token as Teams sends it with an activity; `claims` replace the good ones, undefined takes one away. */
  token(claims?: Readonly<Record<string, unknown>>, signedBy?: 'teams' | 'somebody else'): Promise<string>;
  stop(): Promise<void>;
}

const issuer = 'https://api.botframework.com';

/** Teams as far as a bot sees it: signing keys, and a connector that remembers what was posted. Real HTTP on a free port. */
export async function startFakeTeams(appId: string): Promise<FakeTeams> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const others = await generateKeyPair('RS256');
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
  const received: Received[] = [];
  const canned: CannedAnswer[] = [];
  let origin = '';

  const connectorAnswer = ({ method, path }: Received): CannedAnswer => {
    if (path === '/teams/v3/conversations') {
      return {
        status: 201,
        body: { id: '19:staff@thread.tacv2;messageid=1700000000002', activityId: '1700000000002' },
      };
    }
    if (method === 'GET' && path.startsWith('/teams/v3/teams/'))
      return { status: 200, body: { aadGroupId: 'group-larkfield' } };
    return { status: method === 'POST' ? 201 : 200, body: { id: `message-${received.length}` } };
  };

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? '';
      if (path === '/openid')
        return send(response, {
          status: 200,
          body: { issuer, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
        });
      if (path === '/keys') return send(response, { status: 200, body: { keys: [publicKey] } });
      const { authorization } = request.headers;
      const one = { method: request.method ?? '', path: decodeURIComponent(path), authorization, body };
      received.push(one);
      return send(response, canned.shift() ?? connectorAnswer(one));
    });
  });
  await listen(server);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${origin}/teams/`;

  return {
    cloud: { scope: issuer, issuer, openIdMetadataUrl: `${origin}/openid`, serviceOrigins: [origin] },
    serviceUrl,
    received,
    answerNext: (answer) => void canned.push(answer),
    token: (claims = {}, signedBy = 'teams') => {
      const now = Math.floor(Date.now() / 1000);
      const good = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 };
      const jwt = new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' });
      return jwt.sign(signedBy === 'teams' ? keys.privateKey : others.privateKey);
    },
    stop: () => stopServer(server),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers }: CannedAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

export async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

export async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
