import { texts } from '../texts.ts';
import { PageHeading } from './page-heading.tsx';

/** What Teams shows while somebody adds the tab to a channel. */
export function ConfigPage() {
  return (
    <>
      <PageHeading title={texts.config.title}>{texts.config.title}</PageHeading>
      <p>{texts.config.words}</p>
    </>
  );
}
