import type { Case, Review } from './case.ts';
import { daysFrom, type PlainDate } from './dates.ts';

/** A planned review of an active case that is overdue or near. */
export interface ReviewDue {
  readonly case: Case;
  readonly review: Review;
  /** Negative when overdue. */
  readonly daysLeft: number;
}

export interface ReviewsDue {
  readonly overdue: readonly ReviewDue[];
  readonly soon: readonly ReviewDue[];
}

/** How far ahead “due soon” looks, in calendar days. */
export const soonWithinDays = 7;

/** Overdue and due soon, soonest first. Only active cases are reviewed. */
export function reviewsDue(cases: Iterable<Case>, reviews: Iterable<Review>, today: PlainDate): ReviewsDue {
  const active = new Map<string, Case>();
  for (const one of cases) if (one.status === 'active') active.set(one.ref, one);
  const due: ReviewDue[] = [];
  for (const review of reviews) {
    const theCase = review.heldOn === null ? active.get(review.caseRef) : undefined;
    if (!theCase) continue;
    const daysLeft = daysFrom(today, review.dueOn);
    if (daysLeft <= soonWithinDays) due.push({ case: theCase, review, daysLeft });
  }
  due.sort((a, b) => a.daysLeft - b.daysLeft || (a.case.ref < b.case.ref ? -1 : 1));
  return { overdue: due.filter((one) => one.daysLeft < 0), soon: due.filter((one) => one.daysLeft >= 0) };
}

/** “3 days overdue”, “due today”, “due tomorrow”, “due in 4 days”. */
export function dueWords(daysLeft: number): string {
  if (daysLeft < 0) return `${-daysLeft} ${daysLeft === -1 ? 'day' : 'days'} overdue`;
  if (daysLeft === 0) return 'due today';
  return daysLeft === 1 ? 'due tomorrow' : `due in ${daysLeft} days`;
}
