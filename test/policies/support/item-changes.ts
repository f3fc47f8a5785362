// For each thing that a document can ask for: a record that has it, and one that has not.
import type { Item } from '#domain/rules/items.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { meetings } from '#test/builders/record-parts/meetings.ts';
import { plan } from '#test/builders/record-parts/plan.ts';

export interface Pair {
  readonly meets: RecordChanges;
  readonly breaks: RecordChanges;
}

type Meeting = NonNullable<RecordChanges['meetings']>[number];
type Version = NonNullable<NonNullable<RecordChanges['plan']>['versions']>[number];

const [planning] = meetings;
if (!planning) throw new Error('The ordinary record has no meeting');
const [version] = plan.versions ?? [];
if (!version) throw new Error('The ordinary record has no version');

export const theVersion = (changes: Partial<Version>): RecordChanges => ({
  plan: { versions: [{ ...version, ...changes }] },
});

const heldOf = (kind: NonNullable<Meeting['kind']>): Pair => ({
  meets: { meetings: [{ kind, heldOn: '2026-10-14' }] },
  breaks: { meetings: [{ kind, plannedOn: '2026-10-14' }] },
});

const stepsDone = (...steps: NonNullable<RecordChanges['priorSteps']>[number]['step'][]): Pair => ({
  meets: { priorSteps: steps.map((step) => ({ step, state: 'done' as const })) },
  breaks: {
    priorSteps: steps.map((step, index) => ({ step, state: index === 0 ? ('to do' as const) : ('done' as const) })),
  },
});

const voiceOf = (party: 'parent' | 'pupil' | 'school'): Pair => ({
  meets: { voices: [{ party, words: 'It goes better in the small room.' }] },
  breaks: { voices: [{ party, words: ' ' }] },
});

const hazard = {
  hazard: 'Crossing the main road at midday',
  whoHarmed: 'The pupil, by traffic',
  rating: 'medium' as const,
  precaution: 'Collected at the gate',
  reviewArrangement: 'At every review',
};

const review = { number: 1, heldOn: '2026-11-13' };

export const itemChanges: Readonly<Record<Item, Pair>> = {
  'process explained to the parent': stepsDone('A1'),
  'consent in principle': {
    meets: { agreements: [{ party: 'parent', to: 'the idea', state: 'given' }], priorSteps: [] },
    breaks: { agreements: [{ party: 'parent', to: 'the idea', state: 'asked' }], priorSteps: [] },
  },
  'home information form': stepsDone('A4', 'A3'),
  'school information': stepsDone('B2', 'B1'),
  'pupil voice activity': stepsDone('B4', 'B3'),
  'multi-agency meeting': heldOf('multi-agency'),
  'meeting with the parents': heldOf('initial meeting with parents'),
  'senior chair': {
    meets: { meetings: [{ ...planning, chair: 'headteacher' }] },
    breaks: { meetings: [{ ...planning, chair: 'class teacher' }] },
  },
  'one to two hours': {
    meets: { meetings: [{ ...planning, minutes: 120 }] },
    breaks: { meetings: [{ ...planning, minutes: 121 }] },
  },
  'EHC review': heldOf('EHC annual or interim review'),
  'PEP review': heldOf('PEP review'),
  'Core Group': heldOf('Core Group'),
  'child in need meeting': heldOf('child in need meeting'),
  'meeting with the social worker': heldOf('meeting with social worker'),
  'Team Around the Family': heldOf('Team Around the Family'),
  'minutes kept': {
    meets: { meetings: [{ ...planning, minutesKept: 'CPOMS' }] },
    breaks: { meetings: [{ ...planning, minutesKept: null }] },
  },
  'weekly times': { meets: theVersion({}), breaks: theVersion({ weeks: [{ commencing: '2026-11-02' }] }) },
  'end date': { meets: theVersion({ endsOn: '2026-12-11' }), breaks: theVersion({ endsOn: null }) },
  objectives: { meets: { objectives: 'Back in class for the whole day.' }, breaks: { objectives: '' } },
  rationale: {
    meets: { reasons: [{ reason: 'Reintegration', details: 'After five weeks away.' }] },
    breaks: { reasons: [{ reason: 'Reintegration', details: null }] },
  },
  'plan document': { meets: { documents: [{ kind: 'plan' }] }, breaks: { documents: [{ kind: 'review' }] } },
  'plan shared': {
    meets: { sharedWith: (planning.attendees ?? []).map(({ party }) => ({ what: 'plan', party, on: '2026-10-22' })) },
    breaks: {
      sharedWith: (planning.attendees ?? [])
        .filter(({ party }) => party !== 'parent')
        .map(({ party }) => ({ what: 'plan', party, on: '2026-10-22' })),
    },
  },
  'guidance given to the parent': {
    meets: { documents: [{ kind: 'guidance given to parents' }], sharedWith: [] },
    breaks: { documents: [], sharedWith: [{ what: 'guidance given to parents', party: 'school' }] },
  },
  'advice service named': {
    meets: { documents: [], sharedWith: [{ what: 'guidance given to parents', party: 'parent' }] },
    breaks: { documents: [], sharedWith: [{ what: 'plan', party: 'parent' }] },
  },
  interpreter: {
    meets: { groups: { interpreter: { needed: true, providedBy: 'Interpreting service' } } },
    breaks: { groups: { interpreter: { needed: true, providedBy: '  ' } } },
  },
  'parent’s view': voiceOf('parent'),
  'pupil’s view': voiceOf('pupil'),
  'school’s view': voiceOf('school'),
  'alternatives tried': {
    meets: { alternatives: [{ what: 'A quiet place at break' }] },
    breaks: { alternatives: [{ what: '' }] },
  },
  'support from other trust schools': {
    meets: { ddatChecklist: [{ item: 'otherSchools', status: 'yes' }] },
    breaks: { ddatChecklist: [{ item: 'otherSchools', status: 'no' }] },
  },
  'specialist advice': {
    meets: { voices: [{ party: 'specialist teacher', words: 'A gradual return.' }] },
    breaks: { voices: [{ party: 'class teacher', words: 'A gradual return.' }], pastoralSupportPlan: null },
  },
  'early help assessment': {
    meets: { groups: { earlyHelpAssessedOn: '2026-10-01' } },
    breaks: { groups: { earlyHelpAssessedOn: null } },
  },
  'early help offered': {
    meets: { groups: { earlyHelp: 'declined' } },
    breaks: { groups: { earlyHelp: 'none' } },
  },
  'Positive Intervention Plan': {
    meets: { positiveInterventionPlan: {} },
    breaks: { positiveInterventionPlan: null },
  },
  'Pastoral Support Plan': { meets: { pastoralSupportPlan: {} }, breaks: { pastoralSupportPlan: null } },
  'Phased Reintegration Plan': {
    meets: { phasedReintegrationPlan: {} },
    breaks: { phasedReintegrationPlan: null },
  },
  'Cambridgeshire checklist': {
    meets: { cambridgeshire: { checklist: { riskPlanSaved: 'n/a' } } },
    breaks: { cambridgeshire: { checklist: { riskPlanSaved: 'no' } } },
  },
  'risk assessment': {
    meets: { risk: { completedOn: '2026-10-15' } },
    breaks: { risk: { completedOn: null } },
  },
  'five steps': {
    meets: { risk: { recordedIn: 'CPOMS', hazards: [hazard] } },
    breaks: { risk: { recordedIn: 'CPOMS', hazards: [{ ...hazard, whoHarmed: null }] } },
  },
  'concerns answered': {
    meets: { risk: { hazards: [{ ...hazard, safeguarding: true, state: 'mitigated', owner: 'The DSL' }] } },
    breaks: { risk: { hazards: [{ ...hazard, safeguarding: true, state: 'mitigated', owner: null }] } },
  },
  'risk management plan': { meets: { risk: { recordedIn: 'CPOMS' } }, breaks: { risk: { recordedIn: null } } },
  'safety off site': {
    meets: { risk: { supervision: 'With grandmother; a call at noon', welfareOffSite: null } },
    breaks: { risk: { supervision: null, welfareOffSite: null } },
  },
  'agreement of responsibility': {
    meets: { practical: { responsibility: { words: 'Home from noon', signedBy: 'Jo Sample' } } },
    breaks: { practical: { responsibility: { words: 'Home from noon', signedBy: null } } },
  },
  'an adult for every session': { meets: {}, breaks: { practical: { supervision: [] } } },
  'signing in and out': {
    meets: { practical: { signInOut: 'At the desk' } },
    breaks: { practical: { signInOut: null } },
  },
  meals: {
    meets: { practical: { meals: { arrangement: 'Packed lunch to take home' } } },
    breaks: { practical: { meals: { arrangement: null } } },
  },
  transport: {
    meets: { practical: { transport: { needed: true, confirmedOn: '2026-10-20', version: 1 } } },
    breaks: { practical: { transport: { needed: true, confirmedOn: '2026-10-20', version: 2 } } },
  },
  'work set': {
    meets: { practical: { work: { arrangement: 'A pack on Mondays' } } },
    breaks: { practical: { work: { arrangement: null } } },
  },
  'work marked': {
    meets: { practical: { work: { markedBy: 'Class teacher' } } },
    breaks: { practical: { work: { markedBy: null } } },
  },
  'medical evidence': {
    meets: { reasons: [{ reason: 'Mental health', evidence: [{ from: 'CAMHS' }] }] },
    breaks: { reasons: [{ reason: 'Mental health', evidence: [{ from: null }] }] },
  },
  'individual healthcare plan': {
    meets: { groups: { healthcarePlanOn: '2026-10-01' } },
    breaks: { groups: { healthcarePlanOn: null } },
  },
  chronology: { meets: { chronology: [{ number: 1, on: '2026-10-12' }] }, breaks: { chronology: [] } },
  'parent at reviews': {
    meets: { reviews: [{ ...review, attendees: [{ party: 'parent' }] }] },
    breaks: { reviews: [{ ...review, attendees: [{ party: 'pupil' }] }] },
  },
  'pupil at reviews': {
    meets: { reviews: [{ ...review, pupilViews: 'I want to stay for lunch.' }] },
    breaks: { reviews: [{ ...review, pupilViews: ' ', parentViews: 'We see progress.' }] },
  },
};
