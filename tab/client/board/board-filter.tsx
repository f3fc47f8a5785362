import { Field, makeStyles, Radio, RadioGroup, SearchBox, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import type { BoardFilter, Shown } from './filter-rows.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}` },
  words: { flexBasis: '20rem', flexShrink: 1, minWidth: '0' },
  search: { maxWidth: '100%', width: '100%' },
  choices: { flexWrap: 'wrap' },
});

const shownOptions: readonly Shown[] = ['open', 'ended', 'all'];

export interface BoardFilterProps {
  readonly filter: BoardFilter;
  readonly counts: Readonly<Record<Shown, number>>;
  readonly onChange: (filter: BoardFilter) => void;
}

export function BoardFilterBar({ filter, counts, onChange }: BoardFilterProps) {
  const styles = useStyles();
  return (
    <div role="search" className={styles.bar}>
      <Field className={styles.words} label={texts.board.find} hint={texts.board.findHint}>
        <SearchBox
          className={styles.search}
          value={filter.words}
          onChange={(_event, { value }) => onChange({ ...filter, words: value })}
        />
      </Field>
      <Field label={texts.board.show}>
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          value={filter.shown}
          onChange={(_event, { value }) =>
            onChange({ ...filter, shown: shownOptions.find((one) => one === value) ?? filter.shown })
          }
        >
          {shownOptions.map((shown) => (
            <Radio key={shown} value={shown} label={texts.board[shown](counts[shown])} />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
}
