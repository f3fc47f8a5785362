import { Button } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import { holdsWeeks } from './entries.ts';
import { Entry } from './entry.tsx';
import type { GroupField, ListField } from './fields-of.ts';
import { type DrawnField, hasProblemIn, useFormHands } from './form-hands.ts';
import { ListFrame } from './list-frame.tsx';
import { useEntries } from './use-entries.ts';
import { at } from './values.ts';

/** A few stand open; of many one opens the one that is wanted. */
const standOpen = (count: number): boolean => count <= 2;

/** A list whose entries have several fields: each opens on its own, and can be copied and taken out. */
export function EntryList({ item, ...drawn }: DrawnField<ListField> & { readonly item: GroupField }) {
  const { field, path } = drawn;
  const { problems, disabled } = useFormHands();
  const list = useEntries(drawn, standOpen);
  const { rows } = list;
  const words = texts.sections;
  const weeks = holdsWeeks(field);
  return (
    <ListFrame field={field} path={path} list={list} addWords={weeks ? words.addWeek : words.add}>
      {list.entries.map((entry, index) => (
        <Entry
          key={rows.keys[index]}
          field={item}
          path={at(path, index)}
          value={entry}
          name={words.entry(field.title, index + 1)}
          number={index + 1}
          open={rows.isOpen(index) || hasProblemIn(problems, at(path, index))}
          onOpen={(open) => rows.setOpen(index, open)}
        >
          {!disabled && (
            <>
              <Button size="small" onClick={() => list.copy(index)}>
                {weeks ? words.copyWeek : words.copy}
              </Button>
              <Button size="small" onClick={() => list.takeOut(index)}>
                {words.takeOut}
              </Button>
            </>
          )}
        </Entry>
      ))}
    </ListFrame>
  );
}
