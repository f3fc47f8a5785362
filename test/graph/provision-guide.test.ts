import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Column } from '#graph/lists/column.ts';
import { siteKinds, type ListShape } from '#graph/lists/list-schema.ts';
import { listsBySite } from '#graph/lists/schema.ts';
import { askedFor } from '../support/permissions-page.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/setting-up.md'), 'utf8');

interface View {
  readonly list: string;
  readonly sites: readonly string[];
  readonly filter: string;
  readonly order: string;
}

/** The rows of the guide's table of views: | Cases (school) | Running | Status is `active` | Next review |. */
const views = guide.split('\n').flatMap((line): View[] => {
  const [, list, sites, filter, order] =
    /^\| ([^(|]+) \(([\w, ]+)\) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
  return list && sites && filter && order ? [{ list, sites: sites.split(', '), filter, order }] : [];
});

function listsOf({ list, sites }: View): readonly ListShape[] {
  return sites.map((site) => {
    const kind = siteKinds.find((one) => one === site);
    const found = kind && listsBySite[kind].find(({ title }) => title === list);
    if (!found) throw new Error(`There is no list ${list} (${site}).`);
    return found;
  });
}

const columnOf = ({ columns, title }: ListShape, name: string): Column => {
  const found = columns.find((column) => column.title === name);
  if (!found) throw new Error(`${title} has no column ${name}.`);
  return found;
};

describe('the guide to setting up', () => {
  it('proposes views', () => {
    expect(views.map(({ list }) => list)).toContain('LA notices');
    expect(views.length).toBeGreaterThanOrEqual(8);
  });

  it.each(views.filter(({ filter }) => filter !== '–'))(
    'filters $list by an indexed column, for values that it can hold: $filter',
    (view) => {
      const [, title = '', values = ''] = /^(.+?) is (.+)$/.exec(view.filter) ?? [];
      for (const list of listsOf(view)) {
        const { indexed, kind } = columnOf(list, title);
        expect(indexed).toBe(true);
        const named = [...values.matchAll(/`([^`]+)`/g)].map(([, value]) => value);
        expect(named.filter((value) => kind.type !== 'choice' || !kind.choices.includes(value ?? ''))).toEqual([]);
      }
    },
  );

  it.each(views)('orders $list by columns that it has: $order', (view) => {
    const [order = ''] = view.order.split(';');
    for (const list of listsOf(view))
      for (const title of order.split(', then ')) expect(columnOf(list, title.trim()).title).toBe(title.trim());
  });

  it('names the permissions that the app asks for, and the wider ones that may stand in their place', () => {
    const named = [...guide.matchAll(/^\| `([A-Za-z.]+)` \| /gm)]
      .map(([, name]) => name)
      .filter((name) => name?.includes('.'));
    const wider = askedFor.flatMap(({ everywhere }) => everywhere ?? []);
    const names = new Set(askedFor.map(({ name }) => name).filter((name) => !wider.includes(name)));
    expect(named).toEqual([...names]);
    expect(wider.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    expect(wider.length).toBeGreaterThan(0);
  });
});
