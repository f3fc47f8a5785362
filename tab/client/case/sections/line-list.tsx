import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../../texts.ts';
import type { ListField } from './fields-of.ts';
import { type DrawnField, useFormHands } from './form-hands.ts';
import { ListFrame } from './list-frame.tsx';
import { useEntries } from './use-entries.ts';
import { at } from './values.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 45rem) max-content',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
});

/** A list of single answers, one to a line. Lines left blank are not saved. */
export function LineList(drawn: DrawnField<ListField>) {
  const styles = useStyles();
  const { field, path } = drawn;
  const { disabled, Draw } = useFormHands();
  const list = useEntries(drawn, () => true);
  const words = texts.sections;
  return (
    <ListFrame field={field} path={path} list={list} addWords={words.addLine}>
      {list.entries.map((entry, index) => (
        <li key={list.rows.keys[index]} className={styles.line}>
          <Draw field={field.item} path={at(path, index)} value={entry} label={words.entry(field.title, index + 1)} />
          {!disabled && (
            <Button aria-label={words.takeOutLine(field.title, index + 1)} onClick={() => list.takeOut(index)}>
              {words.takeOut}
            </Button>
          )}
        </li>
      ))}
    </ListFrame>
  );
}
