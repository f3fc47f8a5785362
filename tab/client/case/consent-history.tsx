import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { ConsentMark } from '../board/marks.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  one: { display: 'grid', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  version: { ...typographyStyles.body1Strong, margin: '0' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

/** Each answer to each version of the times and dates, the newest first. */
export function ConsentHistory({ agreements }: { readonly agreements: CasePage['agreements'] }) {
  const styles = useStyles();
  const words = texts.caseCard;
  const newestFirst = agreements.toSorted((a, b) => b.version - a.version);
  return (
    <Surface heading={words.consent}>
      {newestFirst.length === 0 ? (
        <p>{words.noConsent}</p>
      ) : (
        <ul className={styles.list}>
          {newestFirst.map((one) => (
            <li key={`${one.version}/${one.party}`} className={styles.one}>
              <h3 className={styles.version}>
                {words.consentVersion(one.version)}: {one.party}
              </h3>
              <ConsentMark consent={one.state} />
              <span>{one.times}</span>
              <span>{words.consentTerms(one.hoursInSchool, one.startsOn, one.endsOn)}</span>
              {one.evidence !== null && one.evidence !== '' && <span>{one.evidence}</span>}
              <span className={styles.quiet}>
                {words.consentAsked(one.askedOn)}
                {one.answeredOn !== null && ` · ${words.consentAnswered(one.answeredOn)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Surface>
  );
}
