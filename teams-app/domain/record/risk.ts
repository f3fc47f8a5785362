// The risk assessment: the five steps of the Health and Safety Executive, hazards with owners, Cambridgeshire's factors.
import { z } from 'zod';
import { day, list, oneOf, text, yesNo } from './fields.ts';
import { concernStates, ratings } from './words.ts';

/** The seventeen factors of CAM:123-139, in its order. */
export const riskFactors = {
  parentalMentalHealth: 'Parental mental health problems',
  parentalSubstanceMisuse: 'Parental substance misuse, alcohol or drugs',
  domesticAbuse: 'Domestic abuse issues',
  youngCarer: 'The child is a young carer',
  singleCarer: 'The parent is a single carer with limited family support',
  debt: 'Significant debts which could lead to homelessness',
  childrensServices: 'Open to specialist children’s services (section 17 or 47)',
  familySupportWorker: 'Pupil and family are supported by a family support worker',
  behaviourAtHome: 'Parents are struggling to manage the child’s behaviour in the home',
  socialEmotionalDevelopment: 'Social and emotional development while the timetable is in place',
  childSexualExploitation: 'Child sexual exploitation',
  criminalExploitation: 'Criminal exploitation',
  substanceMisuse: 'The young person’s substance misuse',
  gangsAndViolence: 'Gang and youth violence',
  selfHarm: 'Self-harming',
  radicalisation: 'Radicalisation',
  otherAbuseOrCrime: 'Other potential abuse or criminal activity',
} as const;
export type RiskFactor = keyof typeof riskFactors;
export const riskFactorNames = Object.keys(riskFactors) as readonly RiskFactor[];

const factorAnswers = ['present', 'considered', 'not applicable'] as const;
const factor = (name: RiskFactor) => oneOf(riskFactors[name], factorAnswers);

const factorsSchema = z
  .strictObject({
    parentalMentalHealth: factor('parentalMentalHealth'),
    parentalSubstanceMisuse: factor('parentalSubstanceMisuse'),
    domesticAbuse: factor('domesticAbuse'),
    youngCarer: factor('youngCarer'),
    singleCarer: factor('singleCarer'),
    debt: factor('debt'),
    childrensServices: factor('childrensServices'),
    familySupportWorker: factor('familySupportWorker'),
    behaviourAtHome: factor('behaviourAtHome'),
    socialEmotionalDevelopment: factor('socialEmotionalDevelopment'),
    childSexualExploitation: factor('childSexualExploitation'),
    criminalExploitation: factor('criminalExploitation'),
    substanceMisuse: factor('substanceMisuse'),
    gangsAndViolence: factor('gangsAndViolence'),
    selfHarm: factor('selfHarm'),
    radicalisation: factor('radicalisation'),
    otherAbuseOrCrime: factor('otherAbuseOrCrime'),
  })
  .prefault({})
  .meta({ title: 'Risk factors', description: 'CAM:123-139: each is considered, or does not apply.' });

const hazardSchema = z.strictObject({
  hazard: text('Identified risk', 'Step 1: identify possible hazards.'),
  whoHarmed: text('Who will be harmed and how', 'Step 2.'),
  rating: oneOf('Rating', ratings, 'Step 3: evaluate the risk …'),
  precaution: text('Precaution', '… and decide on a precaution.'),
  safeguarding: yesNo('It is a safeguarding concern'),
  owner: text('Who is responsible for mitigating it', 'DBY:40.'),
  state: oneOf('State', concernStates),
  reviewArrangement: text('How it will be reviewed', 'Step 5: review regularly, update if necessary.'),
  reviewedOn: day('Last reviewed on'),
});

export const riskSchema = z
  .strictObject({
    completedOn: day('Completed on'),
    completedBy: text('Completed by'),
    reviewedOn: day('Last reviewed on'),
    recordedIn: text('Where it is kept', 'Step 4: record the findings, e.g. on the pupil’s record (CAM:251).'),
    hazards: list('Hazards', hazardSchema),
    factors: factorsSchema,
    welfareOffSite: text('How welfare and safety are monitored and supervised when not in school', 'CAM:179.'),
    continuity: text('How continuity of education is ensured', 'CAM:180.'),
    included: text('How the pupil is able to feel included and cared for', 'CAM:181.'),
    development: text('How social and emotional development is promoted', 'CAM:182.'),
    travel: text('How the pupil gets to and from school safely', 'DDAT:163.'),
    supervision: text('Potential safety risks and supervision', 'DDAT:126.'),
    advice: list('Advice sought', z.strictObject({ from: text('From'), on: day('On'), words: text('Advice') })),
  })
  .nullable()
  .default(null)
  .meta({ title: 'Risk assessment' });
