// npm start: a Microsoft 365 tenant on this computer, the product running against it, and the page to use it from.
import { fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAppProcess, type AppProcess } from './app-process.ts';
import { announceInstallations } from './connector/install.ts';
import { isHalfSeeded, seedDemo } from './demo/seed.ts';
import { demoApp } from './demo/teams-app.ts';
import { demoTenant } from './demo/tenant.ts';
import { localFiles } from './folder.ts';
import { localSurroundings } from './surroundings.ts';
import { teamsPageFolder } from './teams/build.ts';
import { frontRouters } from './teams/front.ts';
import type { TeamsApp } from './teams/teams-app.ts';
import { startTenant, type Tenant } from './tenant.ts';

const fresh = process.argv.includes('--fresh');
const port = Number(process.env['PORT'] ?? 3978);

function stopSaying(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

/** A start that was stopped while it made the demonstration leaves half of it, which nobody can use: then it is made anew. */
async function openTenant(app: TeamsApp): Promise<Tenant> {
  const open = (anew: boolean): Promise<Tenant> =>
    startTenant({
      definition: demoTenant,
      dataFile: localFiles.data,
      port,
      fresh: anew,
      routers: frontRouters({ app, pageFolder: teamsPageFolder }),
    });
  const tenant = await open(fresh);
  if (!isHalfSeeded(tenant)) return tenant;
  await tenant.stop();
  return open(true);
}

function buildPages(): Promise<void> {
  const child = fork(fileURLToPath(new URL('./build-pages.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The pages could not be built; the lines above say why.'));
    });
  });
}

async function start(): Promise<void> {
  const unknown = process.argv.slice(2).find((word) => word !== '--fresh');
  if (unknown !== undefined)
    stopSaying(`“${unknown}” is not known here. “npm start -- --fresh” begins anew; there is nothing else to choose.`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    stopSaying(`PORT is “${process.env['PORT']}”, which is not a port number.`);
  mkdirSync(localFiles.folder, { recursive: true });
  const running: { product?: AppProcess } = {};
  const app = demoApp(() => running.product?.origin);
  const tenant = await openTenant(app);
  writeFileSync(localFiles.address, JSON.stringify({ origin: tenant.origin }));
  const startProduct = async (): Promise<AppProcess> => {
    await seedDemo(tenant, localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'error' }));
    // From outside the app is reached through the tenant's own port, as the tab is.
    return startAppProcess({
      tenantOrigin: tenant.origin,
      logFile: localFiles.log,
      settings: { PTT_PUBLIC_ADDRESS: tenant.origin },
    });
  };
  const [product] = await Promise.all([startProduct(), buildPages()]);
  running.product = product;
  await announceInstallations(app, tenant.context);
  process.stdout.write(
    `Part-time Timetables is ready: ${tenant.origin}/ (Ctrl+C stops it; the app’s log is ${relative(process.cwd(), localFiles.log)})\n`,
  );

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    rmSync(localFiles.address, { force: true });
    await product.stop();
    await tenant.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  const code = await product.ended;
  if (!stopping)
    stopSaying(
      `The app ended unexpectedly (code ${code}). The last lines of ${relative(process.cwd(), localFiles.log)} say why.`,
    );
}

try {
  await start();
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    stopSaying(`Port ${port} is taken: stop what runs there, or choose another with PORT, for instance PORT=4000.`);
  }
  stopSaying(`The local tenant could not start. ${error instanceof Error ? error.message : String(error)}`);
}
