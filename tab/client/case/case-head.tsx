import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { ConsentMark, HoursOfWeek, StatusBadge } from '../board/marks.tsx';
import { NextReview, Since } from '../board/row-parts.tsx';
import { Facts } from '../frame/facts.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalM },
  under: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
  },
});

/** Who it is and how it stands, at a glance. */
export function CaseHead({ page }: { readonly page: CasePage }) {
  const styles = useStyles();
  const { row, school, today } = page;
  const parts = { school: school.key, row, today };
  return (
    <div className={styles.head}>
      <PageHeading title={row.ref}>{row.pupilName}</PageHeading>
      <div className={styles.under}>
        <StatusBadge status={row.status} />
        <span>{row.yearGroup}</span>
        <span>{row.ref}</span>
        <span>{school.name}</span>
      </div>
      <Surface>
        <Facts
          dense
          facts={[
            [texts.board.columns.hours, <HoursOfWeek key="h" hours={row.hoursInSchool} full={row.fullWeekHours} big />],
            [texts.board.columns.since, <Since key="s" {...parts} />],
            [texts.caseCard.ends, dateWords(row.endsOn)],
            [texts.board.columns.review, <NextReview key="r" {...parts} />],
            [texts.caseCard.consent, <ConsentMark key="c" consent={row.consent} />],
            [texts.caseCard.lead, page.lead],
          ]}
        />
      </Surface>
    </div>
  );
}
