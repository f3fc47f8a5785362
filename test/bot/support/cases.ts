import type { Case, Review } from '#domain/case.ts';
import { type PlainDate, date } from '#domain/dates.ts';
import { reviewsDue } from '#domain/review-due.ts';
import type { SchoolReviews } from '#bot/bot-workflows.ts';
import { aCase as anyCase, aReview as anyReview } from '#test/builders/casework.ts';

export const today: PlainDate = date('2026-11-17');

export const aCase = (changes: Partial<Case> = {}): Case =>
  anyCase({ yearGroup: 'Year 4', hoursInSchool: 10, nextReviewOn: date('2026-11-14'), ...changes });

export const aReview = (changes: Partial<Review> = {}): Review =>
  anyReview({ key: 'K7M-2QX/1', dueOn: date('2026-11-14'), ...changes });

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
