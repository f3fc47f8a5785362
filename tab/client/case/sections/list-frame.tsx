import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import type { ListField } from './fields-of.ts';
import { useFormHands } from './form-hands.ts';
import { Framed } from './group-fields.tsx';
import { TakenOut } from './taken-out.tsx';
import type { Entries } from './use-entries.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  below: { marginTop: tokens.spacingVerticalS, display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalS },
});

export interface ListFrameProps {
  readonly field: ListField;
  readonly path: string;
  readonly list: Entries;
  /** What the button says that adds an entry. */
  readonly addWords: string;
  readonly children: ReactNode;
}

/** What lists have in common: a name, the entries, a way back for the one taken out, and a button that adds one. */
export function ListFrame({ field, path, list, addWords, children }: ListFrameProps) {
  const styles = useStyles();
  const { disabled } = useFormHands();
  const { entries, rows, add, putBack } = list;
  return (
    <Framed path={path} title={field.title} hint={field.hint}>
      {entries.length > 0 && <ol className={styles.list}>{children}</ol>}
      {entries.length === 0 && disabled && <p>{texts.sections.noEntries}</p>}
      {!disabled && (
        <div className={styles.below}>
          {rows.taken !== null && (
            <TakenOut
              key={rows.taken.count}
              words={texts.sections.entryTakenOut(field.title, rows.taken.index + 1)}
              onBack={putBack}
            />
          )}
          <Button aria-label={`${addWords}: ${field.title}`} onClick={add}>
            {addWords}
          </Button>
        </div>
      )}
    </Framed>
  );
}
