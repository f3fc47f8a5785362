import type { NoticeKind } from '#domain/case.ts';
import { formDefinitions } from '#workflows/forms/definitions.ts';
import { aWorkbook, type SheetValue } from './workbooks.ts';

/** One response as a person sent it; the answers by the names that the form's definition gives its fields. */
export interface SentResponse {
  readonly id: number;
  /** Wall-clock times, as the exporter's computer shows them: 2026-11-16T09:14:05. */
  readonly startedAt: string;
  readonly completedAt: string;
  readonly email: string;
  readonly name: string | null;
  readonly answers: Readonly<Record<string, SheetValue>>;
}

export interface ExportOptions {
  readonly sheetName?: string;
  /** Newer exports, of forms whose responses may be edited, have one column more. */
  readonly withLastModified?: boolean;
  readonly withHeader?: boolean;
  /** Fields whose questions somebody took out of the form. */
  readonly without?: readonly string[];
}

const wallClock = (text: string): Date => new Date(`${text}Z`);

/** The workbook that Microsoft Forms would export: its own columns first, then a column a question, titled as the form words it. */
export function formsExport(
  form: NoticeKind,
  responses: readonly SentResponse[],
  options: ExportOptions = {},
): Promise<Uint8Array> {
  const { sheetName = 'Sheet1', withLastModified = false, withHeader = true, without = [] } = options;
  const fields = formDefinitions[form].fields.filter(({ name }) => !without.includes(name));
  const header = [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    ...(withLastModified ? ['Last modified time'] : []),
    ...fields.map(({ question }) => question),
  ];
  const rows = responses.map(({ id, startedAt, completedAt, email, name, answers }): SheetValue[] => [
    id,
    wallClock(startedAt),
    wallClock(completedAt),
    email,
    name,
    ...(withLastModified ? [null] : []),
    ...fields.map((field) => answers[field.name] ?? null),
  ]);
  return aWorkbook({ name: sheetName, rows: withHeader ? [header, ...rows] : rows });
}
