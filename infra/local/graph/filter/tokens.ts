// OData filter text into words.
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../../store/problem.ts';
import type { Problem } from '../../store/types.ts';

export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'string'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly at: number }
  | { readonly kind: 'moment'; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ','; readonly at: number }
  | { readonly kind: 'end'; readonly text: 'the end'; readonly at: number };

const blank = /\s+/y;
const sign = /[(),]/y;
const quoted = /'((?:[^']|'')*)'/y;
const moment = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?/y;
const number = /-?\d+(?:\.\d+)?(?![\w.])/y;
const name = /[A-Za-z_][\w/.@]*/y;

/** Positions count from 0 in the filter's text. */
export function tokenize(source: string): Result<readonly Token[], Problem> {
  const tokens: Token[] = [];
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(source);
  };
  while (at < source.length) {
    const gap = take(blank)?.[0].length ?? 0;
    at += gap;
    if (at === source.length) break;
    const token = nextToken(take, at);
    if (token === null || (gap === 0 && runInto(tokens.at(-1), token.token)))
      return invalidRequest(`Invalid filter clause: Syntax error at position ${at} in '${source}'.`);
    tokens.push(token.token);
    at += token.length;
  }
  tokens.push({ kind: 'end', text: 'the end', at });
  return ok(tokens);
}

/** Words need a space between them; signs do not. */
const runInto = (before: Token | undefined, after: Token): boolean =>
  before !== undefined && before.kind !== 'sign' && after.kind !== 'sign';

function nextToken(
  take: (expression: RegExp) => RegExpExecArray | null,
  at: number,
): { token: Token; length: number } | null {
  const made = (token: Token, found: RegExpExecArray): { token: Token; length: number } => ({
    token,
    length: found[0].length,
  });
  const signFound = take(sign);
  if (signFound !== null) return made({ kind: 'sign', text: signFound[0] as '(' | ')' | ',', at }, signFound);
  const text = take(quoted);
  if (text !== null) return made({ kind: 'string', text: (text[1] ?? '').replaceAll("''", "'"), at }, text);
  const time = take(moment);
  if (time !== null) return made({ kind: 'moment', text: time[0], at }, time);
  const digits = take(number);
  if (digits !== null) return made({ kind: 'number', value: Number(digits[0]), text: digits[0], at }, digits);
  const word = take(name);
  return word === null ? null : made({ kind: 'name', text: word[0], at }, word);
}
