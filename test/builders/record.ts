// aRecord({ plan: { … } }): an ordinary case, sound in every respect on the day of the tests, with the changes given.
// Changes are written as in a file: dates as “2026-11-02”, times as “09:00”. Groups of fields are merged; a list given
// takes the place of the whole list.
import type { CaseRecord, CaseRecordJson } from '#domain/record/case-record.ts';
import { parseRecord, problemText } from '#domain/record/parse-record.ts';
import { ordinaryRecord } from './record-parts/ordinary.ts';

type Changes<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Changes<T[Key]> }
    : T;
export type RecordChanges = Changes<CaseRecordJson>;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: unknown, changes: unknown): unknown {
  if (!isFields(base) || !isFields(changes)) return changes;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) result[key] = merged(base[key], value);
  return result;
}

/** The ordinary case with changes, as it would stand in a file. */
export const aRecordJson = (changes: RecordChanges = {}): unknown => merged(ordinaryRecord, changes);

export function aRecord(changes: RecordChanges = {}): CaseRecord {
  const parsed = parseRecord(aRecordJson(changes));
  if (parsed.ok) return parsed.value;
  throw new Error(`This is no case:\n${parsed.error.map(problemText).join('\n')}`);
}
