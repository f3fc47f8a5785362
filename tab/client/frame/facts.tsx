import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 10rem), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    margin: '0',
  },
  dense: { gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 8rem), 1fr))' },
  term: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.body1, margin: '0', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

export interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Closer together, for small cards. */
  readonly dense?: boolean;
}

/** Names and their values, side by side where there is room. */
export function Facts({ facts, dense = false }: FactsProps) {
  const styles = useStyles();
  return (
    <dl className={mergeClasses(styles.list, dense && styles.dense)}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.term}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
