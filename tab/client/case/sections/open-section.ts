import { z } from 'zod';
import type { SectionPage } from '#tab/contract/answers.ts';
import type { Draft } from '../forms/drafts.ts';
import { withEveryItem } from './entries.ts';
import type { GroupField } from './fields-of.ts';
import { differences, follow } from './follow.ts';
import { same } from './read-body.ts';

export interface OpenSection {
  /** One press, however often it is sent. */
  readonly pressId: string;
  readonly body: unknown;
  readonly restored: boolean;
  /** What others saved after the words that came back were typed. */
  readonly changes: readonly string[];
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const keptSchema = z.object({ body: json, base: json });

/** What stands on the page of a part before anybody types. */
export const bodyOf = (form: GroupField, page: SectionPage): unknown => withEveryItem(form, page.body);

/** Kept with what the page showed, so that it can be told later what others changed meanwhile. */
export const draftOf = (pressId: string, body: unknown, base: unknown): Draft => ({
  pressId,
  values: { body: JSON.stringify(body), base: JSON.stringify(base) },
});

/** A part as it opens: with what was typed earlier and not saved, else as it stands. */
export function openSection(
  form: GroupField,
  page: SectionPage,
  draft: Draft | null,
  newPressId: () => string,
): OpenSection {
  const now = bodyOf(form, page);
  const asItStands = { pressId: newPressId(), body: now, restored: false, changes: [] };
  const kept = keptSchema.safeParse(draft?.values);
  if (draft === null || !kept.success) return asItStands;
  const { base, body: typed } = kept.data;
  const body = follow(form, base, typed, now);
  if (same(form, body, now)) return asItStands;
  return { pressId: draft.pressId, body, restored: true, changes: differences(form, base, now) };
}
