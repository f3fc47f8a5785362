// Case records in any state that a file can hold, made from the published JSON Schema, so that no field is forgotten.
import fc from 'fast-check';
import { caseSchemaText } from '#domain/record/json-schema.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseRecord, problemText } from '#domain/record/parse-record.ts';
import { aRecordJson } from './record.ts';
import { today } from './today.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(caseSchemaText()) as Schema;

const phrases = [
  '',
  ' ',
  'N/A',
  'I like reading with Sam.',
  'Robin likes it; he stays longer now.',
  'to manage his behaviour until a place is found',
  'They said he would otherwise be excluded.',
  'Robin must not run, 100% of the time',
  'Year 6',
  'R',
  '11',
  'A123456789012',
  'Pat Sample',
  'Link practitioner',
  'see attached',
];
const codes = ['/', '\\', 'C', 'C2', 'X', 'B', 'I', 'M', 'O', '#', 'K', 'D', '', 'ZZ'];
const day = fc.integer({ min: -420, max: 420 }).map((days) => today.add({ days }).toString());
const clock = fc
  .integer({ min: 30, max: 64 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );

function text({ format, pattern, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return day;
  if (pattern !== undefined) return clock;
  if (minLength !== undefined) return fc.constant('K7M-2QX');
  if (maxLength !== undefined) return fc.constantFrom(...codes);
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...phrases) }, fc.string({ maxLength: 12 }));
}

function number({ type, minimum = 0, maximum = 60 }: Schema): fc.Arbitrary<number> {
  const whole = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 6) });
  return type === 'integer'
    ? whole
    : fc.oneof(
        whole,
        fc.integer({ min: 0, max: 65 }).map((halves) => halves / 2),
      );
}

/** Any value of a schema. What may be left out is left out a third of the time. */
function valueOf(one: Schema): fc.Arbitrary<unknown> {
  const named = one.$ref === undefined ? undefined : schema.$defs?.[one.$ref.replace('#/$defs/', '')];
  if (named) return valueOf(named);
  if (one.const !== undefined) return fc.constant(one.const);
  if (one.enum) return fc.constantFrom(...one.enum);
  if (one.anyOf) return fc.oneof(...one.anyOf.map(valueOf));
  if (one.items) return fc.array(valueOf(one.items), { maxLength: 3 });
  if (one.properties) {
    const fields = Object.entries(one.properties).map(([name, field]) => [name, valueOf(field)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...(one.required ?? [])] });
  }
  if (one.type === 'string' || one.pattern !== undefined) return text(one);
  if (one.type === 'integer' || one.type === 'number') return number(one);
  return one.type === 'boolean' ? fc.boolean() : fc.constant(null);
}

type Fields = Record<string, unknown>;

/** Versions get numbers of their own: of two with the same number a finding says that nobody can tell which holds. */
function numbered(json: Fields): Fields {
  const plan = json['plan'] as { versions?: Fields[] } | undefined;
  for (const [place, version] of (plan?.versions ?? []).entries()) version['version'] = place + 1;
  return json;
}

const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, valueOf(part)] as const);

/** The ordinary record with some of its parts put in the place of others that could be anything. */
const changed: fc.Arbitrary<Fields> = fc
  .subarray(parts, { maxLength: 6 })
  .chain((some) => fc.record(Object.fromEntries(some)))
  .map((changes) => numbered({ ...(aRecordJson() as Fields), ...structuredClone(changes) }));

const anything: fc.Arbitrary<Fields> = fc
  .record(Object.fromEntries(parts), { requiredKeys: [...(schema.required ?? [])] })
  .map((json) => numbered(structuredClone(json)));

export const anyRecordJson: fc.Arbitrary<Fields> = fc.oneof(changed, anything);

export function readRecord(json: unknown): CaseRecord {
  const parsed = parseRecord(json);
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.error.map(problemText).join('\n'));
}

export const anyRecord: fc.Arbitrary<CaseRecord> = anyRecordJson.map(readRecord);
