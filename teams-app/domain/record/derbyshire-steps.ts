// Derbyshire's procedure as steps: with the parent (A), in school (B), at the meeting (C), sharing (D), review (E).
import { z } from 'zod';
import { day, labelsOf, oneOf, text } from './fields.ts';

export const derbyshireSteps = {
  A1: { words: 'Meet the parent or carer to explain the process', source: 'DBY:15' },
  A2: { words: 'Gather consent in principle', source: 'DBY:16' },
  A3: { words: 'Issue the home information form and agree when it comes back', source: 'DBY:17' },
  A4: { words: 'Home information form is back', source: 'DBY:17' },
  A5: { words: 'Confirm the date of the planning meeting', source: 'DBY:18' },
  B1: { words: 'Agree how the school’s information is collected, and by when', source: 'DBY:22' },
  B2: { words: 'School’s information is in', source: 'DBY:22' },
  B3: { words: 'Name who facilitates the pupil voice activity', source: 'DBY:23' },
  B4: { words: 'Pupil voice activity is done', source: 'DBY:23' },
  B5: { words: 'Arrange the multi-agency meeting', source: 'DBY:24' },
  B6: { words: 'Notify the authority (form 1)', source: 'DBY:25' },
  B7: { words: 'EHC plan: notify SEND North or South', source: 'DBY:27' },
  B8: { words: 'Social care involvement: contact the social worker', source: 'DBY:30' },
  B9: { words: 'Looked after: notify the Virtual School', source: 'DBY:31' },
  B10: { words: 'Early Help involvement: contact the support worker', source: 'DBY:32' },
  C1: { words: 'Meeting chaired by the lead, one to two hours', source: 'DBY:36' },
  C2: { words: 'Identify a long-term outcome', source: 'DBY:39' },
  C3: { words: 'Set at least three short targets', source: 'DBY:39' },
  C4: { words: 'Complete the risk assessment and name who mitigates each concern', source: 'DBY:40' },
  C5: { words: 'Schedule the review', source: 'DBY:41' },
  C6: { words: 'Agree an end date', source: 'DBY:43' },
  C7: { words: 'Parent or carer signs the document', source: 'DBY:44' },
  D1: { words: 'Share the document with all attendees, parents included', source: 'DBY:45' },
  D2: { words: 'Provide appropriate work for when the pupil is not in school', source: 'DBY:46' },
  E1: { words: 'Hold the review with parents and professionals', source: 'DBY:52' },
  E2: { words: 'Agree whether and when to review again', source: 'DBY:54' },
  E3: { words: 'Notify the authority of any change (form 2)', source: 'DBY:55' },
  E4: { words: 'Notify the authority of the end (form 3)', source: 'DBY:57' },
} as const satisfies Readonly<Record<string, { words: string; source: string }>>;
export type DerbyshireStep = keyof typeof derbyshireSteps;

const ids = Object.keys(derbyshireSteps) as DerbyshireStep[];

export const priorStepSchema = z.strictObject({
  step: z.enum(ids).meta({ title: 'Step', labels: labelsOf(derbyshireSteps) }),
  state: oneOf('State', ['to do', 'done', 'not needed']),
  owner: text('Owner'),
  dueOn: day('Due on'),
  doneOn: day('Done on'),
  evidence: text('Evidence'),
});
