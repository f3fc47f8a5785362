// Warwickshire's Positive Intervention Plan (WAR:199-290): signs of agitation and what helps, level by level.
import { z } from 'zod';
import { date, list, signature, text, yesNo } from './fields.ts';

const level = (title: string, description: string) =>
  z
    .strictObject({ signs: text('Signs of agitation for this pupil'), responses: text('What works for this pupil') })
    .nullable()
    .default(null)
    .meta({ title, description });

export const positiveInterventionPlanSchema = z
  .strictObject({
    calm: level('0 All calm', 'Normal interaction and positive reinforcement (WAR:212).'),
    low: level('1 Low-level behaviours', 'Supportive responses, calm and clear (WAR:221).'),
    medium: level('2 Medium-level behaviours', 'Limit-setting responses (WAR:231).'),
    high: level('3 High-level behaviours', 'High-level responses (WAR:239).'),
    physicalIntervention: text('Judgement on physical intervention', 'WAR:244.'),
    recovery: level('4 Recovery behaviours', 'Recovery responses (WAR:247).'),
    depression: level('5 Depression', 'Supportive handling (WAR:257).'),
    ready: level('6 Ready to respond and communicate', 'Follow-up, positive listening and debrief (WAR:266).'),
    annotations: list(
      'Annotations',
      z.strictObject({ on: date.meta({ title: 'Day' }), words: text('Remark'), worked: yesNo('The strategy worked') }),
      'It is a working document: date and highlight what has worked (WAR:290).',
    ),
    pupil: signature('Pupil'),
    parent: signature('Parent or carer'),
    schoolStaff: signature('School staff'),
    supportAgency: signature('Support or agency staff'),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Positive Intervention Plan' });
