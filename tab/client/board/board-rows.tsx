import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import { texts } from '../texts.ts';
import { useNarrow } from '../use-narrow.ts';
import { BoardCards } from './board-cards.tsx';
import { type BoardRowsProps, BoardTable } from './board-table.tsx';

/** Rows put on the page at first, and added by each press: thousands at once would make the page slow. */
const step = 50;

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `0 ${tokens.spacingHorizontalS}`,
    overflowX: 'auto',
  },
  more: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** The rows that were found, fifty at a time. */
export const BoardRows = memo(function BoardRows(props: BoardRowsProps) {
  const styles = useStyles();
  const narrow = useNarrow();
  const [most, setMost] = useState(step);
  const frame = useRef<HTMLDivElement>(null);
  const focusAt = useRef<number | null>(null);
  const { rows } = props;
  const window = rows.slice(0, most);

  // The button that was pressed moves away, so the focus goes to the first row that it brought.
  useEffect(() => {
    if (focusAt.current === null) return;
    frame.current?.querySelectorAll<HTMLAnchorElement>('a[href]')[focusAt.current]?.focus();
    focusAt.current = null;
  }, [most]);

  const showMore = () => {
    focusAt.current = window.length;
    setMost(most + step);
  };

  return (
    <>
      <div ref={frame} className={narrow ? undefined : styles.frame}>
        {narrow ? <BoardCards {...props} rows={window} /> : <BoardTable {...props} rows={window} />}
      </div>
      {window.length < rows.length && (
        <div className={styles.more}>
          <span>{texts.board.showing(window.length, rows.length)}</span>
          <Button onClick={showMore}>{texts.board.more(Math.min(step, rows.length - window.length))}</Button>
        </div>
      )}
    </>
  );
});
