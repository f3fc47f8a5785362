import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { CasePage } from '#tab/contract/answers.ts';
import { AgeNotice } from '../frame/age-notice.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { caseQuery } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { AboutPupil } from './about-pupil.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseHead } from './case-head.tsx';
import { Chronology } from './chronology.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { Findings } from './findings.tsx';
import { Parts } from './sections/parts.tsx';
import { Notices } from './notices.tsx';
import { Plan } from './plan.tsx';
import { Reviews } from './reviews.tsx';
import { hrefOf } from '../route.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

export interface CasePageProps {
  readonly school: string;
  readonly caseRef: string;
}

export function CaseDetails({ school, caseRef }: CasePageProps) {
  const { api } = useServices();
  const query = useQuery(caseQuery(api, school, caseRef));
  return (
    <>
      <div>
        <Link href={hrefOf({ page: 'board', school })}>{texts.caseCard.back}</Link>
      </div>
      <Loaded query={query}>{(page) => <CaseView school={school} page={page} />}</Loaded>
    </>
  );
}

function CaseView({ school, page }: { readonly school: string; readonly page: CasePage }) {
  const styles = useStyles();
  const { ref } = page.row;
  const linkOf = (section: string) => {
    const title = page.sections.find(({ kind }) => kind === section)?.title;
    const words = title === undefined ? texts.sections.fillInSomewhere : texts.sections.fillIn(title);
    return { href: hrefOf({ page: 'section', school, ref, kind: section }), words };
  };
  return (
    <>
      <AgeNotice page={page} />
      <CaseHead page={page} />
      {(page.findings.length > 0 || page.ended === null) && (
        <Findings
          heading={texts.caseCard.missing}
          findings={page.findings}
          none={texts.caseCard.nothingMissing}
          linkOf={linkOf}
        />
      )}
      <CaseActions school={school} page={page} />
      <Parts school={school} page={page} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Plan page={page} />
          <Reviews reviews={page.reviews} />
          <Chronology entries={page.chronology} whole={page.chronologyWhole} />
        </div>
        <div className={styles.column}>
          <ConsentHistory agreements={page.agreements} />
          <Notices notices={page.notices} />
          <AboutPupil page={page} />
        </div>
      </div>
    </>
  );
}
