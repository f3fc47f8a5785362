import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { Board } from '#tab/contract/answers.ts';
import { AgeNotice } from '../frame/age-notice.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { boardQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { momentWords } from '../words/dates.ts';
import { Attention } from './attention.tsx';
import { BoardFilterBar } from './board-filter.tsx';
import { BoardRows } from './board-rows.tsx';
import { type BoardCounts, type BoardFilter, countRows, filterRows } from './filter-rows.ts';
import { GoodMark, WarnMark } from './marks.tsx';
import { NewCases } from './new-cases.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalS },
  urgent: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}` },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  none: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface BoardPageProps {
  readonly school: string;
  /** Kept outside, so that it is still there when the person comes back from a case. */
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

export function BoardPage(props: BoardPageProps) {
  const { api } = useServices();
  const query = useQuery(boardQuery(api, props.school));
  return <Loaded query={query}>{(board) => <BoardView board={board} {...props} />}</Loaded>;
}

function BoardView({ board, school, filter, onFilter }: BoardPageProps & { readonly board: Board }) {
  const styles = useStyles();
  const counts = useMemo(() => countRows(board.rows), [board.rows]);
  // Typing stays quick: the rows follow when there is time.
  const sought = useDeferredValue(filter);
  const found = useMemo(() => filterRows(board.rows, sought), [board.rows, sought]);
  return (
    <>
      <AgeNotice page={board} />
      <div className={styles.head}>
        <PageHeading title={board.school.name}>{texts.board.title(board.school.name)}</PageHeading>
        <p>{texts.board.summary(counts.active, counts.prepared, counts.considered)}</p>
        <Urgent counts={counts} />
        <p className={styles.quiet}>
          {board.remindersLastChecked === null
            ? texts.board.noReminders
            : texts.board.reminders(momentWords(board.remindersLastChecked, board.today))}{' '}
          {board.freshness.asOf !== null && texts.board.asOf(momentWords(board.freshness.asOf, board.today))}
        </p>
      </div>
      <NewCases school={school} />
      <Attention rows={board.needsAttention} />
      <BoardFilterBar
        filter={filter}
        counts={{ open: board.rows.length - counts.ended, ended: counts.ended, all: board.rows.length }}
        onChange={onFilter}
      />
      <p role="status" className={styles.quiet}>
        {texts.board.found(found.length)}
      </p>
      {found.length === 0 ? (
        <Nothing board={board} filter={sought} onFilter={onFilter} />
      ) : (
        <BoardRows school={school} schoolName={board.school.name} today={board.today} rows={found} />
      )}
    </>
  );
}

function Urgent({ counts }: { readonly counts: BoardCounts }) {
  const styles = useStyles();
  if (counts.overdue === 0 && counts.unsigned === 0 && counts.stopped === 0)
    return <GoodMark>{texts.board.allWell}</GoodMark>;
  return (
    <div className={styles.urgent}>
      {counts.overdue > 0 && <WarnMark>{texts.board.overdue(counts.overdue)}</WarnMark>}
      {counts.unsigned > 0 && <WarnMark>{texts.board.unsigned(counts.unsigned)}</WarnMark>}
      {counts.stopped > 0 && <WarnMark>{texts.board.stopped(counts.stopped)}</WarnMark>}
    </div>
  );
}

interface NothingProps {
  readonly board: Board;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

function Nothing({ board, filter, onFilter }: NothingProps) {
  const styles = useStyles();
  if (board.rows.length === 0) return <p>{texts.board.none}</p>;
  if (filter.words.trim() === '')
    return <p>{filter.shown === 'ended' ? texts.board.noneEnded : texts.board.noneOpen}</p>;
  return (
    <div className={styles.none}>
      <span>{texts.board.noneFound(filter.words.trim())}</span>
      <Button onClick={() => onFilter({ words: '', shown: 'all' })}>{texts.board.clear}</Button>
    </div>
  );
}
