import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { CasePage } from '#tab/contract/answers.ts';
import { ConsentMark } from '../../board/marks.tsx';
import { Facts, type FactsProps } from '../../frame/facts.tsx';
import { texts } from '../../texts.ts';

const useStyles = makeStyles({
  now: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: tokens.spacingHorizontalL },
  title: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalS} 0` },
});

export interface CaseNowProps {
  readonly page: CasePage;
  /** True where the person puts their name to it, and so sees what the parent has agreed to, and why. */
  readonly signs: boolean;
}

/** Whom a form is about, and what holds until it is saved. */
export function CaseNow({ page, signs }: CaseNowProps) {
  const styles = useStyles();
  const titleId = useId();
  const { row } = page;
  return (
    <div className={styles.now} role="group" aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {signs ? texts.form.signedOffNow : texts.form.now}
      </h2>
      <Facts
        facts={[
          [texts.board.columns.pupil, `${row.pupilName}, ${row.yearGroup}`],
          [texts.caseCard.hours, texts.board.hours(row.hoursInSchool, row.fullWeekHours)],
          [texts.caseCard.times, page.times],
          [texts.form.dates, texts.form.fromTo(page.startsOn, row.endsOn)],
          [texts.caseCard.consent, <ConsentMark key="consent" consent={row.consent} />],
          ...(signs ? signedFacts(page) : []),
        ]}
      />
    </div>
  );
}

function signedFacts({ version, agreements, reasons, objectives }: CasePage): FactsProps['facts'] {
  const words = texts.caseCard;
  const signed = agreements.find((one) => one.version === version && one.state === 'signed');
  return [
    [words.version, String(version)],
    ...(signed?.answeredOn ? [[texts.form.parentAnswer, words.byOn(signed.party, signed.answeredOn)] as const] : []),
    [words.reasons, reasons.join('\n')],
    [words.objectives, objectives],
  ];
}
