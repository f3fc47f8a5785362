// Why the timetable is proposed and what it is to achieve; what was tried first; what everybody says about it.
import { z } from 'zod';
import { counted, day, list, oneOf, party, text } from './fields.ts';
import { recordReasons, reintegrationAfter } from './words.ts';

export const reasonSchema = z.strictObject({
  reason: oneOf('Reason', recordReasons),
  details: text('Details'),
  after: oneOf('Reintegration after', reintegrationAfter),
  absentFrom: day('Absent or excluded from'),
  absentTo: day('Absent or excluded to'),
  evidence: list(
    'Evidence',
    z.strictObject({
      from: text('From', 'The professional who gave it, by role.'),
      on: day('Dated'),
      reference: text('Where it is kept'),
    }),
  ),
});

/** One short target under the long-term outcome (DBY:39); Cambridgeshire asks for one a week in six dimensions (CAM:205). */
export const targetSchema = z.strictObject({
  words: text('Target'),
  week: counted('Week of the plan'),
  measure: text('How it will be known'),
  support: text('Support'),
  dueOn: day('To be met by'),
  result: oneOf('Result', ['met', 'partly met', 'not met']),
});

/** The views of parent, pupil, school and professionals before and during the plan. */
export const voiceSchema = z.strictObject({
  party: party('Whose view'),
  name: text('Name'),
  on: day('Given on'),
  words: text('Their view', 'As far as can be in their own words.'),
  how: text('How it was gathered'),
  gatheredBy: text('Gathered by'),
});

export const alternativeSchema = z.strictObject({
  what: text('What was tried'),
  from: day('From'),
  to: day('To'),
  result: text('What came of it'),
  recordedIn: text('Where it is logged'),
});

export const previousPeriodSchema = z.strictObject({
  from: day('From'),
  to: day('To'),
  school: text('School'),
  reason: text('Reason'),
});
