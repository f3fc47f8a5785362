// Rows of the register beside Larkfield's, as the demonstration's tenant has their sites.
import { people } from '#local/demo/people.ts';
import { teamIds } from '#local/demo/tenant.ts';
import type { AuthorityRow } from '#workflows/ports.ts';
import { aSchool } from '../../contract/rows.ts';

export const hubSitePath = '/sites/part-time-timetables';

export const hollin = aSchool({
  key: 'HOLL',
  name: 'Hollin Bank School',
  sitePath: '/sites/hollin-bank',
  governorsSitePath: '/sites/governors-hollin-bank',
  teamId: teamIds.HOLL,
});

export const derbyshire: AuthorityRow = {
  key: 'derbyshire',
  name: 'Derbyshire',
  sitePath: '/sites/notices-derbyshire',
  mailTo: people.derbyshireOfficer.mail,
};
