import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#domain/result.ts';
import { type FormsSheet, headerMarks } from './sheet.ts';
import type { WorkerAnswer } from './workbook-worker.ts';
import { unpackedSize } from './zip-sizes.ts';

export type { FormsSheet } from './sheet.ts';

export interface WorkbookProblem {
  readonly kind: 'not a workbook' | 'no header row' | 'too large';
  /** One sentence for a person: the file, what is wrong, what to do. */
  readonly sentence: string;
}

export interface WorkbookLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly memoryMb: number;
  readonly seconds: number;
}

const usualLimits: WorkbookLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  rows: 20_000,
  memoryMb: 512,
  seconds: 60,
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/**
 * The responses in a workbook as Microsoft Forms exports it, from whichever sheet holds them. It is read in a thread of its own, with its own
 * limits of memory and time, so that neither a large nor a hostile workbook holds up or takes down the process.
 */
export async function readFormsWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits = usualLimits,
): Promise<Result<FormsSheet, WorkbookProblem>> {
  const problem = (kind: WorkbookProblem['kind'], rest: string): Result<never, WorkbookProblem> =>
    err({ kind, sentence: `“${fileName}” ${rest}` });
  const split = 'export fewer responses at a time and import the parts';

  if (bytes.byteLength > limits.bytes) {
    return problem('too large', `is larger than ${megabytes(limits.bytes)}: ${split}.`);
  }
  const unpacked = unpackedSize(bytes);
  if (unpacked !== undefined && unpacked > limits.unpackedBytes) {
    return problem('too large', `unpacks to more than ${megabytes(limits.unpackedBytes)}: ${split}.`);
  }
  const answer = unpacked === undefined ? notAWorkbook : await readInThread(bytes, limits);

  switch (answer.outcome) {
    case 'not a workbook':
      return problem('not a workbook', 'is not an Excel workbook: choose the .xlsx file that Microsoft Forms exports.');
    case 'out of bounds':
      return problem('too large', `needs more memory or time to read than a form export should: ${split}.`);
    case 'read':
      break;
  }
  if (!answer.sheet) {
    const [id, time] = headerMarks;
    return problem(
      'no header row',
      `has no header row: no sheet has a row with both “${id}” and “${time}”, as every Microsoft Forms export in English has. Export the responses again and leave the first row as it is.`,
    );
  }
  if (answer.sheet.rows.length > limits.rows) {
    return problem(
      'too large',
      `has ${answer.sheet.rows.length} responses, and ${limits.rows} can be read at a time: ${split}.`,
    );
  }
  return ok(answer.sheet);
}

type Answer = WorkerAnswer | { readonly outcome: 'out of bounds' };

const notAWorkbook: Answer = { outcome: 'not a workbook' };
const outOfBounds: Answer = { outcome: 'out of bounds' };

function readInThread(bytes: Uint8Array, limits: WorkbookLimits): Promise<Answer> {
  // Not slice(): a Buffer's shares its memory, which cannot be handed over.
  const copy = new Uint8Array(bytes).buffer;
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: copy,
    transferList: [copy],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      resolve(outOfBounds);
      void worker.terminate();
    };
    AbortSignal.timeout(limits.seconds * 1000).addEventListener('abort', giveUp, { once: true });
    worker.once('message', (answer: WorkerAnswer) => resolve(answer));
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(outOfBounds);
      else reject(error);
    });
    worker.once('exit', (code) =>
      reject(new Error(`The thread that reads workbooks ended with code ${code} before it answered.`)),
    );
  });
}
