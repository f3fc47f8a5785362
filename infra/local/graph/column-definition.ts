// columnDefinition: Graph's JSON for a column, read strictly and written back.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../store/problem.ts';
import type { Column, ColumnKind, NewColumn, Problem } from '../store/types.ts';
import { parseBody } from './parse-body.ts';

const facets = {
  text: z.strictObject({
    allowMultipleLines: z.boolean().optional(),
    appendChangesToExistingText: z.literal(false).optional(),
    linesForEditing: z.int().min(0).optional(),
    maxLength: z.int().min(1).max(255).optional(),
    textType: z.literal('plain').optional(),
  }),
  choice: z.strictObject({
    allowTextEntry: z.boolean().optional(),
    choices: z.array(z.string().min(1)),
    displayAs: z.enum(['dropDownMenu', 'radioButtons']).optional(),
  }),
  number: z.strictObject({
    decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
    displayAs: z.literal('number').optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
  dateTime: z.strictObject({
    displayAs: z.enum(['default', 'standard', 'friendly']).optional(),
    format: z.enum(['dateOnly', 'dateTime']).optional(),
  }),
  boolean: z.strictObject({}),
  hyperlinkOrPicture: z.strictObject({ isPicture: z.boolean().optional() }),
};

const about = {
  name: z.string(),
  displayName: z.string().min(1).optional(),
  description: z.string().optional(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
  defaultValue: z.strictObject({ value: z.string() }).nullable().optional(),
};

const typeNames = ['text', 'choice', 'number', 'dateTime', 'boolean', 'hyperlinkOrPicture'] as const;
type TypeName = (typeof typeNames)[number];

const facetShape = z.object(facets).partial().shape;
export const columnDefinition = z.strictObject({ ...about, ...facetShape });
const columnChanges = z.strictObject({ ...about, name: about.name.optional(), ...facetShape });

type Definition = z.infer<typeof columnDefinition>;
type Changes = z.infer<typeof columnChanges>;

/** A whole definition; exactly one of the types must be there. */
export function toNewColumn(definition: Definition): Result<NewColumn, Problem> {
  const kind = kindOf(definition, definition.name);
  if (!kind.ok) return kind;
  if (kind.value === undefined)
    return invalidRequest(`Column '${definition.name}' needs a type, one of: ${typeNames.join(', ')}.`);
  return ok({
    name: definition.name,
    displayName: definition.displayName ?? definition.name,
    description: definition.description ?? '',
    indexed: definition.indexed ?? false,
    enforceUniqueValues: definition.enforceUniqueValues ?? false,
    required: definition.required ?? false,
    hidden: definition.hidden ?? false,
    defaultValue: definition.defaultValue?.value ?? null,
    kind: kind.value,
  });
}

export function parseColumnChanges(body: unknown): Result<Partial<NewColumn>, Problem> {
  const parsed = parseBody(columnChanges, body, 'columnDefinition');
  if (!parsed.ok) return parsed;
  const kind = kindOf(parsed.value, parsed.value.name ?? '');
  if (!kind.ok) return kind;
  const { name, displayName, description, indexed, enforceUniqueValues, required, hidden, defaultValue } = parsed.value;
  const plain = { name, displayName, description, indexed, enforceUniqueValues, required, hidden, kind: kind.value };
  const given = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  ) as Partial<NewColumn>;
  return ok(defaultValue === undefined ? given : { ...given, defaultValue: defaultValue?.value ?? null });
}

function kindOf(definition: Changes, name: string): Result<ColumnKind | undefined, Problem> {
  const given = typeNames.filter((type) => definition[type] !== undefined);
  if (given.length > 1) return invalidRequest(`Column '${name}' has more than one type: ${given.join(', ')}.`);
  const [type] = given;
  return ok(type === undefined ? undefined : readKind(type, definition));
}

function readKind(type: TypeName, definition: Changes): ColumnKind {
  const { text, choice, number, dateTime, hyperlinkOrPicture } = definition;
  switch (type) {
    case 'text':
      return text?.allowMultipleLines === true
        ? { type: 'note', linesForEditing: text.linesForEditing ?? 6 }
        : { type: 'text', maxLength: text?.maxLength ?? 255 };
    case 'choice':
      return {
        type,
        choices: choice?.choices ?? [],
        allowTextEntry: choice?.allowTextEntry ?? false,
        displayAs: choice?.displayAs ?? 'dropDownMenu',
      };
    case 'number':
      return {
        type,
        minimum: number?.minimum ?? null,
        maximum: number?.maximum ?? null,
        decimalPlaces: number?.decimalPlaces ?? 'automatic',
      };
    case 'dateTime':
      return { type, format: dateTime?.format ?? 'dateTime' };
    case 'boolean':
      return { type };
    case 'hyperlinkOrPicture':
      return { type: 'hyperlink', isPicture: hyperlinkOrPicture?.isPicture ?? false };
  }
}

export function columnShape(column: Column): Readonly<Record<string, unknown>> {
  return {
    columnGroup: 'Custom Columns',
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: false,
    required: column.required,
    ...(column.defaultValue === null ? {} : { defaultValue: { value: column.defaultValue } }),
    ...facetOf(column.kind),
  };
}

function facetOf(kind: ColumnKind): Readonly<Record<string, unknown>> {
  const line = { appendChangesToExistingText: false };
  switch (kind.type) {
    case 'text':
      return { text: { allowMultipleLines: false, ...line, linesForEditing: 0, maxLength: kind.maxLength } };
    case 'note':
      return { text: { allowMultipleLines: true, ...line, linesForEditing: kind.linesForEditing, textType: 'plain' } };
    case 'choice':
      return { choice: { allowTextEntry: kind.allowTextEntry, choices: kind.choices, displayAs: kind.displayAs } };
    case 'number':
      return {
        number: {
          decimalPlaces: kind.decimalPlaces,
          displayAs: 'number',
          ...(kind.minimum === null ? {} : { minimum: kind.minimum }),
          ...(kind.maximum === null ? {} : { maximum: kind.maximum }),
        },
      };
    case 'dateTime':
      return { dateTime: { displayAs: 'default', format: kind.format } };
    case 'boolean':
      return { boolean: {} };
    case 'hyperlink':
      return { hyperlinkOrPicture: { isPicture: kind.isPicture } };
  }
}
