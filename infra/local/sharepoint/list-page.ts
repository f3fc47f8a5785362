import type { Store } from '../store/store.ts';
import type { Column, Item, List, Role } from '../store/types.ts';
import { compareValues, momentInWords, toHtml, toWords } from './field-text.ts';
import { html, type Html } from './html.ts';
import type { Page } from './page.ts';
import { listPath } from './paths.ts';
import { listTrail } from './trail.ts';
import type { Visitor } from './visitor.ts';

const PAGE_SIZE = 30;
/** Long notes are cut in the list; the item shows them whole. */
const CUT = 160;

export interface ListView {
  readonly list: List;
  readonly role: Role;
  readonly visitor: Visitor;
  readonly store: Store;
}

export interface ListQuery {
  readonly page: number;
  /** Internal name of the column; null for the order in which the items were made. */
  readonly sortField: string | null;
  readonly ascending: boolean;
}

export function readListQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  const page = Math.floor(Number(query['page']));
  return {
    page: page >= 1 ? page : 1,
    sortField: typeof query['sortField'] === 'string' ? query['sortField'] : null,
    ascending: query['isAscending'] !== 'false',
  };
}

export function listPage(view: ListView, query: ListQuery): Page {
  const { list, role, visitor, store } = view;
  const columns = store.lists.columns(list.id).filter((column) => !column.hidden);
  const items = sorted(store.items.all(list.id), query);
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const first = (page - 1) * PAGE_SIZE;
  const shown = items.slice(first, first + PAGE_SIZE);
  const edits = role !== 'read';
  return {
    title: list.displayName,
    trail: listTrail(list, store, visitor),
    body: html`<h1>${list.displayName}</h1>
${list.description !== '' && html`<p>${list.description}</p>`}
${edits && html`<p class="commands"><a class="button" href="${visitor.link(listPath(list, 'NewForm'))}">New item</a></p>`}
${
  items.length === 0
    ? html`<p class="empty">This list has no items yet. One row an item would be here, under ${columns.map((column) => column.displayName).join(', ')}.</p>`
    : html`<div class="wide" role="region" aria-label="Items" tabindex="0">
<table class="rows">
<caption>Items ${first + 1} to ${first + shown.length} of ${items.length}</caption>
<thead><tr>${columns.slice(0, 1).map((column) => heading(column, query, view))}${edits && html`<th scope="col">Edit</th>`}${columns.slice(1).map((column) => heading(column, query, view))}<th scope="col">Modified</th><th scope="col">Modified by</th></tr></thead>
<tbody>${shown.map((item) => row(item, columns, view))}</tbody>
</table>
</div>
${turnPages(page, pages, query, view)}`
}`,
  };
}

function heading(column: Column, query: ListQuery, { list, visitor }: ListView): Html {
  const current = query.sortField === column.name;
  const next = current ? !query.ascending : true;
  const href = visitor.link(listPath(list), { sortField: column.name, isAscending: String(next) });
  const order = current ? (query.ascending ? 'ascending' : 'descending') : 'none';
  const arrow = current ? (query.ascending ? ' ↑' : ' ↓') : '';
  return html`<th scope="col" aria-sort="${order}"><a href="${href}" title="${column.description}">${column.displayName}<span aria-hidden="true">${arrow}</span></a></th>`;
}

function row(item: Item, columns: readonly Column[], { list, role, visitor, store }: ListView): Html {
  const [title, ...others] = columns;
  const name = title === undefined ? '' : toWords(title, item.fields[title.name]);
  const open = visitor.link(listPath(list, 'DispForm'), { ID: item.id });
  return html`<tr>
${title !== undefined && html`<th scope="row"><a href="${open}">${name === '' ? `Item ${item.id}` : name}</a></th>`}
${role !== 'read' && html`<td data-label="Edit"><a href="${visitor.link(listPath(list, 'EditForm'), { ID: item.id })}" aria-label="Edit ${name}">Edit</a></td>`}
${others.map((column) => html`<td class="${column.kind.type}" data-label="${column.displayName}">${cell(column, item, visitor, store)}</td>`)}
<td class="when" data-label="Modified">${momentInWords(item.modifiedAt)}</td>
<td data-label="Modified by">${store.directory.actorName(item.modifiedBy)}</td>
</tr>`;
}

function cell(column: Column, item: Item, visitor: Visitor, store: Store): Html {
  const value = item.fields[column.name];
  if (typeof value === 'string' && column.kind.type === 'note' && value.length > CUT)
    return html`${value.slice(0, CUT)}…`;
  return toHtml(column, value, (url) => localHref(url, visitor, store));
}

/** Links into this tenant's SharePoint are followed on this computer. */
export function localHref(address: string, visitor: Visitor, store: Store): string {
  if (!URL.canParse(address)) return '#';
  const url = new URL(address);
  if (url.hostname === store.definition.sharePointHost)
    return visitor.link(decodeURIComponent(url.pathname), Object.fromEntries(url.searchParams));
  return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? address : '#';
}

function sorted(items: readonly Item[], { sortField, ascending }: ListQuery): readonly Item[] {
  if (sortField === null) return items;
  const order = items.toSorted((a, b) => compareValues(a.fields[sortField], b.fields[sortField]));
  return ascending ? order : order.toReversed();
}

function turnPages(page: number, pages: number, query: ListQuery, { list, visitor }: ListView): Html | false {
  if (pages === 1) return false;
  const link = (to: number): string =>
    visitor.link(listPath(list), {
      page: to,
      ...(query.sortField === null ? {} : { sortField: query.sortField, isAscending: String(query.ascending) }),
    });
  return html`<nav class="pages" aria-label="Pages">
${page > 1 && html`<a href="${link(page - 1)}">Previous</a>`}
<span>Page ${page} of ${pages}</span>
${page < pages && html`<a href="${link(page + 1)}">Next</a>`}
</nav>`;
}
