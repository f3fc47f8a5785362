import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../server/failure.ts';
import { texts } from '../texts.ts';

export interface FailureNoticeProps {
  readonly failure: Failure;
  /** Said before the failure's own words, where the page knows more. */
  readonly title?: string;
  readonly children?: ReactNode;
  /** Tries again; the button waits until it is settled. */
  readonly onRetry?: (() => Promise<unknown>) | undefined;
}

/** The one way a failure is shown: what is wrong, what to do next, and a way to try again. Heard at once. */
export function FailureNotice({ failure, title, children, onRetry }: FailureNoticeProps) {
  const { words, next } = failure.problem;
  return (
    <MessageBar intent={failure.kind === 'consent' ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody role="alert">
        <MessageBarTitle>{title ?? words}</MessageBarTitle>
        {title !== undefined && <span>{words} </span>}
        {next !== undefined && <span>{next} </span>}
        {children}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <RetryButton onRetry={onRetry} />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    await onRetry();
    setBusy(false);
  };
  return (
    <Button onClick={() => void press()} disabledFocusable={busy}>
      {busy ? texts.app.trying : texts.app.tryAgain}
    </Button>
  );
}
