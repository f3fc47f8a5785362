// The part of OData's filter language that SharePoint lists take: comparisons and startswith on fields, joined by and, or and brackets.
import { err, ok, type Result } from '#domain/result.ts';
import { invalidRequest } from '../../store/problem.ts';
import type { Comparison, Filter, Literal, Problem } from '../../store/types.ts';
import { type Token, tokenize } from './tokens.ts';

type Parsed = Result<Filter, Problem>;

const comparisons: readonly string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] satisfies Comparison[];
const isComparison = (text: string): text is Comparison => comparisons.includes(text);

/** `and` binds tighter than `or`, as in OData. */
export function parseFilter(source: string): Parsed {
  const tokens = tokenize(source);
  if (!tokens.ok) return tokens;
  const parser = new FilterParser(source, tokens.value);
  return parser.whole();
}

/** Where in the words the reading stands. */
class FilterParser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  whole(): Parsed {
    const filter = this.#joined('or', () => this.#joined('and', () => this.#term()));
    if (!filter.ok) return filter;
    return this.#peek().kind === 'end' ? filter : this.#unexpected();
  }

  #joined(word: 'and' | 'or', part: () => Parsed): Parsed {
    let left = part();
    while (left.ok && this.#isName(word)) {
      this.#next += 1;
      const right = part();
      left = right.ok ? ok({ kind: word, left: left.value, right: right.value }) : right;
    }
    return left;
  }

  #term(): Parsed {
    const token = this.#take();
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#joined('or', () => this.#joined('and', () => this.#term()));
      if (!inner.ok) return inner;
      return this.#sign(')') ? inner : this.#unexpected();
    }
    if (token.kind !== 'name') return this.#unexpected(token);
    if (token.text === 'not') return unsupported('not');
    const follows = this.#peek();
    if (follows.kind === 'sign' && follows.text === '(') return this.#call(token.text);
    return this.#comparison(token.text);
  }

  #call(name: string): Parsed {
    if (name.toLowerCase() !== 'startswith') return unsupported(name);
    this.#next += 1;
    const column = this.#take();
    if (column.kind !== 'name') return this.#unexpected(column);
    const field = fieldName(column.text);
    if (!field.ok) return field;
    if (!this.#sign(',')) return this.#unexpected();
    const prefix = this.#take();
    if (prefix.kind !== 'string') return this.#unexpected(prefix);
    if (!this.#sign(')')) return this.#unexpected();
    return ok({ kind: 'startsWith', column: field.value, value: prefix.text });
  }

  #comparison(name: string): Parsed {
    const field = fieldName(name);
    if (!field.ok) return field;
    const operator = this.#take();
    if (operator.kind !== 'name') return this.#unexpected(operator);
    if (!isComparison(operator.text)) return unsupported(operator.text);
    const value = this.#literal();
    return value.ok ? ok({ kind: 'compare', column: field.value, operator: operator.text, value: value.value }) : value;
  }

  #literal(): Result<Literal, Problem> {
    const token = this.#take();
    switch (token.kind) {
      case 'string':
        return ok(token.text);
      case 'moment':
        return ok({ moment: token.text });
      case 'number':
        return ok(token.value);
      case 'name': {
        const constants: Readonly<Record<string, Literal>> = { true: true, false: false, null: null };
        const value = Object.hasOwn(constants, token.text) ? constants[token.text] : undefined;
        return value === undefined ? unsupported(token.text) : ok(value);
      }
      case 'sign':
      case 'end':
        return this.#unexpected(token);
    }
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: 'the end', at: this.#source.length };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #isName(word: string): boolean {
    const token = this.#peek();
    return token.kind === 'name' && token.text === word;
  }

  #sign(text: '(' | ')' | ','): boolean {
    const token = this.#peek();
    if (token.kind !== 'sign' || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #unexpected(token: Token = this.#peek()): { readonly ok: false; readonly error: Problem } {
    const refusal = invalidRequest(
      `Invalid filter clause: Syntax error: '${token.text}' not expected at position ${token.at} in '${this.#source}'.`,
    );
    return err(refusal.error);
  }
}

function fieldName(text: string): Result<string, Problem> {
  const field = /^fields\/(\w+)$/.exec(text)?.[1];
  return field === undefined ? unsupported(text) : ok(field);
}

/** OData knows it, SharePoint does not take it: `not`, `contains`, `in`, the item's own `createdDateTime`, one column against another. */
function unsupported(what: string): ReturnType<typeof invalidRequest> {
  return invalidRequest(`The provided filter statement is not supported: '${what}'`);
}
