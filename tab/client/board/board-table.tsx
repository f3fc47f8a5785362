import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { memo } from 'react';
import type { BoardRow } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';
import { HoursOfWeek } from './marks.tsx';
import { Missing, NextReview, type RowProps, Since, Standing, Who } from './row-parts.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  cell: { verticalAlign: 'top', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  heading: { fontWeight: tokens.fontWeightSemibold },
  missing: { width: '28%' },
  row: { ':last-child': { borderBottomStyle: 'none' } },
});

export interface BoardRowsProps {
  readonly school: string;
  readonly schoolName: string;
  readonly today: string;
  readonly rows: readonly BoardRow[];
}

export function BoardTable({ school, schoolName, today, rows }: BoardRowsProps) {
  const styles = useStyles();
  const { columns } = texts.board;
  return (
    <Table className={styles.table} aria-label={texts.board.caption(schoolName)}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.heading}>{columns.pupil}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.stands}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.since}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.hours}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.review}</TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.heading, styles.missing)}>{columns.missing}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <CaseRow key={row.ref} school={school} row={row} today={today} />
        ))}
      </TableBody>
    </Table>
  );
}

const CaseRow = memo(function CaseRow(props: RowProps) {
  const styles = useStyles();
  return (
    <TableRow className={styles.row}>
      <TableCell className={styles.cell} role="rowheader">
        <Who {...props} />
      </TableCell>
      <TableCell className={styles.cell}>
        <Standing {...props} />
      </TableCell>
      <TableCell className={styles.cell}>
        <Since {...props} />
      </TableCell>
      <TableCell className={styles.cell}>
        <HoursOfWeek hours={props.row.hoursInSchool} full={props.row.fullWeekHours} />
      </TableCell>
      <TableCell className={styles.cell}>
        <NextReview {...props} />
      </TableCell>
      <TableCell className={styles.cell}>
        <Missing {...props} />
      </TableCell>
    </TableRow>
  );
});
