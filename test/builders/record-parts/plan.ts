// The times and dates of the ordinary case, and what has been carried out of them.
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { everyDay } from './school.ts';

type Plan = NonNullable<CaseRecordJson['plan']>;
export type WrittenWeek = NonNullable<NonNullable<Plan['versions']>[number]['weeks']>[number];

/** A week with the same times on all five days. */
export const aWeek = (commencing: string, from: string, to: string, more: Partial<WrittenWeek> = {}): WrittenWeek => ({
  commencing,
  days: everyDay({ in: from, out: to }),
  ...more,
});

const target = (words: string): WrittenWeek['target'] => ({
  words,
  time: '30 minutes every morning',
  place: 'Small group room',
  people: 'Four pupils, one teaching assistant',
  activity: words,
  progress: 'Stayed for the whole activity on one day last week',
  support: 'Visual timetable and a quiet place to go to',
});

const weeks: readonly WrittenWeek[] = [
  aWeek('2026-11-02', '08:45', '11:45', { target: target('Robin starts each day with one task of choice.') }),
  aWeek('2026-11-09', '08:45', '12:15', { target: target('Robin reads with one friend.') }),
  aWeek('2026-11-16', '08:45', '13:15', { target: target('Robin eats lunch in the small hall.') }),
  aWeek('2026-11-23', '08:45', '14:00', { target: target('Robin joins the story with the class.') }),
  aWeek('2026-11-30', '08:45', '14:45', { target: target('Robin takes part in one afternoon lesson.') }),
  aWeek('2026-12-07', '08:45', '15:15', { target: target('Robin stays for the whole day.') }),
];

export const plan: Plan = {
  current: 1,
  versions: [
    {
      version: 1,
      startsOn: '2026-11-02',
      endsOn: '2026-12-11',
      writtenOn: '2026-10-15',
      why: 'First plan',
      hoursAgreed: 15,
      firstReviewOn: '2026-11-13',
      weeks: [...weeks],
    },
  ],
  monitoredUnder: 'SEN support plan',
  fullTimeFrom: '2026-12-14',
};

const schoolDays = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13', '16', '17', '18', '19', '20'];

export const carriedOut: NonNullable<CaseRecordJson['carriedOut']> = schoolDays.flatMap((dayOfMonth) => [
  { on: `2026-11-${dayOfMonth}`, session: 'morning', arranged: 'in school', attended: true, supportGiven: true },
  {
    on: `2026-11-${dayOfMonth}`,
    session: 'afternoon',
    arranged: 'at home',
    attended: true,
    supervisedBy: 'Jo Sample',
    contacted: true,
    workSet: true,
    workReturned: true,
    workMarked: true,
    supportGiven: true,
  },
]);
