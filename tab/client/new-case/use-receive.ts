import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { casePageSchema } from '#tab/contract/answers.ts';
import { keepCase } from '../case/forms/keep-case.ts';
import { useSaySaved } from '../frame/saved.tsx';
import type { Failure } from '../server/failure.ts';
import { sendPatiently } from '../server/patience.ts';
import { schoolPath } from '../server/queries.ts';
import { useServices } from '../services.ts';
import { texts } from '../texts.ts';
import { goToInstead } from '../use-route.ts';
import { readRecord } from './read-record.ts';

export interface Receiving {
  readonly file: File | null;
  readonly choose: (file: File) => void;
  /** What is wrong with the chosen file, in words. */
  readonly problem: string | null;
  readonly failure: Failure | null;
  readonly sending: boolean;
  readonly submit: () => Promise<void>;
}

/** Sends a record that another school saved. Sending it again makes no second case, so that a broken connection does no harm. */
export function useReceive(school: string): Receiving {
  const { api } = useServices();
  const queries = useQueryClient();
  const saySaved = useSaySaved();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);

  const submit = async () => {
    if (sending) return;
    if (file === null) return setProblem(texts.receiving.noFile);
    const read = await readRecord(file);
    if (!read.ok) return setProblem(texts.receiving[read.why]);
    setFailure(null);
    setSending(true);
    const outcome = await sendPatiently(
      () => api.send(`${schoolPath(school)}/records`, read.record, casePageSchema),
      () => undefined,
    );
    setSending(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    const href = await keepCase(queries, school, outcome.value);
    saySaved({ words: texts.receiving.saved, href });
    goToInstead(href);
  };

  return {
    file,
    choose: (chosen) => {
      setFile(chosen);
      setProblem(null);
      setFailure(null);
    },
    problem,
    failure,
    sending,
    submit,
  };
}
