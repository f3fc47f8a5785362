import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { CasePage, Choice } from '#tab/api/contract.ts';
import { Surface } from '../frame/surface.tsx';
import { type CaseAction, hrefOf } from '../route.ts';
import { texts } from '../texts.ts';
import { goTo } from '../use-route.ts';

const useStyles = makeStyles({
  list: {
    margin: '0',
    padding: '0',
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
  },
  refused: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  why: { flexBasis: '16rem', flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** Everything that can be done to the case. What is refused stays in sight, with its reason beside it. */
export function CaseActions({ school, page }: { readonly school: string; readonly page: CasePage }) {
  const styles = useStyles();
  const next = likelyNext(page);
  const go = (action: CaseAction) => goTo(hrefOf({ page: 'form', school, ref: page.row.ref, action }));
  const allowed = page.choices
    .filter((choice) => choice.why === null)
    .toSorted((a, b) => Number(b.action === next) - Number(a.action === next));
  const refused = page.choices.filter((choice) => choice.why !== null);
  return (
    <Surface heading={texts.caseCard.actions}>
      {page.choices.length === 0 ? (
        <p>{texts.caseCard.noActions}</p>
      ) : (
        <ul className={styles.list}>
          {allowed.map(({ action, label }) => (
            <li key={action}>
              <Button appearance={action === next ? 'primary' : 'secondary'} onClick={() => go(action)}>
                {label}
              </Button>
            </li>
          ))}
          {refused.map((choice) => (
            <RefusedAction key={choice.action} choice={choice} />
          ))}
        </ul>
      )}
    </Surface>
  );
}

function RefusedAction({ choice }: { readonly choice: Choice }) {
  const styles = useStyles();
  const whyId = useId();
  return (
    <li className={styles.refused}>
      <Button disabledFocusable aria-describedby={whyId}>
        {choice.label}
      </Button>
      <p id={whyId} className={styles.why}>
        {texts.caseCard.notNow} {choice.why}
      </p>
    </li>
  );
}

/** The step that most people come for, to be shown first among equals. */
function likelyNext({ row, choices }: CasePage): CaseAction | undefined {
  const order: readonly CaseAction[] = [row.consent === 'signed' ? 'start' : 'record consent', 'record review'];
  return order.find((action) => choices.some((choice) => choice.action === action && choice.why === null));
}
