// One form response's cells -> typed answers, or one sentence for each cell that cannot be used.
import { caseReasons, closureReasons, pupilGroups, type NoticeKind } from '#domain/case.ts';
import { parseDate, Temporal, type PlainDate } from '#domain/dates.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { formDefinitions, type FormField } from './definitions.ts';

/** A cell as a workbook, an intake list or a hook gives it. */
export type Cell = string | number | boolean | Date | null;
export type Cells = Readonly<Record<string, Cell>>;
export type Answer = string | number | boolean | PlainDate | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;

export interface AnswerProblem {
  readonly question: string;
  /** The value as it was typed; empty when it is missing. */
  readonly value: string;
  readonly words: string;
}

const known: Readonly<Record<string, readonly string[]>> = {
  groups: pupilGroups,
  reasons: caseReasons,
  closureReason: closureReasons,
};

/** A one-line column of a SharePoint list holds this many characters. */
const oneLine = 255;

const shown = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();

function readDate(cell: Cell): Result<PlainDate, string> {
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) {
    // Excel's date serials have no time zone; the reader gives them as midnight in UTC.
    return ok(Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toZonedDateTimeISO('UTC').toPlainDate());
  }
  return parseDate(shown(cell));
}

function readHours(cell: Cell): Result<number, string> {
  const hours = typeof cell === 'number' ? cell : Number(shown(cell).replace(/\s*(h|hrs?|hours?)$/i, ''));
  if (Number.isFinite(hours) && hours >= 0 && hours <= 60) return ok(hours);
  return err(`“${shown(cell)}” is not a number of hours; write it like 12.5`);
}

function readChoices(field: FormField, cell: Cell): Result<readonly string[], string> {
  const picked = shown(cell)
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const allowed = known[field.name] ?? [];
  const found = picked.map((one) => allowed.find((choice) => choice.toLowerCase() === one.toLowerCase()));
  const odd = picked.find((_, index) => found[index] === undefined);
  if (odd !== undefined) return err(`“${odd}” is not one of: ${allowed.join(', ')}`);
  return ok(found.filter((one) => one !== undefined));
}

function readYesNo(cell: Cell): Result<boolean, string> {
  const text = shown(cell).toLowerCase();
  if (text === 'yes' || text === 'true') return ok(true);
  return text === 'no' || text === 'false' ? ok(false) : err(`“${shown(cell)}” is neither Yes nor No`);
}

function readCell(field: FormField, cell: Cell): Result<Answer, string> {
  switch (field.kind) {
    case 'date':
      return readDate(cell);
    case 'hours':
      return readHours(cell);
    case 'yes or no':
      return readYesNo(cell);
    case 'choices':
      return readChoices(field, cell);
    case 'choice': {
      const one = readChoices(field, cell);
      return one.ok ? ok(one.value[0] ?? null) : one;
    }
    case 'text':
      return shown(cell).length > oneLine
        ? err(`longer than the ${oneLine} characters that there is room for`)
        : ok(shown(cell));
    case 'long text':
      return ok(shown(cell));
  }
}

const sameTitle = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Questions of the form that the sheet has no column for. */
export const questionsMissing = (form: NoticeKind, questions: readonly string[]): readonly string[] =>
  formDefinitions[form].fields
    .filter((field) => field.required && !questions.some((question) => sameTitle(question, field.question)))
    .map((field) => field.question);

export function readAnswers(form: NoticeKind, cells: Cells): Result<Answers, readonly AnswerProblem[]> {
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  const titles = Object.keys(cells);
  for (const field of formDefinitions[form].fields) {
    const title = titles.find((one) => sameTitle(one, field.question));
    const cell = title === undefined ? null : (cells[title] ?? null);
    const complain = (words: string): number => problems.push({ question: field.question, value: shown(cell), words });
    if (shown(cell) === '') {
      answers[field.name] = field.kind === 'choices' ? [] : null;
      if (field.required) complain('no answer');
      continue;
    }
    const read = readCell(field, cell);
    if (read.ok) answers[field.name] = read.value;
    else complain(read.error);
  }
  if (answers['consentSigned'] === true && answers['consentOn'] === null) {
    problems.push({
      question: 'Date the parent signed',
      value: '',
      words: 'no answer, though the parent is said to have signed',
    });
  }
  return problems.length > 0 ? err(problems) : ok(answers);
}
