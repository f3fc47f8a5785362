// Sections as they are read, kept and shown: checked against their schema, as JSON for the list, in words for people.
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { recordProblems, type RecordProblem } from './parse-record.ts';
import { sections, type SectionBody, type SectionContent, type SectionKind } from './sections.ts';
import type { Casefile } from '../case.ts';
import type { PlainDate } from '../dates.ts';

/** Reads a document of `JSON.parse` as one section. Every problem is told at once, with its path and value; nothing is thrown. */
export function parseSection(kind: SectionKind, document: unknown): Result<SectionContent, readonly RecordProblem[]> {
  const parsed = sections[kind].schema.safeParse(document);
  // The schema is the one of this kind, which TypeScript cannot follow through the table.
  if (parsed.success) return ok({ kind, body: parsed.data } as SectionContent);
  return err(recordProblems(parsed.error, document));
}

export type SectionDocument = Readonly<Record<string, unknown>>;

/** The body as a document that `parseSection` reads back to the same body. */
export const sectionToJson = ({ kind, body }: SectionContent): SectionDocument =>
  z.encode(sections[kind].schema as z.ZodType<SectionContent['body'], SectionDocument>, body);

/** What a form needs to know of a field: the JSON Schema that zod makes, as far as the sections use it. */
export interface FieldSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  /** Words for the values of `enum` that are codes. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FieldSchema>>;
  readonly minimum?: number;
  readonly maxLength?: number;
}

/** One part of a case as it is filled in, with the day on which it was last changed; undefined where nobody has begun. */
export function partOf<K extends SectionKind>(
  { sections: filled }: Pick<Casefile, 'sections'>,
  kind: K,
): { readonly body: SectionBody<K>; readonly changedOn: PlainDate } | undefined {
  const found = filled.find(({ content }) => content.kind === kind);
  // A section of this kind has a body of this kind, which TypeScript cannot follow through the union.
  return found && { body: found.content.body as SectionBody<K>, changedOn: found.changedOn };
}

const made = new Map<SectionKind, FieldSchema>();

/** The JSON Schema (draft 2020-12) of a section as it is written. */
export function sectionSchema(kind: SectionKind): FieldSchema {
  const before = made.get(kind);
  if (before) return before;
  const schema = z.toJSONSchema(sections[kind].schema, { io: 'input' }) as FieldSchema;
  made.set(kind, schema);
  return schema;
}

/** What a nullable field is when it is filled in; a reference is followed by its name alone. */
const filled = (schema: FieldSchema): FieldSchema => ({
  ...schema,
  ...schema.anyOf?.find((one) => one.type !== 'null'),
});

const shownValue = (value: string | number | boolean, labels: FieldSchema['labels']): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return labels?.[value] ?? value;
};

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) ? value.every(isBlank) : typeof value === 'object' && Object.values(value).every(isBlank));

function linesOf(value: unknown, given: FieldSchema, depth: number): readonly string[] {
  if (isBlank(value)) return [];
  const schema = filled(given);
  const indent = '  '.repeat(depth);
  const title = schema.title ?? '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [`${indent}${title === '' ? '' : `${title}: `}${shownValue(value, schema.labels)}`];
  const head = title === '' ? [] : [`${indent}${title}`];
  const inner = title === '' ? depth : depth + 1;
  if (Array.isArray(value)) {
    const items = value.flatMap((one, index) => {
      const lines = linesOf(one, schema.items ?? {}, inner + 1);
      return lines.length === 0
        ? []
        : [`${'  '.repeat(inner)}${index + 1}. ${lines[0]?.trimStart()}`, ...lines.slice(1)];
    });
    return [...head, ...items];
  }
  const fields = Object.entries(value as object).flatMap(([name, one]) =>
    linesOf(one, schema.properties?.[name] ?? {}, inner),
  );
  return [...head, ...fields];
}

/** The section as somebody reads it who opens the list without this product: one line a field, blank ones left out. */
export const sectionWords = (content: SectionContent): string =>
  linesOf(sectionToJson(content), sectionSchema(content.kind), 0).join('\n');
