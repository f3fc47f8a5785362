import { Button, Field, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { FailureNotice } from '../frame/failure-notice.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { hrefOf } from '../route.ts';
import { texts } from '../texts.ts';
import { OpeningPage } from './opening-page.tsx';
import { useReceive } from './use-receive.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  words: { maxWidth: '40rem' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  chosen: { overflowWrap: 'anywhere' },
});

/** Takes in the record of a case that another school saved, as a case to be considered here. */
export function ReceivePage({ school }: { readonly school: string }) {
  return (
    <OpeningPage school={school} title={texts.receiving.title}>
      {({ key }) => <ReceiveForm school={key} />}
    </OpeningPage>
  );
}

function ReceiveForm({ school }: { readonly school: string }) {
  const styles = useStyles();
  const words = texts.receiving;
  const input = useRef<HTMLInputElement>(null);
  const buttonId = useId();
  const { file, choose, problem, failure, sending, submit } = useReceive(school);
  const back = hrefOf({ page: 'board', school });
  return (
    <>
      <div>
        <Link href={back}>{texts.newCase.back}</Link>
      </div>
      <PageHeading title={words.title}>{words.title}</PageHeading>
      <p className={styles.words}>{words.words}</p>
      <p className={styles.words}>{words.notTheirs}</p>
      {failure && <FailureNotice failure={failure} title={words.failed} />}
      <Surface>
        <div className={styles.form}>
          <Field label={{ children: words.file, htmlFor: buttonId }} validationMessage={problem ?? undefined}>
            <div className={styles.row}>
              <Button id={buttonId} onClick={() => input.current?.click()}>
                {words.choose}
              </Button>
              <input
                ref={input}
                type="file"
                accept=".json,application/json"
                hidden
                onChange={({ target }) => {
                  const [chosen] = target.files ?? [];
                  if (chosen) choose(chosen);
                  target.value = '';
                }}
              />
              {file && <span className={styles.chosen}>{words.chosen(file.name)}</span>}
            </div>
          </Field>
          <div className={styles.row}>
            <Button appearance="primary" onClick={() => void submit()} disabledFocusable={sending}>
              {words.submit}
            </Button>
            <Link href={back}>{texts.form.cancel}</Link>
            <div role="status">{sending && <Spinner size="tiny" labelPosition="after" label={words.sending} />}</div>
          </div>
        </div>
      </Surface>
    </>
  );
}
