import type { CaseAction } from '../route.ts';
import { dateWords } from '../words/dates.ts';
import { numberWords } from '../words/numbers.ts';

export interface FormTexts {
  readonly title: string;
  readonly submit: string;
  readonly saved: string;
  /** What to say at a field whose value does not fit. */
  readonly problems: Readonly<Record<string, string>>;
}

const askHours = 'Enter the hours a week as a number from 0 to 60, for example 12.5.';
const tooLong = (most: string) => `This is too long. Shorten it to ${most} characters.`;
const longWords = tooLong('4,000');

const closeProblems = { on: 'Enter the last day.', reason: 'Choose why it ends.' };
const consentProblems = { on: 'Enter the day of the parent’s answer.', evidence: tooLong('1,000') };

export const forms: Record<CaseAction, FormTexts> = {
  'record review': {
    title: 'Record a review',
    submit: 'Save the review',
    saved: 'Saved: the review is recorded.',
    problems: {
      heldOn: 'Enter the day the review was held.',
      outcome: 'Choose what was decided.',
      hoursAfter: askHours,
      times: tooLong('500'),
      nextReviewOn: 'Enter the day of the next review.',
      parentWords: longWords,
      pupilWords: longWords,
      schoolWords: longWords,
    },
  },
  'record consent': {
    title: 'Mark consent signed',
    submit: 'Save: consent signed',
    saved: 'Saved: the parent’s consent is signed.',
    problems: consentProblems,
  },
  'record refusal': {
    title: 'Mark consent refused',
    submit: 'Save: consent refused',
    saved: 'Saved: the parent does not agree.',
    problems: consentProblems,
  },
  start: {
    title: 'Sign off and start',
    submit: 'Sign off and start',
    saved: 'Saved: the part-time timetable is signed off and has started.',
    problems: {},
  },
  'change hours': {
    title: 'Change times or dates',
    submit: 'Save the new times and dates',
    saved: 'Saved: the times and dates are changed.',
    problems: {
      times: 'Say when the pupil is expected in school, for example “Mon to Fri 9:00 to 11:00”.',
      hoursInSchool: askHours,
      startsOn: 'Enter the first day.',
      endsOn: 'Enter the last day.',
    },
  },
  close: {
    title: 'Close the case',
    submit: 'Close the case',
    saved: 'Saved: the case is closed.',
    problems: closeProblems,
  },
  withdraw: {
    title: 'Withdraw before it starts',
    submit: 'Withdraw the case',
    saved: 'Saved: the case is withdrawn.',
    problems: closeProblems,
  },
};

export const form = {
  cancel: 'Back without saving',
  keepsDraft: 'What you type is kept in this browser tab until you save it.',
  restored: 'We kept what you typed here earlier and have not saved it yet.',
  startAgain: 'Clear it and start again',
  summaryTitle: 'There is a problem',
  errorPrefix: 'Error: ',
  cannot: 'This cannot be done now',
  notOffered: 'As the case stands, there is no such step.',
  saving: 'Saving…',
  retrying: 'The connection broke. Trying again; what you typed is kept.',
  failedTitle: 'Not saved yet',
  failedKept: 'What you typed is kept. Press the button again when you are ready.',
  changedTitle: 'Somebody changed this case while you were typing',
  changedNext: 'What you typed is kept. If it still holds, press the button again.',
  changedNothing: 'What you see here is the same as before.',
  changedTo: (what: string, before: string, after: string) => `${what}: ${before} is now ${after}`,
  changedEvent: (on: string, words: string, by: string) => `${dateWords(on)}, ${by}: ${words}`,
  now: 'As it is now',
  dates: 'Dates',
  fromTo: (from: string, to: string) => `${dateWords(from)} to ${dateWords(to)}`,
  backToCase: 'Back to the case',
  none: 'none',
  completes: (number: number, heldOn: string) =>
    `Review ${numberWords(number)} was recorded as held on ${dateWords(heldOn)}. Add here what was decided and said.`,
  reviewMeans: 'A review looks with the pupil and the parent at how it goes, and at the next step back to a full week.',
  outcome: 'What was decided',
  outcomeFull: (hours: number) =>
    `The pupil is back to the full week of ${numberWords(hours)} hours. No further review is planned.`,
  heldOn: 'Held on',
  hoursAfter: 'Hours a week in school from now on',
  hoursHint: (now: number, full: number) => `Now ${numberWords(now)}; the full week has ${numberWords(full)}.`,
  times: 'Times in school',
  timesHint: 'Days and times, for example “Mon to Fri 9:00 to 11:00”. New times need the parent’s agreement.',
  nextReviewOn: 'Next review on',
  parentWords: 'What the parent said',
  pupilWords: 'What the pupil said',
  schoolWords: 'What the school said',
  wordsHint: 'In their own words as far as you can.',
  consentSignedOn: 'Signed on',
  consentRefusedOn: 'Refused on',
  evidence: 'How it was given, and where the paper is',
  evidenceHint: 'For example “signed copy in the pupil’s file”.',
  consentAbout: 'The parent answers to these times and dates',
  refusalMeans: 'Without the parent’s agreement there is no part-time timetable: the pupil attends full time.',
  startMeans:
    'With this you, as headteacher, sign off these times and dates. The part-time timetable becomes active, and the local authority is told.',
  changeMeans: 'Changed times or dates are a new version, to which the parent has to agree again.',
  lastDay: 'Last day of the part-time timetable',
  withdrawOn: 'Withdrawn on',
  reason: 'Why it ends',
  withdrawMeans: 'The part-time timetable does not start. The record stays.',
  closeMeans: 'The local authority is told. The record stays.',
} as const;
