// One ordinary case of a primary school that follows several policies: nothing is missing in it on the day of the tests.
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { cambridgeshire, ddatChecklist } from './checklists.ts';
import { agreements, documents, meetings, notices, reviews, sharedWith, signOff } from './meetings.ts';
import { carriedOut, plan } from './plan.ts';
import { alternatives, priorSteps, reasons, risk, targets, voices } from './purpose.ts';
import { practical, school } from './school.ts';
import { pastoralSupportPlan, phasedReintegrationPlan, positiveInterventionPlan } from './support-plans.ts';

export const ordinaryRecord: CaseRecordJson = {
  schema: 'ptt-case/1',
  ref: 'K7M-2QZ',
  status: 'active',
  lead: 'Sam Senco',
  decidedOn: '2026-10-12',
  school,
  pupil: {
    name: 'Robin Sample',
    dateOfBirth: '2017-03-14',
    yearGroup: 'Year 5',
    upn: 'G830000021007',
    enrolment: 'single',
    homeAuthority: 'derbyshire',
    parents: [{ name: 'Jo Sample', relationship: 'Mother', livesWithPupil: true }],
  },
  groups: {
    sen: 'SEN support',
    primaryNeed: 'Social, emotional and mental health',
    lookedAfter: false,
    previouslyLookedAfter: false,
    childProtection: false,
    childInNeed: false,
    earlyHelp: 'offered',
    earlyHelpAssessedOn: '2026-10-02',
    youthJustice: false,
    youthJusticeOrder: false,
    medical: 'none',
    freeSchoolMeals: false,
    youngCarer: false,
    exploitationRisk: false,
    interpreter: { needed: false },
  },
  reasons,
  objectives: 'To feel safe in class again, to stay for lunch, and to be back full time by 14 December.',
  outcome: 'Robin learns beside friends in the classroom for the whole day.',
  targets,
  voices,
  priorSteps,
  alternatives,
  risk,
  plan,
  meetings,
  agreements,
  signOff,
  reviews,
  notices,
  practical,
  carriedOut,
  positiveInterventionPlan,
  pastoralSupportPlan,
  phasedReintegrationPlan,
  cambridgeshire,
  ddatChecklist,
  sharedWith,
  documents,
  chronology: [
    { number: 1, on: '2026-10-12', event: 'opened', words: 'Case opened.', by: 'Sam Senco' },
    { number: 2, on: '2026-10-15', event: 'meeting', words: 'Planning meeting held.', by: 'Sam Senco' },
    { number: 3, on: '2026-11-02', event: 'started', words: 'The plan started.', by: 'Helen Head' },
  ],
};
