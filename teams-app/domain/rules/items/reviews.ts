// Who takes part in the reviews that were held.
import type { Party } from '../../record/words.ts';
import { isWritten, type Facts } from '../facts.ts';
import { unless, type ItemSpec } from './item.ts';

type Views = 'parentViews' | 'pupilViews';

/** Somebody takes part by being there or by having their view written down. */
const atReviews =
  (party: Party, views: Views) =>
  ({ record }: Facts) => {
    const index = record.reviews.findIndex(
      (review) =>
        review.heldOn !== null &&
        !isWritten(review[views]) &&
        !review.attendees.some((attendee) => attendee.party === party),
    );
    return unless(index < 0, ['reviews', index, views]);
  };

export const reviewItems = {
  'parent at reviews': {
    flag: 'F21',
    severity: 'act this week',
    who: 'case lead',
    what: 'part of the parent in a review that was held',
    todo: 'Ask the parent for their view of this review and write it down.',
    missing: atReviews('parent', 'parentViews'),
  },
  'pupil at reviews': {
    flag: 'F21',
    severity: 'act this week',
    who: 'case lead',
    what: 'part of the pupil in a review that was held',
    todo: 'Ask the pupil for their view of this review and write it down.',
    missing: atReviews('pupil', 'pupilViews'),
  },
} as const satisfies Readonly<Record<string, ItemSpec>>;
