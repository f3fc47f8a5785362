import type { Item } from '../store/types.ts';
import { momentInWords, toHtml } from './field-text.ts';
import { html } from './html.ts';
import { localHref, type ListView } from './list-page.ts';
import type { Page } from './page.ts';
import { listPath } from './paths.ts';
import { listTrail } from './trail.ts';

/** DispForm: one item, to read. */
export function itemPage(view: ListView, item: Item, notice: string | null): Page {
  const { list, role, visitor, store } = view;
  const columns = store.lists.columns(list.id).filter((column) => !column.hidden);
  const title = itemTitle(item);
  return {
    title: `${title}, ${list.displayName}`,
    trail: listTrail(list, store, visitor, title),
    body: html`<h1>${title}</h1>
${notice !== null && html`<p class="notice" role="status">${notice}</p>`}
${role !== 'read' && html`<p class="commands"><a class="button" href="${visitor.link(listPath(list, 'EditForm'), { ID: item.id })}">Edit</a></p>`}
<dl class="facts">
${columns.map(
  (column) =>
    html`<dt>${column.displayName}</dt><dd>${toHtml(column, item.fields[column.name], (url) => localHref(url, visitor, store))}</dd>`,
)}
</dl>
<p class="fine">Created ${momentInWords(item.createdAt)} by ${store.directory.actorName(item.createdBy)}. Last modified ${momentInWords(item.modifiedAt)} by ${store.directory.actorName(item.modifiedBy)}. Version ${item.version}.</p>
${
  role !== 'read' &&
  html`<details><summary>Delete this item</summary>
<form method="post" action="${visitor.link(listPath(list, 'DispForm'), { ID: item.id })}">
<input type="hidden" name="etag" value="${item.etag}">
<p>The item is gone at once; the local tenant has no recycle bin.</p>
<button class="danger" type="submit">Delete</button>
</form></details>`
}`,
  };
}

export function itemTitle(item: Item): string {
  const title = item.fields['Title'];
  return typeof title === 'string' && title !== '' ? title : `Item ${item.id}`;
}
