import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import { PageHeading } from './page-heading.tsx';
import { Surface } from './surface.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '40rem', display: 'grid', gap: tokens.spacingVerticalL, margin: '0 auto', width: '100%' },
  steps: { margin: '0', paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
});

/** What a person sees who opens the tab's address in a plain browser. */
export function OutsidePage() {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <PageHeading title={texts.outside.title}>{texts.outside.title}</PageHeading>
      <p>{texts.outside.words}</p>
      <Surface heading={texts.outside.stepsTitle}>
        <ol className={styles.steps}>
          {texts.outside.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Surface>
      <div>
        <Button onClick={() => window.location.reload()}>{texts.outside.again}</Button>
      </div>
    </div>
  );
}
