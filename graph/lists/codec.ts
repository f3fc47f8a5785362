import { ok, type Result } from '#domain/result.ts';
import type { Cells, WrittenCells } from './column.ts';
import type { CellProblem } from './fields.ts';
import type { ListSchema } from './list-schema.ts';

function fieldNames<T extends object>(schema: ListSchema<T>): readonly (keyof T & string)[] {
  return Object.keys(schema.fields) as (keyof T & string)[];
}

/** A row's cells as a record, or the first column that does not fit. */
export function decode<T extends object>(schema: ListSchema<T>, cells: Cells): Result<T, CellProblem> {
  const record: Partial<T> = {};
  for (const name of fieldNames(schema)) {
    const value = schema.fields[name].read(cells);
    if (!value.ok) return value;
    record[name] = value.value;
  }
  return ok(record as T);
}

/** A row's cells as a record, with what `before` said in place of each cell that does not fit. */
export function decodeOver<T extends object>(schema: ListSchema<T>, cells: Cells, before: T): T {
  const record: Partial<T> = {};
  for (const name of fieldNames(schema)) {
    const value = schema.fields[name].read(cells);
    record[name] = value.ok ? value.value : before[name];
  }
  return record as T;
}

/** What SharePoint takes in a column of one line. */
const longestLine = 255;

/** The cells of those fields that `changes` names. Throws when a text is too long for its column: callers check what people type. */
export function encode<T extends object>(schema: ListSchema<T>, changes: Partial<T>): WrittenCells {
  const cells: Record<string, WrittenCells[string]> = {};
  for (const name of fieldNames(schema)) {
    if (Object.hasOwn(changes, name)) Object.assign(cells, schema.fields[name].write(changes[name] as T[typeof name]));
  }
  for (const { name, title, kind } of schema.columns) {
    const cell = cells[name];
    if (kind.type !== 'text' || typeof cell !== 'string' || cell.length <= longestLine) continue;
    throw new Error(`${schema.title}: ${title} holds ${longestLine} characters at most, not ${cell.length}.`);
  }
  return cells;
}

/** A whole record's cells. Throws when the list could not give the same record back, which is a mistake in the caller. */
export function encodeNew<T extends object>(schema: ListSchema<T>, record: T): WrittenCells {
  const cells = encode(schema, record);
  const back = decode(schema, cells);
  if (!back.ok)
    throw new Error(`${schema.title}: a new row cannot be written, because ${back.error.column} ${back.error.words}`);
  return cells;
}

/** Whether two records say the same as far as the list can hold it. */
export function sameRow<T extends object>(schema: ListSchema<T>, a: T, b: T): boolean {
  return fieldNames(schema).every((name) => sameField(schema, name, a, b));
}

function sameField<T extends object>(schema: ListSchema<T>, name: keyof T & string, a: T, b: T): boolean {
  const field = schema.fields[name];
  return JSON.stringify(field.write(a[name])) === JSON.stringify(field.write(b[name]));
}

export interface Merge<T> {
  /** What of ours is still to be written. */
  readonly toWrite: Partial<T>;
  /** Titles of the columns that both changed, differently. */
  readonly collisions: readonly string[];
}

/** Our changes to `base`, after somebody else made `theirs` of it. */
export function merge<T extends object>(schema: ListSchema<T>, base: T, theirs: T, changes: Partial<T>): Merge<T> {
  const ours: T = { ...base, ...changes };
  const toWrite: Partial<T> = {};
  const collisions: string[] = [];
  for (const name of fieldNames(schema)) {
    if (sameField(schema, name, ours, theirs) || sameField(schema, name, base, ours)) continue;
    if (sameField(schema, name, base, theirs)) toWrite[name] = ours[name];
    else collisions.push(titleOf(schema, name));
  }
  return { toWrite, collisions };
}

const titleOf = <T extends object>(schema: ListSchema<T>, name: keyof T & string): string =>
  schema.fields[name].columns[0]?.title ?? name;
