// Two apps on one tenant, the people who use them, and what befalls them. People do as people do: they look, act, look again, and
// where it was not done wait a little and try once more.
import { setTimeout as wait } from 'node:timers/promises';
import { seededChance } from '#local/chance.ts';
import { demoApp } from '#local/demo/teams-app.ts';
import { smallestTenant } from '#local/graph/quota.ts';
import type { Tenant } from '#local/tenant.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import { createTwinClock, type TwinClock } from '#test/twins/clock.ts';
import type { OpenTrust, TrustFile } from '../graph/support/a-trust.ts';
import { createMortalApp, type MortalApp } from './mortal-app.ts';
import type { Schedule } from './schedule.ts';
import { upset } from './upsets.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Stage {
  readonly trust: OpenTrust;
  readonly tenant: Tenant;
  readonly clock: TwinClock;
  readonly apps: readonly MortalApp[];
  /** Asks the tab's API of whichever app comes next; null where nothing answered. */
  readonly ask: (who: TenantUser, path: string, body?: object | Uint8Array<ArrayBuffer>) => Promise<Answer | null>;
  /** Asks the local Teams server, as its page does. */
  readonly teams: (who: TenantUser, path: string, body?: object) => Promise<unknown>;
  /** One step of the term: deeds that are done side by side. */
  readonly step: (...deeds: readonly (() => Promise<void>)[]) => Promise<void>;
  /** Tries until it is done: `attempt` answers true, or what it got in place of that. */
  readonly insist: (what: string, attempt: () => Promise<unknown>) => Promise<void>;
  /** Begins a day, and lets both apps look until all is said and done. */
  readonly morning: (day: string) => Promise<void>;
  readonly evening: () => Promise<void>;
  /** Fine weather, and everything looked after: the end of the term. */
  readonly end: () => Promise<void>;
  /** Both apps once more from the beginning. */
  readonly startAnew: () => Promise<void>;
  /** What befell the term, and how often somebody had to try again. `unsettledMails`: of whose notice nobody knew any more whether. */
  readonly told: { deaths: number; tries: number; hit: number; unclearMails: number; unsettledMails: number };
  readonly stop: () => Promise<void>;
}

const mostTries = 150;
const mostLooks = 60;
const halfAMinute = 30_000;

export async function setStage(file: TrustFile, schedule: Schedule, folder: string): Promise<Stage> {
  const clock = createTwinClock();
  const up: MortalApp[] = [];
  const chance = seededChance(schedule.seed);
  /** A person's next request comes to either. */
  const next = (): MortalApp | undefined => up[Math.floor(chance() * up.length)];
  const trust = await file.open(undefined, () => next()?.alive()?.origin);
  const { tenant } = trust;
  const { faults, quota, notifications, store } = tenant;
  for (const [place, name] of ['app-a', 'app-b'].entries()) {
    const keeps = schedule.snapshots[place] === true;
    const notified = schedule.notified !== null;
    up.push(
      createMortalApp({
        trust,
        name,
        clock,
        folder: keeps ? folder : null,
        notified,
        onUnclearMail: () => (told.unclearMails += 1),
        onDeath: () => {
          told.deaths += 1;
          told.unsettledMails += beingSent(name);
        },
      }),
    );
  }
  for (const kind of schedule.notified ?? []) notifications.disturbNext({ kind, times: 1 });
  if (schedule.unitsPerMinute !== null) quota.setLimits({ ...smallestTenant, unitsPerMinute: schedule.unitsPerMinute });
  const told = { deaths: 0, tries: 0, hit: 0, unclearMails: 0, unsettledMails: 0 };
  const tokens = new Map<string, string>();
  let steps = 0;
  let days = 0;
  let dayBegan = '';

  const rowsOf = (title: string) =>
    store.items.all(trust.list('/sites/larkfield', title).id).map(({ fields }) => fields);

  /** Notices that this app has in its hands: their mail may be out. */
  const beingSent = (name: string): number =>
    rowsOf('Notices').filter(
      ({ NoticeState, ClaimedBy }) =>
        NoticeState === 'sending' && typeof ClaimedBy === 'string' && ClaimedBy.startsWith(`${name}/`),
    ).length;

  const listIds = (): readonly string[] => {
    const paths = up.flatMap((app) => app.alive()?.outside.workspace.lists() ?? []).map(({ listPath }) => listPath);
    return [...new Set(paths)].map((path) => path.split('/').at(-1) ?? '');
  };

  async function insist(what: string, attempt: () => Promise<unknown>): Promise<void> {
    let got: unknown;
    for (let tries = 1; tries <= mostTries; tries += 1) {
      got = await attempt();
      if (got === true) return;
      told.tries += 1;
      // The sixth try in vain is where a person goes for a coffee, and storms pass.
      if (tries % 6 === 0) faults.setWeather([]);
      await wait(halfAMinute);
      await lookAround();
    }
    throw new Error(
      `Tried ${mostTries} times in vain: ${what}. The last answer: ${JSON.stringify(got)?.slice(0, 400)}`,
    );
  }

  /** A minute has passed: what died is up again, and both apps have read what is new, as far as they could. */
  async function lookAround(): Promise<void> {
    await revive();
    await Promise.all(up.map(async (app) => app.alive()?.poll()));
  }

  /** As whatever runs the apps would: what has died is started again, until it is up. */
  async function revive(): Promise<void> {
    for (const app of up) {
      for (let tries = 1; !(await app.start()); tries += 1) {
        if (tries === mostTries) throw new Error(`${app.name} did not start in ${mostTries} attempts.`);
        if (tries % 6 === 0) faults.setWeather([]);
        await wait(halfAMinute);
      }
    }
  }

  async function token(who: TenantUser): Promise<string> {
    const known = tokens.get(who.id);
    if (known !== undefined) return known;
    const { token: fresh } = (await teams(who, 'token', { appId: demoApp(() => undefined).appId })) as {
      token: string;
    };
    tokens.set(who.id, fresh);
    return fresh;
  }

  async function ask(who: TenantUser, path: string, body?: object | Uint8Array<ArrayBuffer>): Promise<Answer | null> {
    const origin = next()?.alive()?.origin;
    if (origin === undefined) return null;
    const headers = { authorization: `Bearer ${await token(who)}`, 'content-type': 'application/json' };
    const sent = body instanceof Uint8Array ? body : JSON.stringify(body);
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: sent };
    try {
      const answer = await fetch(`${origin}/api${path}`, init);
      if (answer.status === 401) tokens.delete(who.id);
      const text = await answer.text();
      const lines = answer.headers.get('content-type')?.startsWith('application/x-ndjson')
        ? text.trim().split('\n').at(-1)
        : text;
      return { status: answer.status, body: JSON.parse(lines ?? 'null') as unknown };
    } catch {
      return null;
    }
  }

  const teams: Stage['teams'] = async (who, path, body) => {
    const headers = { 'x-local-person': who.id, 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${tenant.origin}/_local/${path}`, init)).json();
  };

  /** What is left to do, by the lists themselves; blank when every claim is settled and every notice sent. */
  function leftToDo(): string {
    const claimed = rowsOf('Reminders').filter(({ ReminderState }) => ReminderState === 'claimed').length;
    const runs = rowsOf('Reminder runs');
    const failed = runs.filter(({ Failed }) => Failed !== 0).length;
    const made = runs.some(({ FinishedAt }) => typeof FinishedAt === 'string' && FinishedAt >= dayBegan);
    const owed = rowsOf('Notices').filter(
      ({ NoticeState }) => NoticeState === 'owed' || NoticeState === 'sending',
    ).length;
    const behind = up.filter((app) => !app.alive()?.outside.workspace.lastRefreshed()?.equals(clock.now()));
    return [
      made ? '' : 'no round of this morning was made',
      claimed > 0 ? `${claimed} reminders claimed` : '',
      failed > 0 ? `${failed} rounds with something left` : '',
      owed > 0 ? `${owed} notices owed` : '',
      ...behind.map(({ name }) => `${name} has not read every list`),
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** Lets both apps look, minute after minute, until a look has written nothing and left nothing to do. */
  async function lookAfterAll(): Promise<void> {
    let left = '';
    for (let looks = 1; looks <= mostLooks; looks += 1) {
      await revive();
      const before = store.items.latestSequence();
      await Promise.all(up.map(async (app) => app.alive()?.look()));
      left = store.items.latestSequence() === before ? leftToDo() : 'something was written by every look';
      if (left === '') return;
      if (looks % 10 === 0) faults.setWeather([]);
      clock.advance({ minutes: 2 });
      await wait(schedule.unitsPerMinute === null ? 1000 : 120_000);
    }
    throw new Error(`After ${mostLooks} looks: ${left}.`);
  }

  return {
    trust,
    tenant,
    clock,
    apps: up,
    ask,
    teams,
    insist,
    told,
    async step(...deeds) {
      steps += 1;
      clock.advance({ minutes: 5 });
      await lookAround();
      for (const { app, calls, arrives } of schedule.deaths.filter(({ step }) => step === steps))
        up[app]?.dieAfter(calls, arrives);
      await Promise.all(deeds.map((deed) => deed()));
    },
    async morning(day) {
      days += 1;
      told.hit += faults.tally().hit;
      faults.setWeather(schedule.weatherOn(days));
      await upset(tenant, listIds(), schedule.upsetsOn(days));
      dayBegan = `${day}T08:00:00Z`;
      clock.set(dayBegan);
      await lookAfterAll();
      // A round that failed, of which the lists may know nothing, is made again by now.
      clock.advance({ minutes: 11 });
      await lookAfterAll();
    },
    async evening() {
      clock.advance({ minutes: 1 });
      await lookAfterAll();
    },
    async end() {
      told.hit += faults.tally().hit;
      faults.clear();
      quota.setLimits(null);
      await upset(tenant, [], []);
      await lookAfterAll();
    },
    async startAnew() {
      for (const app of up) await app.die();
      await lookAfterAll();
    },
    async stop() {
      for (const app of up) await app.die();
      await tenant.stop();
    },
  };
}
