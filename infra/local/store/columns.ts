// What SharePoint insists on when a column is made or changed.
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from './problem.ts';
import type { Column, ColumnType, NewColumn, Problem } from './types.ts';

const mostIndexedColumns = 20;

const mayBeIndexed: Readonly<Record<ColumnType, boolean>> = {
  text: true,
  note: false,
  choice: true,
  number: true,
  dateTime: true,
  boolean: true,
  hyperlink: false,
};

const mayBeUnique: Readonly<Record<ColumnType, boolean>> = { ...mayBeIndexed, boolean: false };

const internalName = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/;

/** Names that every item has, whatever the list's columns. */
export const systemFields: readonly string[] = [
  'id',
  'ID',
  'ContentType',
  'Created',
  'Modified',
  'Author',
  'Editor',
  'AuthorLookupId',
  'EditorLookupId',
  'AppAuthorLookupId',
  'AppEditorLookupId',
  'Attachments',
  'Edit',
  'LinkTitle',
  'LinkTitleNoMenu',
  'ItemChildCount',
  'FolderChildCount',
  '_UIVersionString',
  '_ComplianceFlags',
];

/** Checks a column against the others of its list. */
export function checkColumn(column: NewColumn, others: readonly Column[]): Result<null, Problem> {
  const { name, kind } = column;
  if (!internalName.test(name)) {
    return invalidRequest(
      `Column name '${name}' is not supported: begin with a letter and use at most 32 letters, digits and underscores.`,
    );
  }
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  if (systemFields.some(same) || others.some((other) => same(other.name))) {
    return {
      ok: false,
      error: { status: 409, code: 'nameAlreadyExists', message: `A column named '${name}' already exists.` },
    };
  }
  if (column.enforceUniqueValues && !column.indexed) {
    return invalidRequest(`Column '${name}' must be indexed before unique values can be enforced.`);
  }
  if (column.enforceUniqueValues && !mayBeUnique[kind.type]) {
    return invalidRequest(`Column '${name}' is of type ${kind.type}, which cannot enforce unique values.`);
  }
  if (column.indexed && !mayBeIndexed[kind.type]) {
    return invalidRequest(`Column '${name}' is of type ${kind.type}, which cannot be indexed.`);
  }
  if (column.indexed && others.filter((other) => other.indexed).length >= mostIndexedColumns) {
    return invalidRequest(
      `Column '${name}' cannot be indexed: a list has at most ${mostIndexedColumns} indexed columns.`,
    );
  }
  if (kind.type === 'choice' && kind.choices.length === 0) {
    return invalidRequest(`Column '${name}' needs at least one choice.`);
  }
  return ok(null);
}

/** Beyond this many items SharePoint makes no index any more. */
const mostItemsToIndex = 20_000;

/** A list that has grown too long is not read through for a new index. */
export function checkLength(items: number): Result<null, Problem> {
  return items <= mostItemsToIndex
    ? ok(null)
    : invalidRequest('The attempted operation is prohibited because it exceeds the list view threshold.');
}

/** The column that every list has from the start. */
export const titleColumn: NewColumn = {
  name: 'Title',
  displayName: 'Title',
  description: '',
  indexed: false,
  enforceUniqueValues: false,
  required: true,
  hidden: false,
  defaultValue: null,
  kind: { type: 'text', maxLength: 255 },
};
