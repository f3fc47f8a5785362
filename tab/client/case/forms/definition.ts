import type { z } from 'zod';
import type { CasePage, Problem } from '#tab/api/contract.ts';
import type { CaseAction } from '../../route.ts';
import { texts } from '../../texts.ts';

/** What stands in the fields of a form, as typed. */
export type Values<K extends string> = Readonly<Record<K, string>>;

/** One form of a case: where it goes, what stands in it at first, and how its fields are read. */
export interface FormDefinition<K extends string> {
  readonly action: CaseAction;
  readonly endpoint: 'review' | 'consent' | 'start' | 'hours' | 'close';
  /** The contract's schema of the whole body. */
  readonly schema: z.ZodType;
  readonly initial: (page: CasePage) => Values<K>;
  /** The body without etag and press id, not yet checked. */
  readonly read: (values: Values<K>, page: CasePage) => Readonly<Record<string, unknown>>;
}

export interface Press {
  readonly etag: string;
  readonly pressId: string;
}

export type ReadForm =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks what was typed against the contract. Each field that does not fit gives one problem, in the fields' order. */
export function readForm<K extends string>(
  definition: FormDefinition<K>,
  values: Values<K>,
  page: CasePage,
  press: Press,
): ReadForm {
  const checked = definition.schema.safeParse({ ...definition.read(values, page), ...press });
  if (checked.success) return { ok: true, body: checked.data };
  const fields = new Set(checked.error.issues.map((issue) => String(issue.path[0] ?? '')));
  const words = texts.forms[definition.action].problems;
  const problems = [...fields].map((field) => ({ field, words: words[field] ?? texts.failures.refused.words }));
  return { ok: false, problems };
}
