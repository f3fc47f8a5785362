// A Microsoft 365 tenant on this computer: sign-in, Graph and what is mounted beside them, on one loopback port.
import type { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import { type Chance, seededChance } from './chance.ts';
import { type ConnectorRates, createRateLimiter, type RateLimiter } from './connector/rates.ts';
import { disturb } from './disturb.ts';
import type { EntraContext } from './entra/context.ts';
import { loadKeys, type TenantKeys } from './entra/keys.ts';
import { botSignInRouter, entraRouter } from './entra/routes.ts';
import { connectorWording, signInWording } from './fault-wordings.ts';
import { downloadRouter } from './graph/download.ts';
import { errorBody } from './graph/errors.ts';
import { createFaults, type Faults } from './graph/faults.ts';
import { createQuota, type Quota, type QuotaLimits } from './graph/quota.ts';
import { graphRouter } from './graph/router.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { botSignInHost, connectorHost, graphHost, microsoftHosts, signInHost } from './microsoft-hosts.ts';
import { createNotifications, type Notifications } from './notifications/notifications.ts';
import type { NotificationTiming } from './notifications/timing.ts';
import { openStore, type Store } from './store/store.ts';
import type { TenantEvents } from './store/types.ts';
import type { TenantDefinition } from './tenant-definition.ts';
import { createUsage, type Usage } from './usage.ts';
import { createWeather, type WeatherControl } from './weather.ts';

export interface TenantContext extends EntraContext {
  /** Takes Microsoft's addresses to this tenant. */
  readonly fetch: typeof fetch;
  /** Everything here that looks like chance. */
  readonly chance: Chance;
  readonly weather: WeatherControl;
  readonly notifications: Notifications;
  readonly botRates: RateLimiter;
}

export interface TenantOptions {
  readonly definition: TenantDefinition;
  /** Where the tenant's data lives: a path, or `:memory:`. */
  readonly dataFile: string;
  /** Any free port unless given. */
  readonly port?: number;
  readonly now?: () => Date;
  /** Forget what the data file holds. */
  readonly fresh?: boolean;
  /** What an app may ask for before it is throttled; without limits unless given. */
  readonly quota?: QuotaLimits;
  /** How often the bot may speak and ask before it is turned away; as often as it likes unless given. */
  readonly botRates?: ConnectorRates;
  /** Where change notifications are to be quicker, or less patient, than usual. */
  readonly notifications?: Partial<NotificationTiming>;
  /** More routers, mounted at `/` after sign-in and Graph. */
  readonly routers?: (context: TenantContext) => readonly Router[] | Promise<readonly Router[]>;
}

export interface Tenant {
  /** e.g. http://127.0.0.1:3978 */
  readonly origin: string;
  readonly context: TenantContext;
  readonly store: Store;
  readonly app: Express;
  readonly fetch: typeof fetch;
  /** Told after a write is committed and before its HTTP answer goes out. */
  readonly events: EventEmitter<TenantEvents>;
  readonly faults: Faults;
  readonly quota: Quota;
  readonly botRates: RateLimiter;
  readonly notifications: Notifications;
  /** What tokens are signed with; rolled over on demand. */
  readonly keys: TenantKeys;
  readonly requests: Usage;
  stop(): Promise<void>;
}

/** Rejects with code EADDRINUSE when the port is taken. */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const { definition, dataFile, port = 0, now = () => new Date(), fresh = false } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const server = createServer(app);
  // The port comes first: a second start must not touch the data of the first.
  const origin = await listen(server, port);
  try {
    const store = openStore({ definition, dataFile, now, fresh });
    const usage = createUsage(now);
    const faults = createFaults();
    const quota = createQuota(now, options.quota ?? null);
    const keys = await loadKeys(store.meta);
    const outward = loopbackFetch(origin, microsoftHosts(definition));
    const notifications = createNotifications({
      subscriptions: store.subscriptions,
      events: store.events,
      tenantId: definition.tenantId,
      fetch: outward,
      now,
      ...(options.notifications ? { timing: options.notifications } : {}),
    });
    const context: TenantContext = {
      definition,
      store,
      keys,
      now,
      origin,
      fetch: outward,
      chance: seededChance(1),
      weather: createWeather({ faults, quota, usage }),
      notifications,
      botRates: createRateLimiter(now, options.botRates ?? null),
    };
    app.use(`/${signInHost}`, disturb('sign-in', faults, signInWording(now)));
    app.use(`/${connectorHost}`, disturb('connector', faults, connectorWording));
    app.use(`/${signInHost}`, entraRouter({ ...context, usage }));
    app.use(`/${botSignInHost}`, botSignInRouter(context));
    app.use(`/${graphHost}`, graphRouter({ ...context, usage, faults, quota }));
    app.use(`/${definition.sharePointHost}`, downloadRouter(context));
    for (const router of (await options.routers?.(context)) ?? []) app.use(router);
    app.use(answerUnknown(now));
    app.use(answerFailure(now));
    const stop = async (): Promise<void> => {
      await notifications.stop();
      await close(server);
      store.close();
    };
    return {
      origin,
      context,
      store,
      app,
      fetch: context.fetch,
      events: store.events,
      faults,
      quota,
      botRates: context.botRates,
      notifications,
      keys,
      requests: usage,
      stop,
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

const noIds = { requestId: '', clientRequestId: '' };

function answerUnknown(now: () => Date): RequestHandler {
  return (request, response) => {
    const message = `The local tenant does not know ${request.method} ${request.path}.`;
    response.status(501).json(errorBody({ status: 501, code: 'notSupported', message }, now(), noIds));
  };
}

/** A body that could not be read is the caller's fault; anything else is a bug of the tenant and said on the console. */
function answerFailure(now: () => Date): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) console.error(`Local tenant: ${request.method} ${request.path} failed.`, error);
    const message = status < 500 && error instanceof Error ? error.message : 'General exception while processing';
    const code = status === 413 ? 'maxFileSizeExceeded' : 'generalException';
    response.status(status).json(errorBody({ status, code, message }, now(), noIds));
  };
}
