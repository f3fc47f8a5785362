import type { Store } from '../store/store.ts';
import type { DriveItem, Site } from '../store/types.ts';
import { html, type Html } from './html.ts';
import { momentInWords } from './field-text.ts';
import { libraryRoot } from './library-page.ts';
import type { Page } from './page.ts';
import { filePath, libraryPath, listPath } from './paths.ts';
import type { Visitor } from './visitor.ts';

/** The start page of SharePoint: the sites and files this person may open. */
export function startPage(visitor: Visitor, store: Store): Page {
  const sites = store.sites.all().filter((site) => store.directory.siteRole(visitor.user.id, site.path) !== null);
  const shared = store.sharing.sharedWith(visitor.user.id);
  return {
    title: 'SharePoint',
    trail: [],
    body: html`<h1>SharePoint</h1>
<h2>Sites</h2>
${
  sites.length === 0
    ? html`<p class="empty">Sites that this person may open would be here.</p>`
    : html`<ul class="tiles">${sites.map((site) => html`<li><a href="${visitor.link(site.path)}">${site.displayName}</a></li>`)}</ul>`
}
<h2>Shared with you</h2>
${
  shared.length === 0
    ? html`<p class="empty">Files that someone shared with this person would be here.</p>`
    : html`<ul class="tiles">${shared.map((file) => sharedFile(file, visitor))}</ul>`
}`,
  };
}

function sharedFile(file: DriveItem, visitor: Visitor): Html {
  return html`<li><a href="${visitor.link(filePath(file))}">${file.name}</a></li>`;
}

export function sitePage(site: Site, visitor: Visitor, store: Store): Page {
  const lists = store.lists.of(site.id).filter((list) => list.template === 'genericList');
  const root = libraryRoot(site, store);
  const files = root === undefined ? 0 : store.drives.children(root.id).length;
  return {
    title: site.displayName,
    trail: [{ words: 'SharePoint', href: visitor.link('/') }, { words: site.displayName }],
    body: html`<h1>${site.displayName}</h1>
<h2>Site contents</h2>
<table class="rows">
<caption>Lists and libraries of this site</caption>
<thead><tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">Items</th><th scope="col">Modified</th></tr></thead>
<tbody>
<tr><th scope="row"><a href="${visitor.link(libraryPath(site))}">Documents</a></th><td data-label="What it is">Document library</td><td data-label="Items">${files}</td><td data-label="Modified"></td></tr>
${lists.map(
  (list) => html`<tr>
<th scope="row"><a href="${visitor.link(listPath(list))}">${list.displayName}</a></th>
<td data-label="What it is">${list.description === '' ? 'List' : list.description}</td>
<td data-label="Items">${store.items.count(list.id)}</td>
<td data-label="Modified">${momentInWords(list.modifiedAt)}</td>
</tr>`,
)}
</tbody>
</table>
${lists.length === 0 && html`<p class="empty">This site has no lists yet. They would be here once an app or a person makes them.</p>`}`,
  };
}
