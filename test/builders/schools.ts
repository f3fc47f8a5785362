import { date } from '#domain/dates.ts';
import { ordinarySchoolWeek, type SchoolYears } from '#domain/timetable/school-week.ts';
import type { AuthorityRow, SchoolRow } from '#workflows/ports.ts';

/** 32.5 hours a week, with half-term, an INSET day and the holidays of a school year. */
export const someYears: SchoolYears = {
  ...ordinarySchoolWeek(2026, 2026),
  breaks: [
    { in: 630, out: 645 },
    { in: 735, out: 795 },
  ],
  terms: [
    {
      name: 'Autumn term 2026',
      from: date('2026-09-02'),
      to: date('2026-12-18'),
      halfTerm: { from: date('2026-10-26'), to: date('2026-10-30') },
    },
    {
      name: 'Spring term 2027',
      from: date('2027-01-04'),
      to: date('2027-03-24'),
      halfTerm: { from: date('2027-02-15'), to: date('2027-02-19') },
    },
  ],
  inset: [],
  otherClosures: [{ from: date('2026-11-27'), to: date('2026-11-27'), name: 'INSET day' }],
};

/** Larkfield: Derbyshire, in the trust, with half-term, an INSET day and Christmas in its calendar. */
export const aSchool = (changes: Partial<SchoolRow> = {}): SchoolRow => ({
  key: 'LARK',
  name: 'Larkfield Primary School',
  authority: 'derbyshire',
  policies: ['derbyshire', 'ddat'],
  years: someYears,
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
