import { describe, expect, it } from 'vitest';
import { hrefOf, parseRoute, type Route, schoolOf } from '#tab/client/route.ts';

describe('where a person is in the tab', () => {
  const places: readonly [string, Exclude<Route, { page: 'unknown' }>][] = [
    ['#/', { page: 'home' }],
    ['#/schools', { page: 'schools' }],
    ['#/schools/LARK', { page: 'board', school: 'LARK' }],
    ['#/schools/LARK/import', { page: 'import', school: 'LARK' }],
    ['#/schools/LARK/parked', { page: 'parked', school: 'LARK' }],
    ['#/schools/LARK/new', { page: 'new case', school: 'LARK' }],
    ['#/schools/LARK/receive', { page: 'receive', school: 'LARK' }],
    ['#/schools/LARK/cases/K7M-2QX', { page: 'case', school: 'LARK', ref: 'K7M-2QX' }],
    [
      '#/schools/LARK/cases/K7M-2QX/record-review',
      { page: 'form', school: 'LARK', ref: 'K7M-2QX', action: 'record review' },
    ],
    ['#/schools/LARK/cases/K7M-2QX/parts/risk', { page: 'section', school: 'LARK', ref: 'K7M-2QX', kind: 'risk' }],
  ];

  it.each(places)('is read from %s and written back the same', (href, route) => {
    expect(parseRoute(href)).toEqual(route);
    expect(hrefOf(route)).toBe(href);
  });

  it('is read from a deep link of a card, which has no #', () => {
    expect(parseRoute('schools/LARK/cases/K7M-2QX')).toEqual({ page: 'case', school: 'LARK', ref: 'K7M-2QX' });
  });

  it.each([
    '#/elsewhere',
    '#/schools/LARK/cases',
    '#/schools/LARK/cases/K7M-2QX/delete',
    '#/schools/LARK/cases/K7M-2QX/parts',
    '#/schools/LARK/cases/K7M-2QX/parts/risk/x',
    '#/schools/LARK/cases/K7M-2QX/record-review/x',
    '#/schools/LARK/import/x',
    '#/schools/LARK/new/x',
  ])('is no page for %s', (href) => {
    expect(parseRoute(href)).toEqual({ page: 'unknown' });
    expect(schoolOf(parseRoute(href))).toBeUndefined();
  });

  it('survives a key that needs escaping, and an escape that is broken', () => {
    const route: Route = { page: 'board', school: 'A/B ü' };
    expect(parseRoute(hrefOf(route))).toEqual(route);
    expect(parseRoute('#/schools/%E0%A4%A')).toEqual({ page: 'board', school: '%E0%A4%A' });
  });
});
