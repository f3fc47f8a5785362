// The demonstration whole, for a test or a picture: a tenant, the built pages, and the product as its own process.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { londonDate, Temporal } from '#domain/dates.ts';
import { type AppProcess, startAppProcess } from '#local/app-process.ts';
import { announceInstallations } from '#local/connector/install.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { moveTo } from '#local/moved-clock.ts';
import { frontRouters } from '#local/teams/front.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { Foundations } from './foundations.ts';

/** It is a Wednesday in term in every house, all year round; when the house is opened it is this time. */
export const houseMorning = Temporal.Instant.from('2026-11-18T09:00:00Z');
export const houseDay = londonDate(houseMorning);

export interface HouseOptions {
  /** How often the product asks Microsoft 365 for changes that others made. */
  readonly pollSeconds: number;
}

export interface House {
  readonly tenant: Tenant;
  /** Stops the product and starts it again on the same tenant. */
  readonly restartProduct: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A tenant of its own as it stands on the first morning, with the product running against it. */
export async function openHouse(foundations: Foundations, { pollSeconds }: HouseOptions): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'ptt-tenant-'));
  const dataFile = join(folder, 'tenant.sqlite');
  await copyFile(foundations.data, dataFile);
  const running: { product?: AppProcess } = {};
  const app = demoApp(() => running.product?.origin);
  const tenant = await startTenant({
    definition: demoTenant,
    dataFile,
    routers: frontRouters({ app, pageFolder: foundations.teamsPage }),
  });
  const clockMoved = String(moveTo(houseMorning));
  const startProduct = async (): Promise<void> => {
    running.product = await startAppProcess({
      tenantOrigin: tenant.origin,
      settings: {
        PTT_LOG_LEVEL: 'warn',
        PTT_POLL_SECONDS: String(pollSeconds),
        PTT_TAB_FILES: foundations.tab,
        PTT_CLOCK_MOVED: clockMoved,
      },
    });
    await announceInstallations(app, tenant.context);
  };
  await startProduct();
  return {
    tenant,
    restartProduct: async () => {
      await running.product?.stop();
      await startProduct();
    },
    stop: async () => {
      await running.product?.stop();
      await tenant.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
