// The only filter that SharePoint takes on the lists of a site: displayName eq '…'.
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../../store/problem.ts';
import type { Problem } from '../../store/types.ts';
import { tokenize } from './tokens.ts';

/** The name that is asked for. */
export function parseDisplayNameFilter(source: string): Result<string, Problem> {
  const tokens = tokenize(source);
  if (!tokens.ok) return tokens;
  const [property, operator, name, end] = tokens.value;
  const isTaken =
    property?.kind === 'name' &&
    property.text === 'displayName' &&
    operator?.kind === 'name' &&
    operator.text === 'eq' &&
    end?.kind === 'end';
  return isTaken && name?.kind === 'string'
    ? ok(name.text)
    : invalidRequest('The provided filter statement is not supported');
}
