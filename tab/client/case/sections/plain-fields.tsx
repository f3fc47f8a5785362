// The fields that hold one answer. Each says its own problem, and can be found by its place.
import { Field, Input, makeStyles, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '#tab/contract/answers.ts';
import { texts } from '../../texts.ts';
import { fieldId } from '../forms/fields.tsx';
import type { ChoiceField, MomentField, NumberField, TextField, YesNoField } from './fields-of.ts';
import { type DrawnField, useFormHands } from './form-hands.ts';
import { typedTime } from './typed-time.ts';
import { textIn } from './values.ts';

const useStyles = makeStyles({
  // A browser gives a field the width of twenty letters; here the place it has decides.
  fit: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: '0' },
  long: { gridTemplateColumns: 'minmax(0, 1fr)', gridColumn: '1 / -1', maxWidth: '45rem' },
  short: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: '0', maxWidth: '20rem' },
  filling: { width: '100%' },
  brief: { width: '100%', maxWidth: '10rem' },
  area: { fieldSizing: 'content', minHeight: '3.5rem', maxHeight: '60vh' },
  line: { fieldSizing: 'content', minHeight: '2rem', maxHeight: '60vh' },
  radios: { flexWrap: 'wrap' },
});

export const problemAt = (problems: readonly Problem[], path: string): string | undefined =>
  problems.find((one) => one.field === path)?.words;

/** What stands around a control and what it needs itself, the same for all kinds. */
function useControl({ field, path, label }: DrawnField) {
  const { set, problems, disabled } = useFormHands();
  const problem = problemAt(problems, path);
  return {
    around: {
      ...(label === undefined ? { label: field.title } : {}),
      ...(field.hint === '' || label !== undefined ? {} : { hint: field.hint }),
      ...(problem === undefined ? {} : { validationMessage: problem }),
      required: field.required,
    },
    control: { id: fieldId(path), disabled, ...(label === undefined ? {} : { 'aria-label': label }) },
    set: (value: unknown) => set(path, value),
  };
}

/** A line, or as many as the words need. What has line breaks already keeps them. */
export function TextInput(props: DrawnField<TextField>) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  const { room } = props.field;
  const value = textIn(props.value);
  const [grows] = useState(room !== 'line' || value.includes('\n') || value.length > 60);
  if (grows) {
    return (
      <Field {...around} className={room === 'wide' ? styles.long : styles.fit}>
        <Textarea
          {...control}
          resize="vertical"
          textarea={{ className: room === 'wide' ? styles.area : styles.line, rows: 1 }}
          value={value}
          onChange={(_event, data) => set(data.value)}
        />
      </Field>
    );
  }
  return (
    <Field {...around} className={styles.short}>
      <Input
        {...control}
        className={styles.filling}
        autoComplete="off"
        value={value}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  );
}

export function NumberInput(props: DrawnField<NumberField>) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  const { value } = props;
  return (
    <Field {...around} className={styles.short}>
      <Input
        {...control}
        className={styles.brief}
        inputMode={props.field.whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={typeof value === 'number' ? String(value) : textIn(value)}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  );
}

export function DateInput(props: DrawnField<MomentField>) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  return (
    <Field {...around} className={styles.short}>
      <Input
        {...control}
        className={styles.brief}
        type="date"
        max="2999-12-31"
        value={textIn(props.value)}
        onChange={(_event, data) => set(data.value === '' ? null : data.value)}
      />
    </Field>
  );
}

export interface TimeInputProps extends DrawnField<MomentField> {
  /** The element that says what is wrong, where there is no room for it below the field. */
  readonly saidBy?: string;
}

/** Typed rather than picked: “9” or “0915” are quicker than a clock, and are put in order when the field is left. */
export function TimeInput({ saidBy, ...props }: TimeInputProps) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  const value = textIn(props.value);
  const tidy = () => {
    const time = typedTime(value);
    if (time !== null && time !== value) set(time);
  };
  const elsewhere = around.validationMessage !== undefined && saidBy !== undefined;
  return (
    <Field
      {...around}
      {...(elsewhere ? { validationMessage: null, validationState: 'error' } : {})}
      className={styles.short}
    >
      <Input
        {...control}
        {...(elsewhere ? { 'aria-describedby': saidBy } : {})}
        className={styles.brief}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(_event, data) => set(data.value === '' ? null : data.value)}
        onBlur={tidy}
      />
    </Field>
  );
}

export function ChoiceInput(props: DrawnField<ChoiceField>) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  return (
    <Field {...around} className={styles.short}>
      <Select
        {...control}
        value={textIn(props.value)}
        onChange={(_event, data) => set(data.value === '' ? null : data.value)}
      >
        <option value="">{props.field.required ? texts.sections.choose : texts.sections.notAnswered}</option>
        {props.field.options.map(({ value, words }) => (
          <option key={value} value={value}>
            {texts.sections.optionWords(words)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const answers: Readonly<Record<string, boolean | null>> = { yes: true, no: false, blank: null };

export function YesNoInput(props: DrawnField<YesNoField>) {
  const styles = useStyles();
  const { around, control, set } = useControl(props);
  const { value } = props;
  const chosen = value === true ? 'yes' : value === false ? 'no' : 'blank';
  return (
    <Field {...around}>
      <RadioGroup
        {...control}
        layout="horizontal"
        className={styles.radios}
        value={chosen}
        onChange={(_event, data) => set(answers[data.value])}
      >
        <Radio value="yes" label={texts.sections.yesNo.yes} />
        <Radio value="no" label={texts.sections.yesNo.no} />
        <Radio value="blank" label={texts.sections.notAnswered} />
      </RadioGroup>
    </Field>
  );
}
