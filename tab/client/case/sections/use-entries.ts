import { copyOf, newEntry } from './entries.ts';
import type { ListField } from './fields-of.ts';
import { type DrawnField, focusPlace, useFormHands } from './form-hands.ts';
import { useAfterDrawing } from './use-after-drawing.ts';
import { type Rows, useRows } from './use-rows.ts';
import { at, entriesIn } from './values.ts';

export interface Entries {
  readonly entries: readonly unknown[];
  readonly rows: Rows;
  readonly add: () => void;
  readonly copy: (index: number) => void;
  readonly takeOut: (index: number) => void;
  /** Brings back what was taken out last. */
  readonly putBack: () => void;
}

/** What can be done to the entries of a list. The focus goes to where the next words belong. */
export function useEntries({ field, path, value }: DrawnField<ListField>, open: (count: number) => boolean): Entries {
  const { set } = useFormHands();
  const entries = entriesIn(value);
  const rows = useRows(entries.length, open(entries.length));
  const afterDrawing = useAfterDrawing();
  const { item } = field;
  const first = item.kind === 'group' ? item.fields[0]?.name : undefined;
  const insert = (index: number, entry: unknown) => {
    rows.insert(index);
    set(path, entries.toSpliced(index, 0, entry));
    const place = at(path, index);
    afterDrawing(() => focusPlace(first === undefined ? place : at(place, first)));
  };
  return {
    entries,
    rows,
    add: () => insert(entries.length, newEntry(item, entries)),
    copy: (index) => {
      const copy = copyOf(item, entries, index);
      insert(copy.index, copy.entry);
    },
    takeOut: (index) => {
      rows.takeOut(index, entries[index]);
      set(path, entries.toSpliced(index, 1));
    },
    putBack: () => {
      if (rows.taken !== null) insert(Math.min(rows.taken.index, entries.length), rows.taken.entry);
    },
  };
}
