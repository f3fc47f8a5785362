// What the plan itself holds, and what was thought of before it.
import { dateOf, dayNumber } from '../../timetable/day-number.ts';
import { schoolDaysBetween } from '../../timetable/school-days.ts';
import type { Party } from '../../record/words.ts';
import { isWritten, type Facts } from '../facts.ts';
import { unless, type ItemSpec } from './item.ts';

const soon = { severity: 'act this week', who: 'case lead' } as const;

const voiceOf =
  (parties: readonly Party[]) =>
  ({ record }: Facts) =>
    unless(
      record.voices.some(({ party, words }) => party !== null && parties.includes(party) && isWritten(words)),
      ['voices'],
    );

const specialists: readonly Party[] = [
  'educational psychologist',
  'specialist teacher',
  'SEND service',
  'health professional',
  'inclusion support service',
];

/** Attendees have this many school days to be given the plan. */
const shareWithin = 5;

function unsharedMeeting({ record, calendar, today }: Facts): number {
  return record.meetings.findIndex(({ kind, heldOn, attendees }) => {
    if (heldOn === null || (kind !== 'reintegration planning' && kind !== 'multi-agency')) return false;
    if (today - dayNumber(heldOn) <= shareWithin) return false;
    const isMissing = attendees.some(
      ({ party, name }) =>
        !record.sharedWith.some(
          (one) => one.what === 'plan' && one.on !== null && (party === null ? one.name === name : one.party === party),
        ),
    );
    // The day of the meeting itself, a school day, is not one of the five.
    return isMissing && schoolDaysBetween(calendar, heldOn, dateOf(today)) - 1 > shareWithin;
  });
}

export const planItems = {
  'weekly times': {
    severity: 'stop',
    who: 'case lead',
    what: 'times at which the pupil is expected, day by day',
    todo: 'Write the time in and out of every day of every week: they are what the parent agrees to.',
    missing: ({ version, versionAt }) =>
      unless(
        version !== null && version.weeks.some(({ days }) => Object.values(days).some((times) => times !== null)),
        [...versionAt, 'weeks'],
      ),
  },
  'end date': {
    flag: 'F01',
    severity: 'stop',
    who: 'case lead',
    what: 'date on which the part-time timetable ends',
    todo: 'Agree the last day with the parent and write it down.',
    missing: ({ version, versionAt }) => unless((version?.endsOn ?? null) !== null, [...versionAt, 'endsOn']),
  },
  objectives: {
    ...soon,
    what: 'objectives',
    todo: 'Write what the timetable is to achieve and how the pupil gets back to full time.',
    missing: ({ record }) => unless(isWritten(record.objectives), ['objectives']),
  },
  rationale: {
    ...soon,
    what: 'reason set out in words',
    todo: 'Choose the reason and say why a part-time timetable is right for this pupil.',
    missing: ({ record }) =>
      unless(
        record.reasons.some(({ details }) => isWritten(details)),
        ['reasons'],
      ),
  },
  'plan document': {
    ...soon,
    what: 'plan kept as a document of its own',
    todo: 'Keep the plan apart from the pupil’s other plans, and record where.',
    missing: ({ record }) =>
      unless(
        record.documents.some(({ kind }) => kind === 'plan'),
        ['documents'],
      ),
  },
  'plan shared': {
    flag: 'F49',
    ...soon,
    what: 'sign that everybody who was at the meeting was given the plan',
    todo: 'Send the plan to each of them, the parent included, and record it.',
    missing: (facts) => {
      const index = unsharedMeeting(facts);
      return unless(index < 0, ['sharedWith']);
    },
  },
  'guidance given to the parent': {
    ...soon,
    what: 'copy of the guidance given to the parent',
    todo: 'Give the parent the authority’s guidance and record the day.',
    missing: ({ record }) =>
      unless(
        record.documents.some(({ kind }) => kind === 'guidance given to parents') ||
          record.sharedWith.some(({ what, party }) => what === 'guidance given to parents' && party === 'parent'),
        ['documents'],
      ),
  },
  'advice service named': {
    ...soon,
    what: 'sign that the parent was told of the information, advice and support service',
    todo: 'Tell the parent who can advise them independently, and record it as guidance given.',
    missing: ({ record }) =>
      unless(
        record.documents.some(({ kind }) => kind === 'guidance given to parents') ||
          record.sharedWith.some(({ what, party }) => what === 'guidance given to parents' && party === 'parent'),
        ['sharedWith'],
      ),
  },
  interpreter: {
    flag: 'F48',
    severity: 'stop',
    who: 'case lead',
    what: 'interpreter or translation for a parent who needs one',
    todo: 'Arrange an interpreter before asking for agreement, and record who it is.',
    missing: ({ record }) => unless(isWritten(record.groups.interpreter.providedBy), ['groups', 'interpreter']),
  },
  'parent’s view': {
    ...soon,
    what: 'view of the parent in their own words',
    todo: 'Ask the parent and write down what they say.',
    missing: voiceOf(['parent']),
  },
  'pupil’s view': {
    ...soon,
    what: 'view of the pupil in their own words',
    todo: 'Ask the pupil in a way that suits them and write down what they say.',
    missing: voiceOf(['pupil']),
  },
  'school’s view': {
    ...soon,
    what: 'view of the school’s staff',
    todo: 'Ask the staff who know the pupil and write down what they say.',
    missing: voiceOf(['school', 'class teacher', 'SENCO', 'headteacher']),
  },
  'alternatives tried': {
    ...soon,
    what: 'account of what was tried first',
    todo: 'List what was tried, when, and what came of it.',
    missing: ({ record }) =>
      unless(
        record.alternatives.some(({ what }) => isWritten(what)),
        ['alternatives'],
      ),
  },
  'support from other trust schools': {
    ...soon,
    what: 'answer on support from other schools of the trust',
    todo: 'Ask the other schools of the trust, and answer item 8 of the checklist.',
    missing: ({ record }) =>
      unless(
        record.ddatChecklist?.some(
          ({ item, status }) => item === 'otherSchools' && (status === 'yes' || status === 'n/a'),
        ) ?? false,
        ['ddatChecklist'],
      ),
  },
  'specialist advice': {
    ...soon,
    what: 'advice from an external specialist',
    todo: 'Seek the advice of a specialist in the area of need and record it.',
    missing: ({ record }) =>
      unless(
        isWritten(record.pastoralSupportPlan?.log.specialistAssessmentBy ?? null) ||
          record.voices.some(({ party, words }) => party !== null && specialists.includes(party) && isWritten(words)),
        ['voices'],
      ),
  },
  'early help assessment': {
    flag: 'F10',
    severity: 'stop',
    who: 'DSL',
    what: 'early help assessment with its date',
    todo: 'Complete the early help assessment before the timetable starts.',
    missing: ({ record }) => unless(record.groups.earlyHelpAssessedOn !== null, ['groups', 'earlyHelpAssessedOn']),
  },
  'early help offered': {
    ...soon,
    what: 'offer of an early help assessment to the parent',
    todo: 'Offer the parent an assessment and record whether they take it up.',
    missing: ({ record }) =>
      unless(record.groups.earlyHelp !== null && record.groups.earlyHelp !== 'none', ['groups', 'earlyHelp']),
  },
  'Positive Intervention Plan': {
    ...soon,
    what: 'Positive Intervention Plan',
    todo: 'Carry one out before a part-time timetable is considered.',
    missing: ({ record }) => unless(record.positiveInterventionPlan !== null, ['positiveInterventionPlan']),
  },
  'Pastoral Support Plan': {
    ...soon,
    what: 'Pastoral Support Plan',
    todo: 'Carry one out before a part-time timetable is considered.',
    missing: ({ record }) => unless(record.pastoralSupportPlan !== null, ['pastoralSupportPlan']),
  },
  'Phased Reintegration Plan': {
    ...soon,
    what: 'Phased Reintegration Plan',
    todo: 'Write one: the fortnightly reviews follow it.',
    missing: ({ record }) => unless(record.phasedReintegrationPlan !== null, ['phasedReintegrationPlan']),
  },
  'Cambridgeshire checklist': {
    severity: 'stop',
    who: 'case lead',
    what: 'checklist in which every question is answered yes, or n/a',
    todo: 'Answer all eleven questions; a “no” has to be put right before the timetable starts.',
    missing: ({ record }) => {
      const checklist = record.cambridgeshire?.checklist;
      if (!checklist) return ['cambridgeshire'];
      const open = Object.entries(checklist).find(([, answer]) => answer !== 'yes' && answer !== 'n/a');
      return unless(open === undefined, ['cambridgeshire', 'checklist', open?.[0] ?? '']);
    },
  },
} as const satisfies Readonly<Record<string, ItemSpec>>;
