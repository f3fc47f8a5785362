// The forms of a plan that runs: its reviews, and more time.
import { dateWords } from '../words/dates.ts';
import { numberWords } from '../words/numbers.ts';
import { askHours, tooLong } from './form-words.ts';

const said = (label: string) => ({
  label,
  hint: 'In their own words as far as you can.',
  problem: tooLong('4,000'),
});

export const reviewForms = {
  'record review': {
    title: 'Record a review',
    submit: 'Save the review',
    saved: 'Saved: the review is recorded.',
    means: 'A review looks with the pupil and the parent at how it goes, and at the next step back to a full week.',
    fields: {
      heldOn: { label: 'Held on', problem: 'Enter the day the review was held.' },
      outcome: { label: 'What was decided', problem: 'Choose what was decided.' },
      hoursAfter: { label: 'Hours a week in school from now on', problem: askHours },
      times: {
        label: 'Times in school',
        hint: 'Days and times, for example “Mon to Fri 9:00 to 11:00”. New times need the parent’s agreement.',
        problem: tooLong('500'),
      },
      nextReviewOn: { label: 'Next review on', problem: 'Enter the day of the next review.' },
      pupilWords: said('What the pupil said'),
      parentWords: said('What the parent said'),
      schoolWords: { label: 'What the school said', problem: tooLong('4,000') },
    },
  },
  extend: {
    title: 'Extend the plan',
    submit: 'Save the new last day',
    saved: 'Saved: the plan is extended, and the parent is to be asked again.',
    means:
      'More time is for exceptional circumstances, and is decided in a review. The later last day is a new version, to which the parent has to agree; the headteacher signs it off again.',
    fields: {
      to: { label: 'New last day', problem: 'Enter the new last day.' },
      reason: {
        label: 'Why is more time needed, and what will be different?',
        problem: tooLong('2,000'),
        needed: 'Write why more time is needed and what will be different.',
      },
      exceptional: { label: 'What makes it exceptional?', problem: tooLong('2,000') },
      agencies: {
        label: 'Which agencies were consulted?',
        hint: 'One a line, for example “CAMHS”.',
        problem: 'Write at most 20 agencies, one a line, each in at most 200 characters.',
      },
      consultedOn: { label: 'Consulted on', problem: 'Enter the day of the consultation, or leave it blank.' },
    },
  },
} as const;

export const reviewWords = {
  completes: (number: number, heldOn: string) =>
    `Review ${numberWords(number)} was recorded as held on ${dateWords(heldOn)}. Add here what was decided and said.`,
  full: (hours: number) =>
    `The pupil is back to the full week of ${numberWords(hours)} hours. No further review is planned.`,
} as const;
