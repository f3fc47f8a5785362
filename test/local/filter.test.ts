import { describe, expect, it } from 'vitest';
import { parseFilter } from '#local/graph/filter/parse.ts';

const problem = (source: string): string => {
  const parsed = parseFilter(source);
  return parsed.ok ? 'understood' : `${parsed.error.status} ${parsed.error.message}`;
};

describe('The filter language of lists', () => {
  it.each([
    ["fields/CaseRef eq 'PTT-1'", { kind: 'compare', column: 'CaseRef', operator: 'eq', value: 'PTT-1' }],
    [
      "fields/Name eq 'O''Brien (and Co)'",
      { kind: 'compare', column: 'Name', operator: 'eq', value: "O'Brien (and Co)" },
    ],
    ['fields/Hours ge -2.5', { kind: 'compare', column: 'Hours', operator: 'ge', value: -2.5 }],
    ['fields/Signed eq false', { kind: 'compare', column: 'Signed', operator: 'eq', value: false }],
    ['fields/EndDate ne null', { kind: 'compare', column: 'EndDate', operator: 'ne', value: null }],
    [
      'fields/Due lt 2026-06-15T00:00:00Z',
      { kind: 'compare', column: 'Due', operator: 'lt', value: { moment: '2026-06-15T00:00:00Z' } },
    ],
    ["startswith(fields/Title, 'Re')", { kind: 'startsWith', column: 'Title', value: 'Re' }],
  ])('reads %s', (source, filter) => {
    expect(parseFilter(source)).toEqual({ ok: true, value: filter });
  });

  it('binds and tighter than or, and brackets tightest', () => {
    const a = { kind: 'compare', column: 'A', operator: 'eq', value: 1 };
    const b = { ...a, column: 'B' };
    const c = { ...a, column: 'C' };
    expect(parseFilter('fields/A eq 1 or fields/B eq 1 and fields/C eq 1')).toEqual({
      ok: true,
      value: { kind: 'or', left: a, right: { kind: 'and', left: b, right: c } },
    });
    expect(parseFilter('(fields/A eq 1 or fields/B eq 1) and fields/C eq 1')).toEqual({
      ok: true,
      value: { kind: 'and', left: { kind: 'or', left: a, right: b }, right: c },
    });
  });

  it.each([
    ['fields/A eq', "'the end' not expected at position 11"],
    ["fields/A eq 'open", 'Syntax error at position 12'],
    ['(fields/A eq 1', "'the end' not expected"],
    ['fields/A eq 1 fields/B eq 2', "'fields/B' not expected at position 14"],
    ["startswith(fields/A 'x')", "'x' not expected"],
    ['', "'the end' not expected at position 0"],
    ["fields/A eq 'a'and fields/B eq 'b'", 'Syntax error at position 15'],
    ["fields/A eq'a'", 'Syntax error at position 11'],
    ['fields/A eq 1and fields/B eq 2', 'Syntax error at position 12'],
    ['fields/A gt 2026-01-01and fields/B eq 2', 'Syntax error at position 22'],
  ])('says where %j is not a filter', (source, words) => {
    expect(problem(source)).toMatch(/^400 Invalid filter clause: Syntax error/);
    expect(problem(source)).toContain(words);
  });

  it.each([
    ["contains(fields/A,'x')", 'contains'],
    ["endswith(fields/A,'x')", 'endswith'],
    ['not fields/A eq 1', 'not'],
    ["not startswith(fields/A,'x')", 'not'],
    ['fields/A has 1', 'has'],
    ["fields/A in ('x','y')", 'in'],
    ["createdDateTime ge '2026-01-01'", 'createdDateTime'],
    ['fields/A eq fields/B', 'fields/B'],
  ])('is refused where SharePoint takes less than OData: %j', (source, what) => {
    expect(problem(source)).toBe(`400 The provided filter statement is not supported: '${what}'`);
  });

  it('needs no space beside brackets and commas, and takes any number of them', () => {
    const spaced = parseFilter("( startswith( fields/A , 'x' ) )   and   ( fields/B  eq  1 ) ");
    expect(spaced.ok).toBe(true);
    expect(parseFilter("(startswith(fields/A,'x'))and(fields/B eq 1)")).toEqual(spaced);
  });

  it('takes startswith in either spelling', () => {
    expect(parseFilter("startsWith(fields/A,'x')")).toEqual(parseFilter("startswith(fields/A,'x')"));
  });
});
