import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { MouseEvent } from 'react';
import { openInTeams } from '../teams/connect.ts';
import { texts } from '../texts.ts';
import { safeLink } from '../words/safe-link.ts';

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  aside: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** A link that leaves the tab; nothing where there is no address that a browser may follow. */
export function OutLink({ address, children }: { readonly address: string | null; readonly children: string }) {
  const styles = useStyles();
  const href = safeLink(address);
  if (href === null) return null;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (openInTeams(href)) event.preventDefault();
  };
  return (
    <Link href={href} target="_blank" rel="noreferrer" className={styles.link} onClick={open}>
      {children}
      <OpenRegular aria-hidden />
      <span className={styles.aside}>{texts.app.newWindow}</span>
    </Link>
  );
}
