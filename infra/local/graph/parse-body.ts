import type { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest, notKnown } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';

/** What the tenant has not learnt (a property or a choice it does not know) is told apart from what is wrong (a value that does not fit). */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, what: string): Result<T, Problem> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  if (issue === undefined) return invalidRequest(`The ${what} is not valid.`);
  const place = [what, ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') return notKnown(`the property '${issue.keys.join("', '")}' of ${place}`);
  if (issue.code === 'invalid_value')
    return notKnown(`this value of ${place}; it knows ${issue.values.map(String).join(', ')}`);
  return invalidRequest(`${place}: ${issue.message}`);
}
