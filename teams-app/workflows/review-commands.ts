// What the bot's commands and buttons come to. A school is answered for only to those who belong to it.
import { isOpen, plannedReview, type Case, type Review } from '#domain/case.ts';
import { compareDates, isAfter, isBefore, londonDate, shortDate } from '#domain/dates.ts';
import { initials } from '#domain/people.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { reviewsDue, type ReviewsDue } from '#domain/review-due.ts';
import { actorOf } from './actor.ts';
import { casefileOf } from './casework/casefile.ts';
import { recordReview } from './casework/record-review.ts';
import type { DigestItem, Membership, Outside, SchoolRow } from './ports.ts';

type Commanding = Pick<Outside, 'workspace' | 'clock' | 'log'>;

export interface SchoolReviews {
  readonly school: string;
  readonly schoolKey: string;
  readonly due: ReviewsDue;
  /** Reviews held without an outcome yet, newest first. */
  readonly awaitingOutcome: readonly { readonly case: Case; readonly review: Review }[];
}

export interface SchoolConsents {
  readonly school: string;
  readonly schoolKey: string;
  readonly consents: readonly DigestItem[];
}

/** Which schools a question is about: in a channel the Team's own, in a chat all of the asker's. A refusal names no case. */
export function schoolsAsked(
  outside: Pick<Outside, 'workspace'>,
  asker: Membership,
  teamId: string | null,
): Result<readonly SchoolRow[], string> {
  const mine = outside.workspace.schools
    .all()
    .flatMap((row) => (asker.schools.includes(row.value.key) ? [row.value] : []));
  const here = teamId === null ? mine : mine.filter((school) => school.teamId === teamId);
  if (here.length > 0) return ok(here);
  return err(
    teamId === null
      ? 'You do not belong to the Team of any school here. Ask a school’s Team owner to add you.'
      : 'You do not belong to a school whose Team this is, so there is nothing to show you here.',
  );
}

export function reviewDue(outside: Commanding, schools: readonly SchoolRow[]): readonly SchoolReviews[] {
  const today = londonDate(outside.clock.now());
  return schools.map(({ name, key }) => {
    const records = outside.workspace.school(key);
    const reviews = records.reviews.all().map((row) => row.value);
    const due = reviewsDue(
      records.cases.all().map((row) => row.value),
      reviews,
      today,
    );
    const awaitingOutcome = reviews
      .flatMap((review) => {
        if (!review.heldOn || review.outcome !== null) return [];
        const theCase = records.cases.byKey(review.caseRef)?.value;
        // One from before the case was opened again can no longer be completed.
        if (!theCase || !isOpen(theCase) || isBefore(review.heldOn, theCase.startsOn)) return [];
        return [{ case: theCase, review }];
      })
      .toSorted((a, b) => compareDates(b.review.heldOn ?? today, a.review.heldOn ?? today));
    return { school: name, schoolKey: key, due, awaitingOutcome };
  });
}

export function unsignedConsents(outside: Commanding, schools: readonly SchoolRow[]): readonly SchoolConsents[] {
  const today = londonDate(outside.clock.now());
  return schools.map(({ name, key }) => {
    const { cases, agreements } = outside.workspace.school(key);
    const items = agreements.all().flatMap(({ value }) => {
      const theCase = cases.byKey(value.caseRef)?.value;
      if (value.state !== 'asked' || !theCase || !isOpen(theCase) || theCase.version !== value.version) return [];
      const words = `Version ${value.version}, asked ${shortDate(value.askedOn)}; starts ${shortDate(theCase.startsOn)}`;
      const urgent = theCase.status === 'active' || !isAfter(theCase.startsOn, today);
      return [{ caseRef: theCase.ref, initials: initials(theCase.pupilName), words, urgent }];
    });
    return { school: name, schoolKey: key, consents: items };
  });
}

export interface HeldPress {
  readonly schoolKey: string;
  readonly caseRef: string;
  readonly reviewKey: string;
  readonly pressId: string;
}

/** A button on a card says only that the review was held today; its outcome and everybody's words are added in the tab. */
export async function recordReviewHeld(
  outside: Commanding,
  asker: Membership,
  press: HeldPress,
): Promise<Result<string, string>> {
  const school = outside.workspace.schools.all().find((row) => row.value.key === press.schoolKey)?.value;
  if (!school || !asker.schools.includes(school.key))
    return err('You do not belong to this school’s Team, so you cannot record its reviews.');
  const records = outside.workspace.school(school.key);
  const theCase = records.cases.byKey(press.caseRef)?.value;
  if (!theCase) return err(`There is no case ${press.caseRef} any more.`);
  const file = casefileOf(records, theCase);
  const pressed = file.reviews.find((review) => review.key === press.reviewKey);
  if (pressed?.heldOn && pressed.pressId !== press.pressId) {
    return err(
      `This review was recorded already, on ${shortDate(pressed.heldOn)} by ${pressed.recordedBy ?? 'somebody'}.`,
    );
  }
  if (!pressed?.heldOn && plannedReview(file)?.key !== press.reviewKey)
    return err('This card is out of date. Ask again with “review due”.');
  const target = { school, caseRef: press.caseRef, actor: actorOf(asker), etag: null };
  const done = await recordReview(outside, target, {
    pressId: press.pressId,
    reviewKey: press.reviewKey,
    heldOn: londonDate(outside.clock.now()),
    outcome: null,
    hoursAfter: null,
    times: '',
    nextOn: null,
    parentWords: '',
    pupilWords: '',
    schoolWords: '',
  });
  if (!done.ok) return err([done.error.words, done.error.next].filter(Boolean).join(' '));
  const recorded = records.reviews.byKey(press.reviewKey)?.value;
  const by = recorded?.recordedBy ?? asker.name;
  const on = shortDate(recorded?.heldOn ?? londonDate(outside.clock.now()));
  return ok(`Review held, recorded by ${by}, ${on}. Add the outcome and everybody’s words in the tab.`);
}
