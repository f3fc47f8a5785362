import { memo } from 'react';
import { Checklist } from './checklist.tsx';
import { EntryList } from './entry-list.tsx';
import type { DrawnField } from './form-hands.ts';
import { GroupOf } from './group-fields.tsx';
import { LineList } from './line-list.tsx';
import { ChoiceInput, DateInput, NumberInput, TextInput, TimeInput, YesNoInput } from './plain-fields.tsx';
import { Ticks } from './ticks.tsx';
import { WeekDays } from './week-days.tsx';

/** A field of any kind. It is drawn again only when its own value changes: a form may have hundreds of them. */
export const DrawField = memo(function DrawField({ field, ...drawn }: DrawnField) {
  switch (field.kind) {
    case 'text':
      return <TextInput field={field} {...drawn} />;
    case 'number':
      return <NumberInput field={field} {...drawn} />;
    case 'date':
      return <DateInput field={field} {...drawn} />;
    case 'time':
      return <TimeInput field={field} {...drawn} />;
    case 'yes or no':
      return <YesNoInput field={field} {...drawn} />;
    case 'choice':
      return <ChoiceInput field={field} {...drawn} />;
    case 'ticks':
      return <Ticks field={field} {...drawn} />;
    case 'days':
      return <WeekDays field={field} {...drawn} />;
    case 'group':
      return <GroupOf field={field} {...drawn} />;
    case 'checklist':
      return <Checklist field={field} {...drawn} />;
    case 'list':
      return field.item.kind === 'group' ? (
        <EntryList field={field} item={field.item} {...drawn} />
      ) : (
        <LineList field={field} {...drawn} />
      );
  }
});
