import { Checkbox } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import type { TicksField } from './fields-of.ts';
import { type DrawnField, useFormHands } from './form-hands.ts';
import { Framed } from './group-fields.tsx';
import { entriesIn } from './values.ts';

/** Several of a few words, to be ticked. Not inside Fluent’s Field: that would give all of them one id and one label. */
export function Ticks({ field, path, value }: DrawnField<TicksField>) {
  const { set, disabled } = useFormHands();
  const ticked = entriesIn(value);
  const { options } = field;
  const tick = (one: string, on: boolean) =>
    set(
      path,
      options.map((option) => option.value).filter((each) => (each === one ? on : ticked.includes(each))),
    );
  return (
    <Framed path={path} title={field.title} hint={field.hint}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          disabled={disabled}
          label={texts.sections.optionWords(option.words)}
          checked={ticked.includes(option.value)}
          onChange={(_event, data) => tick(option.value, data.checked === true)}
        />
      ))}
    </Framed>
  );
}
