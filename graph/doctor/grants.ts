// The permissions that the app asks for (manifest/permissions.md), what may stand in their place, and who grants them.
import type { Trouble } from '../trouble.ts';
import { registrationPage } from './entra-codes.ts';
import type { PatientSettings } from './patient.ts';

export interface Grant {
  readonly name: string;
  /** Application permissions that hold this one. */
  readonly wider: readonly string[];
  /** Permissions by which it may be had for certain sites or mailboxes alone; a token does not say for which. */
  readonly narrower: readonly string[];
  readonly words: string;
}

export const sitesWrite: Grant = {
  name: 'Sites.ReadWrite.All',
  wider: ['Sites.Manage.All', 'Sites.FullControl.All'],
  narrower: ['Sites.Selected'],
  words: 'read and write the lists',
};
export const sitesManage: Grant = {
  name: 'Sites.Manage.All',
  wider: ['Sites.FullControl.All'],
  narrower: ['Sites.Selected'],
  words: 'make lists and change columns',
};
export const groupMembers: Grant = {
  name: 'GroupMember.Read.All',
  wider: ['GroupMember.ReadWrite.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'],
  narrower: [],
  words: 'read who is in the groups that stand for roles',
};
export const mailSend: Grant = { name: 'Mail.Send', wider: [], narrower: [], words: 'send mail' };
export const teamMembers: Grant = {
  name: 'TeamMember.Read.Group',
  wider: ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'],
  narrower: [],
  words: 'read who is in a Team',
};

export const grants = [sitesWrite, sitesManage, groupMembers, mailSend, teamMembers] as const;

export const holds = (roles: readonly string[], { name, wider }: Grant): boolean =>
  [name, ...wider].some((one) => roles.includes(one));
export const holdsNarrower = (roles: readonly string[], { narrower }: Grant): boolean =>
  narrower.some((one) => roles.includes(one));

/** Permissions that the token carries and no call of the app's needs. */
export const needless = (roles: readonly string[]): readonly string[] => {
  const known = grants.flatMap(({ name, wider, narrower }) => [name, ...wider, ...narrower]);
  return roles.filter((role) => !known.includes(role));
};

export const notGranted = ({ name, words }: Grant, settings: PatientSettings): Trouble => ({
  words: `The app may not ${words}: its token does not carry ${name}.`,
  who: 'Microsoft 365 administrator',
  todo: `Add the application permission ${name} and grant consent at ${registrationPage('CallAnAPI', settings)}`,
});

/** For apps with Sites.Selected, which by itself opens nothing. */
export const siteNotGranted = (
  sitePath: string,
  { sharePointHost, clientId }: PatientSettings,
  permission: 'Write' | 'Manage',
): Trouble => ({
  words:
    permission === 'Write'
      ? 'The app may not open this site, or not write to it: Sites.Selected opens only the sites that are granted one by one.'
      : 'The app may not make lists on this site or change their columns.',
  who: 'Microsoft 365 administrator',
  todo: `In PnP PowerShell: Grant-PnPEntraIDAppSitePermission -AppId ${clientId} -DisplayName "Part-time Timetables" -Site https://${sharePointHost}${sitePath} -Permissions ${permission}`,
});
