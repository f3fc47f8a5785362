import type { Response } from 'express';
import type { Applying } from '#workflows/forms/apply-response.ts';
import { importSheet, type ReadWorkbook } from '#workflows/forms/import-sheet.ts';
import type { ImportLine } from '#tab/contract/answers.ts';

export interface ImportAsked {
  readonly form: 'notification' | 'update' | 'closure';
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly within: readonly string[];
}

/** Answers line by line, so that a long import shows how far it is. A browser that goes away does not stop it. */
export async function answerImport(
  outside: Applying,
  readWorkbook: ReadWorkbook,
  asked: ImportAsked,
  answer: Response,
): Promise<void> {
  answer.status(200).type('application/x-ndjson');
  const say = (line: ImportLine): void => {
    if (!answer.destroyed) answer.write(`${JSON.stringify(line)}\n`);
  };
  try {
    say(await bringIn(outside, readWorkbook, asked, say));
  } catch (error) {
    // The answer has begun, so the host can no longer turn it into a failure: the last line says it.
    outside.log('request failed', { method: 'POST', error: error instanceof Error ? error.name : 'unknown' });
    say({ kind: 'problem', words: brokenOff });
  }
  answer.end();
}

const brokenOff =
  'Microsoft 365 did not answer, so not every response was brought in. Try again in a minute and bring the same file in again: nothing is brought in twice.';

async function bringIn(
  outside: Applying,
  readWorkbook: ReadWorkbook,
  { form, fileName, bytes, within }: ImportAsked,
  say: (line: ImportLine) => void,
): Promise<ImportLine> {
  const sheet = await readWorkbook(bytes, fileName);
  if (!sheet.ok) return { kind: 'problem', words: sheet.error.sentence };
  const onProgress = (done: number, of: number): void => say({ kind: 'progress', done, of });
  const done = await importSheet(outside, { form, fileName, within, sheet: sheet.value, onProgress });
  if (!done.ok) return { kind: 'problem', words: done.error };
  return { kind: 'summary', ...done.value, parked: done.value.parked.map((one) => ({ ...one })) };
}
