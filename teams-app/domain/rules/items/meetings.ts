// Meetings and steps that come before the plan starts.
import type { DerbyshireStep } from '../../record/derbyshire-steps.ts';
import type { MeetingKind, Party } from '../../record/words.ts';
import { isWritten, type Facts } from '../facts.ts';
import { unless, type ItemSpec } from './item.ts';

type Spec = Omit<ItemSpec, 'missing'>;

/** A meeting counts once it was held; one that is only planned does not. */
const heldMeeting =
  (kinds: readonly MeetingKind[]) =>
  ({ record }: Facts) =>
    unless(
      record.meetings.some(({ kind, heldOn }) => kind !== null && kinds.includes(kind) && heldOn !== null),
      ['meetings'],
    );

const meeting = (kinds: readonly MeetingKind[], spec: Spec): ItemSpec => ({ ...spec, missing: heldMeeting(kinds) });

const step = (steps: readonly DerbyshireStep[], spec: Spec): ItemSpec => ({
  ...spec,
  missing: ({ record }) =>
    unless(
      steps.every((id) => record.priorSteps.some((one) => one.step === id && one.state === 'done')),
      ['priorSteps'],
    ),
});

const before = { severity: 'act this week', who: 'case lead' } as const;
const review = { flag: 'F10', severity: 'stop' } as const;
const seniorChairs: readonly Party[] = ['SENCO', 'headteacher', 'designated safeguarding lead', 'designated teacher'];
const planning: readonly (MeetingKind | null)[] = ['reintegration planning', 'multi-agency'];

export const meetingItems = {
  'process explained to the parent': step(['A1'], {
    ...before,
    what: 'meeting at which the process was explained to the parent',
    todo: 'Meet the parent and explain how a part-time timetable works, then mark the step done.',
  }),
  'consent in principle': {
    ...before,
    what: 'consent in principle from the parent',
    todo: 'Ask the parent whether they agree to the idea, and record the answer.',
    missing: ({ record }) =>
      unless(
        record.agreements.some(
          ({ party, to, state }) => party === 'parent' && to === 'the idea' && state === 'given',
        ) || record.priorSteps.some(({ step: id, state }) => id === 'A2' && state === 'done'),
        ['agreements'],
      ),
  },
  'home information form': step(['A3', 'A4'], {
    ...before,
    what: 'home information form that has come back',
    todo: 'Give the parent the form, agree a day, and mark it returned.',
  }),
  'school information': step(['B1', 'B2'], {
    ...before,
    what: 'school information collected before the meeting',
    todo: 'Agree who gives the school’s information and by when, and mark it in.',
  }),
  'pupil voice activity': step(['B3', 'B4'], {
    ...before,
    what: 'pupil voice activity with a named member of staff',
    todo: 'Name who leads the activity, do it before the meeting, and mark it done.',
  }),
  'multi-agency meeting': meeting(['multi-agency', 'reintegration planning', 'Team Around the Family'], {
    ...before,
    what: 'multi-agency meeting that was held',
    todo: 'Hold the meeting with the parent and the professionals, and record who came.',
  }),
  'meeting with the parents': meeting(['initial meeting with parents', 'reintegration planning'], {
    ...before,
    what: 'meeting with the parents that was held',
    todo: 'Meet the parents with the headteacher, the SENCO and the professionals concerned.',
  }),
  'senior chair': {
    flag: 'F55',
    severity: 'note',
    who: 'case lead',
    what: 'senior member of staff in the chair of the planning meeting',
    todo: 'Record who chaired; another time let the SENCO, the headteacher or another senior colleague chair.',
    missing: ({ record }) => {
      const chairs = record.meetings.map(({ kind, heldOn, chair }) =>
        planning.includes(kind) && heldOn !== null ? chair : undefined,
      );
      // The one of which nobody knows who chaired it comes first: of the others the flag says who it was.
      const unknown = chairs.indexOf(null);
      const index =
        unknown < 0 ? chairs.findIndex((chair) => typeof chair === 'string' && !seniorChairs.includes(chair)) : unknown;
      return unless(index < 0, ['meetings', index, 'chair']);
    },
  },
  'one to two hours': {
    flag: 'F55',
    severity: 'note',
    who: 'case lead',
    what: 'planning meeting of one to two hours',
    todo: 'Check the length that is recorded; another time plan between 60 and 120 minutes.',
    missing: ({ record }) => {
      const index = record.meetings.findIndex(
        ({ kind, heldOn, minutes }) =>
          planning.includes(kind) && heldOn !== null && minutes !== null && (minutes < 60 || minutes > 120),
      );
      return unless(index < 0, ['meetings', index, 'minutes']);
    },
  },
  'EHC review': meeting(['EHC annual or interim review'], {
    ...review,
    who: 'SENCO',
    what: 'interim or annual review of the EHC plan that was held',
    todo: 'Hold an interim or annual review with the authority before the timetable starts.',
  }),
  'PEP review': meeting(['PEP review'], {
    ...review,
    who: 'case lead',
    what: 'review of the personal education plan that was held',
    todo: 'Ask the designated teacher to review the PEP before the timetable starts.',
  }),
  'Core Group': meeting(['Core Group'], {
    ...review,
    who: 'DSL',
    what: 'Core Group meeting that was held',
    todo: 'Bring the timetable to a Core Group meeting before it starts.',
  }),
  'child in need meeting': meeting(['child in need meeting'], {
    ...review,
    who: 'DSL',
    what: 'child in need meeting that was held',
    todo: 'Bring the timetable to a child in need meeting before it starts.',
  }),
  'meeting with the social worker': meeting(['meeting with social worker'], {
    ...review,
    who: 'DSL',
    what: 'meeting with the social worker that was held',
    todo: 'Meet the parents and the social worker before the timetable starts.',
  }),
  'Team Around the Family': meeting(['Team Around the Family'], {
    ...review,
    who: 'DSL',
    what: 'Team Around the Family meeting that was held',
    todo: 'Bring the timetable to a Team Around the Family meeting before it starts.',
  }),
  'minutes kept': {
    severity: 'act this week',
    who: 'case lead',
    what: 'minutes of every meeting that was held',
    todo: 'Write down where the minutes are kept.',
    missing: ({ record }) => {
      const index = record.meetings.findIndex(({ heldOn, minutesKept }) => heldOn !== null && !isWritten(minutesKept));
      return unless(index < 0, ['meetings', index, 'minutesKept']);
    },
  },
} as const satisfies Readonly<Record<string, ItemSpec>>;
