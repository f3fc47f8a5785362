import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import { PageHeading } from '../../frame/page-heading.tsx';
import { Surface } from '../../frame/surface.tsx';
import { hrefOf } from '../../route.ts';
import { texts } from '../../texts.ts';
import { CaseNow } from './case-now.tsx';
import { Trouble } from './trouble.tsx';
import type { CaseForm } from './use-case-form.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  means: { maxWidth: '40rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface FormFrameProps<K extends string> {
  readonly form: CaseForm<K>;
  /** What saving this form brings with it. */
  readonly means?: string;
  readonly children?: ReactNode;
}

/** What all forms of a case share: heading, the case as it is, trouble, buttons. */
export function FormFrame<K extends string>({ form, means, children }: FormFrameProps<K>) {
  const styles = useStyles();
  const { action } = form.definition;
  const { submit } = texts.forms[action];
  const title = form.page.choices.find((choice) => choice.action === action)?.label ?? texts.forms[action].title;
  const { row } = form.page;
  const sending = form.state !== 'typing';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  const caseHref = hrefOf({ page: 'case', school: form.school, ref: row.ref });
  return (
    <>
      <div>
        <Link href={caseHref}>{texts.form.backToCase}</Link>
      </div>
      <PageHeading title={`${form.trouble ? texts.form.errorPrefix : ''}${title} – ${row.ref}`}>{title}</PageHeading>
      <CaseNow page={form.page} />
      <Trouble trouble={form.trouble} troubles={form.troubles} />
      {form.restored && (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts.form.restored}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={form.startAgain}>{texts.form.startAgain}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Surface>
        <form noValidate className={styles.form} onSubmit={onSubmit} aria-label={title}>
          {means !== undefined && <p className={styles.means}>{means}</p>}
          {children}
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={sending}>
              {submit}
            </Button>
            <Link href={caseHref}>{texts.form.cancel}</Link>
            <div role="status">
              {sending && (
                <Spinner
                  size="tiny"
                  labelPosition="after"
                  label={form.state === 'sending' ? texts.form.saving : texts.form.retrying}
                />
              )}
            </div>
          </div>
          {children !== undefined && <p className={styles.quiet}>{texts.form.keepsDraft}</p>}
        </form>
      </Surface>
    </>
  );
}
