import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Facts } from '../frame/facts.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import type { BoardRowsProps } from './board-table.tsx';
import { HoursOfWeek } from './marks.tsx';
import { Missing, NextReview, type RowProps, Since, Standing, Who } from './row-parts.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: '0', padding: '0', listStyleType: 'none' },
  card: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** The board for narrow screens: the same rows, one under the other. */
export function BoardCards({ school, schoolName, today, rows }: BoardRowsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.board.caption(schoolName)}>
      {rows.map((row) => (
        <li key={row.ref}>
          <CaseCard school={school} row={row} today={today} />
        </li>
      ))}
    </ul>
  );
}

const CaseCard = memo(function CaseCard(props: RowProps) {
  const styles = useStyles();
  const { columns } = texts.board;
  return (
    <Surface className={styles.card}>
      <Who {...props} />
      <Standing {...props} />
      <Facts
        dense
        facts={[
          [columns.hours, <HoursOfWeek key="hours" hours={props.row.hoursInSchool} full={props.row.fullWeekHours} />],
          [columns.review, <NextReview key="review" {...props} />],
          [columns.since, <Since key="since" {...props} />],
        ]}
      />
      <Facts facts={[[columns.missing, <Missing key="missing" {...props} />]]} />
    </Surface>
  );
});
