import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { fieldId } from '../forms/fields.tsx';
import type { ChecklistField } from './fields-of.ts';
import type { DrawnField } from './form-hands.ts';
import { Fields, Framed } from './group-fields.tsx';
import { at, entriesIn, groupIn } from './values.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  item: {
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: '0',
    padding: `${tokens.spacingVerticalM} 0 0 0`,
    minWidth: '0',
  },
  /** Floated, so that the line above it is the item's own and is not cut by its words. */
  words: {
    ...typographyStyles.body1Strong,
    float: 'left',
    width: '100%',
    padding: '0',
    marginBottom: tokens.spacingVerticalS,
  },
  fields: { clear: 'both' },
});

/** The items of a printed checklist, each to be answered under its own words. */
export function Checklist({ field, path, value }: DrawnField<ChecklistField>) {
  const styles = useStyles();
  const { code, item, options } = field;
  const asked = item.fields.filter(({ name }) => name !== code);
  const wordsOf = (entry: unknown) => options.find((one) => one.value === groupIn(entry)[code])?.words ?? field.title;
  return (
    <Framed path={path} title={field.title} hint={field.hint}>
      <ol className={styles.list}>
        {entriesIn(value).map((entry, index) => (
          // Items come from the document and stay in its order.
          <li key={at(path, index)}>
            <fieldset id={fieldId(at(path, index))} tabIndex={-1} className={styles.item}>
              <legend className={styles.words}>{wordsOf(entry)}</legend>
              <div className={styles.fields}>
                <Fields layout="dense" fields={asked} path={at(path, index)} value={entry} />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
    </Framed>
  );
}
