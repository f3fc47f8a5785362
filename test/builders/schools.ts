import { date } from '#domain/dates.ts';
import type { AuthorityRow, SchoolRow } from '#workflows/ports.ts';

/** Larkfield: Derbyshire, in the trust, with half-term, an INSET day and Christmas in its calendar. */
export const aSchool = (changes: Partial<SchoolRow> = {}): SchoolRow => ({
  key: 'LARK',
  name: 'Larkfield Primary School',
  authority: 'derbyshire',
  policies: ['derbyshire', 'ddat'],
  fullWeekHours: 32.5,
  calendar: {
    closures: [
      { from: date('2026-10-26'), to: date('2026-10-30'), name: 'Autumn half-term' },
      { from: date('2026-11-27'), to: date('2026-11-27'), name: 'INSET day' },
      { from: date('2026-12-21'), to: date('2027-01-01'), name: 'Christmas holidays' },
    ],
  },
  sitePath: '/sites/larkfield',
  governorsSitePath: '/sites/governors-larkfield',
  teamId: '00000000-0000-4000-8000-000000007001',
  staffChannelId: '19:lark-staff@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  ...changes,
});

/** Another school of the same trust, in the same county. */
export const hollinBank = (changes: Partial<SchoolRow> = {}): SchoolRow =>
  aSchool({
    key: 'HOLL',
    name: 'Hollin Bank School',
    sitePath: '/sites/hollin-bank',
    governorsSitePath: '/sites/governors-hollin-bank',
    teamId: '00000000-0000-4000-8000-000000007002',
    staffChannelId: '19:holl-staff@thread.tacv2',
    ...changes,
  });

export const derbyshire: AuthorityRow = {
  key: 'derbyshire',
  name: 'Derbyshire',
  sitePath: '/sites/notices-derbyshire',
  mailTo: 'hazel.rainbow@derbyshire.example',
};
