import type { DriveItem, Site } from '../store/types.ts';
import { filePage } from './file-page.ts';
import { folderPage, libraryRoot, type LibraryView } from './library-page.ts';
import { notFoundPage, permissionPage, sendPage } from './page.ts';
import type { Visit } from './routes.ts';

/** Folders for who may open the site or the folder, files also for who was invited to them alone. */
export async function libraryResponse(visit: Visit, site: Site, rest: string): Promise<void> {
  const { request, response, visitor, store, path } = visit;
  const item = /^Shared Documents(\/Forms\/AllItems\.aspx)?$/.test(rest)
    ? libraryRoot(site, store)
    : store.drives.byUrlPath(path);
  const inSite = store.directory.siteRole(visitor.user.id, site.path) !== null;
  // To one who may not look, a file that is there and one that is not are the same.
  if (item === undefined) return sendPage(response, visitor, inSite ? notFoundPage('file') : permissionPage('file'));
  if (store.sharing.fileRole(visitor.user.id, item.id) === null) {
    return sendPage(response, visitor, permissionPage(item.kind === 'folder' ? 'folder' : 'file'));
  }
  const view: LibraryView = { site, visitor, store };
  if (item.kind === 'folder') return sendPage(response, visitor, folderPage(view, item));
  if (request.query['download'] === '1') return download(visit, item);
  sendPage(response, visitor, await filePage(view, item, inSite));
}

function download({ response, store }: Visit, file: DriveItem): void {
  response
    .attachment(file.name)
    .set({ 'content-type': file.mimeType, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    .send(Buffer.from(store.drives.content(file.id) ?? new Uint8Array()));
}
