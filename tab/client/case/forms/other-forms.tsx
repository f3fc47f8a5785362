import { closureReasonSchema } from '#tab/api/contract.ts';
import { texts } from '../../texts.ts';
import type { FormDefinition } from './definition.ts';
import { type CloseField, type ConsentField, hoursForm, startForm } from './definitions.ts';
import { ChoiceField, DateField, LongField, NumberField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './review-form.tsx';
import { useCaseForm } from './use-case-form.ts';

export interface DefinedFormProps<K extends string> extends FormProps {
  readonly definition: FormDefinition<K>;
}

export function ConsentForm({ definition, school, page }: DefinedFormProps<ConsentField>) {
  const form = useCaseForm(definition, school, page);
  const refusal = definition.action === 'record refusal';
  const words = texts.form;
  return (
    <FormFrame form={form} means={refusal ? words.refusalMeans : words.consentAbout}>
      <DateField form={form} name="on" label={refusal ? words.consentRefusedOn : words.consentSignedOn} />
      <LongField form={form} name="evidence" label={words.evidence} hint={words.evidenceHint} />
    </FormFrame>
  );
}

export function StartForm({ school, page }: FormProps) {
  const form = useCaseForm(startForm, school, page);
  return <FormFrame form={form} means={texts.form.startMeans} />;
}

export function HoursForm({ school, page }: FormProps) {
  const form = useCaseForm(hoursForm, school, page);
  const { hoursInSchool, fullWeekHours } = form.page.row;
  const words = texts.form;
  return (
    <FormFrame form={form} means={words.changeMeans}>
      <LongField form={form} name="times" label={words.times} hint={words.timesHint} />
      <NumberField
        form={form}
        name="hoursInSchool"
        label={texts.caseCard.hours}
        hint={words.hoursHint(hoursInSchool, fullWeekHours)}
      />
      <DateField form={form} name="startsOn" label={texts.caseCard.starts} />
      <DateField form={form} name="endsOn" label={texts.caseCard.ends} />
    </FormFrame>
  );
}

export function EndForm({ definition, school, page }: DefinedFormProps<CloseField>) {
  const form = useCaseForm(definition, school, page);
  const closing = definition.action === 'close';
  const words = texts.form;
  return (
    <FormFrame form={form} means={closing ? words.closeMeans : words.withdrawMeans}>
      <DateField form={form} name="on" label={closing ? words.lastDay : words.withdrawOn} />
      <ChoiceField form={form} name="reason" label={words.reason} options={closureReasonSchema.options} />
    </FormFrame>
  );
}
