import type { HeldReview } from '#workflows/casework/record-review.ts';
import { today } from './today.ts';

/** A review held today that leaves the hours as they are, as the tab sends it. */
export const aHeld = (changes: Partial<HeldReview> = {}): HeldReview => ({
  pressId: 'press-1',
  reviewKey: null,
  heldOn: today,
  outcome: 'Same hours',
  hoursAfter: 12.5,
  times: '',
  nextOn: null,
  parentWords: 'He sleeps better.',
  pupilWords: 'I like the mornings.',
  schoolWords: 'In class on nine days of ten.',
  ...changes,
});
