import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Standing } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';
import { momentWords } from '../words/dates.ts';

/** What is shown is older than it should be: the app goes on trying to read Microsoft 365. */
export function AgeNotice({ page }: { readonly page: Standing }) {
  const { asOf, isOld } = page.freshness;
  if (!isOld) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="status">
        {asOf === null ? texts.app.neverRead : texts.app.lastRead(momentWords(asOf, page.today))}
      </MessageBarBody>
    </MessageBar>
  );
}
