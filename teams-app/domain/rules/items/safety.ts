// Safety, health, and what is arranged for the time that the pupil is not in school.
import { weekdays } from '../../timetable/week.ts';
import { isWritten, type Facts } from '../facts.ts';
import { unless, type ItemSpec } from './item.ts';

const soon = { severity: 'act this week', who: 'case lead' } as const;
const medicalReasons = ['Physical health', 'Mental health'];

/** Weekdays on which some week leaves out a session: not in before the register closes, or gone before the day ends. */
function* halvesOut({ version, calendar }: Facts) {
  for (const weekday of weekdays) {
    const { ends } = calendar.day[weekday];
    let morning = false;
    let afternoon = false;
    for (const week of version?.weeks ?? []) {
      const times = week.days[weekday];
      if (times === null || times.in > calendar.registration.morning.closes) morning = true;
      if (times === null || times.out < ends) afternoon = true;
    }
    if (morning) yield { weekday, session: 'morning' as const };
    if (afternoon) yield { weekday, session: 'afternoon' as const };
  }
}

function hasAdult({ record, version }: Facts, weekday: string, session: string): boolean {
  const noted = record.practical.supervision.some(
    (one) => one.day === weekday && one.session === session && isWritten(one.adult),
  );
  return (
    noted ||
    (version?.weeks.some(({ elsewhere }) =>
      elsewhere.some(
        ({ day, in: from, supervisedBy }) =>
          day === weekday && isWritten(supervisedBy) && from < 12 * 60 === (session === 'morning'),
      ),
    ) ??
      false)
  );
}

export const safetyItems = {
  'risk assessment': {
    flag: 'F11',
    severity: 'stop',
    who: 'DSL',
    what: 'risk assessment with its date',
    todo: 'Complete the risk assessment before the timetable starts.',
    missing: ({ record }) => unless(record.risk !== null && record.risk.completedOn !== null, ['risk']),
  },
  'five steps': {
    severity: 'act this week',
    who: 'DSL',
    what: 'risk assessment that takes all five steps for every hazard',
    todo: 'Say for each hazard who may be harmed and how, the rating, the precaution and how it is reviewed, and where it is kept.',
    missing: ({ record: { risk } }) => {
      if (risk === null) return ['risk'];
      if (risk.hazards.length === 0) return ['risk', 'hazards'];
      const open = risk.hazards.findIndex(
        (one) =>
          !isWritten(one.hazard) ||
          !isWritten(one.whoHarmed) ||
          one.rating === null ||
          !isWritten(one.precaution) ||
          !isWritten(one.reviewArrangement),
      );
      if (open >= 0) return ['risk', 'hazards', open];
      return unless(isWritten(risk.recordedIn), ['risk', 'recordedIn']);
    },
  },
  'concerns answered': {
    flag: 'F11',
    severity: 'stop',
    who: 'DSL',
    what: 'answer to every safeguarding concern',
    todo: 'Name who mitigates it, or seek advice; otherwise the part-time timetable cannot go ahead.',
    missing: ({ record: { risk } }) => {
      const open =
        risk?.hazards.findIndex(
          ({ safeguarding, state, owner }) =>
            safeguarding === true &&
            (state === null ||
              state === 'open' ||
              state === 'stopped the plan' ||
              (state === 'mitigated' && !isWritten(owner))),
        ) ?? -1;
      return unless(open < 0, ['risk', 'hazards', open, 'state']);
    },
  },
  'risk management plan': {
    severity: 'stop',
    who: 'DSL',
    what: 'individual risk management plan saved on the pupil’s record',
    todo: 'Write the plan and record where on the pupil’s record it is kept.',
    missing: ({ record: { risk } }) =>
      unless(isWritten(risk?.recordedIn ?? null), risk === null ? ['risk'] : ['risk', 'recordedIn']),
  },
  'safety off site': {
    severity: 'act this week',
    who: 'DSL',
    what: 'account of how the pupil is kept safe and supervised when not in school',
    todo: 'Write who has the pupil, how welfare is monitored, and what changes from day to day.',
    missing: ({ record: { risk } }) =>
      unless(
        isWritten(risk?.supervision ?? null) || isWritten(risk?.welfareOffSite ?? null),
        risk === null ? ['risk'] : ['risk', 'welfareOffSite'],
      ),
  },
  'agreement of responsibility': {
    ...soon,
    what: 'written agreement on who is responsible for the pupil when',
    todo: 'Draw it up with the parent and have it signed.',
    missing: ({ record: { practical } }) =>
      unless(isWritten(practical.responsibility.words) && isWritten(practical.responsibility.signedBy), [
        'practical',
        'responsibility',
      ]),
  },
  'an adult for every session': {
    flag: 'F32',
    severity: 'act today',
    who: 'DSL',
    what: 'adult named for every session in which the pupil is not in school',
    todo: 'Agree in writing who carries out the duty of safeguarding in each of these sessions.',
    missing: (facts) => {
      for (const { weekday, session } of halvesOut(facts))
        if (!hasAdult(facts, weekday, session)) return ['practical', 'supervision', weekday, session];
      return null;
    },
  },
  'signing in and out': {
    ...soon,
    what: 'arrangement for signing in and out',
    todo: 'Say where the pupil signs out and who collects them.',
    missing: ({ record: { practical } }) => unless(isWritten(practical.signInOut), ['practical', 'signInOut']),
  },
  meals: {
    flag: 'F43',
    ...soon,
    what: 'free school meal arranged for the days that end before lunch',
    todo: 'Provide the meal at school or at home and write down how.',
    missing: ({ record: { practical } }) => unless(isWritten(practical.meals.arrangement), ['practical', 'meals']),
  },
  transport: {
    flag: 'F44',
    ...soon,
    what: 'confirmation of transport for these times',
    todo: 'Say whether transport is needed, and confirm it for the times of this version.',
    missing: ({ record: { practical }, version }) => {
      const { needed, confirmedOn, version: confirmedFor } = practical.transport;
      const isConfirmed = confirmedOn !== null && (confirmedFor === null || confirmedFor === version?.version);
      return unless(needed === false || isConfirmed, ['practical', 'transport']);
    },
  },
  'work set': {
    flag: 'F45',
    ...soon,
    what: 'work arranged for the time out of school',
    todo: 'Say what work is set and who sets it, as far as the pupil’s health allows.',
    missing: ({ record: { practical } }) => unless(isWritten(practical.work.arrangement), ['practical', 'work']),
  },
  'work marked': {
    ...soon,
    what: 'member of staff who marks the work and gives feedback',
    todo: 'Name who marks the work.',
    missing: ({ record: { practical } }) =>
      unless(isWritten(practical.work.markedBy), ['practical', 'work', 'markedBy']),
  },
  'medical evidence': {
    flag: 'F15',
    ...soon,
    what: 'evidence from a medical professional for a medical reason',
    todo: 'Ask for a letter or report and record who gave it and when; the parent’s account alone is not enough.',
    missing: ({ record: { reasons } }) => {
      const index = reasons.findIndex(
        ({ reason, evidence }) =>
          reason !== null && medicalReasons.includes(reason) && !evidence.some(({ from }) => isWritten(from)),
      );
      return unless(index < 0, ['reasons', index, 'evidence']);
    },
  },
  'individual healthcare plan': {
    flag: 'F15',
    ...soon,
    what: 'individual healthcare plan with its date',
    todo: 'Write the plan with the school nurse and record its date.',
    missing: ({ record: { groups } }) => unless(groups.healthcarePlanOn !== null, ['groups', 'healthcarePlanOn']),
  },
  chronology: {
    ...soon,
    what: 'chronology',
    todo: 'Write down consultations, meetings, actions and reviews with their dates.',
    missing: ({ record }) => unless(record.chronology.length > 0, ['chronology']),
  },
} as const satisfies Readonly<Record<string, ItemSpec>>;
