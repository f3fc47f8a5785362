import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportLine } from '#tab/contract/answers.ts';
import type { Failure } from '../server/failure.ts';
import { boardQuery, schoolPath } from '../server/queries.ts';
import { useServices } from '../services.ts';

export const formKinds = ['notification', 'update', 'closure'] as const;
export type FormKind = (typeof formKinds)[number];

export type ImportSummary = Extract<ImportLine, { kind: 'summary' }>;

export type ImportProgress =
  | { readonly state: 'idle' }
  /** `of` is 0 until the workbook has been read. */
  | { readonly state: 'running'; readonly done: number; readonly of: number }
  | { readonly state: 'done'; readonly summary: ImportSummary }
  | { readonly state: 'refused'; readonly words: string }
  | { readonly state: 'failed'; readonly failure: Failure; readonly done: number; readonly of: number };

function progressOf(line: ImportLine): ImportProgress {
  switch (line.kind) {
    case 'progress':
      return { state: 'running', done: line.done, of: line.of };
    case 'summary':
      return { state: 'done', summary: line };
    case 'problem':
      return { state: 'refused', words: line.words };
  }
}

/** Imports one workbook at a time and tells how far it has come. */
export function useImport(school: string) {
  const { api } = useServices();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress>({ state: 'idle' });

  const run = async (file: File, form: FormKind) => {
    setProgress({ state: 'running', done: 0, of: 0 });
    const query = new URLSearchParams({ form, name: file.name });
    const outcome = await api.upload(`${schoolPath(school)}/imports?${query}`, file, (line) =>
      setProgress(progressOf(line)),
    );
    if (!outcome.ok) setProgress((before) => failedAfter(before, outcome.failure));
    // Fetched and not only marked as old: the links at the top count what is parked, and fetch nothing themselves.
    await queries.prefetchQuery(boardQuery(api, school));
  };

  return { progress, run };
}

function failedAfter(before: ImportProgress, failure: Failure): ImportProgress {
  const { done, of } = before.state === 'running' ? before : { done: 0, of: 0 };
  return { state: 'failed', failure, done, of };
}
