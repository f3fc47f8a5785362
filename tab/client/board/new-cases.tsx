import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { mayOpenCases } from '../new-case/who-opens.ts';
import { hrefOf } from '../route.ts';
import { meQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { goTo } from '../use-route.ts';

const useStyles = makeStyles({
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
  },
});

/** The ways in which a case comes here. Somebody who may not open one by hand sees only the import, which is open to all. */
export function NewCases({ school }: { readonly school: string }) {
  const styles = useStyles();
  const { api } = useServices();
  const { data: me } = useQuery(meQuery(api));
  const opens = me !== undefined && mayOpenCases(me);
  return (
    <div className={styles.ways}>
      {opens && <Button onClick={() => goTo(hrefOf({ page: 'new case', school }))}>{texts.board.consider}</Button>}
      <Link href={hrefOf({ page: 'import', school })}>{texts.board.importForms}</Link>
      {opens && <Link href={hrefOf({ page: 'receive', school })}>{texts.board.receive}</Link>}
    </div>
  );
}
