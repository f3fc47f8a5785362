import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { fieldId } from '../forms/fields.tsx';
import type { GroupField } from './fields-of.ts';
import type { DrawnField } from './form-hands.ts';
import { Fields } from './group-fields.tsx';
import { summaryOf } from './summary.ts';

const useStyles = makeStyles({
  entry: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  summary: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  number: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  inside: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media (max-width: 479px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export interface EntryProps extends DrawnField<GroupField> {
  /** “Hazards 2”. */
  readonly name: string;
  readonly number: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** What can be done with it as a whole. */
  readonly children: ReactNode;
}

/** One entry of a list under its number and its first words. Closed it draws no fields: a list may have hundreds. */
export function Entry({ field, path, value, name, number, open, onOpen, children }: EntryProps) {
  const styles = useStyles();
  const words = summaryOf(field, value);
  return (
    <li>
      <details
        id={fieldId(path)}
        className={styles.entry}
        open={open}
        onToggle={(event) => {
          // An entry within this one tells of itself here too.
          if (event.target === event.currentTarget && event.currentTarget.open !== open) {
            onOpen(event.currentTarget.open);
          }
        }}
      >
        <summary className={styles.summary}>
          <span className={styles.number}>{number}. </span>
          <span className={words === '' ? styles.quiet : undefined}>{words === '' ? texts.sections.blank : words}</span>
        </summary>
        {open && (
          <div role="group" aria-label={name} className={styles.inside}>
            <Fields fields={field.fields} path={path} value={value} />
            <div className={styles.buttons}>{children}</div>
          </div>
        )}
      </details>
    </li>
  );
}
