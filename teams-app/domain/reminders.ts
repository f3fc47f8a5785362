// What should have been said by a day. A key is made of facts, so that the same thing has the same key on every run.
import { isOpen, type Agreement, type Case, type Review } from './case.ts';
import { schoolDaysAfter, type SchoolCalendar } from './calendar.ts';
import { daysFrom, isAfter, shortDate, type PlainDate } from './dates.ts';
import { initials } from './people.ts';
import { dueWords } from './review-due.ts';

export interface Reminder {
  readonly key: string;
  readonly kind: 'review' | 'consent';
  readonly caseRef: string;
  readonly initials: string;
  readonly words: string;
  readonly urgent: boolean;
}

/** Reviews are spoken of three school days ahead. */
const reviewAheadSchoolDays = 3;

function reviewStage(review: Review, calendar: SchoolCalendar, today: PlainDate): string | null {
  const late = daysFrom(review.dueOn, today);
  if (late > 0) return `overdue-week-${Math.ceil(late / 7)}`;
  if (late === 0) return 'today';
  return schoolDaysAfter(calendar, today, review.dueOn) <= reviewAheadSchoolDays ? 'soon' : null;
}

function ofReview(theCase: Case, review: Review, calendar: SchoolCalendar, today: PlainDate): Reminder | null {
  const stage = reviewStage(review, calendar, today);
  if (!stage) return null;
  const daysLeft = daysFrom(today, review.dueOn);
  return {
    key: `${review.key}/${review.dueOn.toString()}/${stage}`,
    kind: 'review',
    caseRef: theCase.ref,
    initials: initials(theCase.pupilName),
    words: `Review ${review.number}: ${dueWords(daysLeft)} (${shortDate(review.dueOn)})`,
    urgent: daysLeft < 0,
  };
}

function ofConsent(theCase: Case, agreement: Agreement, today: PlainDate): Reminder {
  const week = Math.floor(daysFrom(agreement.askedOn, today) / 7);
  const urgent = theCase.status === 'active' || !isAfter(theCase.startsOn, today);
  return {
    key: `${agreement.key}/week-${week}${urgent ? '/urgent' : ''}`,
    kind: 'consent',
    caseRef: theCase.ref,
    initials: initials(theCase.pupilName),
    words: `Consent to version ${agreement.version} not signed; asked ${shortDate(agreement.askedOn)}${urgent ? ', start date reached' : ''}`,
    urgent,
  };
}

/** The reminders that hold on a day, most urgent first; only the present stage of each, never the ones it has passed. */
export function remindersOn(
  rows: {
    readonly cases: Iterable<Case>;
    readonly reviews: Iterable<Review>;
    readonly agreements: Iterable<Agreement>;
  },
  calendar: SchoolCalendar,
  today: PlainDate,
): readonly Reminder[] {
  const open = new Map<string, Case>();
  for (const one of rows.cases) if (isOpen(one)) open.set(one.ref, one);
  const found: Reminder[] = [];
  for (const review of rows.reviews) {
    const theCase = open.get(review.caseRef);
    const reminder = theCase?.status === 'active' && !review.heldOn ? ofReview(theCase, review, calendar, today) : null;
    if (reminder) found.push(reminder);
  }
  for (const agreement of rows.agreements) {
    const theCase = open.get(agreement.caseRef);
    if (
      theCase &&
      agreement.state === 'asked' &&
      agreement.version === theCase.version &&
      !isAfter(agreement.askedOn, today)
    ) {
      found.push(ofConsent(theCase, agreement, today));
    }
  }
  return found.toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || (a.key < b.key ? -1 : 1));
}
