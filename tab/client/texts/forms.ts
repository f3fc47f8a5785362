// What all forms of a case say. What one form alone says is in forms-*.ts.
import type { CaseAction } from '../route.ts';
import { dateWords } from '../words/dates.ts';
import { endingForms } from './forms-endings.ts';
import { planForms } from './forms-plan.ts';
import { reviewForms } from './forms-reviews.ts';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string;
  /** Said where what was typed does not fit. */
  readonly problem?: string;
  /** Said where it is left blank and may not be. */
  readonly needed?: string;
}

export interface FormTexts {
  readonly title: string;
  readonly submit: string;
  readonly saved: string;
  /** What saving it brings with it. */
  readonly means: string;
  readonly fields: Readonly<Record<string, FieldTexts>>;
}

export const forms = { ...planForms, ...reviewForms, ...endingForms } satisfies Record<CaseAction, FormTexts>;

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
  signedOffNow: 'What you sign off',
  dates: 'Dates',
  fromTo: (from: string, to: string) => `${dateWords(from)} to ${dateWords(to)}`,
  parentAnswer: 'Agreed by the parent',
  backToCase: 'Back to the case',
  none: 'none',
  choose: 'Choose',
} as const;
