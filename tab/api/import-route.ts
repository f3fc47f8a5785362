import type { Response } from 'express';
import type { Applying } from '#workflows/forms/apply-response.ts';
import { importSheet, type ReadWorkbook } from '#workflows/forms/import-sheet.ts';
import type { ImportLine } from './contract.ts';

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
  const sheet = await readWorkbook(asked.bytes, asked.fileName);
  if (!sheet.ok) {
    say({ kind: 'problem', words: sheet.error.sentence });
  } else {
    const { form, fileName, within } = asked;
    const onProgress = (done: number, of: number): void => say({ kind: 'progress', done, of });
    const done = await importSheet(outside, { form, fileName, within, sheet: sheet.value, onProgress });
    say(
      done.ok
        ? { kind: 'summary', ...done.value, parked: done.value.parked.map((one) => ({ ...one })) }
        : { kind: 'problem', words: done.error },
    );
  }
  answer.end();
}
