import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, use, useEffect, useRef } from 'react';
import { texts } from '../texts.ts';
import { ArrivalsContext } from './arrivals.ts';

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.title2,
    margin: '0',
    overflowWrap: 'anywhere',
    ':focus-visible': { outlineOffset: '4px', outlineColor: tokens.colorStrokeFocus2 },
    ':focus:not(:focus-visible)': { outlineStyle: 'none' },
    '@media (max-width: 479px)': { ...typographyStyles.title3 },
  },
});

export interface PageHeadingProps {
  readonly children: ReactNode;
  /** For the window's title, which may be seen by others: no pupil's name. */
  readonly title: string;
}

/** The page's one h1. Takes the focus when the person arrives, so that a screen reader says where they are. */
export function PageHeading({ children, title }: PageHeadingProps) {
  const styles = useStyles();
  const arrivals = use(ArrivalsContext);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title === texts.app.name ? title : `${title} – ${texts.app.name}`;
  }, [title]);

  useEffect(() => {
    if (!arrivals.take()) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [arrivals]);

  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h1>
  );
}
