// A real HTTP server on loopback: the built tab, the stand-in for Teams, and the API over memory.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { createFakeSchool, type FakeSchool } from './fake-school.ts';

export interface FakeServer {
  readonly address: string;
  /** May be replaced between tests by `reset`. */
  readonly school: () => FakeSchool;
  readonly reset: () => FakeSchool;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The rules that the product's own server sets, as strict as the tab can bear. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

export async function startFakeServer(built: string): Promise<FakeServer> {
  let school = createFakeSchool();

  async function file(answer: ServerResponse, name: string, headers: Record<string, string> = {}): Promise<void> {
    const bytes = await readFile(name);
    answer.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream', ...headers });
    answer.end(bytes);
  }

  async function answerApi(request: IncomingMessage, answer: ServerResponse, target: string): Promise<void> {
    const fault = school.faults.shift();
    if (fault === 'reset') {
      request.socket.destroy();
      return;
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
    if (!request.headers.authorization?.startsWith('Bearer test.')) return sendJson(answer, { status: 401, body: {} });
    if (fault) return sendJson(answer, fault);
    if (request.method === 'GET') return sendJson(answer, school.get(target));
    if (target.includes('/imports?')) {
      school.sent.push({ path: target, body: Buffer.concat(chunks).length });
      answer.writeHead(200, { 'content-type': 'application/x-ndjson' });
      for (const line of school.importLines) answer.write(`${JSON.stringify(line)}\n`);
      answer.end();
      return;
    }
    sendJson(answer, school.post(target, JSON.parse(Buffer.concat(chunks).toString('utf8'))));
  }

  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const serve = async (): Promise<void> => {
      if (url.pathname === '/host') return file(answer, path.join(import.meta.dirname, 'host.html'));
      if (url.pathname.startsWith('/api/')) return answerApi(request, answer, url.pathname.slice(4) + url.search);
      const name = url.pathname === '/tab/' ? 'index.html' : path.normalize(url.pathname.slice('/tab/'.length));
      return file(answer, path.join(built, name), headersOf(url.pathname));
    };
    serve().catch(() => {
      answer.writeHead(404);
      answer.end();
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the fake server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    school: () => school,
    reset: () => {
      school = createFakeSchool();
      return school;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const headersOf = (pathname: string): Record<string, string> => ({
  'content-security-policy': policy,
  'cache-control': pathname.includes('/assets/') ? 'max-age=3600, immutable' : 'no-cache',
});

function sendJson(answer: ServerResponse, { status, body }: { readonly status: number; readonly body: unknown }): void {
  answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  answer.end(JSON.stringify(body));
}
