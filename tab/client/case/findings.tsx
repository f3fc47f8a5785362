import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Finding } from '#tab/api/contract.ts';
import { GoodMark, SeverityMark } from '../board/marks.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { sentence } from '../words/sentence.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  finding: { display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

export interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly ended: boolean;
}

/** What is missing, each with who should act and the rule it comes from. An ended case without findings shows nothing. */
export function Findings({ findings, ended }: FindingsProps) {
  const styles = useStyles();
  if (findings.length === 0 && ended) return null;
  return (
    <Surface heading={texts.caseCard.missing}>
      {findings.length === 0 ? (
        <GoodMark>{texts.caseCard.nothingMissing}</GoodMark>
      ) : (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={`${finding.rule}/${finding.words}`} className={styles.finding}>
              <SeverityMark severity={finding.severity}>{texts.severities[finding.severity]}</SeverityMark>
              <span>{finding.words}</span>
              <span className={styles.quiet}>
                {texts.caseCard.who}: {sentence(finding.who)} · {texts.caseCard.source}: {finding.source}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Surface>
  );
}
