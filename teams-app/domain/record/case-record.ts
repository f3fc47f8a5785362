// The portable case: everything the five documents' templates hold, in one JSON document. Used for transfer between
// schools and for checking; docs/case.schema.json is made from it.
import { z } from 'zod';
import { caseStatuses } from '../case.ts';
import { cambridgeshireSchema } from './cambridgeshire.ts';
import { ddatChecklistSchema } from './ddat-checklist.ts';
import { priorStepSchema } from './derbyshire-steps.ts';
import { carriedOutSchema, contactSchema, markSchema, noticeSchema, practicalSchema } from './duties.ts';
import { chronologySchema, closureSchema, signOffSchema, transferSchema } from './ending.ts';
import { day, list, text } from './fields.ts';
import {
  agreementSchema,
  documentSchema,
  extensionSchema,
  meetingSchema,
  reviewSchema,
  sharingSchema,
} from './meetings.ts';
import { pastoralSupportPlanSchema } from './pastoral-support-plan.ts';
import { phasedReintegrationPlanSchema } from './phased-reintegration-plan.ts';
import { planSchema } from './plan.ts';
import { positiveInterventionPlanSchema } from './positive-intervention-plan.ts';
import { groupsSchema, pupilSchema } from './pupil.ts';
import { alternativeSchema, previousPeriodSchema, reasonSchema, targetSchema, voiceSchema } from './purpose.ts';
import { riskSchema } from './risk.ts';
import { schoolSchema } from './school.ts';

export const caseRecordSchema = z
  .strictObject({
    schema: z.literal('ptt-case/1').meta({ title: 'Form of this document' }),
    ref: z.string().min(1).meta({ title: 'Case reference', description: 'Says nothing about the pupil.' }),
    status: z.enum(caseStatuses).meta({ title: 'Status' }),
    lead: text('Case lead'),
    decidedOn: day('Decided on', 'The day on which the school decided to propose a part-time timetable.'),
    school: schoolSchema,
    pupil: pupilSchema,
    groups: groupsSchema,
    reasons: list('Reasons', reasonSchema),
    objectives: text('Objectives'),
    outcome: text('Long-term outcome', 'Need not be about time (DBY:39).'),
    targets: list('Targets', targetSchema),
    voices: list('Voices', voiceSchema, 'Parent, pupil, school, professionals.'),
    priorSteps: list('Derbyshire’s steps', priorStepSchema),
    alternatives: list('Alternatives tried', alternativeSchema),
    risk: riskSchema,
    plan: planSchema,
    meetings: list('Meetings', meetingSchema),
    agreements: list('Agreements', agreementSchema),
    signOff: signOffSchema,
    reviews: list('Reviews', reviewSchema),
    extensions: list('Extensions', extensionSchema),
    contacts: list('Contacts', contactSchema),
    notices: list('Notices', noticeSchema),
    practical: practicalSchema,
    carriedOut: list('Carried out', carriedOutSchema),
    marks: list('Register marks', markSchema),
    positiveInterventionPlan: positiveInterventionPlanSchema,
    pastoralSupportPlan: pastoralSupportPlanSchema,
    phasedReintegrationPlan: phasedReintegrationPlanSchema,
    cambridgeshire: cambridgeshireSchema,
    ddatChecklist: ddatChecklistSchema,
    previousPeriods: list('Previous part-time timetables', previousPeriodSchema),
    sharedWith: list('Shared with', sharingSchema),
    documents: list('Documents kept', documentSchema),
    chronology: list('Chronology', chronologySchema),
    closure: closureSchema,
    transfer: transferSchema,
  })
  .meta({ title: 'Part-time timetable: one case', description: 'Dates are ISO dates, times are 24-hour clock times.' });

export type CaseRecord = z.output<typeof caseRecordSchema>;
/** The same as it stands in a file, where everything that may be blank may be left out. */
export type CaseRecordJson = z.input<typeof caseRecordSchema>;
