// Warwickshire's Phased Reintegration Plan with its stages, mid and final review (WAR:592-857).
import { z } from 'zod';
import { counted, day, list, signature, text, texts } from './fields.ts';
import { byWhom, evaluation, monitoring, nextMeeting, reviewOfPlan } from './shared-parts.ts';

const signatures = {
  school: signature('School'),
  parent: signature('Parent or carer'),
  pupil: signature('Pupil'),
  externalSpecialist: signature('External specialist'),
};

/** The sheet prints consequences, who and review date twice (WAR:747-777); they are held once. */
const stageSchema = z.strictObject({
  stage: counted('Stage'),
  startsOn: day('Starts on'),
  duration: text('Duration'),
  timetable: text('Timetable'),
  targets: texts('Targets'),
  strategies: byWhom('Strategies'),
  successCriteria: text('Success criteria'),
  rewards: byWhom('Recognition and rewards'),
  consequences: byWhom('Consequences'),
  reviewOn: day('Review date'),
});

const midReview = z
  .strictObject({
    ...reviewOfPlan,
    progress: text('Summary of progress'),
    newTargets: texts('New targets'),
    actions: byWhom('Actions'),
    nextMeeting,
    ...signatures,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Review meeting' });

const finalReview = z
  .strictObject({
    ...reviewOfPlan,
    midReviewOn: day('Mid-plan review held on'),
    evaluation,
    nextSteps: text('Next steps'),
    ...signatures,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Final review meeting' });

export const phasedReintegrationPlanSchema = z
  .strictObject({
    meetingOn: day('Meeting on'),
    coordinator: text('Coordinator'),
    formClass: text('Form or class'),
    present: texts('Present'),
    smartTargets: texts('SMART targets agreed', 'The sheet has three numbered places (WAR:609-612).'),
    strategies: texts('Strategies'),
    successCriteria: text('Success criteria'),
    learningOutcomes: text('Desired learning behaviour outcomes'),
    measuredBy: text('How progress will be measured'),
    rewards: byWhom('Rewards'),
    consequences: byWhom('Consequences'),
    monitoring,
    contingency: text('Contingency plan in case of a critical event'),
    nextMeeting,
    ...signatures,
    stages: list('Stages', stageSchema),
    midReview,
    finalReview,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Phased Reintegration Plan' });
