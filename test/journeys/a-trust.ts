// A trust of three schools without cases: the local tenant in-process, its register filled, and the product running against it.
import { readFile } from 'node:fs/promises';
import { announceInstallations } from '#local/connector/install.ts';
import { demoAuthorities, demoSchools } from '#local/demo/schools.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { demoTenant, sharePointHost } from '#local/demo/tenant.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { frontRouters } from '#local/teams/front.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { TenantDefinition, TenantUser } from '#local/tenant-definition.ts';
import { startApp, type App } from '#host/app.ts';
import { connect, openOutside, type Surroundings } from '#host/compose.ts';
import { today } from '#test/builders/today.ts';
import { createTwinClock, type TwinClock } from '#test/twins/clock.ts';
import type { Log } from '#workflows/ports.ts';

export interface Trust {
  readonly tenant: Tenant;
  readonly clock: TwinClock;
  readonly surroundings: Surroundings;
  /** The product as it runs now. */
  readonly product: () => App;
  /** Stops the product and starts it again a minute later; resolves when its round is made. */
  readonly restart: () => Promise<void>;
  /** Asks the tab's API as a person who is signed in to Teams. */
  readonly api: (who: TenantUser, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  /** Brings a fixture in through the tab; answers the lines that came back. */
  readonly bringIn: (who: TenantUser, form: string, fixture: string) => Promise<readonly Record<string, unknown>[]>;
  /** Asks the local Teams server as a person who was picked from the list. */
  readonly teams: (who: TenantUser, path: string, body?: unknown) => Promise<unknown>;
  /** Opens a page of SharePoint as a person; `form` is sent when given. */
  readonly sharePoint: (
    who: TenantUser,
    path: string,
    form?: Record<string, string>,
  ) => Promise<{ status: number; html: string }>;
  readonly stop: () => Promise<void>;
}

export interface TrustChoices {
  readonly definition?: Partial<TenantDefinition>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Hears what the product logs, which nobody does unless given. */
  readonly log?: Log;
}

async function fillRegister(surroundings: Surroundings): Promise<void> {
  const { workspace } = await openOutside(surroundings, connect(surroundings));
  for (const school of demoSchools(today)) await workspace.schools.create(school);
  for (const authority of demoAuthorities) await workspace.authorities.create(authority);
}

/** Resolves when so many schools have had their run of reminders written down. */
export function roundIsMade({ events }: Tenant, schools: number): Promise<void> {
  const sites = new Set<string>();
  return new Promise((resolve) => {
    const hear = ({ sitePath, listName }: { readonly sitePath: string; readonly listName: string }): void => {
      if (listName === 'Reminder runs') sites.add(sitePath);
      if (sites.size < schools) return;
      events.off('itemCreated', hear).off('itemUpdated', hear);
      resolve();
    };
    events.on('itemCreated', hear).on('itemUpdated', hear);
  });
}

export const fixture = (name: string): Promise<Buffer<ArrayBuffer>> =>
  readFile(new URL(`../fixtures/forms/${name}`, import.meta.url));

/** `choices` go over the demonstration's tenant and the settings of the app in it. */
export async function openTrust(choices: TrustChoices = {}): Promise<Trust> {
  const running: { product?: App } = {};
  const app = demoApp(() => running.product?.origin);
  const tenant = await startTenant({
    definition: { ...demoTenant, ...choices.definition },
    dataFile: ':memory:',
    routers: frontRouters({ app, pageFolder: '/nowhere' }),
  });
  const clock = createTwinClock();
  // The clock stands still, so nothing is gained by asking for changes again and again.
  const surroundings = {
    ...localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent', PTT_POLL_SECONDS: '3600', ...choices.settings }),
    clock,
    ...(choices.log ? { log: choices.log } : {}),
  };
  await fillRegister(surroundings);
  const start = async (): Promise<void> => {
    running.product = await startApp({ ...surroundings, tabFiles: '/nowhere' });
    await announceInstallations(app, tenant.context);
  };
  await start();
  const product = (): App => {
    if (!running.product) throw new Error('The product is not running.');
    return running.product;
  };
  const tokenFor = async (who: TenantUser): Promise<string> => {
    const { token } = (await teams(who, 'token', { appId: app.appId })) as { token: string };
    return token;
  };
  const teams: Trust['teams'] = async (who, path, body) => {
    const headers = { 'x-local-person': who.id, 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${tenant.origin}/_local/${path}`, init)).json();
  };
  return {
    tenant,
    clock,
    surroundings,
    product,
    restart: async () => {
      await product().stop();
      // The day’s run of each school is kept with its time, so a new minute shows that the round was made anew.
      clock.advance({ minutes: 1 });
      const round = roundIsMade(tenant, demoTenant.teams.length);
      await start();
      await round;
    },
    api: async (who, path, body) => {
      const headers = { authorization: `Bearer ${await tokenFor(who)}`, 'content-type': 'application/json' };
      const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
      const answer = await fetch(`${tenant.origin}/api${path}`, init);
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    bringIn: async (who, form, name) => {
      const headers = { authorization: `Bearer ${await tokenFor(who)}` };
      const address = `${tenant.origin}/api/schools/LARK/imports?form=${form}&name=${name}`;
      const answer = await fetch(address, { method: 'POST', headers, body: await fixture(name) });
      const lines = (await answer.text()).split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    teams,
    sharePoint: async (who, path, form) => {
      const separator = path.includes('?') ? '&' : '?';
      const address = `${tenant.origin}/${sharePointHost}${path}${separator}local_person=${who.id}`;
      const answer = await fetch(address, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
      return { status: answer.status, html: await answer.text() };
    },
    stop: async () => {
      await product().stop();
      await tenant.stop();
    },
  };
}
