import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXL },
  one: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong, margin: '0' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  said: { margin: `${tokens.spacingVerticalS} 0 0 0` },
  quote: {
    margin: `${tokens.spacingVerticalXXS} 0 0 0`,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

type Review = CasePage['reviews'][number];

/** Reviews, the newest first, with the words of the pupil and the parent as they said them. */
export function Reviews({ reviews }: { readonly reviews: readonly Review[] }) {
  const styles = useStyles();
  const newestFirst = reviews.toSorted((a, b) => b.number - a.number);
  return (
    <Surface heading={texts.caseCard.reviews}>
      {newestFirst.length === 0 ? (
        <p>{texts.caseCard.noReviews}</p>
      ) : (
        <ol reversed className={styles.list}>
          {newestFirst.map((review) => (
            <li key={review.number} className={styles.one}>
              <OneReview review={review} />
            </li>
          ))}
        </ol>
      )}
    </Surface>
  );
}

function OneReview({ review }: { readonly review: Review }) {
  const styles = useStyles();
  const words = texts.caseCard;
  return (
    <>
      <h3 className={styles.title}>{words.review(review.number)}</h3>
      {review.heldOn === null ? (
        <span>{words.reviewPlanned(review.dueOn)}</span>
      ) : (
        <>
          <span>
            {review.outcome === null ? words.outcomeMissing : words.reviewOutcome(review.outcome, review.hoursAfter)}
          </span>
          <span className={styles.quiet}>
            {words.reviewHeld(review.heldOn, review.dueOn)}
            {review.recordedBy !== null && ` · ${words.recordedBy(review.recordedBy)}`}
          </span>
        </>
      )}
      <Said who={words.pupilSaid} words={review.pupilWords} />
      <Said who={words.parentSaid} words={review.parentWords} />
      <Said who={words.schoolSaid} words={review.schoolWords} />
    </>
  );
}

function Said({ who, words }: { readonly who: string; readonly words: string | null }) {
  const styles = useStyles();
  if (words === null || words === '') return null;
  return (
    <figure className={styles.said}>
      <figcaption className={styles.quiet}>{who}</figcaption>
      <blockquote className={styles.quote}>{words}</blockquote>
    </figure>
  );
}
