import { firstValues, type FormDefinition, type Values } from './definition.ts';
import type { Draft } from './drafts.ts';

export interface OpenForm<K extends string> {
  /** One press, however often it is sent. */
  readonly pressId: string;
  readonly values: Values<K>;
  readonly restored: boolean;
}

/** What was typed stays; fields that nobody touched follow the case as it is now. */
export function followCase<K extends string, About>(
  definition: FormDefinition<K, About>,
  values: Values<K>,
  before: About,
  now: About,
): Values<K> {
  const old = firstValues(definition, before);
  const fresh = firstValues(definition, now);
  const followed: Record<K, string> = { ...values };
  for (const field in fresh) if (values[field] === old[field]) followed[field] = fresh[field];
  return followed;
}

/** A form as it opens: with what was typed earlier and not saved, else as the case stands. */
export function openForm<K extends string, About>(
  definition: FormDefinition<K, About>,
  about: About,
  draft: Draft | null,
  newPressId: () => string,
): OpenForm<K> {
  const first = firstValues(definition, about);
  if (draft === null) return { pressId: newPressId(), values: first, restored: false };
  const values: Record<K, string> = { ...first };
  let restored = false;
  for (const field in first) {
    const kept = draft.values[field];
    if (kept === undefined) continue;
    values[field] = kept;
    restored ||= kept !== first[field];
  }
  return { pressId: draft.pressId, values, restored };
}
