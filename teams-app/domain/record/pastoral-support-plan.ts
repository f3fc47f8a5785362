// Warwickshire's School Based Pastoral Support Plan, in its five parts (WAR:295-590).
import { z } from 'zod';
import { date, day, list, text, texts, yesNo } from './fields.ts';
import { evaluation, monitoring, nextMeeting, reviewOfPlan } from './shared-parts.ts';

const personalDetails = z
  .strictObject({ telephone: text('Telephone'), formClass: text('Form or class') })
  .prefault({})
  .meta({
    title: 'Part one: personal details',
    description: 'Name, date of birth, school and year stand at the case.',
  });

const review = (title: string) =>
  z
    .strictObject({ on: day('Day'), people: texts('People attending') })
    .nullable()
    .default(null)
    .meta({ title });

const logOfProcess = z
  .strictObject({
    keyEvents: text('Key events that triggered the plan'),
    behaviourLog: list(
      'Behaviour log',
      z.strictObject({
        on: date.meta({ title: 'Day' }),
        context: text('Context'),
        consequence: text('Consequence'),
      }),
    ),
    behaviourLogAttached: yesNo('Behaviour log attached'),
    specialistAssessmentBy: text('Specialist assessment provided by'),
    specialistService: text('Specialist service involved'),
    specialistDates: list('Dates', date.meta({ title: 'Day' })),
    initialMeetingOn: day('Initial meeting'),
    nominatedStaff: text('Nominated staff overseeing the plan'),
    attending: texts('People attending'),
    startedOn: day('Started on'),
    firstReview: review('First review'),
    secondReview: review('Second review'),
  })
  .prefault({})
  .meta({ title: 'Part two: log of process' });

const need = (title: string) =>
  z
    .strictObject({ objectives: texts('Objectives'), strategies: texts('Strategies') })
    .prefault({})
    .meta({ title });

const needs = z
  .strictObject({
    communication: need('Speech, language and communication'),
    learning: need('Learning'),
    emotionalAndSocial: need('Emotional and social development'),
    behavioural: need('Behavioural development'),
  })
  .prefault({})
  .meta({ title: 'Part three: needs' });

const meetingActions = z.strictObject({
  heldOn: day('Meeting on'),
  coordinator: text('Coordinator'),
  agencies: list('Agencies', z.strictObject({ agency: text('Agency'), attendedBy: text('Attended by') })),
  mainPoints: text('Main points arising'),
  smartTargets: texts('SMART targets agreed'),
  strategies: texts('Strategies'),
  actions: list(
    'Actions to be taken',
    z.strictObject({ action: text('Action'), when: day('When'), who: text('By whom') }),
  ),
  rewardsAtHome: text('Rewards at home', 'Negotiated.'),
  rewardsAtSchool: text('Rewards at school', 'Negotiated.'),
  consequences: text('Consequences'),
  monitoring,
  contingency: text('Contingency plan in case of a critical event'),
  successCriteria: text('Success criteria'),
  nextMeeting,
});

const midReview = z
  .strictObject({
    ...reviewOfPlan,
    progress: text('Summary of progress'),
    newTargets: texts('New targets'),
    nextMeeting,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Part five: mid-plan review' });

const finalReview = z
  .strictObject({
    ...reviewOfPlan,
    midReviewOn: day('Mid-plan review held on'),
    targetsWere: texts('Targets were'),
    strategiesWere: texts('Suggested strategies were'),
    evaluation,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Part five: final review' });

export const pastoralSupportPlanSchema = z
  .strictObject({
    personalDetails,
    log: logOfProcess,
    needs,
    meetings: list('Part four: actions, meeting by meeting', meetingActions),
    midReview,
    finalReview,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Pastoral Support Plan' });
