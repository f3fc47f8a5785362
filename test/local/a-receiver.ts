// A real server that change notifications are sent to, and that writes down what came.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Told {
  readonly subscriptionId: string;
  readonly changeType?: string;
  readonly lifecycleEvent?: string;
  readonly [other: string]: unknown;
}

/** How it answers: a status, later if need be; to a handshake also another body or type than it should. */
export interface Manner {
  readonly status?: number;
  readonly afterMs?: number;
  readonly body?: (token: string) => string;
  readonly type?: string;
}

export interface Receiver {
  /** e.g. http://127.0.0.1:40123 */
  readonly origin: string;
  /** Each handshake: its path, its type, and what was said back. */
  readonly handshakes: { readonly path: string; readonly type: string | undefined; readonly token: string }[];
  /** Each POST of notifications: its path and what stood in it. */
  readonly posts: { readonly path: string; readonly told: readonly Told[] }[];
  /** Everything that was told, over all POSTs. */
  readonly told: () => readonly Told[];
  /** Decides how a request to a path is answered; well-mannered unless set. */
  mind(manner: (path: string, kind: 'handshake' | 'notification') => Manner): void;
  forget(): void;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export async function aReceiver(): Promise<Receiver> {
  const handshakes: Receiver['handshakes'] = [];
  const posts: Receiver['posts'] = [];
  let mannerOf: Parameters<Receiver['mind']>[0] = () => ({});

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://receiver.example');
    const token = url.searchParams.get('validationToken');
    const body = await bodyOf(request);
    if (token === null) posts.push({ path: url.pathname, told: (JSON.parse(body) as { value: Told[] }).value });
    else handshakes.push({ path: url.pathname, type: request.headers['content-type'], token });
    const manner = mannerOf(url.pathname, token === null ? 'notification' : 'handshake');
    if (manner.afterMs !== undefined) await wait(manner.afterMs);
    response.writeHead(manner.status ?? (token === null ? 202 : 200), { 'content-type': manner.type ?? 'text/plain' });
    response.end(token === null ? '' : (manner.body ?? String)(token));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    handshakes,
    posts,
    told: () => posts.flatMap(({ told }) => told),
    mind: (manner) => {
      mannerOf = manner;
    },
    forget: () => {
      handshakes.length = 0;
      posts.length = 0;
      mannerOf = () => ({});
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
