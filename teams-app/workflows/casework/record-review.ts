import { plannedReview, type Case, type Casefile, type Review, type ReviewOutcome } from '#domain/case.ts';
import { isAfter, isBefore, shortDate, type PlainDate } from '#domain/dates.ts';
import { lastOfThisRun } from '#domain/duties.ts';
import { fullWeekHours } from '#domain/school.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Scene, type Target } from './change-case.ts';

/** What a review came to. From a card only the day is known, and the rest is added in the tab. */
export interface HeldReview {
  readonly pressId: string;
  /** The very review meant; null for the one that comes next, or that is to be completed. */
  readonly reviewKey: string | null;
  readonly heldOn: PlainDate;
  readonly outcome: ReviewOutcome | null;
  readonly hoursAfter: number | null;
  readonly times: string;
  readonly nextOn: PlainDate | null;
  readonly parentWords: string;
  readonly pupilWords: string;
  readonly schoolWords: string;
}

/** A review of this plan that was recorded from a card and still lacks its outcome; the next record completes it. */
export function reviewToComplete(file: Pick<Casefile, 'case' | 'reviews'>): Review | undefined {
  const last = lastOfThisRun(file);
  return last && last.outcome === null ? last : undefined;
}

function wrong({ file, school, today }: Scene, held: HeldReview): Problem | null {
  const now = file.case.hoursInSchool;
  const after = held.hoursAfter;
  const hours = (words: string): Problem => problem('invalid', words, { field: 'hoursAfter' });
  if (isAfter(held.heldOn, today)) {
    return problem('invalid', `${shortDate(held.heldOn)} is in the future.`, {
      field: 'heldOn',
      next: 'Record a review once it has been held.',
    });
  }
  if (isBefore(held.heldOn, file.case.startsOn)) {
    return problem('invalid', `The review is dated before the start, ${shortDate(file.case.startsOn)}.`, {
      field: 'heldOn',
    });
  }
  if (held.nextOn && !isAfter(held.nextOn, held.heldOn)) {
    return problem('invalid', 'The next review must be after this one.', { field: 'nextReviewOn' });
  }
  if (held.outcome === null || after === null) return null;
  const full = fullWeekHours(school);
  if (after > full) return hours(`${after} hours is more than the school’s full week of ${full} hours.`);
  if (held.outcome === 'More hours' && after <= now)
    return hours(`“More hours” needs more than the ${now} hours of now.`);
  if (held.outcome === 'Fewer hours' && after >= now)
    return hours(`“Fewer hours” needs fewer than the ${now} hours of now.`);
  if (held.outcome === 'Same hours' && after !== now) return hours(`“Same hours” means the ${now} hours of now.`);
  return null;
}

/** Full time is not a version to agree to: the case is closed when the pupil is back. */
function decided(file: Casefile, held: HeldReview): Pick<Review, 'timesAfter' | 'versionAfter' | 'hoursAfter'> {
  const { hoursInSchool, times, version } = file.case;
  const hoursAfter = held.hoursAfter;
  const staysPartTime = held.outcome !== null && held.outcome !== 'Back to full time';
  const changes =
    staysPartTime &&
    ((hoursAfter !== null && hoursAfter !== hoursInSchool) || (held.times !== '' && held.times !== times));
  return { hoursAfter, timesAfter: changes ? held.times || times : null, versionAfter: changes ? version + 1 : null };
}

/** Records the planned review as held, or completes the one held without an outcome. The next one is planned by the rules. */
export function recordReview(outside: Changing, target: Target, held: HeldReview): Promise<Result<Row<Case>, Problem>> {
  return changeCase(outside, target, {
    action: 'record review',
    doneAlready: ({ file }) => file.reviews.some((one) => one.pressId === held.pressId),
    write: async (scene) => {
      const trouble = wrong(scene, held);
      if (trouble) return trouble;
      const planned = plannedReview(scene.file);
      const meant = scene.file.reviews.find((one) => one.key === held.reviewKey);
      const review = held.reviewKey ? meant : (reviewToComplete(scene.file) ?? planned);
      const row = review && scene.records.reviews.byKey(review.key);
      if (!row) return problem('not found', 'No review is planned for this case yet. Try again in a moment.');
      // The planned date moves first: once the review itself is written, the same request counts as done.
      const moves = review !== planned && planned && held.nextOn && !held.nextOn.equals(planned.dueOn);
      const plannedRow = moves ? scene.records.reviews.byKey(planned.key) : undefined;
      const notMoved =
        plannedRow && held.nextOn ? await writeRow(scene.records.reviews, plannedRow, { dueOn: held.nextOn }) : null;
      if (notMoved) return notMoved;
      return writeRow(scene.records.reviews, row, {
        ...decided(scene.file, held),
        heldOn: held.heldOn,
        outcome: held.outcome,
        nextOn: held.nextOn,
        parentWords: held.parentWords || null,
        pupilWords: held.pupilWords || null,
        schoolWords: held.schoolWords || null,
        recordedBy: target.actor.name,
        pressId: held.pressId,
      });
    },
  });
}
