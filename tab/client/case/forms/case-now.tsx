import { makeStyles, tokens } from '@fluentui/react-components';
import type { CasePage } from '#tab/api/contract.ts';
import { texts } from '../../texts.ts';
import { Facts } from '../../frame/facts.tsx';
import { ConsentMark } from '../../board/marks.tsx';

const useStyles = makeStyles({
  now: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: tokens.spacingHorizontalL },
});

/** Whom a form is about, and what holds until it is saved. */
export function CaseNow({ page }: { readonly page: CasePage }) {
  const styles = useStyles();
  const { row } = page;
  return (
    <div className={styles.now} role="group" aria-label={texts.form.now}>
      <Facts
        facts={[
          [texts.board.columns.pupil, `${row.pupilName}, ${row.yearGroup}`],
          [texts.caseCard.hours, texts.board.hours(row.hoursInSchool, row.fullWeekHours)],
          [texts.caseCard.times, page.times],
          [texts.form.dates, texts.form.fromTo(page.startsOn, row.endsOn)],
          [texts.caseCard.consent, <ConsentMark key="consent" consent={row.consent} />],
        ]}
      />
    </div>
  );
}
