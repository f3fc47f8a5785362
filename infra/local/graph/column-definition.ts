// columnDefinition: Graph's JSON for a column, read strictly and written back.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest, notKnown } from '../store/problem.ts';
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
    choices: z.array(z.string().min(1)).optional(),
    displayAs: z.enum(['dropDownMenu', 'radioButtons']).optional(),
  }),
  number: z.strictObject({
    decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
    displayAs: z.literal('number').optional(),
    minimum: z.number().nullable().optional(),
    maximum: z.number().nullable().optional(),
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
    ...dateDisplayIn(definition),
  });
}

/** What a PATCH leaves out stays, within its type as well: OData's rule for all that is set together. */
export function parseColumnChanges(body: unknown, before: Column): Result<Partial<NewColumn>, Problem> {
  const parsed = parseBody(columnChanges, body, 'columnDefinition');
  if (!parsed.ok) return parsed;
  const kind = kindOf(parsed.value, before.name, before.kind);
  if (!kind.ok) return kind;
  const { name, displayName, description, indexed, enforceUniqueValues, required, hidden, defaultValue } = parsed.value;
  const plain = { name, displayName, description, indexed, enforceUniqueValues, required, hidden, kind: kind.value };
  const given = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  ) as Partial<NewColumn>;
  const shown = { ...given, ...dateDisplayIn(parsed.value) };
  return ok(defaultValue === undefined ? shown : { ...shown, defaultValue: defaultValue?.value ?? null });
}

function dateDisplayIn({ dateTime }: Changes): Pick<NewColumn, 'dateDisplay'> {
  return dateTime?.displayAs === undefined ? {} : { dateDisplay: dateTime.displayAs };
}

function kindOf(definition: Changes, name: string, before?: ColumnKind): Result<ColumnKind | undefined, Problem> {
  const given = typeNames.filter((type) => definition[type] !== undefined);
  if (given.length > 1) return invalidRequest(`Column '${name}' has more than one type: ${given.join(', ')}.`);
  const [type] = given;
  return type === undefined ? ok(undefined) : readKind(type, definition, before);
}

function readKind(type: TypeName, definition: Changes, before?: ColumnKind): Result<ColumnKind, Problem> {
  const { text = {}, choice, number, dateTime, hyperlinkOrPicture } = definition;
  switch (type) {
    case 'text':
      return (text.allowMultipleLines ?? before?.type === 'note') ? readNote(text, before) : readLine(text, before);
    case 'choice': {
      const was = before?.type === type ? before : undefined;
      return ok({
        type,
        choices: choice?.choices ?? was?.choices ?? [],
        allowTextEntry: choice?.allowTextEntry ?? was?.allowTextEntry ?? false,
        displayAs: choice?.displayAs ?? was?.displayAs ?? 'dropDownMenu',
      });
    }
    case 'number': {
      const was = before?.type === type ? before : undefined;
      const { minimum = was?.minimum ?? null, maximum = was?.maximum ?? null } = number ?? {};
      return ok({
        type,
        minimum,
        maximum,
        decimalPlaces: number?.decimalPlaces ?? was?.decimalPlaces ?? 'automatic',
      });
    }
    case 'dateTime':
      return ok({ type, format: dateTime?.format ?? (before?.type === type ? before.format : 'dateTime') });
    case 'boolean':
      return ok({ type });
    case 'hyperlinkOrPicture': {
      const was = before?.type === 'hyperlink' && before.isPicture;
      return ok({ type: 'hyperlink', isPicture: hyperlinkOrPicture?.isPicture ?? was });
    }
  }
}

type TextFacet = NonNullable<Changes['text']>;

function readLine(text: TextFacet, before?: ColumnKind): Result<ColumnKind, Problem> {
  const { linesForEditing = 0, textType, maxLength } = text;
  if (linesForEditing !== 0 || textType !== undefined)
    return notKnown('a single line of text with linesForEditing or textType');
  return ok({ type: 'text', maxLength: maxLength ?? (before?.type === 'text' ? before.maxLength : 255) });
}

function readNote(text: TextFacet, before?: ColumnKind): Result<ColumnKind, Problem> {
  if (text.maxLength !== undefined) return notKnown('several lines of text with maxLength');
  const was = before?.type === 'note' ? before.linesForEditing : 6;
  return ok({ type: 'note', linesForEditing: text.linesForEditing ?? was });
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
    ...facetOf(column),
  };
}

function facetOf({ kind, dateDisplay = 'default' }: Column): Readonly<Record<string, unknown>> {
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
      return { dateTime: { displayAs: dateDisplay, format: kind.format } };
    case 'boolean':
      return { boolean: {} };
    case 'hyperlink':
      return { hyperlinkOrPicture: { isPicture: kind.isPicture } };
  }
}
