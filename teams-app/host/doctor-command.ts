// npm run ptt -- doctor: looks the tenant over and says what is wrong, who can mend it and how. Changes nothing.
import type { Check, CheckName } from '#graph/doctor/check.ts';
import { examine } from '#graph/doctor/doctor.ts';
import type { Patient } from '#graph/doctor/patient.ts';
import { watchCalls } from '#graph/doctor/watch.ts';
import { lookIntoSnapshot, noSnapshot, type Snapshot } from '#graph/snapshot.ts';
import { policies, stackFor } from '#policies/stack-for.ts';
import { connect, systemClock, type Surroundings } from './compose.ts';
import type { Terminal } from './terminal.ts';

const titles: Readonly<Record<CheckName, string>> = {
  certificate: 'Certificate',
  'sign-in': 'Sign-in',
  clock: 'Clock',
  permissions: 'Permission',
  mail: 'Mail from',
  'role groups': 'Role',
  site: 'Site',
  lists: 'Lists of',
  rows: 'Rows of',
  notices: 'Notices of',
  register: 'Register on',
  library: 'Library of',
  policies: 'Policies of',
  Team: 'Team of',
  'staff channel': 'Staff channel of',
  bot: 'Bot in the Team of',
  subscriptions: 'Change notifications',
  'the rest': 'Everything else',
  cost: 'Cost',
};

/** What is looked at of the app as a whole. */
const withoutAbout: Readonly<Partial<Record<CheckName, string>>> = {
  permissions: 'Permissions',
  'role groups': 'Roles',
  bot: 'Bot',
};

const labels: Readonly<Record<Check['standing'], string>> = {
  ok: 'OK      ',
  'to mend': 'TO MEND ',
  'not looked at': 'NOT SEEN',
};
const indent = ' '.repeat(10);

function linesOf({ check, about, standing, words, who, todo }: Check): readonly string[] {
  const subject = about === null ? (withoutAbout[check] ?? titles[check]) : `${titles[check]} ${about}`;
  const lines = [`${labels[standing]}  ${subject}: ${words}`];
  if (who !== null) lines.push(`${indent}Who:   ${who}`);
  if (todo !== null) lines.push(`${indent}To do: ${todo}`);
  return lines;
}

function patientOf(surroundings: Surroundings, snapshot: Snapshot, onLook: Patient['onLook']): Patient {
  const { config, clock = systemClock } = surroundings;
  const now = (): number => clock.now().epochMilliseconds;
  const watch = watchCalls(surroundings.fetch, now);
  const { graph, sites, meter, credentials, connector } = connect({ ...surroundings, fetch: watch.fetch });
  return {
    settings: config,
    graph,
    sites,
    meter,
    credentials,
    certificate: config.credential.kind === 'certificate' ? config.credential.certificate : null,
    watch,
    fetch: surroundings.fetch,
    now,
    snapshot,
    bot: { scope: surroundings.cloud.scope, canSee: (channel) => connector.canSee(channel) },
    policies: { known: policies.map(({ id }) => id), unknown: (names) => stackFor(names).unknown },
    onLook,
  };
}

const count = (checks: readonly Check[], standing: Check['standing']): number =>
  checks.filter((check) => check.standing === standing).length;

function summary(checks: readonly Check[]): string {
  const [wrong, unseen] = [count(checks, 'to mend'), count(checks, 'not looked at')];
  if (wrong + unseen === 0) return `All is well (${checks.length} looks).`;
  return `${checks.length} looks: ${wrong} to mend, ${unseen} could not be looked at.`;
}

/** Answers the exit code: 0 all is well, 2 something is to be mended or could not be looked at, 1 nothing could be begun. */
export async function doctor(
  order: { readonly json: boolean },
  surroundings: () => Surroundings,
  terminal: Terminal,
): Promise<number> {
  const checks: Check[] = [];
  try {
    const outer = surroundings();
    // The app's own, where there is one, spares reading every row.
    const snapshot = outer.config.snapshot === null ? noSnapshot : lookIntoSnapshot(outer.config.snapshot);
    const patient = patientOf(outer, snapshot, (what) => order.json || terminal.progress(`Looking at ${what} …`));
    for await (const check of examine(patient)) {
      checks.push(check);
      if (!order.json) for (const line of linesOf(check)) terminal.say(line);
    }
    snapshot.close();
  } catch (error) {
    if (!order.json) throw error;
    terminal.say(JSON.stringify({ error: error instanceof Error ? error.message : String(error), checks }, null, 2));
    return 1;
  }
  terminal.say(order.json ? JSON.stringify({ summary: summary(checks), checks }, null, 2) : summary(checks));
  return count(checks, 'ok') === checks.length ? 0 : 2;
}
