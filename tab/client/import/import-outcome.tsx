import {
  Link,
  makeStyles,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { GoodMark, WarnMark } from '../board/marks.tsx';
import { FailureNotice } from '../frame/failure-notice.tsx';
import { Surface } from '../frame/surface.tsx';
import { hrefOf } from '../route.ts';
import { texts } from '../texts.ts';
import type { ImportProgress, ImportSummary } from './use-import.ts';

const useStyles = makeStyles({
  outcome: { display: 'grid', gap: tokens.spacingVerticalL, ':focus': { outlineStyle: 'none' } },
  running: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { width: '5rem' },
  last: { ':last-child': { borderBottomStyle: 'none' } },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL, marginTop: tokens.spacingVerticalM },
  cell: { verticalAlign: 'top', padding: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

export interface ImportOutcomeProps {
  readonly school: string;
  readonly progress: ImportProgress;
}

/** How far an import is, then what it came to. The focus goes to the end of it, whatever that is. */
export function ImportOutcome({ school, progress }: ImportOutcomeProps) {
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const ended = progress.state !== 'idle' && progress.state !== 'running';

  useEffect(() => {
    if (ended) end.current?.focus();
  }, [ended]);

  return (
    <div ref={end} tabIndex={-1} className={styles.outcome}>
      <Running progress={progress} />
      {progress.state === 'done' && <Summary school={school} summary={progress.summary} />}
      {progress.state === 'refused' && (
        <Surface heading={<WarnMark>{texts.importing.problemTitle}</WarnMark>}>{progress.words}</Surface>
      )}
      {progress.state === 'failed' && (
        <FailureNotice failure={progress.failure} title={texts.importing.brokenTitle}>
          {progress.of > 0 && <span>{texts.importing.progress(progress.done, progress.of)}. </span>}
          <span>{texts.importing.brokenNext}</span>
        </FailureNotice>
      )}
    </div>
  );
}

function Running({ progress }: { readonly progress: ImportProgress }) {
  const styles = useStyles();
  if (progress.state !== 'running') return null;
  const { done, of } = progress;
  const words = of === 0 ? texts.importing.reading : texts.importing.progress(done, of);
  return (
    <Surface className={styles.running}>
      <span aria-hidden>{words}</span>
      {of === 0 ? (
        <ProgressBar aria-label={texts.importing.title} aria-valuetext={words} />
      ) : (
        <ProgressBar aria-label={texts.importing.title} aria-valuetext={words} value={done} max={of} />
      )}
    </Surface>
  );
}

function Summary({ school, summary }: { readonly school: string; readonly summary: ImportSummary }) {
  const styles = useStyles();
  const { applied, seenBefore, parked } = summary;
  return (
    <>
      <Surface heading={texts.importing.doneTitle}>
        <div className={styles.running}>
          <GoodMark>{texts.importing.applied(applied)}</GoodMark>
          {seenBefore > 0 && <span>{texts.importing.seenBefore(seenBefore)}</span>}
        </div>
        <div className={styles.links}>
          <Link href={hrefOf({ page: 'board', school })}>{texts.importing.toCases}</Link>
        </div>
      </Surface>
      {parked.length > 0 && <ParkedRows school={school} parked={parked} />}
    </>
  );
}

function ParkedRows({ school, parked }: { readonly school: string; readonly parked: ImportSummary['parked'] }) {
  const styles = useStyles();
  return (
    <Surface heading={<WarnMark>{texts.importing.parkedTitle(parked.length)}</WarnMark>}>
      <p>{texts.importing.parkedWords}</p>
      <Table aria-label={texts.importing.parkedTitle(parked.length)}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.row}>{texts.importing.row}</TableHeaderCell>
            <TableHeaderCell>{texts.importing.why}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {parked.map(({ row, words }) => (
            <TableRow key={row} className={styles.last}>
              <TableCell className={styles.cell}>{row}</TableCell>
              <TableCell className={styles.cell}>{words}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div className={styles.links}>
        <Link href={hrefOf({ page: 'parked', school })}>{texts.importing.toParked}</Link>
      </div>
    </Surface>
  );
}
