// The permissions that the app asks for (manifest/permissions.md), what may stand in their place, and who grants them.
import type { Trouble } from '../trouble.ts';
import { registrationPage } from './entra-codes.ts';
import type { PatientSettings } from './patient.ts';

export interface Grant {
  readonly name: string;
  /** Application permissions that hold this one. */
  readonly wider: readonly string[];
  readonly words: string;
}

/** One that can be had for single sites instead, with Sites.Selected and a role on each. The token does not say which sites. */
export interface SitesGrant extends Grant {
  readonly siteRole: 'Write' | 'Manage';
}

export const sitesWrite: SitesGrant = {
  name: 'Sites.ReadWrite.All',
  wider: ['Sites.Manage.All', 'Sites.FullControl.All'],
  siteRole: 'Write',
  words: 'read and write the lists',
};
export const sitesManage: SitesGrant = {
  name: 'Sites.Manage.All',
  wider: ['Sites.FullControl.All'],
  siteRole: 'Manage',
  words: 'make lists and change columns',
};
export const groupMembers: Grant = {
  name: 'GroupMember.ReadBasic.All',
  wider: [
    'GroupMember.Read.All',
    'GroupMember.ReadWrite.All',
    'Group.ReadBasic.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
  ],
  words: 'read who is in the groups that stand for roles',
};
export const mailSend: Grant = { name: 'Mail.Send', wider: [], words: 'send mail' };
export const teamMembers: Grant = {
  name: 'TeamMember.Read.Group',
  wider: ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
  words: 'read who is in a Team',
};

export const grants = [sitesWrite, sitesManage, groupMembers, mailSend, teamMembers] as const;

export const holds = (roles: readonly string[], { name, wider }: Grant): boolean =>
  [name, ...wider].some((one) => roles.includes(one));

const selected = 'Sites.Selected';

/** Whether the app has this only on the sites that were granted to it one by one. */
export const isSiteBySite = (roles: readonly string[], grant: SitesGrant): boolean =>
  roles.includes(selected) && !holds(roles, grant);

/** What a look at one site is about, e.g. "Sites.Selected (write) on /sites/larkfield". */
export const grantOn = (sitePath: string, grant: SitesGrant, roles: readonly string[]): string =>
  `${isSiteBySite(roles, grant) ? `${selected} (${grant.siteRole.toLowerCase()})` : grant.name} on ${sitePath}`;

/** Permissions that the token carries and no call of the app's needs. */
export const needless = (roles: readonly string[]): readonly string[] => {
  const known = grants.flatMap(({ name, wider }) => [name, ...wider]);
  return roles.filter((role) => role !== selected && !known.includes(role));
};

const administrator = 'Microsoft 365 administrator';

export const notGranted = ({ name, words }: Grant, settings: PatientSettings): Trouble => ({
  words: `The app may not ${words}: its token does not carry ${name}.`,
  who: administrator,
  todo: `Add the application permission ${name} and grant consent at ${registrationPage('CallAnAPI', settings)}`,
});

export const noSites = (settings: PatientSettings): Trouble => ({
  words: `The app may not ${sitesWrite.words}: its token carries neither ${selected} nor ${sitesWrite.name}.`,
  who: administrator,
  todo: `Add the application permission ${selected} and grant consent at ${registrationPage('CallAnAPI', settings)}; the doctor then says how each site is granted.`,
});

const addressOf = (sitePath: string, { sharePointHost }: PatientSettings): string =>
  `https://${sharePointHost}${sitePath}`;

export const siteNotGranted = (sitePath: string, settings: PatientSettings): Trouble => ({
  words: `The app may not open this site: ${selected} opens none by itself, and this one has not been granted.`,
  who: administrator,
  todo: `In PnP PowerShell: Grant-PnPEntraIDAppSitePermission -AppId ${settings.clientId} -DisplayName "Part-time Timetables" -Site ${addressOf(sitePath, settings)} -Permissions Write (Manage, where its lists are still to be made)`,
});

/** What raises a grant that is there already. */
export function raiseGrant(
  sitePath: string,
  settings: PatientSettings,
  role: 'Write' | 'Manage' | 'FullControl',
): string {
  const site = addressOf(sitePath, settings);
  return `In PnP PowerShell: Set-PnPEntraIDAppSitePermission -PermissionId (Get-PnPEntraIDAppSitePermission -AppIdentity ${settings.clientId} -Site ${site}).Id -Site ${site} -Permissions ${role}`;
}

export const grantTooLow = (sitePath: string, settings: PatientSettings, { words, siteRole }: SitesGrant): Trouble => ({
  words: `The app may open this site, but not ${words} there: its grant does not go as far as “${siteRole.toLowerCase()}”.`,
  who: administrator,
  todo: raiseGrant(sitePath, settings, siteRole),
});
