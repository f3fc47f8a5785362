import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CasePage } from '#tab/contract/answers.ts';
import { GoodMark } from '../board/marks.tsx';
import { OutLink } from '../frame/out-link.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  one: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start' },
  title: { ...typographyStyles.body1Strong, margin: '0' },
});

type Notice = CasePage['notices'][number];

/** What the local authority was told or is still to be told, and whether it said that it knows. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const styles = useStyles();
  const words = texts.caseCard;
  return (
    <Surface heading={words.notices}>
      {notices.length === 0 ? (
        <p>{words.noNotices}</p>
      ) : (
        <ul className={styles.list}>
          {notices.map((notice) => (
            <li key={`${notice.kind}/${notice.dueOn}/${notice.link}`} className={styles.one}>
              <h3 className={styles.title}>
                {words.noticeKinds[notice.kind]} {words.noticeTo(notice.authority)}
              </h3>
              <span>{sentWords(notice)}</span>
              <Acknowledged notice={notice} />
              <OutLink address={notice.link}>{words.noticeLink}</OutLink>
            </li>
          ))}
        </ul>
      )}
    </Surface>
  );
}

function sentWords({ sentOn, state, dueOn, heldUpBy }: Notice): string {
  if (sentOn !== null) return texts.caseCard.noticeSent(sentOn);
  if (heldUpBy !== null) return texts.caseCard.noticeHeldUp(dueOn, heldUpBy);
  return state === 'sending' ? texts.caseCard.noticeSending : texts.caseCard.noticeOwed(dueOn);
}

function Acknowledged({ notice }: { readonly notice: Notice }) {
  const { acknowledgedBy, acknowledgedOn, authority, state } = notice;
  if (acknowledgedOn !== null) {
    return <GoodMark>{texts.caseCard.noticeAcknowledged(acknowledgedBy ?? authority, acknowledgedOn)}</GoodMark>;
  }
  return state === 'sent' ? <span>{texts.caseCard.noticeUnanswered}</span> : null;
}
