// Who has what part in the demonstration's cases. Only some of them can sign in; all are made up.
import type { Party } from '#domain/record/words.ts';
import type { TenantUser } from '../tenant-definition.ts';
import { people } from './people.ts';
import type { Story } from './story.ts';

export interface Staff {
  readonly head: TenantUser;
  readonly senco: TenantUser;
  readonly safeguarding: string;
  readonly teacher: string;
  /** Where the school keeps what it writes about pupils. */
  readonly log: string;
}

export const staffOf: Readonly<Record<Story['school'], Staff>> = {
  LARK: {
    head: people.larkHead,
    senco: people.larkSenco,
    safeguarding: people.larkSafeguarding.displayName,
    teacher: people.larkTeacher.displayName,
    log: 'CPOMS',
  },
  HOLL: {
    head: people.hollinHead,
    senco: people.hollinSenco,
    safeguarding: 'Brook Sandpiper',
    teacher: 'Bryony Gust',
    log: 'MyConcern',
  },
  MILL: {
    head: people.millHead,
    senco: people.millSenco,
    safeguarding: 'Cedar Nightjar',
    teacher: 'Fern Squall',
    log: 'the school’s own record of concerns',
  },
};

export interface Professional {
  readonly party: Party;
  readonly name: string;
  readonly position: string;
  readonly organisation: string;
}

const professional = (party: Party, name: string, position: string, organisation: string): Professional => ({
  party,
  name,
  position,
  organisation: `${organisation} (made up)`,
});

export const professionals = {
  inclusion: professional(
    'inclusion support service',
    'Lark Ash',
    'Inclusion adviser',
    'Inclusion Support Advisory Service',
  ),
  earlyHelp: professional('early help worker', 'Dew Bracken', 'Family support worker', 'Early Help'),
  socialWorker: professional('social worker', 'Plover Birch', 'Social worker', 'Children’s services'),
  virtualSchool: professional('virtual school', 'Linnet Elm', 'Education adviser', 'Virtual School'),
  caseWork: professional('case work officer', 'Siskin Holly', 'Case work officer', 'SEND team'),
  psychologist: professional('educational psychologist', 'Dunlin Cloud', 'Educational psychologist', 'Council'),
  nurse: professional('health professional', 'Nettle Calm', 'School nurse', 'School nursing service'),
  physiotherapist: professional('health professional', 'Osier Swift', 'Physiotherapist', 'Children’s hospital'),
  welfareDerby: professional(
    'education welfare officer',
    people.derbyCityOfficer.displayName,
    'Education welfare officer',
    'Derby City',
  ),
} as const;
