import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { lookOf } from '../teams/theme.ts';

const useStatic = makeStaticStyles({ body: { margin: '0' }, p: { margin: '0' } });

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground3, position: 'relative' },
});

export interface ThemedProps {
  /** Teams' name of the theme at the start. */
  readonly theme: string;
  readonly onThemeChange?: (heard: (theme: string) => void) => void;
  readonly children: ReactNode;
}

/** Follows Teams' theme, also in the browser's own controls such as the calendar of a date field. */
export function Themed({ theme, onThemeChange, children }: ThemedProps) {
  useStatic();
  const styles = useStyles();
  const [now, setNow] = useState(theme);
  useEffect(() => onThemeChange?.(setNow), [onThemeChange]);
  const look = lookOf(now);
  return (
    <FluentProvider theme={look.theme} className={styles.page} style={{ colorScheme: look.colorScheme }}>
      {children}
    </FluentProvider>
  );
}
