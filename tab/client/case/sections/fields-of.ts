// From a JSON Schema to the fields of a form: references followed, “or null” read as “may be blank”, each with its kind.
import { type JsonSchema, readJsonSchema } from './json-schema.ts';

export interface Option {
  readonly value: string;
  readonly words: string;
}

interface Told {
  /** Blank where the schema has none: the entry of a list. */
  readonly title: string;
  readonly hint: string;
  /** Null is allowed: nothing is there yet. */
  readonly nullable: boolean;
  /** The entry that it belongs to cannot be kept without it. */
  readonly required: boolean;
}

export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

export type TextField = Told & {
  readonly kind: 'text';
  /** One line; one that grows with its words; or the whole width from the start. */
  readonly room: 'line' | 'growing' | 'wide';
  readonly most: number | undefined;
};
export type NumberField = Told & {
  readonly kind: 'number';
  readonly whole: boolean;
  readonly least: number | undefined;
  readonly most: number | undefined;
};
export type ChoiceField = Told & {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly coded: boolean;
};
export type GroupField = Told & { readonly kind: 'group'; readonly fields: readonly NamedField[] };
/** The five days of a week, each a group of a time in and a time out. */
export type DaysField = Told & { readonly kind: 'days'; readonly fields: readonly NamedField[] };
export type ListField = Told & { readonly kind: 'list'; readonly item: Field };
/** A list in which each code of `code` has its own entry, to be answered. */
export type ChecklistField = Told & {
  readonly kind: 'checklist';
  readonly item: GroupField;
  readonly code: string;
  readonly options: readonly Option[];
};
/** A list of codes, to be ticked. */
export type TicksField = Told & { readonly kind: 'ticks'; readonly options: readonly Option[] };
export type MomentField = Told & { readonly kind: 'date' | 'time' };
export type YesNoField = Told & { readonly kind: 'yes or no' };

export type Field =
  | TextField
  | NumberField
  | ChoiceField
  | GroupField
  | DaysField
  | ListField
  | ChecklistField
  | TicksField
  | MomentField
  | YesNoField;

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

type Definitions = Readonly<Record<string, JsonSchema>>;

/** The form of a part of a case. Throws where the schema is not one that this form can follow. */
export function formOf(schema: unknown): GroupField {
  const read = readJsonSchema(schema);
  const field = fieldOf(read, true, read.$defs ?? {});
  if (field.kind !== 'group') throw new Error('the schema of a part of a case is not an object');
  return field;
}

function followed(schema: JsonSchema, definitions: Definitions): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/$defs/', '');
  const found = definitions[name];
  if (found === undefined) throw new Error(`the schema names ${schema.$ref} and does not hold it`);
  return { ...found, ...schema, $ref: name };
}

function fieldOf(given: JsonSchema, required: boolean, definitions: Definitions): Field {
  const held = given.anyOf?.find((one) => one.type !== 'null') ?? given;
  const schema = { ...followed(held, definitions), title: given.title, description: given.description };
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const told: Told = {
    title: given.title ?? '',
    hint: given.description ?? '',
    nullable: types.includes('null') || (given.anyOf ?? []).some((one) => one.type === 'null'),
    required,
  };
  if (schema.enum) return choiceOf(told, schema.enum, given.labels ?? schema.labels);
  if (schema.$ref === 'date' || schema.$ref === 'time') return { ...told, kind: schema.$ref };
  switch (types.find((type) => type !== 'null')) {
    case 'string':
      return { ...told, kind: 'text', room: asksForWords(told) ? 'wide' : 'line', most: schema.maxLength };
    case 'number':
      return { ...told, kind: 'number', whole: false, least: schema.minimum, most: schema.maximum };
    case 'integer':
      return { ...told, kind: 'number', whole: true, least: schema.minimum, most: schema.maximum };
    case 'boolean':
      return { ...told, kind: 'yes or no' };
    case 'array':
      return listOf(told, fieldOf(schema.items ?? {}, false, definitions));
    case 'object':
      return groupOf(told, schema, definitions);
    case undefined:
    default:
      throw new Error(`the schema of “${told.title}” has a type that no field is made for`);
  }
}

function choiceOf(told: Told, values: readonly string[], labels: JsonSchema['labels']): ChoiceField {
  const options = values.map((value) => ({ value, words: labels?.[value] ?? value }));
  return { ...told, kind: 'choice', options, coded: labels !== undefined };
}

function listOf(told: Told, item: Field): Field {
  if (item.kind === 'choice') return { ...told, kind: 'ticks', options: item.options };
  if (item.kind === 'text') return { ...told, kind: 'list', item: narrower(item) };
  if (item.kind === 'group') {
    const coded = item.fields.find(({ field }) => field.kind === 'choice' && field.coded);
    if (coded?.field.kind === 'choice') {
      const fields = item.fields.map(({ name, field }) => ({ name, field: narrower(field) }));
      return { ...told, kind: 'checklist', item: { ...item, fields }, code: coded.name, options: coded.field.options };
    }
  }
  return { ...told, kind: 'list', item };
}

/** Where many stand one below the other, words begin on one line. */
const narrower = <F extends Field>(field: F): F =>
  field.kind === 'text' && field.room === 'wide' ? { ...field, room: 'growing' } : field;

function groupOf(told: Told, schema: JsonSchema, definitions: Definitions): GroupField | DaysField {
  const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    field: fieldOf(one, schema.required?.includes(name) ?? false, definitions),
  }));
  const isWeek = weekdayNames.every((day) => fields.some(({ name }) => name === day));
  const group: GroupField | DaysField = { ...told, kind: isWeek ? 'days' : 'group', fields };
  if (!group.nullable || !standsOpen(group)) return group;
  return { ...group, fields: fields.map(({ name, field }) => ({ name, field: narrower(field) })) };
}

/** Names, places and numbers fit a line; everything else asks for a sentence or more. The schema only says so in its titles. */
const fitsLine = new RegExp(
  [
    '^(sex|name|telephone|organisation|owner|language|school|other school|to which school|relationship|position|period)\\b',
    '^(home authority|which authority|authority that|provider|primary need|plan under|form or class|class,|duration)',
    '^(receipt|register code|adult|specialist service|nominated|coordinator|agency|venue|time|place|people|from)\\b',
    '^(how|when|who)$|^(where|how to reach|who interprets|who is responsible for)\\b|\\b(by|whom)$',
  ].join('|'),
  'i',
);

const asksForWords = ({ title }: Told): boolean => !fitsLine.test(title);

/** Small enough to stand open: two plain answers are quicker given than asked for. */
export const standsOpen = (field: GroupField | DaysField): boolean =>
  field.fields.length <= 2 &&
  field.fields.every(({ field: one }) => !['group', 'days', 'list', 'checklist'].includes(one.kind));
