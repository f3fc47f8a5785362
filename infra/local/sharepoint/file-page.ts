import type { DriveItem } from '../store/types.ts';
import { docxToHtml } from './docx-html.ts';
import { momentInWords } from './field-text.ts';
import { html, type Html } from './html.ts';
import { libraryTrail, type LibraryView, sizeInWords } from './library-page.ts';
import type { Page } from './page.ts';
import { filePath } from './paths.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A file as a person opens it in the browser.
 * @param inSite whether the person may open the folders around it too; a guest with a link to the file alone may not
 */
export async function filePage(view: LibraryView, file: DriveItem, inSite: boolean): Promise<Page> {
  const { site, visitor, store } = view;
  const bytes = store.drives.content(file.id) ?? new Uint8Array();
  return {
    title: file.name,
    trail: inSite
      ? libraryTrail(file, site, visitor)
      : [{ words: 'SharePoint', href: visitor.link('/') }, { words: file.name }],
    body: html`<h1>${file.name}</h1>
<p class="fine">${sizeInWords(file.size)}. Last modified ${momentInWords(file.modifiedAt)} by ${store.directory.actorName(file.modifiedBy)}.${!inSite && ' Shared with you.'}</p>
<p class="commands"><a class="button" href="${visitor.link(filePath(file), { download: 1 })}">Download</a></p>
${await preview(file, bytes)}`,
  };
}

async function preview(file: DriveItem, bytes: Uint8Array): Promise<Html> {
  if (file.mimeType === DOCX || file.name.toLowerCase().endsWith('.docx')) {
    const document = await docxToHtml(bytes);
    return document === null
      ? html`<p class="empty">This document cannot be read as a Word document. Download it to look at it.</p>`
      : html`<p class="fine">Word for the web (local stand-in)</p><article class="paper" aria-label="Document">${document}</article>`;
  }
  if (file.mimeType.startsWith('text/')) return html`<pre class="paper">${new TextDecoder().decode(bytes)}</pre>`;
  return html`<p class="empty">There is no preview of this kind of file. Download it to look at it.</p>`;
}
