import { Router } from 'express';
import { connectorRoutes } from '../connector/connector-routes.ts';
import { sharePointRoutes } from '../sharepoint/routes.ts';
import type { TenantContext } from '../tenant.ts';
import { gateway } from './gateway.ts';
import { localRoutes } from './local-routes.ts';
import { pageRoutes } from './page-routes.ts';
import type { TeamsApp } from './teams-app.ts';

export interface FrontOptions {
  readonly app: TeamsApp;
  /** Where the built Teams page lies: teamsPageFolder, unless a test has its own. */
  readonly pageFolder: string;
}

/**
 * For startTenant's `routers`: everything of the tenant that a person or a bot meets, which is the Bot Connector, SharePoint's pages,
 * the Teams page and the way to the app.
 */
export function frontRouters({ app, pageFolder }: FrontOptions): (context: TenantContext) => readonly Router[] {
  return (context) => {
    const local = Router();
    local.use('/_local', localRoutes(context, app));
    const toApp = Router();
    toApp.use(gateway(app.origin));
    return [connectorRoutes(context, app), sharePointRoutes(context), pageRoutes(pageFolder), local, toApp];
  };
}
