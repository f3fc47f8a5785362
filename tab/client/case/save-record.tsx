import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { z } from 'zod';
import { FailureNotice } from '../frame/failure-notice.tsx';
import type { Failure } from '../server/failure.ts';
import { casePath } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  save: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

export interface SaveRecordLinkProps {
  readonly school: string;
  readonly caseRef: string;
}

type Saving =
  | { readonly state: 'idle' | 'fetching' | 'saved' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Saves the whole case as a file, for the next school. A plain link would not do: the server wants the person's token. */
export function SaveRecordLink({ school, caseRef }: SaveRecordLinkProps) {
  const styles = useStyles();
  const { api } = useServices();
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const file = `${caseRef}.json`;

  const save = async () => {
    if (saving.state === 'fetching') return;
    setSaving({ state: 'fetching' });
    const outcome = await api.read(`${casePath(school, caseRef)}/record`, z.unknown());
    if (!outcome.ok) return setSaving({ state: 'failed', failure: outcome.failure });
    offer(file, JSON.stringify(outcome.value, null, 2));
    setSaving({ state: 'saved' });
  };

  return (
    <div className={styles.save}>
      <Link as="button" onClick={() => void save()}>
        {texts.caseCard.saveRecord}
      </Link>
      <span role="status" className={styles.quiet}>
        {saving.state === 'fetching' && texts.caseCard.savingRecord}
        {saving.state === 'saved' && texts.caseCard.recordSaved(file)}
      </span>
      {saving.state === 'failed' && <FailureNotice failure={saving.failure} title={texts.caseCard.recordNotSaved} />}
    </div>
  );
}

/** Hands a file to the browser as a download. */
function offer(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file over in its own time; a minute is enough, and the pupil's data does not stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
