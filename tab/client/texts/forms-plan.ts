// The forms in which a plan is made, agreed and signed off.
import { numberWords } from '../words/numbers.ts';
import { askHours, tooLong } from './form-words.ts';

const consentFields = (on: string) => ({
  on: { label: on, problem: 'Enter the day of the parent’s answer.' },
  evidence: {
    label: 'How it was given, and where the paper is',
    hint: 'For example “signed copy in the pupil’s file”.',
    problem: tooLong('1,000'),
  },
});

const signOffFields = {
  exceptional: {
    label: 'What makes this pupil’s circumstances exceptional?',
    hint: 'A part-time timetable is for exceptional circumstances only: regulation 11(6)(b).',
    problem: tooLong('2,000'),
    needed: 'Write what makes this pupil’s circumstances exceptional.',
  },
  despiteExclusionRisk: {
    label: 'Why is it right although the pupil is at risk of exclusion?',
    hint: '“At risk of exclusion” is among the reasons of this case, and the authorities differ on whether it is one.',
    problem: tooLong('2,000'),
    needed: 'Write why a part-time timetable is right for this pupil although they are at risk of exclusion.',
  },
};

export const planForms = {
  'begin preparing': {
    title: 'Begin preparing the plan',
    submit: 'Begin preparing',
    saved: 'Saved: the plan is being prepared.',
    means:
      'So far this is only considered. From now on it is a plan: the parent is to be asked to agree to these times and dates, and the local authority is to be told. It starts when the parent has signed and the headteacher has signed it off.',
    fields: {},
  },
  'record consent': {
    title: 'Mark consent signed',
    submit: 'Save: consent signed',
    saved: 'Saved: the parent’s consent is signed.',
    means: 'The parent answers to the times and dates above.',
    fields: consentFields('Signed on'),
  },
  'record refusal': {
    title: 'Mark consent refused or withdrawn',
    submit: 'Save: the parent does not agree',
    saved: 'Saved: the parent does not agree.',
    means: 'Without the parent’s agreement there is no part-time timetable: the pupil attends full time.',
    fields: consentFields('Refused or withdrawn on'),
  },
  start: {
    title: 'Sign off and start',
    submit: 'Sign off and start',
    saved: 'Saved: the part-time timetable is signed off and has started.',
    means:
      'With this you, as headteacher, sign off these times and dates. The part-time timetable becomes active, and the local authority is told.',
    fields: signOffFields,
  },
  'sign off': {
    title: 'Sign off the new times',
    submit: 'Sign off the new times',
    saved: 'Saved: the new times are signed off.',
    means:
      'The times or dates have changed since the last sign-off, and the parent has agreed to the new ones. With this you, as headteacher, sign off the new times and dates.',
    fields: signOffFields,
  },
  'change hours': {
    title: 'Change times or dates',
    submit: 'Save the new times and dates',
    saved: 'Saved: the times and dates are changed.',
    means: 'Changed times or dates are a new version, to which the parent has to agree again.',
    fields: {
      times: {
        label: 'Times in school',
        hint: 'Days and times, for example “Mon to Fri 9:00 to 11:00”. New times need the parent’s agreement.',
        problem: 'Say when the pupil is expected in school, for example “Mon to Fri 9:00 to 11:00”.',
      },
      hoursInSchool: { label: 'Hours a week', problem: askHours },
      startsOn: { label: 'First day', problem: 'Enter the first day.' },
      endsOn: { label: 'Last day', problem: 'Enter the last day.' },
    },
  },
} as const;

/** For a case that is only being considered. */
export const changeConsidered = 'The case stays one that is being considered: nobody is asked or told of these times.';

export const hoursHint = (now: number, full: number): string =>
  `Now ${numberWords(now)}; the full week has ${numberWords(full)}.`;
