import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface TakenOutProps {
  readonly words: string;
  readonly onBack: () => void;
}

/** Says what was taken out, and brings it back. Takes the focus, whose place has just gone. */
export function TakenOut({ words, onBack }: TakenOutProps) {
  const styles = useStyles();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.line}>
      <span role="status">{words}</span>
      <Button ref={back} size="small" onClick={onBack}>
        {texts.sections.putBack}
      </Button>
    </div>
  );
}
