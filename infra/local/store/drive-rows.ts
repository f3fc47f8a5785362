// A row of drive_items as the rest of the tenant sees it.
import { integer, type Row, text } from './database.ts';
import { libraryName } from './lists.ts';
import type { Actor, DriveItem, List } from './types.ts';

export interface Drive {
  /** The same as the document library's list id. */
  readonly id: string;
  readonly siteId: string;
  readonly sitePath: string;
  readonly name: string;
  readonly webUrl: string;
  readonly createdAt: string;
}

/** Everything but the bytes. */
export const itemColumns =
  'id, drive_id, parent_id, name, kind, path, mime_type, size, version, created_at, created_by, modified_at, modified_by';

export function toDrive(list: List): Drive {
  const { id, siteId, sitePath, displayName, webUrl, createdAt } = list;
  return { id, siteId, sitePath, name: displayName, webUrl, createdAt };
}

export function toDriveItem(row: Row, drive: Drive): DriveItem {
  const version = integer(row, 'version');
  const id = text(row, 'id');
  const path = text(row, 'path');
  return {
    id,
    driveId: drive.id,
    siteId: drive.siteId,
    sitePath: drive.sitePath,
    parentId: row['parent_id'] === null ? null : text(row, 'parent_id'),
    name: text(row, 'name'),
    kind: text(row, 'kind') === 'folder' ? 'folder' : 'file',
    path,
    mimeType: text(row, 'mime_type'),
    size: integer(row, 'size'),
    version,
    etag: `"{${id.toUpperCase()}},${version}"`,
    webUrl: path === '' ? drive.webUrl : `${drive.webUrl}/${path.split('/').map(encodeURIComponent).join('/')}`,
    createdAt: text(row, 'created_at'),
    createdBy: JSON.parse(text(row, 'created_by')) as Actor,
    modifiedAt: text(row, 'modified_at'),
    modifiedBy: JSON.parse(text(row, 'modified_by')) as Actor,
  };
}

/** `/sites/x/Shared Documents/a/b.docx` is the path `a/b.docx` in the library of /sites/x. */
export function splitLibraryUrl(urlPath: string): { readonly sitePath: string; readonly path: string } | undefined {
  const at = urlPath.toLowerCase().indexOf(`/${libraryName.toLowerCase()}`);
  if (at < 0) return undefined;
  return { sitePath: urlPath.slice(0, at), path: urlPath.slice(at + libraryName.length + 1).replace(/^\/|\/$/g, '') };
}

const mimeTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
};

export function mimeTypeOf(name: string): string {
  return mimeTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
