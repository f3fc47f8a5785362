import type { Problem } from '#tab/contract/answers.ts';
import { texts } from '../../texts.ts';
import { typedNumber } from '../../words/numbers.ts';
import { fieldNames, type FormDefinition, type FormField, isAsked, linesOf, type Values } from './definition.ts';

function readField(kind: FormField<string, never>['kind'], typed: string): unknown {
  switch (kind) {
    case 'number':
      return typedNumber(typed);
    case 'date or none':
      return typed === '' ? null : typed;
    case 'lines':
    case 'some of':
      return linesOf(typed);
    case 'date':
    case 'line':
    case 'words':
    case 'one of':
    case 'one of many':
      return typed;
  }
}

export type ReadForm =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what was typed against the contract. Each field that does not fit gives one problem, in the fields' order. */
export function readForm<K extends string, About>(
  definition: FormDefinition<K, About>,
  values: Values<K>,
  about: About,
  press: Readonly<Record<string, string>>,
): ReadForm {
  const names = fieldNames(definition);
  const asked = new Set(names.filter((name) => isAsked(definition, name, values, about)));
  const typed = names.map((name) => [
    name,
    readField(definition.fields[name].kind, asked.has(name) ? values[name] : ''),
  ]);
  const body: unknown = { ...Object.fromEntries(typed), ...definition.beside?.(values, about), ...press };
  const checked = definition.schema.safeParse(body);
  const unfit = new Set(checked.error?.issues.map((issue) => String(issue.path[0])));
  const problems = names.flatMap((field): readonly Problem[] => {
    const one: FormField<K, About> = definition.fields[field];
    const blank = asked.has(field) && values[field].trim() === '';
    if (blank && one.needed !== undefined && (one.neededWhen?.(values) ?? true)) return [{ field, words: one.needed }];
    return unfit.has(field) ? [{ field, words: one.problem ?? texts.failures.refused.words }] : [];
  });
  if (checked.success && problems.length === 0) return { ok: true, body: checked.data };
  return { ok: false, problems: problems.length > 0 ? problems : [texts.failures.refused] };
}
