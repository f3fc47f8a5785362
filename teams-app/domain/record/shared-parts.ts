// Parts that Warwickshire's support and reintegration templates have in common.
import { z } from 'zod';
import { atTime, day, list, oneOf, text, texts } from './fields.ts';
import { metWords } from './words.ts';

export const nextMeeting = z
  .strictObject({ on: day('Day'), at: atTime('Time'), venue: text('Venue') })
  .nullable()
  .default(null)
  .meta({ title: 'Next meeting' });

export const monitoring = list(
  'Monitoring arrangements',
  z.strictObject({ who: text('Who'), when: text('When'), where: text('Where') }),
);

export const byWhom = (title: string) => list(title, z.strictObject({ words: text(title), who: text('By whom') }));

/** What both mid and final reviews of a plan record. */
export const reviewOfPlan = {
  heldOn: day('Held on'),
  group: text('Class, group or tutor group'),
  present: texts('Present'),
  apologies: texts('Apologies'),
  setUpOn: day('Plan first set up on'),
  targetsMet: oneOf('Targets met', metWords),
};

/** “Achieved yes / no / %” of the final reviews (WAR:565-590, WAR:839). */
export const evaluation = z
  .strictObject({
    achieved: oneOf('Achieved', ['yes', 'no']),
    percent: z.number().min(0).max(100).nullable().default(null).meta({ title: 'Per cent' }),
    words: text('Evaluation of progress'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Evaluation' });
