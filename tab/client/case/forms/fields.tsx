// The kinds of field that forms of a case are made of. Each says its own problem, and can be found by the error summary.
import { Field, Input, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { CaseForm } from './use-case-form.ts';

const useStyles = makeStyles({
  short: { maxWidth: '12rem' },
  long: { maxWidth: '40rem' },
  /** Wide enough for a thumb and for text at twice its size. */
  area: { minHeight: '6rem' },
});

export const fieldId = (name: string): string => `field-${name}`;

/** Puts the focus into a field; into the first of its choices where it has several. */
export function focusField(name: string): void {
  const field = document.getElementById(fieldId(name));
  const target = field?.matches('input, textarea') ? field : field?.querySelector<HTMLElement>('input, textarea');
  target?.focus();
}

export interface FieldProps<K extends string> {
  readonly form: CaseForm<K>;
  readonly name: K;
  readonly label: string;
  readonly hint?: string;
}

function useField<K extends string>({ form, name, label, hint }: FieldProps<K>) {
  const set = (value: string) => {
    const changes: Partial<Record<K, string>> = {};
    changes[name] = value;
    form.set(changes);
  };
  const problem = form.problemOf(name);
  const around = { label, hint, ...(problem === undefined ? {} : { validationMessage: problem }) };
  return { around, id: fieldId(name), value: form.values[name], set };
}

export function DateField<K extends string>(props: FieldProps<K>) {
  const styles = useStyles();
  const { around, id, value, set } = useField(props);
  return (
    <Field {...around}>
      <Input className={styles.short} id={id} type="date" value={value} onChange={(_event, data) => set(data.value)} />
    </Field>
  );
}

export function NumberField<K extends string>(props: FieldProps<K>) {
  const styles = useStyles();
  const { around, id, value, set } = useField(props);
  return (
    <Field {...around}>
      <Input
        className={styles.short}
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  );
}

export function LongField<K extends string>(props: FieldProps<K>) {
  const styles = useStyles();
  const { around, id, value, set } = useField(props);
  return (
    <Field {...around} className={styles.long}>
      <Textarea
        id={id}
        resize="vertical"
        textarea={{ className: styles.area }}
        value={value}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  );
}

export interface ChoiceFieldProps<K extends string> extends FieldProps<K> {
  readonly options: readonly string[];
  /** Called after the choice, for fields that follow from it. */
  readonly onChoice?: (value: string) => void;
}

export function ChoiceField<K extends string>({ options, onChoice, ...props }: ChoiceFieldProps<K>) {
  const { around, id, value, set } = useField(props);
  return (
    <Field {...around}>
      <RadioGroup id={id} value={value} onChange={(_event, data) => (onChoice ?? set)(data.value)}>
        {options.map((option) => (
          <Radio key={option} value={option} label={option} />
        ))}
      </RadioGroup>
    </Field>
  );
}
