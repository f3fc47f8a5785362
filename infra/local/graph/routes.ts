// Everything of Graph that the local tenant knows.
import { batchRoutes } from './batch-routes.ts';
import type { Route } from './call.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { columnRoutes } from './column-routes.ts';
import { deltaRoutes } from './delta-routes.ts';
import { driveRoutes } from './drive-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { itemRoutes } from './item-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { sharingRoutes } from './sharing-routes.ts';
import { sitePermissionRoutes } from './site-permission-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';

/** Delta goes before items, whose `{item}` would take it for an id. */
export const graphRoutes: readonly Route[] = [
  ...siteRoutes,
  ...sitePermissionRoutes,
  ...columnRoutes,
  ...deltaRoutes,
  ...itemRoutes,
  ...driveRoutes,
  ...sharingRoutes,
  ...peopleRoutes,
  ...invitationRoutes,
  ...mailRoutes,
  ...calendarRoutes,
  ...subscriptionRoutes,
  ...batchRoutes,
];
