// The Entra groups that stand for roles: who is in none of them is a teacher, and cannot lead a case.
import { type Role, roleNames, roles as allRoles } from '#domain/people.ts';
import { GraphFailure } from '../graph-failure.ts';
import { readGroupPeople } from '../group-people.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, look, lookFor, notSeen, type Seen, toMend } from './check.ts';
import { groupMembers, holds, notGranted } from './grants.ts';
import type { Patient } from './patient.ts';
import { isAllowed, trials } from './try-call.ts';

/** Object ids of the people of each role that could be read. */
export type RoleMembers = ReadonlyMap<Role, ReadonlySet<string>>;

/** Without these nobody can plan or sign off. */
const needed: readonly Role[] = ['headteacher', 'senco'];
const withGroup = allRoles.filter((role) => role !== 'teacher');

export async function lookAtRoles(
  patient: Patient,
  tokenRoles: readonly string[],
): Promise<{ readonly checks: readonly Check[]; readonly found: RoleMembers }> {
  const members = new Map<Role, ReadonlySet<string>>();
  const permission = await lookFor('permissions', groupMembers.name, () => tryGroups(patient, tokenRoles));
  const checks = [...permission.checks];
  for (const role of permission.found === true ? withGroup : []) {
    const group = patient.settings.roleGroups[role];
    const seen = await look('role groups', roleNames[role], async () =>
      group === undefined ? withoutGroup(role) : lookAtGroup(patient, role, group, members),
    );
    checks.push(...seen);
  }
  return { checks, found: members };
}

/** Tried on one of the groups, or on one that does not exist. Found is true when the groups can be read. */
async function tryGroups({ graph, settings }: Patient, tokenRoles: readonly string[]): Promise<Seen<boolean>> {
  const [group] = Object.values(settings.roleGroups);
  if (await isAllowed(trials.readGroup(graph, group))) {
    const check = fine('permissions', groupMembers.name, 'Tried: the app may read who is in a group.');
    return { checks: [check], found: true };
  }
  const trouble = holds(tokenRoles, groupMembers) ? hiddenGroup : notGranted(groupMembers, settings);
  return {
    checks: [toMend('permissions', groupMembers.name, trouble), notSeen('role groups', null, unread)],
    found: false,
  };
}

const unread: Trouble = {
  words: 'Whether anybody is in the groups could not be seen.',
  who: 'Microsoft 365 administrator',
  todo: `Grant ${groupMembers.name} first.`,
};

const hiddenGroup: Trouble = {
  words: 'Entra hides who is in this group from the app, although its token carries the permission.',
  who: 'Microsoft 365 administrator',
  todo: 'Name a group without hidden membership in PTT_ROLE_GROUPS.',
};

const setting = (role: Role): string => `${role}=<object id of the group>`;

function withoutGroup(role: Role): Check {
  if (!needed.includes(role)) return fine('role groups', roleNames[role], 'No group is set, so nobody has this role.');
  return toMend('role groups', roleNames[role], {
    words: 'No group is set, so nobody has this role.',
    who: 'whoever runs the app',
    todo: `Add ${setting(role)} to PTT_ROLE_GROUPS.`,
  });
}

async function lookAtGroup(
  { graph }: Patient,
  role: Role,
  group: string,
  members: Map<Role, ReadonlySet<string>>,
): Promise<Check> {
  const about = roleNames[role];
  try {
    const people = await readGroupPeople(graph, group);
    members.set(role, new Set(people.map(({ id }) => id)));
    if (people.length > 0)
      return fine(
        'role groups',
        about,
        `${people.length === 1 ? '1 person' : `${people.length} people`} in the group.`,
      );
    return toMend('role groups', about, {
      words: 'Nobody is in the group.',
      who: 'Microsoft 365 administrator',
      todo: `Add people to the group ${group} in Entra, or name another in PTT_ROLE_GROUPS.`,
    });
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    if (error.status === 403) return toMend('role groups', about, hiddenGroup);
    if (error.status !== 404) throw error;
    return toMend('role groups', about, {
      words: `There is no group ${group}.`,
      who: 'whoever runs the app',
      todo: `Set ${setting(role)} in PTT_ROLE_GROUPS.`,
    });
  }
}
