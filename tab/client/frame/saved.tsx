import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { createContext, use } from 'react';
import { texts } from '../texts.ts';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalL } });

/** A message that something was saved, and the place where it is to be read. */
export interface SavedMessage {
  readonly words: string;
  readonly href: string;
}

export const SaySavedContext = createContext<(message: SavedMessage | null) => void>(() => undefined);

export const useSaySaved = () => use(SaySavedContext);

/** A live region that is always there, so that screen readers hear what comes into it. */
export function SavedRegion({ words }: { readonly words: string | null }) {
  const styles = useStyles();
  const saySaved = useSaySaved();
  return (
    <div role="status">
      {words !== null && (
        <MessageBar intent="success" layout="multiline" className={styles.bar}>
          <MessageBarBody>{words}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={texts.app.dismiss}
                onClick={() => saySaved(null)}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
