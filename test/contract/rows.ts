// Rows with plainly fictional content; a test says only what it is about.
import type { Case, Review } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import type { SchoolRow } from '#workflows/ports.ts';

export const aCase = (changes: Partial<Case> = {}): Case => ({
  ref: 'K7M-2QX',
  sourceKey: 'notification:1',
  status: 'agreed',
  pupilName: 'Jimmy Example',
  dateOfBirth: date('2016-05-04'),
  yearGroup: 'Year 5',
  upn: 'Z000000000001',
  groups: ['SEN support', 'Early help'],
  parentName: 'Jo Example',
  reasons: ['Mental health'],
  objectives: 'To feel safe in class.\nTo stay for lunch.',
  version: 1,
  times: '9:00 to 11:00, Monday to Friday',
  hoursInSchool: 10,
  startsOn: date('2026-10-19'),
  endsOn: date('2026-12-18'),
  nextReviewOn: date('2026-11-30'),
  lead: { id: '00000000-0000-4000-8000-000000000102', name: 'Wren Larkspur' },
  openedOn: date('2026-10-12'),
  openedBy: 'Wren Larkspur',
  signedOffOn: null,
  signedOffBy: null,
  endedOn: null,
  endedBy: null,
  closureReason: null,
  ...changes,
});

export const aReview = (changes: Partial<Review> = {}): Review => ({
  key: 'K7M-2QX/1',
  caseRef: 'K7M-2QX',
  number: 1,
  dueOn: date('2026-10-30'),
  heldOn: null,
  outcome: null,
  hoursAfter: null,
  timesAfter: null,
  versionAfter: null,
  nextOn: null,
  parentWords: null,
  pupilWords: null,
  schoolWords: null,
  recordedBy: null,
  pressId: null,
  ...changes,
});

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
    ],
  },
  sitePath: '/sites/larkfield',
  governorsSitePath: '/sites/governors-larkfield',
  teamId: '00000000-0000-4000-8000-000000007001',
  staffChannelId: null,
  serviceUrl: null,
  ...changes,
});
