// What a school's row in the register leads to: policies, its Team, the channel for reminders, and the bot in it.
import type { SchoolRow } from '#workflows/ports.ts';
import { GraphFailure } from '../graph-failure.ts';
import type { Person } from '../members.ts';
import { readTeamStaff } from '../team-people.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, look, toMend } from './check.ts';
import { holds, teamMembers } from './grants.ts';
import type { Patient } from './patient.ts';
import type { RoleMembers } from './roles.ts';

export async function* examineSchool(
  patient: Patient,
  school: SchoolRow,
  members: RoleMembers,
  roles: readonly string[],
): AsyncGenerator<Check, void, undefined> {
  yield lookAtPolicies(patient, school);
  yield* await look('Team', school.name, () => lookAtTeam(patient, school, members, roles));
  yield lookAtChannel(school);
  yield* await look('bot', school.name, async () => (await lookAtBot(patient, school)) ?? []);
}

function lookAtPolicies({ policies }: Patient, { name, policies: followed }: SchoolRow): Check {
  const unknown = policies.unknown(followed);
  if (unknown.length === 0)
    return fine('policies', name, followed.length === 0 ? 'None but the law.' : `${followed.join(', ')}.`);
  return toMend('policies', name, {
    words: `No policy is written under ${unknown.map((one) => `“${one}”`).join(', ')}, so nothing of it is asked.`,
    who: 'SharePoint site owner',
    todo: `Correct the column “Policies” in the list “Schools” on the hub. There are: ${policies.known.join(', ')}.`,
  });
}

async function lookAtTeam(
  { graph }: Patient,
  { name, teamId }: SchoolRow,
  members: RoleMembers,
  roles: readonly string[],
): Promise<Check> {
  let people: readonly Person[];
  try {
    people = await readTeamStaff(graph, teamId);
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    if (error.status === 403) return toMend('Team', name, notInstalled(holds(roles, teamMembers)));
    if (error.status === 404) return toMend('Team', name, noTeam);
    if (error.status === 400) return toMend('Team', name, noTeamId);
    throw error;
  }
  if (people.length === 0) return toMend('Team', name, emptyTeam);
  const heads = members.get('headteacher');
  if (heads && heads.size > 0 && !people.some(({ id }) => heads.has(id))) return toMend('Team', name, noHead);
  return fine('Team', name, `${people.length === 1 ? '1 member' : `${people.length} members`} can be read.`);
}

const correctId = {
  who: 'SharePoint site owner',
  todo: 'Correct the column “Team” in the list “Schools” on the hub: in Teams, “Get link to team”, the part after groupId= and before the next &.',
} as const;

const noTeam: Trouble = {
  words: 'There is no Team with the id that the register holds, so nobody belongs to the school.',
  ...correctId,
};

const noTeamId: Trouble = {
  words: 'What the register holds is not the id of a Team, so nobody belongs to the school.',
  ...correctId,
};

const notInstalled = (isGranted: boolean): Trouble => ({
  words: isGranted
    ? 'Teams refuses to say who is in this Team, although the token carries the permission; so nobody belongs to the school.'
    : 'The app may not read who is in this Team: its owner has not consented (TeamMember.Read.Group). So nobody belongs to the school.',
  who: 'owner of the Team',
  todo: 'Add the app to the Team: the Team’s menu, “Manage team”, “Apps”, “Part-time Timetables”.',
});

const emptyTeam: Trouble = {
  words: 'Nobody is in this Team, so nobody belongs to the school.',
  who: 'owner of the Team',
  todo: 'Add the school’s staff to the Team.',
};

const noHead: Trouble = {
  words: 'Nobody in this Team is in the group of headteachers, so no timetable can be signed off.',
  who: 'owner of the Team',
  todo: 'Add the headteacher to the Team, or have an administrator add them to the group of headteachers.',
};

function lookAtChannel({ name, staffChannelId, serviceUrl }: SchoolRow): Check {
  if (staffChannelId !== null && serviceUrl !== null)
    return fine('staff channel', name, 'Known, with the address of Teams’ service.');
  return toMend('staff channel', name, {
    words:
      staffChannelId === null
        ? 'No channel is known, so that reminders have nowhere to go.'
        : 'Teams has sent the app nothing yet, so that it does not know where to post.',
    who: 'owner of the Team',
    todo: 'Add the app to the Team and write “@PTT help” in the channel that reminders are to go to.',
  });
}

async function lookAtBot({ bot }: Patient, { name, staffChannelId, serviceUrl }: SchoolRow): Promise<Check | null> {
  // That these are not known has been said of the staff channel.
  if (staffChannelId === null || serviceUrl === null) return null;
  const seen = await bot.canSee({ serviceUrl, channelId: staffChannelId });
  return seen.ok ? fine('bot', name, 'It is in the staff channel.') : toMend('bot', name, botTrouble(seen.error));
}

function botTrouble({ status, code }: { readonly status: number; readonly code: string }): Trouble {
  if (code === 'UnknownServiceUrl')
    return {
      words: 'The address of Teams’ service in the register is not one of Microsoft’s; nothing is sent to it.',
      who: 'SharePoint site owner',
      todo: 'Empty the column “Teams service” in the list “Schools” on the hub, then write “@PTT help” in the staff channel.',
    };
  if (code === 'Unreachable')
    return {
      words: 'The Bot Connector cannot be reached.',
      who: 'whoever runs the app',
      todo: 'Let this computer reach https://smba.trafficmanager.net (port 443).',
    };
  if (code === 'SignInFailed')
    return {
      words: 'The bot could not sign in.',
      who: 'whoever runs the app',
      todo: 'Mend the sign-in first.',
    };
  if (status === 401)
    return {
      words: 'The Bot Connector does not know this app as a bot.',
      who: 'Microsoft 365 administrator',
      todo: 'In the Azure portal, the Azure Bot, “Configuration”: its Microsoft App ID must be PTT_CLIENT_ID, its tenant PTT_TENANT_ID.',
    };
  if (status === 404)
    return {
      words: 'The staff channel is gone.',
      who: 'owner of the Team',
      todo: 'Write “@PTT help” in the channel that reminders are to go to, after a site owner has emptied “Staff channel” in the list “Schools”.',
    };
  if (status === 403)
    return {
      words: `The bot is not in the staff channel (${code}).`,
      who: 'owner of the Team',
      todo: 'Add the app to the Team: the Team’s menu, “Manage team”, “Apps”, “Part-time Timetables”.',
    };
  return {
    words: `Teams refused (${status} ${code}).`,
    who: 'whoever runs the app',
    todo: 'Run the doctor again in ten minutes.',
  };
}
