import { Router, urlencoded, type Request, type Response } from 'express';
import type { TenantContext } from '../tenant.ts';
import { html } from './html.ts';
import { libraryResponse } from './library-routes.ts';
import { listResponse } from './list-routes.ts';
import { notFoundPage, type Page, permissionPage, sendPage } from './page.ts';
import { sitePage, startPage } from './site-page.ts';
import { linkFor, type Visitor, visitorOf } from './visitor.ts';
import { fileURLToPath } from 'node:url';
import type { Store } from '../store/store.ts';

/** Plain SharePoint pages below the SharePoint host's name, as the person picked. */
export function sharePointRoutes({ store, definition }: TenantContext): Router {
  const router = Router();
  const styles = fileURLToPath(new URL('sharepoint.css', import.meta.url));
  router.get('/_local/sharepoint.css', (_request, response) => response.sendFile(styles));
  router.use(
    `/${definition.sharePointHost}`,
    urlencoded({ extended: false, limit: '2mb' }),
    async (request, response, next) => {
      const visitor = visitorOf(request, store);
      const path = decoded(request.path);
      // What SharePoint serves to programs is not for these pages.
      if (path === null || path.startsWith('/_') || !['GET', 'HEAD', 'POST'].includes(request.method)) next();
      else if (visitor === null) sendPage(response, null, signInPage(request, store));
      else await respond({ request, response, visitor, store, path });
    },
  );
  return router;
}

export interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly visitor: Visitor;
  readonly store: Store;
  /** Server-relative, decoded, e.g. /sites/larkfield/Lists/Cases/AllItems.aspx */
  readonly path: string;
}

async function respond(visit: Visit): Promise<void> {
  const { response, visitor, store, path } = visit;
  const page = (one: Page): void => sendPage(response, visitor, one);
  if (path === '/') return page(startPage(visitor, store));
  const site = store.sites.all().find((one) => path === one.path || path.startsWith(`${one.path}/`));
  if (site === undefined) return page(notFoundPage('site'));
  const rest = path.slice(site.path.length + 1);
  if (rest.startsWith('Shared Documents')) return await libraryResponse(visit, site, rest);
  const role = store.directory.siteRole(visitor.user.id, site.path);
  if (role === null) return page(permissionPage('site'));
  if (rest === '' || rest === 'SitePages/Home.aspx' || rest === '_layouts/15/viewlsts.aspx')
    return page(sitePage(site, visitor, store));
  if (rest.startsWith('Lists/')) return listResponse(visit, site, role, rest.slice('Lists/'.length));
  page(notFoundPage('page'));
}

function decoded(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.length > 1 && text.endsWith('/') ? text.slice(0, -1) : text;
  } catch {
    return null;
  }
}

/** In place of Microsoft's sign-in page. */
function signInPage(request: Request, store: Store): Page {
  const path = decodeURIComponent(request.path);
  const { local_person: _nobody, ...others } = request.query;
  const kept = Object.fromEntries(
    Object.entries(others).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return {
    status: 401,
    title: 'Sign in',
    trail: [],
    body: html`<h1>Who would you like to be?</h1>
<p>Everyone here is made up. Choose a person to open this address as.</p>
<ul class="tiles">${store.directory
      .users()
      .map(
        (user) =>
          html`<li><a href="${linkFor(user.id, store)(path, kept)}">${user.displayName} – ${user.jobTitle}${user.userType === 'Guest' && ' (guest)'}</a></li>`,
      )}</ul>`,
  };
}
