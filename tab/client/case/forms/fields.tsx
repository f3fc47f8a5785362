// The kinds of field that forms are made of. Each says its own problem, and can be found by the error summary.
import {
  Checkbox,
  Field,
  FieldContextProvider,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { fieldNames, type FormField, isAsked, linesOf } from './definition.ts';
import type { Form } from './use-form.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  short: { maxWidth: '12rem' },
  long: { maxWidth: '40rem' },
  /** Wide enough for a thumb and for text at twice its size. */
  area: { minHeight: '6rem' },
  choices: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
});

export const fieldId = (name: string): string => `field-${name}`;

/** Puts the focus into a field; into the first of its choices where it has several. */
export function focusField(name: string): void {
  const field = document.getElementById(fieldId(name));
  const typed = 'input, textarea, select';
  const target = field?.matches(typed) ? field : field?.querySelector<HTMLElement>(typed);
  target?.focus();
}

/** All fields that are asked as things stand, in their order. */
export function FormFields<K extends string, About>({ form }: { readonly form: Form<K, About> }) {
  const styles = useStyles();
  const { definition, values, about } = form;
  const asked = fieldNames(definition).filter((name) => isAsked(definition, name, values, about));
  if (asked.length === 0) return null;
  return (
    <div className={styles.form}>
      {asked.map((name) => (
        <OneField key={name} form={form} name={name} />
      ))}
    </div>
  );
}

interface OneFieldProps<K extends string, About> {
  readonly form: Form<K, About>;
  readonly name: K;
}

function OneField<K extends string, About>({ form, name }: OneFieldProps<K, About>) {
  const styles = useStyles();
  const { about, values } = form;
  const field: FormField<K, About> = form.definition.fields[name];
  const hint = typeof field.hint === 'function' ? field.hint(about, values) : field.hint;
  const problem = form.problemOf(name);
  const around = { label: field.label, hint, ...(problem === undefined ? {} : { validationMessage: problem }) };
  const id = fieldId(name);
  const value = values[name];
  const set = (typed: string, others: Partial<Record<K, string>> = {}) => {
    const changes: Partial<Record<K, string>> = { ...others };
    changes[name] = typed;
    form.set(changes);
  };

  switch (field.kind) {
    case 'date':
    case 'date or none':
      return (
        <Field {...around}>
          <Input
            className={styles.short}
            id={id}
            type="date"
            value={value}
            onChange={(_event, data) => set(data.value)}
          />
        </Field>
      );
    case 'number':
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
    case 'line':
      return (
        <Field {...around} className={styles.long}>
          <Input id={id} autoComplete="off" value={value} onChange={(_event, data) => set(data.value)} />
        </Field>
      );
    case 'words':
    case 'lines':
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
    case 'one of':
      return (
        <Field {...around}>
          <RadioGroup
            id={id}
            value={value}
            onChange={(_event, data) => set(data.value, field.brings?.(data.value, about))}
          >
            {field.options.map((option) => (
              <Radio key={option} value={option} label={option} />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'one of many':
      return (
        <Field {...around}>
          <Select className={styles.short} id={id} value={value} onChange={(_event, data) => set(data.value)}>
            <option value="">{texts.form.choose}</option>
            {field.options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Select>
        </Field>
      );
    case 'some of':
      return (
        <Field {...around}>
          {(group) => (
            <div {...group} id={id} role="group" className={styles.choices}>
              {/* Else each box would take the field's own id and label for its own. */}
              <FieldContextProvider value={undefined}>
                {field.options.map((option) => (
                  <Checkbox
                    key={option}
                    label={option}
                    checked={linesOf(value).includes(option)}
                    onChange={(_event, { checked }) => set(withChoice(field.options, value, option, checked === true))}
                  />
                ))}
              </FieldContextProvider>
            </div>
          )}
        </Field>
      );
  }
}

/** The choices in the order in which they are offered. */
function withChoice(options: readonly string[], value: string, changed: string, chosen: boolean): string {
  const before = linesOf(value);
  return options.filter((one) => (one === changed ? chosen : before.includes(one))).join('\n');
}
