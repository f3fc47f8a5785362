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
  typographyStyles,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Parked } from '#tab/contract/answers.ts';
import { GoodMark } from '../board/marks.tsx';
import { AgeNotice } from '../frame/age-notice.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { parkedQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { useNarrow } from '../use-narrow.ts';
import { dateWords } from '../words/dates.ts';
import { sentence } from '../words/sentence.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: '0', padding: '0', listStyleType: 'none' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  cell: { verticalAlign: 'top', padding: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  row: { ':last-child': { borderBottomStyle: 'none' } },
  heading: { fontWeight: tokens.fontWeightSemibold },
  why: { width: '50%' },
});

export function ParkedPage({ school }: { readonly school: string }) {
  const { api } = useServices();
  const query = useQuery(parkedQuery(api, school));
  return <Loaded query={query}>{(page) => <ParkedView page={page} />}</Loaded>;
}

function ParkedView({ page }: { readonly page: Parked }) {
  const narrow = useNarrow();
  const parked = page.rows;
  return (
    <>
      <AgeNotice page={page} />
      <PageHeading title={texts.parked.title}>{texts.parked.title}</PageHeading>
      <p>{texts.parked.words}</p>
      {parked.length === 0 && <GoodMark>{texts.parked.none}</GoodMark>}
      {parked.length > 0 && (narrow ? <ParkedCards parked={parked} /> : <ParkedTable parked={parked} />)}
    </>
  );
}

function ParkedCards({ parked }: { readonly parked: Parked['rows'] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={texts.parked.title}>
      {parked.map((one) => (
        <li key={one.key}>
          <Surface>
            <p>{one.words}</p>
            <p className={styles.quiet}>
              {dateWords(one.receivedOn)} · {sentence(one.form)} · {one.origin}
            </p>
          </Surface>
        </li>
      ))}
    </ul>
  );
}

function ParkedTable({ parked }: { readonly parked: Parked['rows'] }) {
  const styles = useStyles();
  const { columns } = texts.parked;
  return (
    <Surface>
      <Table aria-label={texts.parked.title}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.heading}>{columns.received}</TableHeaderCell>
            <TableHeaderCell className={styles.heading}>{columns.form}</TableHeaderCell>
            <TableHeaderCell className={styles.heading}>{columns.origin}</TableHeaderCell>
            <TableHeaderCell className={mergeClasses(styles.heading, styles.why)}>{columns.why}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {parked.map((one) => (
            <TableRow key={one.key} className={styles.row}>
              <TableCell className={styles.cell}>{dateWords(one.receivedOn)}</TableCell>
              <TableCell className={styles.cell}>{sentence(one.form)}</TableCell>
              <TableCell className={styles.cell}>{one.origin}</TableCell>
              <TableCell className={styles.cell}>{one.words}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Surface>
  );
}
