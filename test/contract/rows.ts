// Rows with plainly fictional content; a test says only what it is about.
import type { Case, Review } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import type { SchoolYears } from '#domain/timetable/school-week.ts';
import { aCase as anyCase, aReview as anyReview } from '#test/builders/casework.ts';
import { aSchool as anySchool, someYears } from '#test/builders/schools.ts';
import type { SchoolRow } from '#workflows/ports.ts';

export const aCase = (changes: Partial<Case> = {}): Case =>
  anyCase({
    status: 'agreed',
    hoursInSchool: 10,
    dateOfBirth: date('2016-05-04'),
    groups: ['SEN support', 'Early help'],
    objectives: 'To feel safe in class.\nTo stay for lunch.',
    startsOn: date('2026-10-19'),
    endsOn: date('2026-12-18'),
    nextReviewOn: date('2026-11-30'),
    openedOn: date('2026-10-12'),
    signedOffOn: null,
    signedOffBy: null,
    ...changes,
  });

export const aReview = (changes: Partial<Review> = {}): Review =>
  anyReview({ key: 'K7M-2QX/1', dueOn: date('2026-10-30'), ...changes });

// A list keeps the day, the registration, the breaks, the terms and the days closed, and nothing that follows from them.
const { day, registration, breaks, terms, inset, otherClosures } = someYears;
const yearsAsKept: SchoolYears = { day, registration, breaks, terms, inset, otherClosures };

export const aSchool = (changes: Partial<SchoolRow> = {}): SchoolRow =>
  anySchool({
    years: yearsAsKept,
    staffChannelId: null,
    serviceUrl: null,
    ...changes,
  });
