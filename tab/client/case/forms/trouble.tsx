import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { Problem } from '#tab/contract/answers.ts';
import { texts } from '../../texts.ts';
import { fieldId, focusField } from './fields.tsx';
import type { FormTrouble } from './use-form.ts';

const useStyles = makeStyles({
  panel: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorStatusDangerBorder2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
  },
  title: {
    ...typographyStyles.subtitle2,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `0 0 ${tokens.spacingVerticalS} 0`,
  },
  icon: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  list: { margin: '0', paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
  words: { margin: `${tokens.spacingVerticalS} 0 0 0` },
});

export interface TroubleProps {
  readonly trouble: FormTrouble | null;
  readonly troubles: number;
}

/** Why the last press did not save. Takes the focus each time, so that nobody misses it. */
export function Trouble({ trouble, troubles }: TroubleProps) {
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  const styles = useStyles();

  useEffect(() => {
    if (troubles > 0) panel.current?.focus();
  }, [troubles]);

  if (trouble === null) return null;
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby={titleId} className={styles.panel}>
      <h2 id={titleId} className={styles.title}>
        <ErrorCircleFilled className={styles.icon} aria-hidden />
        {titleOf(trouble)}
      </h2>
      <TroubleWords trouble={trouble} />
    </section>
  );
}

function titleOf(trouble: FormTrouble): string {
  switch (trouble.kind) {
    case 'problems':
      return texts.form.summaryTitle;
    case 'changed':
      return texts.form.changedTitle;
    case 'failed':
      return texts.form.failedTitle;
  }
}

function TroubleWords({ trouble }: { readonly trouble: FormTrouble }): ReactNode {
  const styles = useStyles();
  switch (trouble.kind) {
    case 'problems':
      return (
        <ul className={styles.list}>
          {trouble.problems.map((problem) => (
            <li key={`${problem.field}/${problem.words}`}>
              <ProblemLine problem={problem} />
            </li>
          ))}
        </ul>
      );
    case 'changed':
      return (
        <>
          {trouble.changes.length === 0 ? (
            <p className={styles.words}>{texts.form.changedNothing}</p>
          ) : (
            <ul className={styles.list}>
              {trouble.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
          <p className={styles.words}>{texts.form.changedNext}</p>
        </>
      );
    case 'failed':
      return (
        <>
          <p className={styles.words}>
            {trouble.failure.problem.words} {trouble.failure.problem.next}
          </p>
          <p className={styles.words}>{texts.form.failedKept}</p>
        </>
      );
  }
}

/** The address after # says which page it is, so the way to the field is not written there. */
function goToField(event: MouseEvent, field: string): void {
  event.preventDefault();
  focusField(field);
}

/** A problem leads to its field. One that belongs to no field on the page is only said. */
function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { field, words, next } = problem;
  const onPage = field !== undefined && document.getElementById(fieldId(field)) !== null;
  return (
    <>
      {onPage ? (
        <Link href={`#${fieldId(field)}`} inline onClick={(event) => goToField(event, field)}>
          {words}
        </Link>
      ) : (
        words
      )}
      {next !== undefined && ` ${next}`}
    </>
  );
}
