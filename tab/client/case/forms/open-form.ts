import type { CasePage } from '#tab/api/contract.ts';
import type { FormDefinition, Values } from './definition.ts';
import type { Draft } from './drafts.ts';

export interface OpenForm<K extends string> {
  /** One press, however often it is sent. */
  readonly pressId: string;
  readonly values: Values<K>;
  readonly restored: boolean;
}

/** What was typed stays; fields that nobody touched follow the case as it is now. */
export function followCase<K extends string>(
  definition: FormDefinition<K>,
  values: Values<K>,
  before: CasePage,
  now: CasePage,
): Values<K> {
  const old = definition.initial(before);
  const fresh = definition.initial(now);
  const followed: Record<K, string> = { ...values };
  for (const field in fresh) if (values[field] === old[field]) followed[field] = fresh[field];
  return followed;
}

/** A form as it opens: with what was typed earlier and not saved, else as the case stands. */
export function openForm<K extends string>(
  definition: FormDefinition<K>,
  page: CasePage,
  draft: Draft | null,
  newPressId: () => string,
): OpenForm<K> {
  const initial = definition.initial(page);
  if (draft === null) return { pressId: newPressId(), values: initial, restored: false };
  const values: Record<K, string> = { ...initial };
  let restored = false;
  for (const field in initial) {
    const kept = draft.values[field];
    if (kept === undefined) continue;
    values[field] = kept;
    restored ||= kept !== initial[field];
  }
  return { pressId: draft.pressId, values, restored };
}
