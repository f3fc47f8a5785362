// The parts of a case that have no list of their own: each is one row of “Case sections”, with a body in the form of the
// portable case. What lists hold (name, dates, the parent's answers, reviews) is left out here, so that nothing is kept twice.
import { z } from 'zod';
import { caseRecordSchema } from './case-record.ts';
import { reviewSchema } from './meetings.ts';
import { planSchema, versionSchema } from './plan.ts';
import { pupilSchema } from './pupil.ts';

const { shape } = caseRecordSchema;

const planWeeksSchema = planSchema
  .unwrap()
  .omit({ current: true })
  .extend({
    versions: z
      .array(versionSchema.omit({ startsOn: true, endsOn: true, writtenOn: true, hoursAgreed: true }))
      .default([])
      .meta({ title: 'Versions', description: 'The weeks of each version that the parent is asked to agree to.' }),
  })
  .prefault({})
  .meta({ title: 'Weeks of the plan' });

const reviewDetailsSchema = z
  .array(
    reviewSchema
      .pick({
        number: true,
        week: true,
        attendees: true,
        outcomes: true,
        targetsMet: true,
        pupilViewsGathered: true,
        professionalViews: true,
      })
      .required({ number: true }),
  )
  .default([])
  .meta({
    title: 'Reviews',
    description: 'What the record of a review does not ask: who took part, and professionals.',
  });

interface SectionDefinition<S extends z.ZodObject> {
  readonly title: string;
  /** What belongs in it, for somebody who opens it for the first time. */
  readonly about: string;
  readonly schema: S;
  /** Id of the policy whose own template it is; null where any school may need it. */
  readonly policy: string | null;
}

const section = <S extends z.ZodObject>(
  title: string,
  about: string,
  schema: S,
  policy: string | null = null,
): SectionDefinition<S> => ({ title, about, schema, policy });

/** In the order in which a case is worked out. */
export const sections = {
  pupil: section(
    'Pupil and family',
    'Who the parents are, where the pupil lives, and where else they are on roll.',
    z.strictObject({
      pupil: pupilSchema.unwrap().omit({ name: true, dateOfBirth: true, yearGroup: true, upn: true }).prefault({}),
    }),
  ),
  groups: section(
    'Needs and professionals',
    'Special needs, social care, health and everybody who works with the family.',
    z.strictObject({ groups: shape.groups }),
  ),
  purpose: section(
    'Reasons, outcome and targets',
    'Why a part-time timetable is right now, what it is to achieve, and how that will be known.',
    z.strictObject({
      decidedOn: shape.decidedOn,
      reasons: shape.reasons,
      objectives: shape.objectives,
      outcome: shape.outcome,
      targets: shape.targets,
    }),
  ),
  voices: section(
    'What everybody says',
    'The views of the pupil, the parents, the school and professionals, in their own words.',
    z.strictObject({ voices: shape.voices }),
  ),
  before: section(
    'What was tried first',
    'Other support that was given, and earlier part-time timetables.',
    z.strictObject({ alternatives: shape.alternatives, previousPeriods: shape.previousPeriods }),
  ),
  steps: section(
    'Derbyshire’s steps',
    'The council’s procedure with the family, in school, at the meeting, and afterwards.',
    z.strictObject({ priorSteps: shape.priorSteps }),
    'derbyshire',
  ),
  risk: section(
    'Risk assessment',
    'Hazards with who deals with each, and how the pupil is safe when not in school.',
    z.strictObject({ risk: shape.risk }),
  ),
  weeks: section(
    'Timetable by week',
    'Times in and out for every day of every week, up to the full week.',
    z.strictObject({ plan: planWeeksSchema }),
  ),
  practical: section(
    'Practical arrangements',
    'Work, meals, transport, signing in and out, and who has the pupil in each session not in school.',
    z.strictObject({ practical: shape.practical }),
  ),
  meetings: section(
    'Meetings',
    'Meetings with parents and professionals, who was there, and where the minutes are kept.',
    z.strictObject({ meetings: shape.meetings }),
  ),
  agreements: section(
    'Who else has agreed',
    'Answers of professionals, of the pupil and of a second parent; the first parent’s consent is asked for by the case itself.',
    z.strictObject({ agreements: shape.agreements }),
  ),
  told: section(
    'Who else was told',
    'Notices beside those to the school’s own authority: the trust, governors, social workers, other teams.',
    z.strictObject({ notices: shape.notices }),
  ),
  sharing: section(
    'Papers and sharing',
    'Which papers are kept where, and who was given the plan.',
    z.strictObject({ documents: shape.documents, sharedWith: shape.sharedWith }),
  ),
  contacts: section(
    'Contacts while not in school',
    'Each contact with the pupil and the family on days when the pupil is not seen.',
    z.strictObject({ contacts: shape.contacts }),
  ),
  carriedOut: section(
    'What was carried out',
    'For each session: what was arranged and whether it happened.',
    z.strictObject({ carriedOut: shape.carriedOut }),
  ),
  marks: section(
    'Register marks',
    'Marks taken over from the school’s register, to compare with the plan.',
    z.strictObject({ marks: shape.marks }),
  ),
  reviews: section(
    'Reviews in detail',
    'Who took part in each review, and what professionals said.',
    z.strictObject({ reviews: reviewDetailsSchema }),
  ),
  extensions: section(
    'Extensions',
    'Why the plan was extended, who agreed and who was consulted.',
    z.strictObject({ extensions: shape.extensions }),
  ),
  ddatChecklist: section(
    'The trust’s checklist (Appendix A)',
    'DDAT’s checklist, item by item, with evidence.',
    z.strictObject({ ddatChecklist: shape.ddatChecklist }),
    'ddat',
  ),
  cambridgeshire: section(
    'Cambridgeshire’s checklist and matrix',
    'The permissions, the checklist and the reflection that Cambridgeshire’s guidance asks for.',
    z.strictObject({ cambridgeshire: shape.cambridgeshire }),
    'cambridgeshire',
  ),
  positiveInterventionPlan: section(
    'Positive Intervention Plan',
    'Warwickshire’s plan: signs of agitation and what helps, level by level.',
    z.strictObject({ positiveInterventionPlan: shape.positiveInterventionPlan }),
    'warwickshire',
  ),
  pastoralSupportPlan: section(
    'Pastoral Support Plan',
    'Warwickshire’s plan for a pupil who needs more than everyday support.',
    z.strictObject({ pastoralSupportPlan: shape.pastoralSupportPlan }),
    'warwickshire',
  ),
  phasedReintegrationPlan: section(
    'Phased Reintegration Plan',
    'Warwickshire’s plan back to full time in stages, with its mid and final reviews.',
    z.strictObject({ phasedReintegrationPlan: shape.phasedReintegrationPlan }),
    'warwickshire',
  ),
  ending: section(
    'Ending and handing over',
    'How the case ended in detail, and what the next school was sent.',
    z.strictObject({ closure: shape.closure, transfer: shape.transfer }),
  ),
} as const;

export type SectionKind = keyof typeof sections;
export const sectionKinds = Object.keys(sections) as readonly SectionKind[];
export const isSectionKind = (word: string): word is SectionKind => Object.hasOwn(sections, word);

/** A section's body as the product works with it, with dates as PlainDate. */
export type SectionBody<K extends SectionKind> = z.output<(typeof sections)[K]['schema']>;
/** The same as it stands in a file and in the list's cell. */
export type SectionJson<K extends SectionKind> = z.input<(typeof sections)[K]['schema']>;

/** A kind with its body. */
export type SectionContent = {
  readonly [K in SectionKind]: { readonly kind: K; readonly body: SectionBody<K> };
}[SectionKind];

const kindOfField: ReadonlyMap<string, SectionKind> = new Map(
  sectionKinds.flatMap((kind) => Object.keys(sections[kind].schema.shape).map((field) => [field, kind] as const)),
);

/** The section in which a field of the record is filled in; null where a list holds it. */
export const sectionHolding = (field: string): SectionKind | null => kindOfField.get(field) ?? null;
