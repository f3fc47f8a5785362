import {
  changeHoursSchema,
  closeCaseSchema,
  recordConsentSchema,
  recordReviewSchema,
  startCaseSchema,
} from '#tab/api/contract.ts';
import { typedNumber } from '../../words/numbers.ts';
import type { FormDefinition } from './definition.ts';

export type ReviewField =
  | 'heldOn'
  | 'outcome'
  | 'hoursAfter'
  | 'times'
  | 'nextReviewOn'
  | 'pupilWords'
  | 'parentWords'
  | 'schoolWords';

export const backToFullTime = 'Back to full time';

export const reviewForm: FormDefinition<ReviewField> = {
  action: 'record review',
  endpoint: 'review',
  schema: recordReviewSchema,
  initial: (page) => ({
    heldOn: page.reviewToComplete?.heldOn ?? page.today,
    outcome: '',
    hoursAfter: String(page.row.hoursInSchool),
    times: page.times,
    nextReviewOn: page.suggestedNextReview.on,
    pupilWords: '',
    parentWords: '',
    schoolWords: '',
  }),
  read: (values, page) => {
    const full = values.outcome === backToFullTime;
    return {
      ...values,
      hoursAfter: full ? page.row.fullWeekHours : typedNumber(values.hoursAfter),
      nextReviewOn: full || values.nextReviewOn === '' ? null : values.nextReviewOn,
    };
  },
};

export type ConsentField = 'on' | 'evidence';

function consentForm(
  action: 'record consent' | 'record refusal',
  answer: 'signed' | 'refused',
): FormDefinition<ConsentField> {
  return {
    action,
    endpoint: 'consent',
    schema: recordConsentSchema,
    initial: (page) => ({ on: page.today, evidence: '' }),
    read: (values) => ({ ...values, answer }),
  };
}

export const signedForm = consentForm('record consent', 'signed');
export const refusedForm = consentForm('record refusal', 'refused');

export const startForm: FormDefinition<never> = {
  action: 'start',
  endpoint: 'start',
  schema: startCaseSchema,
  initial: () => ({}),
  read: () => ({}),
};

export type HoursField = 'times' | 'hoursInSchool' | 'startsOn' | 'endsOn';

export const hoursForm: FormDefinition<HoursField> = {
  action: 'change hours',
  endpoint: 'hours',
  schema: changeHoursSchema,
  initial: (page) => ({
    times: page.times,
    hoursInSchool: String(page.row.hoursInSchool),
    startsOn: page.startsOn,
    endsOn: page.row.endsOn,
  }),
  read: (values) => ({ ...values, hoursInSchool: typedNumber(values.hoursInSchool) }),
};

export type CloseField = 'on' | 'reason';

function endForm(action: 'close' | 'withdraw'): FormDefinition<CloseField> {
  return {
    action,
    endpoint: 'close',
    schema: closeCaseSchema,
    initial: (page) => ({ on: page.today, reason: '' }),
    read: (values) => values,
  };
}

export const closeForm = endForm('close');
export const withdrawForm = endForm('withdraw');
