// For each test a tenant, and apps that subscribe to its lists; the clocks of all are moved together.
import type { Graph } from '#graph/http.ts';
import type { Snapshot } from '#graph/snapshot.ts';
import type { Tenant } from '#local/tenant.ts';
import { afterEach, beforeEach, vi } from 'vitest';
import { type NotifiedApp, standing, startNotifiedApp } from './notified-app.ts';
import { openTenantBench, type TenantBench } from './tenant-bench.ts';

export interface ListeningApps {
  readonly tenant: Tenant;
  readonly anotherGraph: () => Graph;
  /** Starts an app, and forgets what that has cost. */
  readonly start: (options?: { graph?: Graph; snapshot?: Snapshot; publicAddress?: string }) => Promise<NotifiedApp>;
  readonly stop: (app: NotifiedApp) => Promise<void>;
  /** Ids of all subscriptions that stand. */
  readonly ids: () => readonly string[];
  readonly pass: (ms: number) => void;
}

export function listeningApps(): ListeningApps {
  let opened: TenantBench | undefined;
  let apps: readonly NotifiedApp[] = [];
  const bench = (): TenantBench => {
    if (!opened) throw new Error('The tenant of these tests has not started.');
    return opened;
  };

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });
    opened = await openTenantBench();
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
    apps = [];
    await opened?.stop();
    vi.useRealTimers();
  });

  return {
    get tenant() {
      return bench().tenant;
    },
    anotherGraph: () => bench().anotherGraph(),
    async start(options = {}) {
      const app = await startNotifiedApp({ tenant: bench().tenant, graph: bench().anotherGraph(), ...options });
      apps = [...apps, app];
      bench().tenant.requests.reset();
      return app;
    },
    async stop(app) {
      apps = apps.filter((one) => one !== app);
      await app.stop();
    },
    ids: () => standing(bench().tenant).map(({ id }) => id),
    pass: (ms) => void vi.setSystemTime(Date.now() + ms),
  };
}
