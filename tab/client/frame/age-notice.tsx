import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Freshness } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';
import { momentWords } from '../words/dates.ts';

export interface AgeNoticeProps {
  readonly freshness: Freshness;
  readonly today: string;
}

/** What is shown is older than it should be: the app goes on trying to read Microsoft 365. */
export function AgeNotice({ freshness: { asOf, isOld }, today }: AgeNoticeProps) {
  if (!isOld) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="status">
        {asOf === null ? texts.app.neverRead : texts.app.lastRead(momentWords(asOf, today))}
      </MessageBarBody>
    </MessageBar>
  );
}
