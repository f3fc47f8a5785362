import type { Store } from '../store/store.ts';
import type { List } from '../store/types.ts';
import type { Page } from './page.ts';
import { listPath } from './paths.ts';
import type { Visitor } from './visitor.ts';

/** The way to a list, or to an item in it. */
export function listTrail(list: List, store: Store, visitor: Visitor, item?: string): Page['trail'] {
  const site = store.sites.byPath(list.sitePath);
  return [
    { words: 'SharePoint', href: visitor.link('/') },
    { words: site?.displayName ?? list.sitePath, href: visitor.link(list.sitePath) },
    item === undefined ? { words: list.displayName } : { words: list.displayName, href: visitor.link(listPath(list)) },
    ...(item === undefined ? [] : [{ words: item }]),
  ];
}
