// People, groups, teams and apps as the administrator defined them, read from the definition at each start; and guests who came later.
import type { TenantApp, TenantDefinition, TenantGroup, TenantTeam, TenantUser } from '../tenant-definition.ts';
import type { Guests } from './guests.ts';
import type { Actor, Role } from './types.ts';

export interface Directory {
  users(): readonly TenantUser[];
  /** By id, mail address or user principal name. */
  user(idOrMail: string): TenantUser | undefined;
  /** The guest with this address, made if nobody has it yet. */
  welcome(mail: string, displayName?: string): TenantUser;
  userPrincipalName(user: TenantUser): string;
  group(id: string): TenantGroup | undefined;
  team(id: string): TenantTeam | undefined;
  teams(): readonly TenantTeam[];
  app(clientId: string): TenantApp | undefined;
  teamsOf(userId: string): readonly TenantTeam[];
  teamOfChannel(channelId: string): TenantTeam | undefined;
  /** The people who are in a group or team themselves. */
  groupMembers(id: string): readonly TenantUser[];
  /** People and groups in a group or team, nearest first; `through` other groups too, each once. */
  members(id: string, through: boolean): readonly (TenantUser | TenantGroup)[];
  /** Is this the address of a person or of a shared mailbox? */
  isMailbox(address: string): boolean;
  /** The strongest role that the person has on the site, directly or through a group or team; null without any. */
  siteRole(userId: string, sitePath: string): Role | null;
  actorName(actor: Actor): string;
}

const strength: Readonly<Record<Role, number>> = { read: 1, write: 2, owner: 3 };

export function strongest(roles: readonly Role[]): Role | null {
  return roles.reduce<Role | null>(
    (best, role) => (best === null || strength[role] > strength[best] ? role : best),
    null,
  );
}

export function createDirectory(definition: TenantDefinition, guests: Guests): Directory {
  const { groups, teams, apps, sites } = definition;
  const users = [...definition.users, ...guests.all()];
  const principalNameOf = (user: TenantUser): string =>
    user.userType === 'Guest'
      ? `${user.mail.replace('@', '_')}#EXT#@${definition.sharePointHost.replace('.sharepoint.com', '.onmicrosoft.com')}`
      : user.mail;
  const usersByName = new Map<string, TenantUser>();
  const enrol = (user: TenantUser): void => {
    for (const name of [user.id, user.mail, principalNameOf(user)]) usersByName.set(name.toLowerCase(), user);
  };
  users.forEach(enrol);
  const mailboxes = new Set(
    [...definition.sharedMailboxes, ...users.map((user) => user.mail)].map((mail) => mail.toLowerCase()),
  );
  const memberIds = (id: string): readonly string[] =>
    groups.find((group) => group.id === id)?.members ?? teams.find((team) => team.id === id)?.members ?? [];
  const groupOf = (id: string): TenantGroup | undefined => groups.find((group) => group.id === id);
  const personOrGroup = (id: string): TenantUser | TenantGroup | undefined =>
    usersByName.get(id.toLowerCase()) ?? groupOf(id);
  /** A group that holds itself by way of others is not gone through twice, and is no member of itself. */
  const idsWithin = (id: string): ReadonlySet<string> => {
    const found = new Set(memberIds(id));
    for (const member of found) for (const further of memberIds(member)) found.add(further);
    found.delete(id);
    return found;
  };
  const stands = (principalId: string, userId: string): boolean =>
    principalId === userId || idsWithin(principalId).has(userId);
  return {
    users: () => users,
    user: (idOrMail) => usersByName.get(idOrMail.toLowerCase()),
    welcome: (mail, displayName = mail.split('@')[0] ?? mail) => {
      const known = usersByName.get(mail.toLowerCase());
      if (known !== undefined) return known;
      const guest = guests.add(mail, displayName);
      users.push(guest);
      enrol(guest);
      return guest;
    },
    userPrincipalName: principalNameOf,
    group: groupOf,
    team: (id) => teams.find((team) => team.id === id),
    teams: () => teams,
    app: (clientId) => apps.find((app) => app.clientId === clientId),
    teamsOf: (userId) => teams.filter((team) => team.members.includes(userId)),
    teamOfChannel: (channelId) => teams.find((team) => team.channels.some((channel) => channel.id === channelId)),
    groupMembers: (id) => memberIds(id).flatMap((userId) => usersByName.get(userId.toLowerCase()) ?? []),
    members: (id, through) =>
      [...(through ? idsWithin(id) : memberIds(id))].flatMap((member) => personOrGroup(member) ?? []),
    isMailbox: (address) => mailboxes.has(address.toLowerCase()),
    siteRole: (userId, sitePath) => {
      const same = (path: string): boolean => path.toLowerCase() === sitePath.toLowerCase();
      const granted = sites
        .filter((site) => same(site.path))
        .flatMap((site) => site.members)
        .filter((member) => stands(member.principalId, userId))
        .map((member) => member.role);
      const asTeamMember = teams.some((team) => same(team.sitePath) && team.members.includes(userId));
      return strongest(asTeamMember ? [...granted, 'write'] : granted);
    },
    actorName: (actor) => {
      if (actor.userId !== undefined)
        return usersByName.get(actor.userId.toLowerCase())?.displayName ?? 'Someone who has left';
      return apps.find((app) => app.clientId === actor.appId)?.displayName ?? 'SharePoint App';
    },
  };
}
