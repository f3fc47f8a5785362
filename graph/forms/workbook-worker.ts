import { parentPort, workerData } from 'node:worker_threads';
import readWorkbook from 'read-excel-file/universal';
import { type FormsSheet, findSheet } from './sheet.ts';

export type WorkerAnswer =
  | { readonly outcome: 'read'; readonly sheet: FormsSheet | undefined }
  | { readonly outcome: 'not a workbook' };

async function read(bytes: unknown): Promise<WorkerAnswer> {
  if (!(bytes instanceof ArrayBuffer))
    throw new TypeError('The thread that reads workbooks is given the bytes of one.');
  const sheets = await readWorkbook(bytes).catch(() => undefined);
  if (sheets === undefined) return { outcome: 'not a workbook' };
  return { outcome: 'read', sheet: findSheet(sheets.map(({ data }) => data)) };
}

parentPort?.postMessage(await read(workerData));
