// The pre-authenticated address that `/content` sends one to: on SharePoint's host, for a short time, and never with a bearer token.
import { type Response, Router } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import type { DriveItem } from '../store/types.ts';
import type { GraphContext } from './call.ts';

const lifetimeSeconds = 3600;
const audience = 'download';

export async function downloadUrl(context: GraphContext, item: DriveItem): Promise<string> {
  const issuedAt = Math.floor(context.now().getTime() / 1000);
  const { kid, privateKey } = context.keys.entra.signing();
  const ticket = await new SignJWT({ item: item.id })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setAudience(audience)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(privateKey);
  const { sharePointHost } = context.definition;
  return `https://${sharePointHost}${encodeURI(item.sitePath)}/_layouts/15/download.aspx?UniqueId=${item.id}&tempauth=${ticket}`;
}

/** Mounted under SharePoint's host: downloads by ticket, and sharing links, which lead to the file's own page. */
export function downloadRouter(context: GraphContext): Router {
  const router = Router();
  router.get(/\/_layouts\/15\/download\.aspx$/, async (request, response, next) => {
    const { UniqueId: id, tempauth: ticket } = request.query;
    if (typeof ticket !== 'string') {
      next();
      return;
    }
    if (request.get('authorization') !== undefined) {
      refuse(
        response,
        401,
        'This address takes no Authorization header: a bearer token for Graph must not be sent to SharePoint.',
      );
      return;
    }
    const itemId = await itemOfTicket(context, ticket);
    const item = itemId === undefined || itemId !== id ? undefined : context.store.drives.item(itemId);
    const bytes = item === undefined ? undefined : context.store.drives.content(item.id);
    if (item === undefined || bytes === undefined) {
      refuse(response, 401, 'This download address has expired or is not valid. Ask Graph for the content again.');
      return;
    }
    response.setHeader('content-type', item.mimeType);
    response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`);
    response.setHeader('etag', item.etag);
    response.end(bytes);
  });
  router.get(/^\/:[bf]:\/s\/(?:.*\/)?([\w-]+)$/, (request, response) => {
    const item = context.store.sharing.byLinkToken(String(request.params[0]));
    if (item === undefined) {
      refuse(response, 404, 'This sharing link does not work any more.');
      return;
    }
    const { pathname } = new URL(item.webUrl);
    response.redirect(302, `${request.baseUrl}${pathname}`);
  });
  return router;
}

async function itemOfTicket(context: GraphContext, ticket: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(ticket, context.keys.entra.find, { audience, currentDate: context.now() });
    return typeof payload['item'] === 'string' ? payload['item'] : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: Response, status: number, words: string): void {
  response.status(status).type('text/plain').send(words);
}
