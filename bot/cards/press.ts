import { z } from 'zod';
import type { ReviewHeldPress } from '../bot-workflows.ts';
import type { Execute } from './card.ts';

const key = z.string().trim().min(1).max(120);

/** Card data comes back from whoever sends it: its shape is checked here, what it may do behind the workflows. */
export const pressSchema = z.object({
  verb: z.literal('review.held'),
  schoolKey: key,
  caseRef: key,
  reviewKey: key,
  pressId: key,
});

export function reviewHeldButton(press: ReviewHeldPress): Execute {
  const data = { verb: 'review.held', ...press };
  const title = 'Review held';
  return {
    type: 'Action.Execute',
    title,
    tooltip: `Record that the review of ${press.caseRef} was held`,
    verb: data.verb,
    data,
    fallback: { type: 'Action.Submit', title, data },
  };
}
