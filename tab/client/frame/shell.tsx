import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { texts } from '../texts.ts';
import { SavedRegion } from './saved.tsx';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 1,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus': { top: tokens.spacingVerticalM },
  },
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 479px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    maxWidth: '75rem',
    margin: '0 auto',
    padding: '0',
    listStyleType: 'none',
  },
  navLink: {
    ...typographyStyles.body1,
    display: 'inline-block',
    padding: `${tokens.spacingVerticalM} 0`,
    color: tokens.colorNeutralForeground1,
    borderBottom: '3px solid transparent',
  },
  navHere: { fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  main: {
    maxWidth: '75rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 479px)': { padding: tokens.spacingHorizontalM },
    ':focus': { outlineStyle: 'none' },
  },
});

export interface NavItem {
  readonly words: string;
  readonly href: string;
  readonly here: boolean;
}

export interface ShellProps {
  readonly nav: readonly NavItem[];
  readonly saved: string | null;
  readonly children: ReactNode;
}

/** What surrounds every page: a way past the links, the links, what was just saved, and the page. */
export function Shell({ nav, saved, children }: ShellProps) {
  const styles = useStyles();
  const main = useRef<HTMLElement>(null);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <>
      <Link href="#main" className={styles.skip} onClick={skip}>
        {texts.app.skip}
      </Link>
      {nav.length > 0 && (
        <header className={styles.header}>
          <nav aria-label={texts.app.nav}>
            <ul className={styles.nav}>
              {nav.map(({ words, href, here }) => (
                <li key={href}>
                  <Link
                    href={href}
                    appearance="subtle"
                    aria-current={here ? 'page' : undefined}
                    className={mergeClasses(styles.navLink, here && styles.navHere)}
                  >
                    {words}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </header>
      )}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <SavedRegion words={saved} />
        <div className={styles.page}>{children}</div>
      </main>
    </>
  );
}
