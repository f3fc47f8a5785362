// What a row of the board says, the same in the table and in the cards of narrow screens.
import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { BoardRow } from '#tab/contract/answers.ts';
import { hrefOf } from '../route.ts';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';
import { hasEnded } from './filter-rows.ts';
import { ConsentMark, GoodMark, ReviewMark, SeverityMark, StatusBadge } from './marks.tsx';

const useStyles = makeStyles({
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  day: { whiteSpace: 'nowrap' },
  stack: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start' },
});

export interface RowProps {
  readonly school: string;
  readonly row: BoardRow;
  readonly today: string;
}

export function Who({ school, row }: RowProps) {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <Link className={styles.name} href={hrefOf({ page: 'case', school, ref: row.ref })}>
        {row.pupilName}
      </Link>
      <span className={styles.quiet}>
        {row.yearGroup} · {row.ref}
      </span>
    </div>
  );
}

export function Standing({ row }: RowProps) {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <StatusBadge status={row.status} />
      <ConsentMark consent={row.consent} />
    </div>
  );
}

/** “Mon 2 Nov 2026, 3 weeks so far”, or when it will start. */
export function Since({ row, today }: RowProps) {
  const styles = useStyles();
  if (row.since > today) return <span>{texts.board.startsOn(row.since)}</span>;
  return (
    <div className={styles.stack}>
      <span className={styles.day}>{dateWords(row.since)}</span>
      <span className={styles.quiet}>
        {hasEnded(row) ? texts.board.weeksInAll(row.weeks) : texts.board.weeks(row.weeks)}
      </span>
    </div>
  );
}

export function NextReview({ row }: RowProps) {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <ReviewMark row={row} />
      {row.nextReviewOn !== null && (
        <span className={mergeClasses(styles.quiet, styles.day)}>{dateWords(row.nextReviewOn)}</span>
      )}
    </div>
  );
}

/** The gravest of what is missing, and how much there is besides; the case page says all. */
export function Missing({ row: { gravest, counts } }: RowProps) {
  const styles = useStyles();
  if (gravest === null) return <GoodMark>{texts.board.nothingMissing}</GoodMark>;
  const others = counts.stop + counts.today + counts.week - 1;
  return (
    <div className={styles.stack}>
      <SeverityMark severity={gravest.severity}>{texts.severities[gravest.severity]}</SeverityMark>
      <span>
        {gravest.words}
        {others > 0 && <span className={styles.quiet}> {texts.board.andMore(others)}</span>}
      </span>
    </div>
  );
}
