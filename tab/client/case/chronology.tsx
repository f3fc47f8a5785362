import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  one: {
    display: 'grid',
    gridTemplateColumns: '9.5rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  warning: { marginBottom: tokens.spacingVerticalM },
  when: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
});

export interface ChronologyProps {
  readonly entries: CasePage['chronology'];
  readonly whole: boolean;
}

/** What happened, the newest first. Says so when an entry is missing or was altered. */
export function Chronology({ entries, whole }: ChronologyProps) {
  const styles = useStyles();
  const newestFirst = entries.toSorted((a, b) => b.number - a.number);
  return (
    <Surface heading={texts.caseCard.chronology}>
      {!whole && (
        <MessageBar intent="error" layout="multiline" className={styles.warning}>
          <MessageBarBody>{texts.caseCard.chronologyBroken}</MessageBarBody>
        </MessageBar>
      )}
      {newestFirst.length === 0 ? (
        <p>{texts.caseCard.noChronology}</p>
      ) : (
        <ol reversed className={styles.list}>
          {newestFirst.map((entry) => (
            <li key={entry.number} className={styles.one}>
              <span className={styles.when}>{dateWords(entry.on)}</span>
              <span>
                {entry.words}
                <span className={styles.quiet}>{entry.by}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Surface>
  );
}
