import type { Case, Review } from '#domain/case.ts';
import { type PlainDate, date } from '#domain/dates.ts';
import { reviewsDue } from '#domain/review-due.ts';
import type { SchoolReviews } from '#bot/bot-workflows.ts';

export const today: PlainDate = date('2026-11-17');

export const aCase = (changes: Partial<Case> = {}): Case => ({
  ref: 'K7M-2QX',
  sourceKey: 'notification:1',
  status: 'active',
  pupilName: 'Jimmy Example',
  dateOfBirth: date('2017-03-09'),
  yearGroup: 'Year 4',
  upn: 'Z999000000001',
  groups: ['SEN support'],
  parentName: 'Pat Example',
  reasons: ['Mental health'],
  objectives: 'Settle into mornings again',
  version: 1,
  times: 'Mon-Fri 09:00-11:00',
  hoursInSchool: 10,
  startsOn: date('2026-11-02'),
  endsOn: date('2026-12-11'),
  nextReviewOn: date('2026-11-14'),
  lead: { id: 'lead-1', name: 'Sam Fictional' },
  openedOn: date('2026-10-20'),
  openedBy: 'Sam Fictional',
  signedOffOn: date('2026-10-30'),
  signedOffBy: 'Ada Invented',
  endedOn: null,
  endedBy: null,
  closureReason: null,
  ...changes,
});

export const aReview = (changes: Partial<Review> = {}): Review => ({
  key: 'K7M-2QX/1',
  caseRef: 'K7M-2QX',
  number: 1,
  dueOn: date('2026-11-14'),
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

export interface Planned {
  readonly ref: string;
  readonly pupilName?: string;
  readonly dueOn: string;
}

/** A school as the bot sees it, with one active case and one planned review for each of `planned`. */
export function aSchool(
  planned: readonly Planned[],
  named: Partial<Pick<SchoolReviews, 'school' | 'schoolKey' | 'awaitingOutcome'>> = {},
): SchoolReviews {
  const cases = planned.map(({ ref, pupilName }) => aCase({ ref, ...(pupilName ? { pupilName } : {}) }));
  const reviews = planned.map(({ ref, dueOn }) => aReview({ key: `${ref}/1`, caseRef: ref, dueOn: date(dueOn) }));
  const due = reviewsDue(cases, reviews, today);
  return { school: 'Larkfield Primary School', schoolKey: 'LARK', due, awaitingOutcome: [], ...named };
}
