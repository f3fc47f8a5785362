import { request as send } from 'node:http';
import { pipeline } from 'node:stream';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler, Response } from 'express';

/** Headers that concern one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Passes a request on to the product's own server and its answer back, both as streams. teams-js trusts a page that embeds it only from
 * its own origin or from Microsoft's, so the tab has to come from the origin of the Teams page.
 * Paths that begin with a host name belong to the tenant and are left to the next handler.
 */
export function gateway(appOrigin: () => string | undefined): RequestHandler {
  return (request, response, next) => {
    if (/^\/[^/]*\.[^/]*(\/|$)/.test(request.path) || request.path.startsWith('/_local')) {
      next();
      return;
    }
    const origin = appOrigin();
    if (origin === undefined) {
      notUp(response);
      return;
    }
    const target = new URL(origin);
    const upstream = send(
      {
        host: target.hostname,
        port: target.port,
        method: request.method,
        path: request.originalUrl,
        headers: {
          ...endToEnd(request.headers),
          host: target.host,
          'x-forwarded-host': request.headers.host ?? '',
          'x-forwarded-proto': 'http',
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
        // A stream that breaks off leaves nothing more to say: the client sees the cut.
        pipeline(answer, response, () => undefined);
      },
    );
    upstream.on('error', () => {
      if (response.headersSent) response.destroy();
      else notUp(response);
    });
    response.on('close', () => upstream.destroy());
    pipeline(request, upstream, () => undefined);
  };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(/\s*,\s*/);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.includes(name)));
}

function notUp(response: Response): void {
  response
    .status(502)
    .type('html')
    .send(
      '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>The app is not running</title>' +
        '<body style="font: 16px/24px system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">' +
        '<h1>The app is not running</h1><p>The local tenant is up, but the Part-time Timetables server behind it does not answer. ' +
        'It may still be starting: load this page again in a few seconds. If it stays like this, look at what <code>npm start</code> has printed.</p></body></html>',
    );
}
