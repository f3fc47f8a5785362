// How a case is signed off, ends and moves on, and what stays written about it.
import { z } from 'zod';
import { amount, counted, date, day, oneOf, text } from './fields.ts';
import { recordClosureReasons } from './words.ts';

/** The headteacher's sign-off, named and dated, before a plan goes live. */
export const signOffSchema = z
  .strictObject({
    by: text('Name'),
    role: text('Role'),
    on: day('Signed off on'),
    version: counted('Version of the plan'),
    exceptional: text('What makes the circumstances exceptional'),
    riskOfExclusion: text('Why it is right although the pupil is at risk of exclusion'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Headteacher’s sign-off' });

export const closureSchema = z
  .strictObject({
    endedOn: day('Ended on'),
    fullTimeFrom: day('Full time from'),
    reason: oneOf('Reason', recordClosureReasons),
    details: text('Details'),
    finalHours: amount('Hours a week in school at the end'),
    nextSteps: text('Next steps'),
    decidedBy: text('Decided by'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Closure' });

/** What the next setting is told: any part-time timetable now or in the last two years (PLY:36). */
export const transferSchema = z
  .strictObject({
    toSchool: text('To which school'),
    leavesOn: day('Leaves on'),
    noteSentOn: day('Note of part-time timetables sent on'),
    childProtectionFileSentOn: day('Child protection file sent on', 'Apart from the main file.'),
    receiptOn: day('Receipt dated'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Transfer' });

export const chronologySchema = z.strictObject({
  number: z.int().min(1).meta({ title: 'Number' }),
  on: date.meta({ title: 'Day' }),
  event: text('Event'),
  words: text('What happened'),
  by: text('By'),
});
