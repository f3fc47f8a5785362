// What the trust's administrator has set up before the app arrives.
import type { TenantDefinition, TenantTeam } from '../tenant-definition.ts';
import { madeUpGuid, people } from './people.ts';

export const appId = madeUpGuid(9001);
export const appSecret = 'local-tenant-only-not-a-secret';
export const sharePointHost = 'rowantree-example.sharepoint.com';
export const sharedMailbox = 'part-time-timetables@rowantree.example';

export const roleGroups = {
  headteacher: madeUpGuid(8001),
  senco: madeUpGuid(8002),
  dsl: madeUpGuid(8003),
  attendance: madeUpGuid(8004),
  trust: madeUpGuid(8005),
} as const;

export const teamIds = { LARK: madeUpGuid(7001), HOLL: madeUpGuid(7002), MILL: madeUpGuid(7003) } as const;

const team = (
  key: keyof typeof teamIds,
  displayName: string,
  sitePath: string,
  members: readonly { id: string }[],
): TenantTeam => ({
  id: teamIds[key],
  displayName,
  sitePath,
  channels: [
    { id: `19:${key.toLowerCase()}-general@thread.tacv2`, displayName: 'General' },
    { id: `19:${key.toLowerCase()}-staff@thread.tacv2`, displayName: 'Part-time timetables' },
  ],
  members: members.map((member) => member.id),
  installedApps: [appId],
});

const ids = (...members: readonly { id: string }[]): readonly string[] => members.map((member) => member.id);
const reader = (who: { id: string }) => ({ principalId: who.id, role: 'read' as const });

export const demoTenant: TenantDefinition = {
  tenantId: madeUpGuid(1),
  displayName: 'Rowan Tree Learning Trust (fictional)',
  sharePointHost,
  users: Object.values(people),
  groups: [
    {
      id: roleGroups.headteacher,
      displayName: 'Headteachers',
      members: ids(people.larkHead, people.hollinHead, people.millHead),
    },
    {
      id: roleGroups.senco,
      displayName: 'SENCOs',
      members: ids(people.larkSenco, people.hollinSenco, people.millSenco),
    },
    { id: roleGroups.dsl, displayName: 'Designated safeguarding leads', members: ids(people.larkSafeguarding) },
    {
      id: roleGroups.attendance,
      displayName: 'Attendance officers',
      members: ids(people.larkAttendance, people.hollinAttendance, people.millAttendance),
    },
    { id: roleGroups.trust, displayName: 'Trust inclusion team', members: ids(people.trustOfficer) },
  ],
  teams: [
    team('LARK', 'Larkfield Primary School', '/sites/larkfield', [
      people.larkHead,
      people.larkSenco,
      people.larkSafeguarding,
      people.larkAttendance,
      people.larkTeacher,
      people.trustOfficer,
    ]),
    team('HOLL', 'Hollin Bank School', '/sites/hollin-bank', [
      people.hollinHead,
      people.hollinSenco,
      people.hollinAttendance,
      people.trustOfficer,
    ]),
    team('MILL', 'Millbrook Street School', '/sites/millbrook-street', [
      people.millHead,
      people.millSenco,
      people.millAttendance,
      people.trustOfficer,
    ]),
  ],
  sites: [
    {
      path: '/sites/part-time-timetables',
      displayName: 'Part-time timetables (trust)',
      members: [{ principalId: roleGroups.trust, role: 'owner' }],
    },
    {
      path: '/sites/governors-larkfield',
      displayName: 'Governors of Larkfield',
      members: [reader(people.larkGovernor)],
    },
    {
      path: '/sites/governors-hollin-bank',
      displayName: 'Governors of Hollin Bank',
      members: [reader(people.hollinGovernor)],
    },
    {
      path: '/sites/governors-millbrook-street',
      displayName: 'Governors of Millbrook Street',
      members: [reader(people.millGovernor)],
    },
    {
      path: '/sites/notices-derbyshire',
      displayName: 'Notices to Derbyshire',
      members: [{ principalId: people.derbyshireOfficer.id, role: 'write' }],
    },
    {
      path: '/sites/notices-derby-city',
      displayName: 'Notices to Derby City',
      members: [{ principalId: people.derbyCityOfficer.id, role: 'write' }],
    },
  ],
  apps: [
    {
      clientId: appId,
      secrets: [{ value: appSecret }],
      displayName: 'Part-time timetables',
      applicationPermissions: [
        'Sites.ReadWrite.All',
        'Sites.Manage.All',
        'Files.ReadWrite.All',
        'TeamMember.Read.All',
        'GroupMember.ReadBasic.All',
        'Mail.Send',
      ],
      delegatedPermissions: ['Sites.ReadWrite.All', 'Files.ReadWrite.All', 'User.Read', 'Mail.Send'],
    },
  ],
  sharedMailboxes: [sharedMailbox],
};
