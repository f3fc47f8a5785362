// What only Cambridgeshire's template holds: its permissions, checklist of eleven and matrix of sixteen.
import { z } from 'zod';
import { oneOf, text } from './fields.ts';
import { checkAnswers } from './words.ts';

/** CAM:244-254. A question about a group to which the pupil does not belong is answered n/a. */
export const cambridgeshireChecklist = {
  bestInterest: { words: 'The rationale is in the pupil’s best interest, with clear objectives', source: 'CAM:244' },
  dates: { words: 'Start and end within six weeks, review within two', source: 'CAM:245' },
  parentsConsent: { words: 'Parents have given written consent', source: 'CAM:246' },
  ehcAgreement: { words: 'EHC plan: the case work officer has agreed in writing', source: 'CAM:247' },
  childInCare: {
    words: 'Child in care: Virtual School and designated teacher have agreed in writing',
    source: 'CAM:248',
  },
  teamAroundFamily: {
    words: 'Team Around the Family held; lead professional has agreed in writing',
    source: 'CAM:249',
  },
  coreGroup: { words: 'Child in need or protection: Core Group held; social worker has consented', source: 'CAM:250' },
  riskPlanSaved: { words: 'Individual risk management plan saved on the pupil’s record', source: 'CAM:251' },
  workSet: { words: 'Sufficient and differentiated work is set', source: 'CAM:252' },
  workMarked: { words: 'Work is marked, assessed and fed back', source: 'CAM:253' },
  registerCode: { words: 'Register marked with the right code', source: 'CAM:254' },
} as const;
export type CambridgeshireCheck = keyof typeof cambridgeshireChecklist;

const check = (name: CambridgeshireCheck) => oneOf(cambridgeshireChecklist[name].words, checkAnswers);

/** CAM:483-498, with the answer that is good where a question has one; the template does not say. */
export const cambridgeshireMatrix = {
  sixWeeks: { words: 'At most six weeks, with a clear plan for increasing time', good: 'yes', source: 'CAM:483' },
  riskReviewed: { words: 'Risk assessment done and reviewed with parents', good: 'yes', source: 'CAM:484' },
  agreed: { words: 'Agreed by parents, professionals and the authority', good: 'yes', source: 'CAM:485' },
  bestPractice: { words: 'Best practice used and checklist completed', good: 'yes', source: 'CAM:486' },
  engaging: { words: 'Pupil engages; progress is made and recorded', good: 'yes', source: 'CAM:487' },
  communication: { words: 'Regular reviews and communication', good: 'yes', source: 'CAM:488' },
  extended: { words: 'Extended beyond six weeks', good: 'no', source: 'CAM:489' },
  whyNotBestPractice: { words: 'Why best practice is not met', good: null, source: 'CAM:490' },
  whyNoProgress: { words: 'What prevents progress and an increase in time', good: null, source: 'CAM:491' },
  dissatisfaction: { words: 'Parental dissatisfaction or professionals’ concerns', good: 'no', source: 'CAM:492' },
  whyNotChecklist: { words: 'What has prevented the checklist being met', good: null, source: 'CAM:493' },
  whyNoReviews: { words: 'What has prevented regular reviews', good: null, source: 'CAM:494' },
  noExitStrategy: { words: 'Evidence-based reason for having no exit strategy', good: null, source: 'CAM:495' },
  adviceSought: { words: 'Poor attendance over eight weeks: external advice sought', good: 'yes', source: 'CAM:496' },
  detrimental: { words: 'Why it continues although detrimental', good: null, source: 'CAM:497' },
  significantRisk: { words: 'Why it continues for a child at significant risk', good: null, source: 'CAM:498' },
} as const;
export type CambridgeshireQuestion = keyof typeof cambridgeshireMatrix;

const reflection = (name: CambridgeshireQuestion) =>
  z
    .strictObject({ answer: oneOf('Answer', checkAnswers), comment: text('Review or comments') })
    .nullable()
    .default(null)
    .meta({ title: cambridgeshireMatrix[name].words });

const checklistSchema = z
  .strictObject({
    bestInterest: check('bestInterest'),
    dates: check('dates'),
    parentsConsent: check('parentsConsent'),
    ehcAgreement: check('ehcAgreement'),
    childInCare: check('childInCare'),
    teamAroundFamily: check('teamAroundFamily'),
    coreGroup: check('coreGroup'),
    riskPlanSaved: check('riskPlanSaved'),
    workSet: check('workSet'),
    workMarked: check('workMarked'),
    registerCode: check('registerCode'),
  })
  .prefault({})
  .meta({ title: 'Checklist' });

const matrixSchema = z
  .strictObject({
    sixWeeks: reflection('sixWeeks'),
    riskReviewed: reflection('riskReviewed'),
    agreed: reflection('agreed'),
    bestPractice: reflection('bestPractice'),
    engaging: reflection('engaging'),
    communication: reflection('communication'),
    extended: reflection('extended'),
    whyNotBestPractice: reflection('whyNotBestPractice'),
    whyNoProgress: reflection('whyNoProgress'),
    dissatisfaction: reflection('dissatisfaction'),
    whyNotChecklist: reflection('whyNotChecklist'),
    whyNoReviews: reflection('whyNoReviews'),
    noExitStrategy: reflection('noExitStrategy'),
    adviceSought: reflection('adviceSought'),
    detrimental: reflection('detrimental'),
    significantRisk: reflection('significantRisk'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Matrix' });

export const cambridgeshireSchema = z
  .strictObject({
    sendServiceInvolvement: oneOf('Permission for the SEND service to be involved', ['do', 'do not']),
    shareWithHealth: oneOf('Permission to share the report with health colleagues', ['do', 'do not']),
    registerCodeWritten: text(
      'Register code as the form has it',
      'The printed form says C; since August 2024 it is C2.',
    ),
    otherInformation: text('Any other relevant information'),
    checklist: checklistSchema,
    matrix: matrixSchema,
  })
  .nullable()
  .default(null)
  .meta({ title: 'Cambridgeshire’s own parts' });
