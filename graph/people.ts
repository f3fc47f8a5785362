import { type Role, roles as allRoles } from '#domain/people.ts';
import type { Clock, Log, Membership, People, SchoolRow } from '#workflows/ports.ts';
import { z } from 'zod';
import { GraphFailure, isOutOfReach } from './graph-failure.ts';
import { readGroupPeople } from './group-people.ts';
import type { Graph } from './http.ts';
import { inParallel } from './in-parallel.ts';
import { type Members, named, nobody } from './members.ts';
import { noSnapshot, type Snapshot } from './snapshot.ts';
import { createTeams, type Teams } from './team-people.ts';

export interface PeopleOptions {
  readonly graph: Graph;
  readonly clock: Clock;
  /** Hears of a Team whose members the app may not see. */
  readonly log: Log;
  /** Where the last reading outlasts a restart. */
  readonly snapshot?: Snapshot;
  /** The schools of the register, as they are now. */
  readonly schools: () => readonly SchoolRow[];
  /** The Entra group behind each role; a role without a group is nobody's. */
  readonly roleGroups: Readonly<Partial<Record<Role, string>>>;
}

/** How long what was read of Teams and groups is believed. */
const believedForMs = 60_000;
/** How long it is believed when Microsoft 365 cannot be reached: who left a school this morning is not shown its cases tomorrow. */
const believedInNeedMs = 8 * 3_600_000;
const atATime = 6;

interface Roster {
  readonly schools: readonly { readonly key: string; readonly members: Members }[];
  readonly roles: readonly { readonly role: Role; readonly members: Members }[];
}

/** Who belongs where, by the schools' Teams and the trust's Entra groups. */
export function createPeople(options: PeopleOptions): People {
  const { clock, schools, snapshot = noSnapshot } = options;
  const teams = createTeams(options);
  let kept: { readonly of: string; readonly until: number; readonly roster: Promise<Roster> } | undefined;

  function roster(): Promise<Roster> {
    const rows = schools();
    const of = rows.map((row) => `${row.key} ${row.teamId}`).join();
    const now = clock.now().epochMilliseconds;
    if (kept?.of === of && now < kept.until) return kept.roster;
    const asked = { of, until: now + believedForMs, roster: readOrRemember(rows, of, now) };
    kept = asked;
    // What failed is asked again by the next caller.
    asked.roster.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.roster;
  }

  async function readOrRemember(rows: readonly SchoolRow[], of: string, now: number): Promise<Roster> {
    try {
      const fresh = await readRoster(options, teams, rows);
      snapshot.keep(keptAs, now, { of, ...writable(fresh) });
      return fresh;
    } catch (error) {
      const before = isOutOfReach(error) ? snapshot.read(keptAs) : null;
      const known = KeptRoster.safeParse(before?.value);
      if (!before || now - before.at > believedInNeedMs || !known.success || known.data.of !== of) throw error;
      const remembered = withoutRefused(readable(known.data));
      // A restart must not bring back whom this took out; what is kept grows no younger by it.
      snapshot.keep(keptAs, before.at, { of, ...writable(remembered) });
      return remembered;
    }
  }

  const withoutRefused = (roster: Roster): Roster => ({
    ...roster,
    schools: roster.schools.map((school) => (teams.isRefused(school.key) ? { ...school, members: nobody } : school)),
  });

  return {
    async whoIs(personId) {
      return membership(await roster(), personId);
    },
  };
}

const keptAs = 'members of Teams and groups';
const KeptMembers = z.array(z.tuple([z.string(), z.string()]));
const KeptRoster = z.object({
  of: z.string(),
  schools: z.array(z.object({ key: z.string(), members: KeptMembers })),
  roles: z.array(z.object({ role: z.enum(allRoles), members: KeptMembers })),
});

const writable = ({ schools, roles }: Roster) => ({
  schools: schools.map(({ key, members }) => ({ key, members: [...members] })),
  roles: roles.map(({ role, members }) => ({ role, members: [...members] })),
});

const readable = ({ schools, roles }: z.infer<typeof KeptRoster>): Roster => ({
  schools: schools.map(({ key, members }) => ({ key, members: new Map(members) })),
  roles: roles.map(({ role, members }) => ({ role, members: new Map(members) })),
});

function membership(roster: Roster, id: string): Membership {
  const roles = roster.roles.filter(({ members }) => members.has(id)).map(({ role }) => role);
  const belongs = roles.includes('trust') ? roster.schools : roster.schools.filter(({ members }) => members.has(id));
  const name = [...roster.schools, ...roster.roles].map(({ members }) => members.get(id)).find(Boolean) ?? '';
  return { id, name, roles, schools: belongs.map(({ key }) => key) };
}

async function readRoster(
  { graph, roleGroups }: PeopleOptions,
  teams: Teams,
  rows: readonly SchoolRow[],
): Promise<Roster> {
  const groups = allRoles.flatMap((role) => {
    const group = roleGroups[role];
    return group === undefined ? [] : [{ role, group }];
  });
  const readings = [
    ...rows.map((row) => () => teams.membersOf(row)),
    ...groups.map((one) => () => groupMembers(graph, one.group)),
  ];
  const outcomes = await inParallel(readings, atATime, async (read) => read());
  const members = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
  const at = (place: number): Members => members[place] ?? nobody;
  return {
    schools: rows.map(({ key }, place) => ({ key, members: at(place) })),
    roles: groups.map(({ role }, place) => ({ role, members: at(rows.length + place) })),
  };
}

/** A group that has been deleted has no members. A refusal is not about one group, and goes on as a failure. */
async function groupMembers(graph: Graph, group: string): Promise<Members> {
  try {
    return named(await readGroupPeople(graph, group));
  } catch (error) {
    if (error instanceof GraphFailure && error.status === 404) return nobody;
    throw error;
  }
}
