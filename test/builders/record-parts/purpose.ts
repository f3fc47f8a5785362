// Why the ordinary case is, what it is to achieve, what was tried before and what everybody says.
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { derbyshireSteps, type DerbyshireStep } from '#domain/record/derbyshire-steps.ts';
import { riskFactorNames } from '#domain/record/risk.ts';

type List<Name extends keyof CaseRecordJson> = NonNullable<CaseRecordJson[Name]>;

export const reasons: List<'reasons'> = [
  {
    reason: 'Reintegration',
    details: 'Robin could not come into school for five weeks and comes back step by step.',
    after: 'school refusal',
    absentFrom: '2026-09-07',
    absentTo: '2026-10-09',
    evidence: [{ from: 'Educational psychologist', on: '2026-10-05', reference: 'Pupil’s file' }],
  },
];

export const targets: List<'targets'> = [
  { words: 'Chooses and finishes one task each morning', measure: 'Task sheet', support: 'Teaching assistant' },
  { words: 'Reads with a friend for ten minutes', measure: 'Reading log', support: 'Class teacher' },
  { words: 'Tells an adult when it gets too loud', measure: 'Tally', support: 'Card to show' },
];

export const voices: List<'voices'> = [
  { party: 'parent', name: 'Jo Sample', on: '2026-10-14', words: 'We want a calm way back.', how: 'Home form' },
  {
    party: 'pupil',
    on: '2026-10-14',
    words: 'I miss my friends. I do not like the noise.',
    how: 'Drawing and talking',
    gatheredBy: 'Ali Assistant',
  },
  {
    party: 'school',
    name: 'Sam Senco',
    on: '2026-10-14',
    words: 'Small steps have helped before.',
    how: 'Staff form',
  },
  { party: 'educational psychologist', on: '2026-10-05', words: 'A gradual return is advised.', how: 'Report' },
];

export const alternatives: List<'alternatives'> = [
  {
    what: 'A later start in a small group, all day',
    from: '2026-09-14',
    to: '2026-09-25',
    result: 'Robin came in on two days of ten.',
    recordedIn: 'CPOMS',
  },
  {
    what: 'Nurture group',
    from: '2026-09-28',
    to: '2026-10-09',
    result: 'Helped on some days.',
    recordedIn: 'CPOMS',
  },
];

const notNeeded: readonly DerbyshireStep[] = ['B7', 'B8', 'B9', 'B10'];
const toCome: readonly DerbyshireStep[] = ['E3', 'E4'];

export const priorSteps: List<'priorSteps'> = (Object.keys(derbyshireSteps) as DerbyshireStep[]).map((step) => {
  if (notNeeded.includes(step)) return { step, state: 'not needed' };
  if (toCome.includes(step)) return { step, state: 'to do', owner: 'Sam Senco' };
  return { step, state: 'done', owner: 'Sam Senco', doneOn: '2026-10-15', evidence: 'Minutes of 15 October' };
});

const hazard: NonNullable<NonNullable<CaseRecordJson['risk']>['hazards']>[number] = {
  hazard: 'Fewer hours with friends could slow social development.',
  whoHarmed: 'Robin, through fewer chances to practise being with others.',
  rating: 'medium',
  precaution: 'Structured social time every morning.',
  safeguarding: false,
  owner: 'Sam Senco',
  state: 'mitigated',
  reviewArrangement: 'At every review',
  reviewedOn: '2026-11-20',
};

export const risk: CaseRecordJson['risk'] = {
  completedOn: '2026-10-15',
  completedBy: 'Dana Safeguarding',
  reviewedOn: '2026-11-20',
  recordedIn: 'Pupil’s record',
  hazards: [hazard],
  factors: Object.fromEntries(riskFactorNames.map((name) => [name, 'considered'])),
  welfareOffSite: 'Jo Sample is at home every afternoon; the class teacher rings daily.',
  continuity: 'A work pack for every afternoon, marked the next morning.',
  included: 'Robin keeps a peg, a job and a place at the table.',
  development: 'Structured social time every morning.',
  travel: 'Jo Sample brings and collects Robin.',
  supervision:
    'No unsupervised time off site; exploitation, substance misuse, self-harm and radicalisation considered.',
  advice: [{ from: 'Inclusion support service', on: '2026-10-08', words: 'A short plan with weekly steps.' }],
};
