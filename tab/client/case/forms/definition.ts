import type { z } from 'zod';
import type { CasePage } from '#tab/contract/answers.ts';
import type { CaseAction } from '../../route.ts';
import type { FieldTexts, FormTexts } from '../../texts/forms.ts';

/** What stands in the fields of a form, as typed. A field of several choices or lines has one on each line. */
export type Values<K extends string> = Readonly<Record<K, string>>;

interface AnyField<K extends string, About> extends Omit<FieldTexts, 'hint'> {
  readonly hint?: string | ((about: About, values: Values<K>) => string);
  /** What stands in it when the form opens; blank where nothing is given. */
  first?(about: About): string;
  /** Where it is asked only sometimes. What is not asked is not sent. */
  asked?(values: Values<K>, about: About): boolean;
  /** Where `needed` holds only sometimes. */
  neededWhen?(values: Values<K>): boolean;
}

export type FormField<K extends string, About> =
  | (AnyField<K, About> & { readonly kind: 'date' | 'date or none' | 'number' | 'line' | 'words' | 'lines' })
  | (AnyField<K, About> & {
      readonly kind: 'one of' | 'one of many' | 'some of';
      readonly options: readonly string[];
      /** What else a choice brings with it. */
      brings?(choice: string, about: About): Partial<Values<K>>;
    });

/** One form: its fields in the order in which they are asked, and the schema of what is sent. */
export interface FormDefinition<K extends string, About = CasePage> {
  readonly words: FormTexts;
  /** The contract's schema of the whole body. */
  readonly schema: z.ZodType;
  readonly fields: Readonly<Record<K, FormField<K, About>>>;
  /** What the body holds beside the fields, or instead of what was typed. */
  beside?(values: Values<K>, about: About): Readonly<Record<string, unknown>>;
}

/** A form of a case that exists: what it does, and where it goes. */
export interface CaseFormDefinition<K extends string> extends FormDefinition<K> {
  readonly action: CaseAction;
  /** The last part of the address that it is sent to. */
  readonly endpoint: string;
  /** What saving it brings with it, where that depends on the case. */
  means?(page: CasePage): string;
  /** True where the person puts their name to the times and dates as they are. */
  readonly signs?: boolean;
}

export function fieldNames<K extends string, About>({ fields }: Pick<FormDefinition<K, About>, 'fields'>) {
  const names: K[] = [];
  for (const name in fields) names.push(name);
  return names;
}

export function isAsked<K extends string, About>(
  { fields }: FormDefinition<K, About>,
  name: K,
  values: Values<K>,
  about: About,
): boolean {
  return fields[name].asked?.(values, about) ?? true;
}

/** What stands in the fields before anybody has typed. */
export function firstValues<K extends string, About>({ fields }: FormDefinition<K, About>, about: About): Values<K> {
  const values: Partial<Record<K, string>> = {};
  for (const name in fields) values[name] = fields[name].first?.(about) ?? '';
  return values as Values<K>;
}

/** What stands on the lines of a field, without blank ones. */
export const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
