// The fictional people of the demonstration. Names come from trees, birds and weather so that nobody can take them for real.
import type { TenantUser } from '../tenant-definition.ts';

/** A GUID that can be told at a glance to be made up: the number stands at its end. */
export const madeUpGuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const person = (number: number, displayName: string, jobTitle: string, host = 'rowantree.example'): TenantUser => ({
  id: madeUpGuid(number),
  displayName,
  mail: `${displayName.toLowerCase().replace(/[^a-z]+/g, '.')}@${host}`,
  userType: host === 'rowantree.example' ? 'Member' : 'Guest',
  jobTitle,
});

const larkfield = 'Larkfield Primary School';
const hollin = 'Hollin Bank School';
const millbrook = 'Millbrook Street School';

export const people = {
  larkHead: person(101, 'Juniper Thistle', `Headteacher, ${larkfield}`),
  larkSenco: person(102, 'Wren Larkspur', `SENCO, ${larkfield}`),
  larkSafeguarding: person(103, 'Heron Reed', `Designated safeguarding lead, ${larkfield}`),
  larkAttendance: person(104, 'Bramble Frost', `Attendance officer, ${larkfield}`),
  larkTeacher: person(105, 'Clover Dewdrop', `Class teacher, ${larkfield}`),
  larkGovernor: person(106, 'Linden Marsh', `Governor, ${larkfield}`, 'governors.example'),
  hollinHead: person(201, 'Sorrel Hailstone', `Headteacher, ${hollin}`),
  hollinSenco: person(202, 'Finch Hawthorn', `SENCO, ${hollin}`),
  hollinAttendance: person(204, 'Maple Drizzle', `Attendance officer, ${hollin}`),
  hollinGovernor: person(206, 'Aspen Gale', `Governor, ${hollin}`, 'governors.example'),
  millHead: person(301, 'Rowan Puddle', `Headteacher, ${millbrook}`),
  millSenco: person(302, 'Teasel Breeze', `SENCO, ${millbrook}`),
  millAttendance: person(304, 'Robin Sleet', `Attendance officer, ${millbrook}`),
  millGovernor: person(306, 'Willow Mist', `Governor, ${millbrook}`, 'governors.example'),
  trustOfficer: person(401, 'Alder Sunshower', 'Inclusion lead, Rowan Tree Learning Trust'),
  derbyshireOfficer: person(
    501,
    'Hazel Rainbow',
    'Part-time timetables officer, Derbyshire (made up)',
    'derbyshire.example',
  ),
  derbyCityOfficer: person(
    502,
    'Moss Twilight',
    'Education welfare officer, Derby City (made up)',
    'derby-city.example',
  ),
} as const;
