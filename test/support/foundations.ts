// What every house of the tests stands on: the built pages, and a tenant with the demonstration in it. Made once, copied often.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { seedDemo } from '#local/demo/seed.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { movedClock, moveTo } from '#local/moved-clock.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { teamsPageBuild } from '#local/teams/build.ts';
import { startTenant } from '#local/tenant.ts';
import { houseMorning } from './local-house.ts';

export interface Foundations {
  readonly folder: string;
  readonly teamsPage: string;
  readonly tab: string;
  readonly data: string;
}

const tabConfig = fileURLToPath(new URL('../../tab/client/vite.config.ts', import.meta.url));

async function buildPages({ teamsPage, tab }: Foundations): Promise<void> {
  const logLevel = 'error';
  await build({ ...teamsPageBuild, logLevel, build: { ...teamsPageBuild.build, outDir: teamsPage } });
  await build({ configFile: tabConfig, logLevel, build: { outDir: tab, emptyOutDir: true } });
}

async function seed({ data }: Foundations): Promise<void> {
  const tenant = await startTenant({ definition: demoTenant, dataFile: data });
  const surroundings = localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'error' });
  await seedDemo(tenant, { ...surroundings, clock: movedClock(moveTo(houseMorning)) });
  await tenant.stop();
}

/** Into a folder of its own, so that a demonstration that runs meanwhile keeps its pages and its data. */
export async function layFoundations(): Promise<Foundations> {
  const folder = await mkdtemp(join(tmpdir(), 'ptt-house-'));
  const foundations = {
    folder,
    teamsPage: join(folder, 'teams'),
    tab: join(folder, 'tab'),
    data: join(folder, 'demonstration.sqlite'),
  };
  await Promise.all([buildPages(foundations), seed(foundations)]);
  return foundations;
}

export const clearFoundations = ({ folder }: Foundations): Promise<void> =>
  rm(folder, { recursive: true, force: true });
