// The forms of a plan that runs: its reviews, and more time.
import { extendCaseSchema, outcomeSchema, recordReviewSchema } from '#tab/contract/changes.ts';
import { texts } from '../../texts.ts';
import { hoursHint } from '../../texts/forms-plan.ts';
import { reviewWords } from '../../texts/forms-reviews.ts';
import type { CaseFormDefinition, Values } from './definition.ts';

export type ReviewField =
  | 'heldOn'
  | 'outcome'
  | 'hoursAfter'
  | 'times'
  | 'nextReviewOn'
  | 'pupilWords'
  | 'parentWords'
  | 'schoolWords';

const review = texts.forms['record review'];

const isFull = ({ outcome }: Values<ReviewField>): boolean => outcome === 'Back to full time';
const staysPartTime = (values: Values<ReviewField>): boolean => !isFull(values);

export const reviewForm: CaseFormDefinition<ReviewField> = {
  action: 'record review',
  endpoint: 'review',
  words: review,
  schema: recordReviewSchema,
  means: ({ reviewToComplete: held }) => (held ? reviewWords.completes(held.number, held.heldOn) : review.means),
  fields: {
    heldOn: {
      ...review.fields.heldOn,
      kind: 'date',
      first: ({ reviewToComplete, today }) => reviewToComplete?.heldOn ?? today,
    },
    outcome: {
      ...review.fields.outcome,
      kind: 'one of',
      options: outcomeSchema.options,
      hint: ({ row }, values) => (isFull(values) ? reviewWords.full(row.fullWeekHours) : ''),
      brings: (outcome, { row, times }) =>
        outcome === 'Same hours' ? { hoursAfter: String(row.hoursInSchool), times } : {},
    },
    hoursAfter: {
      ...review.fields.hoursAfter,
      kind: 'number',
      hint: ({ row }) => hoursHint(row.hoursInSchool, row.fullWeekHours),
      first: ({ row }) => String(row.hoursInSchool),
      asked: staysPartTime,
    },
    times: { ...review.fields.times, kind: 'words', first: ({ times }) => times, asked: staysPartTime },
    nextReviewOn: {
      ...review.fields.nextReviewOn,
      kind: 'date or none',
      hint: ({ suggestedNextReview }) => suggestedNextReview.words,
      first: ({ suggestedNextReview }) => suggestedNextReview.on,
      asked: staysPartTime,
    },
    pupilWords: { ...review.fields.pupilWords, kind: 'words' },
    parentWords: { ...review.fields.parentWords, kind: 'words' },
    schoolWords: { ...review.fields.schoolWords, kind: 'words' },
  },
  beside: (values, { row }) => (isFull(values) ? { hoursAfter: row.fullWeekHours } : {}),
};

const { extend } = texts.forms;

export type ExtendField = 'to' | 'reason' | 'exceptional' | 'agencies' | 'consultedOn';

export const extendForm: CaseFormDefinition<ExtendField> = {
  action: 'extend',
  endpoint: 'extend',
  words: extend,
  schema: extendCaseSchema,
  fields: {
    to: { ...extend.fields.to, kind: 'date' },
    reason: { ...extend.fields.reason, kind: 'words' },
    exceptional: { ...extend.fields.exceptional, kind: 'words' },
    agencies: { ...extend.fields.agencies, kind: 'lines' },
    consultedOn: { ...extend.fields.consultedOn, kind: 'date or none' },
  },
};
