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
import { texts } from '../../texts.ts';
import { fieldNames } from './definition.ts';
import { FormFields } from './fields.tsx';
import { Trouble } from './trouble.tsx';
import type { Form } from './use-form.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  means: { maxWidth: '40rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface FormFrameProps<K extends string, About> {
  readonly form: Form<K, About>;
  readonly title: string;
  /** For the window's title, which others may see: no pupil's name. */
  readonly windowTitle: string;
  /** Where the person came from. */
  readonly back: { readonly words: string; readonly href: string };
  /** What saving this form brings with it. */
  readonly means: string;
  /** What the form is about, as it is. */
  readonly children?: ReactNode;
}

/** A whole form: heading, what it is about, trouble, fields, buttons. */
export function FormFrame<K extends string, About>(props: FormFrameProps<K, About>) {
  const { form, title, windowTitle, back, means, children } = props;
  const styles = useStyles();
  const sending = form.state !== 'typing';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <>
      <div>
        <Link href={back.href}>{back.words}</Link>
      </div>
      <PageHeading title={`${form.trouble ? texts.form.errorPrefix : ''}${windowTitle}`}>{title}</PageHeading>
      {children}
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
          <p className={styles.means}>{means}</p>
          <FormFields form={form} />
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={sending}>
              {form.definition.words.submit}
            </Button>
            <Link href={back.href}>{texts.form.cancel}</Link>
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
          {fieldNames(form.definition).length > 0 && <p className={styles.quiet}>{texts.form.keepsDraft}</p>}
        </form>
      </Surface>
    </>
  );
}
