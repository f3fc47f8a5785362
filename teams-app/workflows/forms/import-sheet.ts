// The rows of an exported workbook, one after another: every good row goes in, every bad one is parked with its reason.
import type { NoticeKind } from '#domain/case.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Applying } from './apply-response.ts';
import { formDefinitions } from './definitions.ts';
import { questionsMissing, type Cell, type Cells } from './read-answers.ts';
import { receiveFormResponse } from './receive-form-response.ts';

/** A sheet as its reader gives it: question titles and one record a row; `row` is the number that Excel shows. */
export interface FormsSheet {
  readonly questions: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, Cell>> }[];
}

/** Reads an exported workbook; the error is one sentence that names the file. */
export type ReadWorkbook = (
  bytes: Uint8Array,
  fileName: string,
) => Promise<Result<FormsSheet, { readonly sentence: string }>>;

export interface ImportSummary {
  readonly applied: number;
  readonly seenBefore: number;
  readonly parked: readonly { readonly row: number; readonly words: string }[];
}

export interface ImportRequest {
  readonly form: NoticeKind;
  readonly sheet: FormsSheet;
  readonly fileName: string;
  /** Schools for which rows may be brought in; null means all. */
  readonly within: readonly string[] | null;
  readonly onProgress: (done: number, of: number) => void;
}

const aboutTheResponse = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Last modified time'];

function cellOf(cells: Cells, title: string): Cell {
  const found = Object.keys(cells).find((one) => one.toLowerCase() === title.toLowerCase());
  return found === undefined ? null : (cells[found] ?? null);
}

const answersOf = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).filter(
      ([title]) => !aboutTheResponse.some((one) => one.toLowerCase() === title.toLowerCase()),
    ),
  );

/** Brings a sheet in. The error is one sentence about the whole file; nothing was brought in then. */
export async function importSheet(outside: Applying, request: ImportRequest): Promise<Result<ImportSummary, string>> {
  const { form, sheet, fileName } = request;
  const missing = questionsMissing(form, sheet.questions);
  if (missing.length > 0) {
    const questions = missing.map((question) => `“${question}”`).join(', ');
    const others = Object.values(formDefinitions).filter(
      (one) => one.form !== form && questionsMissing(one.form, sheet.questions).length === 0,
    );
    const hint = others[0]
      ? ` It looks like the ${others[0].form} form: choose that form instead.`
      : ' Export the form’s responses again, with all its questions.';
    return err(
      `${fileName} lacks ${missing.length === 1 ? 'a question' : 'questions'} of the ${form} form: ${questions}.${hint}`,
    );
  }
  let applied = 0;
  let seenBefore = 0;
  const parked: { row: number; words: string }[] = [];
  for (const [index, { row, cells }] of sheet.rows.entries()) {
    const responseId = String(cellOf(cells, 'ID') ?? '').trim();
    const response = {
      form,
      responseId: responseId === '' ? null : responseId,
      cells: answersOf(cells),
      origin: `${fileName}, row ${row}`,
      responder: String(cellOf(cells, 'Name') ?? '').trim() || 'Form',
    };
    const received = await receiveFormResponse(outside, response, request.within);
    if (received.kind === 'applied') applied += 1;
    if (received.kind === 'seen before') seenBefore += 1;
    if (received.kind === 'parked') parked.push({ row, words: `${fileName}, row ${row}, ${received.words}` });
    request.onProgress(index + 1, sheet.rows.length);
  }
  return ok({ applied, seenBefore, parked });
}
