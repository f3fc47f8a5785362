import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { caseRecordSchema, type CaseRecord, type CaseRecordJson } from './case-record.ts';

/** One value of a document that no case can hold. */
export interface RecordProblem {
  /** plan.versions.0.weeks.2.days.monday.out; empty for the document as a whole. */
  readonly path: string;
  /** The value as it stands there, shortened; empty where nothing stands. */
  readonly value: string;
  readonly words: string;
}

const longest = 60;

function shown(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `“${value.length > longest ? `${value.slice(0, longest)}…` : value}”`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return typeof value === 'object' ? 'a group of fields' : 'something that JSON has no word for';
}

const isGroup = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (isGroup(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    document,
  );

const kinds: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

function wordsFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing; write it in';
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${kinds[issue.expected] ?? issue.expected}; write ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `is not known here; write ${issue.values.map((one) => `“${String(one)}”`).join(', ')}`.replace(
        /, (“[^“]*”)$/,
        ' or $1',
      );
    case 'too_small':
      if (issue.origin === 'string') return 'is empty; write it in';
      return `is too small; write ${String(issue.minimum)} or more`;
    case 'too_big':
      if (issue.origin === 'string') return `is too long; write at most ${String(issue.maximum)} characters`;
      return `is too large; write ${String(issue.maximum)} or less`;
    case 'custom':
      return issue.message;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'cannot be understood here; see docs/case.schema.json';
  }
}

function problemsOf(issue: z.core.$ZodIssue, document: unknown): readonly RecordProblem[] {
  const problem = (path: readonly PropertyKey[], words: (value: unknown) => string): RecordProblem => {
    const value = valueAt(document, path);
    return { path: path.map(String).join('.'), value: shown(value), words: words(value) };
  };
  if (issue.code === 'unrecognized_keys') {
    const unknown = 'is not a field of a case; take it out, or see docs/case.schema.json for its name';
    return issue.keys.map((key) => problem([...issue.path, key], () => unknown));
  }
  return [problem(issue.path, (value) => wordsFor(issue, value))];
}

/** Reads a document of `JSON.parse`. Every problem is told at once, with its path and value; nothing is thrown. */
export function parseRecord(document: unknown): Result<CaseRecord, readonly RecordProblem[]> {
  const parsed = caseRecordSchema.safeParse(document);
  return parsed.success ? ok(parsed.data) : err(recordProblems(parsed.error, document));
}

/** Everything that a schema of the record says against a document. */
export const recordProblems = (error: z.ZodError, document: unknown): readonly RecordProblem[] =>
  error.issues.flatMap((issue) => problemsOf(issue, document));

/** The record as a document that `parseRecord` reads back to the same record. */
export const recordToJson = (record: CaseRecord): CaseRecordJson => z.encode(caseRecordSchema, record);

/** “plan.current: 0 is too small; write 1 or more” */
export const problemText = ({ path, value, words }: RecordProblem): string =>
  `${path === '' ? 'The document' : path}: ${value === '' ? '' : `${value} `}${words}.`;
