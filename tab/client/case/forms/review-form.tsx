import { type CasePage, outcomeSchema } from '#tab/api/contract.ts';
import { texts } from '../../texts.ts';
import { backToFullTime, reviewForm } from './definitions.ts';
import { ChoiceField, DateField, LongField, NumberField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import { useCaseForm } from './use-case-form.ts';

export interface FormProps {
  readonly school: string;
  readonly page: CasePage;
}

export function ReviewForm({ school, page }: FormProps) {
  const form = useCaseForm(reviewForm, school, page);
  const { reviewToComplete, row, suggestedNextReview, times } = form.page;
  const words = texts.form;

  const chooseOutcome = (outcome: string) => {
    const asNow = outcome === 'Same hours' ? { hoursAfter: String(row.hoursInSchool), times } : {};
    form.set({ outcome, ...asNow });
  };

  return (
    <FormFrame
      form={form}
      means={reviewToComplete ? words.completes(reviewToComplete.number, reviewToComplete.heldOn) : words.reviewMeans}
    >
      <DateField form={form} name="heldOn" label={words.heldOn} />
      <ChoiceField
        form={form}
        name="outcome"
        label={words.outcome}
        options={outcomeSchema.options}
        onChoice={chooseOutcome}
      />
      {form.values.outcome === backToFullTime ? (
        <p>{words.outcomeFull(row.fullWeekHours)}</p>
      ) : (
        <>
          <NumberField
            form={form}
            name="hoursAfter"
            label={words.hoursAfter}
            hint={words.hoursHint(row.hoursInSchool, row.fullWeekHours)}
          />
          <LongField form={form} name="times" label={words.times} hint={words.timesHint} />
          <DateField form={form} name="nextReviewOn" label={words.nextReviewOn} hint={suggestedNextReview.words} />
        </>
      )}
      <LongField form={form} name="pupilWords" label={words.pupilWords} hint={words.wordsHint} />
      <LongField form={form} name="parentWords" label={words.parentWords} hint={words.wordsHint} />
      <LongField form={form} name="schoolWords" label={words.schoolWords} />
    </FormFrame>
  );
}
