// The trust's Appendix A (DDAT:242-302) as items that can be answered, each with evidence.
import { z } from 'zod';
import { day, labelsOf, oneOf, text } from './fields.ts';
import { checkAnswers } from './words.ts';

export const ddatItems = {
  needsConsidered: {
    words: 'Needs fully considered: EHC plan, behaviour plans, social care, health',
    source: 'DDAT:248',
  },
  doneSoFar: { words: 'What has been done up to this decision, and how it is logged', source: 'DDAT:249' },
  agenciesConsulted: { words: 'External agencies consulted for support', source: 'DDAT:250' },
  nurture: { words: 'Nurture strategies implemented', source: 'DDAT:251' },
  staggeredConsidered: { words: 'A staggered timetable considered', source: 'DDAT:252' },
  resources: { words: 'Resources and staffing considered', source: 'DDAT:253' },
  parentsInvolved: { words: 'Parents involved in the provision', source: 'DDAT:254' },
  otherSchools: { words: 'Support sought from other schools in the trust', source: 'DDAT:255' },
  meetingHeld: { words: 'Meeting of headteacher, SENCO, parents and professionals', source: 'DDAT:259' },
  governorsInformed: { words: 'Governors informed of the decision', source: 'DDAT:261' },
  rationale: { words: 'Rationale on the planning and consent form', source: 'DDAT:265' },
  protocolFollowed: { words: 'The authority’s protocol followed and consent recorded', source: 'DDAT:266' },
  objectivesAndDates: { words: 'Objectives, timescales and review dates', source: 'DDAT:267' },
  phasedReturn: { words: 'Plan for phased return', source: 'DDAT:268' },
  supportIdentified: { words: 'Support identified', source: 'DDAT:269' },
  parentsApproval: { words: 'Written approval from parents', source: 'DDAT:270' },
  notBehaviour: { words: 'Not behaviour management; medical, reintegrative or educational', source: 'DDAT:271' },
  documentsKept: { words: 'Minutes and risk assessments kept', source: 'DDAT:272' },
  offSiteRisks: { words: 'Risks of time off-site assessed and mitigated', source: 'DDAT:273' },
  offSiteSafeguarding: { words: 'Safeguarding implications of extended off-site time considered', source: 'DDAT:275' },
  inclusionService: { words: 'Inclusion Support Advisory Service and Early Help consulted', source: 'DDAT:279' },
  formsSent: { words: 'The authority’s forms completed: notification, update, closure; governors', source: 'DDAT:280' },
  reviewMeetings: { words: 'Review meetings held', source: 'DDAT:286' },
  recorded: { words: 'Recorded on MyConcern, CPOMS or the school’s own system', source: 'DDAT:288' },
  chronology: { words: 'Chronology kept', source: 'DDAT:290' },
  fortnightly: { words: 'Fortnightly meetings recorded', source: 'DDAT:292' },
  signInOut: { words: 'Pupil signs in and signs out', source: 'DDAT:296' },
  notBehaviourInUse: { words: 'Timetable is not used to manage behaviour', source: 'DDAT:301' },
  progressMonitored: { words: 'Progress monitored, adjustments documented', source: 'DDAT:302' },
} as const;
export type DdatItem = keyof typeof ddatItems;

const names = Object.keys(ddatItems) as DdatItem[];

export const ddatChecklistSchema = z
  .array(
    z.strictObject({
      item: z.enum(names).meta({ title: 'Item', labels: labelsOf(ddatItems) }),
      status: oneOf('Answer', checkAnswers),
      evidence: text('Evidence'),
      by: text('By'),
      on: day('On'),
    }),
  )
  .nullable()
  .default(null)
  .meta({ title: 'Checklist of the trust’s Appendix A' });
