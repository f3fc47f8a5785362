// Which permissions allow what, from Microsoft's permissions reference. One of each row is enough.

import type { GrantRole } from '../store/site-grants.ts';

const sitesRead = ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'];
const filesWrite = ['Files.ReadWrite.All', 'Sites.ReadWrite.All', 'Sites.FullControl.All'];

export const permissionsFor = {
  'read sites': { anyOf: sitesRead, refusal: 'site' },
  'write items': { anyOf: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'], refusal: 'site' },
  'create lists': { anyOf: ['Sites.Manage.All', 'Sites.ReadWrite.All', 'Sites.FullControl.All'], refusal: 'site' },
  'change columns': { anyOf: ['Sites.Manage.All', 'Sites.FullControl.All'], refusal: 'site' },
  'delete lists': { anyOf: ['Sites.Manage.All', 'Sites.FullControl.All'], refusal: 'site' },
  'grant sites': { anyOf: ['Sites.FullControl.All'], refusal: 'site' },
  'subscribe to lists': { anyOf: ['Sites.ReadWrite.All'], refusal: 'site' },
  'read files': { anyOf: ['Files.Read.All', 'Files.ReadWrite.All', ...sitesRead], refusal: 'site' },
  'write files': { anyOf: filesWrite, refusal: 'site' },
  'share files': { anyOf: filesWrite, refusal: 'site' },
  'read teams': {
    anyOf: [
      'Team.ReadBasic.All',
      'TeamSettings.Read.All',
      'TeamSettings.ReadWrite.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'Directory.Read.All',
    ],
    refusal: 'directory',
  },
  'read channels': {
    anyOf: [
      'Channel.ReadBasic.All',
      'ChannelSettings.Read.All',
      'ChannelSettings.ReadWrite.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'Directory.Read.All',
    ],
    refusal: 'directory',
  },
  'read team members': { anyOf: ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'], refusal: 'directory' },
  'read group members': {
    anyOf: [
      'GroupMember.ReadBasic.All',
      'GroupMember.Read.All',
      'GroupMember.ReadWrite.All',
      'Group.ReadBasic.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'Directory.Read.All',
    ],
    refusal: 'directory',
  },
  'read people': {
    anyOf: [
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    refusal: 'directory',
  },
  'invite guests': {
    anyOf: ['User.Invite.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
    refusal: 'directory',
  },
  'read calendars': { anyOf: ['Calendars.Read', 'Calendars.ReadWrite'], refusal: 'mail' },
  'write calendars': { anyOf: ['Calendars.ReadWrite'], refusal: 'mail' },
  'send mail': { anyOf: ['Mail.Send'], refusal: 'mail' },
} as const satisfies Readonly<Record<string, { readonly anyOf: readonly string[]; readonly refusal: Refusal }>>;

export type NeedName = keyof typeof permissionsFor;

/** The role that an app with Sites.Selected must have been granted on the very site. What is not here, Sites.Selected does not open. */
export const roleFor: Readonly<Partial<Record<NeedName, GrantRole>>> = {
  'read sites': 'read',
  'read files': 'read',
  'write items': 'write',
  'write files': 'write',
  'share files': 'write',
  'create lists': 'manage',
  'change columns': 'manage',
  'delete lists': 'manage',
};

/** Each family of services words its refusal for itself. */
export type Refusal = 'site' | 'directory' | 'mail';

export const refusals: Readonly<Record<Refusal, { readonly code: string; readonly message: string }>> = {
  site: { code: 'accessDenied', message: 'Access denied' },
  directory: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' },
  mail: { code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' },
};
