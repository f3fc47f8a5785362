import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { RowToMend } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';
import { WarnMark } from './marks.tsx';

const useStyles = makeStyles({
  details: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  summary: { cursor: 'pointer', marginLeft: tokens.spacingHorizontalL, listStylePosition: 'outside' },
  list: {
    margin: `${tokens.spacingVerticalM} 0 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  where: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  words: { marginTop: tokens.spacingVerticalM },
});

interface AttentionProps {
  readonly rows: readonly RowToMend[];
  /** What becomes of them until then. */
  readonly words?: string;
}

/** The rows that somebody has to mend by hand: how many at a glance, which ones on opening. Shown only when there are any. */
export function Attention({ rows, words = texts.board.attentionWords }: AttentionProps) {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <WarnMark>{texts.board.attentionTitle(rows.length)}</WarnMark>
      </summary>
      <p className={styles.words}>{words}</p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={`${row.list}/${row.id}/${row.column}`}>
            {row.words}
            <span className={styles.where}>{texts.board.attentionRow(row.list, row.id, row.column)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
