import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { CasePage, Choice } from '#tab/contract/answers.ts';
import { Surface } from '../frame/surface.tsx';
import { type CaseAction, hrefOf } from '../route.ts';
import { texts } from '../texts.ts';
import { goTo } from '../use-route.ts';
import { actionGroups } from './action-groups.ts';
import { SaveRecordLink } from './save-record.tsx';

const useStyles = makeStyles({
  groups: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: {
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0' },
  why: { flexBasis: '16rem', flexGrow: 1 },
});

/** Everything that can be done to the case. What is refused stays in sight, with its reason beside it. */
export function CaseActions({ school, page }: { readonly school: string; readonly page: CasePage }) {
  const styles = useStyles();
  const { next, others, endings, refused } = actionGroups(page.choices);
  const go = (action: CaseAction) => goTo(hrefOf({ page: 'form', school, ref: page.row.ref, action }));
  const button = ({ action, label }: Choice) => (
    <li key={action}>
      <Button appearance={action === next?.action ? 'primary' : 'secondary'} onClick={() => go(action)}>
        {label}
      </Button>
    </li>
  );
  return (
    <Surface heading={texts.caseCard.actions}>
      <div className={styles.groups}>
        {page.choices.length === 0 && <p>{texts.caseCard.noActions}</p>}
        {(next !== undefined || others.length > 0) && (
          <ul className={styles.list}>{[...(next ? [next] : []), ...others].map(button)}</ul>
        )}
        {endings.length > 0 && (
          <div className={styles.row}>
            <h3 className={styles.quiet}>{texts.caseCard.endings}</h3>
            <ul className={styles.list}>{endings.map(button)}</ul>
          </div>
        )}
        {refused.map((group) => (
          <Refused key={group.why} {...group} />
        ))}
        <SaveRecordLink school={school} caseRef={page.row.ref} />
      </div>
    </Surface>
  );
}

interface RefusedProps {
  readonly why: string;
  readonly choices: readonly Choice[];
}

/** Actions that are refused for one and the same reason, which is said once. */
function Refused({ why, choices }: RefusedProps) {
  const styles = useStyles();
  const whyId = useId();
  return (
    <div className={styles.row}>
      <ul className={styles.list}>
        {choices.map(({ action, label }) => (
          <li key={action}>
            <Button disabledFocusable aria-describedby={whyId}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <p id={whyId} className={mergeClasses(styles.quiet, styles.why)}>
        {texts.caseCard.notNow} {why}
      </p>
    </div>
  );
}
