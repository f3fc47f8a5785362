import type { Store } from '../store/store.ts';
import type { DriveItem, Site } from '../store/types.ts';
import { momentInWords } from './field-text.ts';
import { html, type Html } from './html.ts';
import type { Page } from './page.ts';
import { filePath, libraryPath } from './paths.ts';
import type { Visitor } from './visitor.ts';

export interface LibraryView {
  readonly site: Site;
  readonly visitor: Visitor;
  readonly store: Store;
}

export function libraryRoot(site: Site, store: Store): DriveItem | undefined {
  const drive = store.drives.ofSite(site.id);
  return drive === undefined ? undefined : store.drives.root(drive.id);
}

export function folderPage({ site, visitor, store }: LibraryView, folder: DriveItem): Page {
  const entries = store.drives.children(folder.id);
  return {
    title: folder.path === '' ? 'Documents' : folder.name,
    trail: libraryTrail(folder, site, visitor),
    body: html`<h1>${folder.path === '' ? 'Documents' : folder.name}</h1>
${
  entries.length === 0
    ? html`<p class="empty">Nothing is filed here yet. Documents and folders would be here.</p>`
    : html`<table class="rows">
<caption>Documents and folders</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Modified</th><th scope="col">Modified by</th><th scope="col">Size</th></tr></thead>
<tbody>${entries.map((entry) => row(entry, visitor, store))}</tbody>
</table>`
}`,
  };
}

function row(entry: DriveItem, visitor: Visitor, store: Store): Html {
  return html`<tr>
<th scope="row"><a href="${visitor.link(filePath(entry))}">${entry.kind === 'folder' ? 'Folder: ' : ''}${entry.name}</a></th>
<td data-label="Modified">${momentInWords(entry.modifiedAt)}</td>
<td data-label="Modified by">${store.directory.actorName(entry.modifiedBy)}</td>
<td data-label="Size">${entry.kind === 'folder' ? '' : sizeInWords(entry.size)}</td>
</tr>`;
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function libraryTrail(item: DriveItem, site: Site, visitor: Visitor): Page['trail'] {
  const segments = item.path === '' ? [] : item.path.split('/');
  const steps = [
    { words: 'SharePoint', path: '/' },
    { words: site.displayName, path: site.path },
    { words: 'Documents', path: libraryPath(site) },
    ...segments.map((words, index) => ({
      words,
      path: `${libraryPath(site)}/${segments.slice(0, index + 1).join('/')}`,
    })),
  ];
  return steps.map(({ words, path }, index) =>
    index === steps.length - 1 ? { words } : { words, href: visitor.link(path) },
  );
}
