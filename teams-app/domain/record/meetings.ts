// What is done together: meetings, agreements, reviews, extensions, and the sharing of the plan.
import { z } from 'zod';
import { amount, counted, day, list, oneOf, party, text, texts, yesNo } from './fields.ts';
import { agreementLevels, answerStates, documentKinds, meetingKinds, metWords, reviewDecisions } from './words.ts';

const attendees = list('Attendees', z.strictObject({ party: party('Part'), name: text('Name') }));

export const meetingSchema = z.strictObject({
  kind: oneOf('Kind of meeting', meetingKinds),
  plannedOn: day('Planned for'),
  heldOn: day('Held on'),
  minutes: amount('Length in minutes'),
  chair: party('Chaired by'),
  chairName: text('Name of the chair'),
  attendees,
  notes: text('Main points'),
  minutesKept: text('Where the minutes are kept'),
});

/** One person’s or body’s answer: to the idea, or to the times and dates of one version (reg 11(6)(c)). */
export const agreementSchema = z.strictObject({
  party: party('Who'),
  name: text('Name'),
  position: text('Position or relationship'),
  livesWithPupil: yesNo('The pupil normally lives with them', 'For a parent: regulation 11(6)(b).'),
  to: oneOf('To what', ['the idea', 'the plan']),
  version: counted('Version of the plan', 'The version whose times and dates were put to them.'),
  level: oneOf('Level', agreementLevels),
  state: oneOf('Answer', answerStates),
  askedOn: day('Asked on'),
  chasedOn: list('Chased on', day('Chased on')),
  answeredOn: day('Answered on'),
  method: text('How', 'Signed paper, e-mail, at the meeting …'),
  evidence: text('Evidence', 'Where the proof is kept.'),
  notes: text('What they said'),
});

export const reviewSchema = z.strictObject({
  number: counted('Number'),
  week: counted('After which week of the plan'),
  dueOn: day('Due on'),
  heldOn: day('Held on'),
  attendees,
  outcomes: text('Outcomes'),
  targetsMet: oneOf('Targets met', metWords),
  parentViews: text('Parent’s views'),
  pupilViews: text('Pupil’s views', 'In their own words.'),
  pupilViewsGathered: text('How the pupil’s views were gathered'),
  schoolViews: text('School’s views'),
  professionalViews: text('Professionals’ views'),
  decision: oneOf('Decision', reviewDecisions),
  hoursAfter: amount('Hours a week in school afterwards'),
  versionAfter: counted('Version of the plan afterwards'),
  nextOn: day('Next review on'),
  recordedBy: text('Recorded by'),
});

export const extensionSchema = z.strictObject({
  number: counted('Number'),
  requestedOn: day('Requested on'),
  from: day('From'),
  to: day('To'),
  version: counted('Version of the plan that carries it'),
  reason: text('Why an extension is right'),
  exceptional: text('What makes it exceptional'),
  planRevisedOn: day('Plan revised on'),
  parentAgreedOn: day('Parent agreed on'),
  consultedOn: day('Agencies consulted on'),
  agencies: texts('Agencies consulted'),
  authorityAgreedOn: day('Authority agreed on'),
});

export const sharingSchema = z.strictObject({
  what: oneOf('What', documentKinds),
  version: counted('Version of the plan'),
  party: party('With whom'),
  name: text('Name'),
  on: day('Shared on'),
});

export const documentSchema = z.strictObject({
  kind: oneOf('Document', documentKinds),
  on: day('Dated'),
  where: text('Where it is kept', 'MyConcern, CPOMS, the pupil’s file …'),
  words: text('Remark'),
});
