// Each site has one document library. Files are kept whole in the database.
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { ok, type Result } from '#domain/result.ts';
import { type Database, type Row, text } from './database.ts';
import { type Drive, itemColumns, mimeTypeOf, splitLibraryUrl, toDrive, toDriveItem } from './drive-rows.ts';
import { libraryName, type Lists } from './lists.ts';
import { invalidRequest, itemNotFound, notKnown, refuse, staleEtag } from './problem.ts';
import type { Sites } from './sites.ts';
import { stamp } from './stamp.ts';
import type { Actor, DriveItem, Problem, TenantEvents, WriteOptions } from './types.ts';

export interface SaveOptions extends WriteOptions {
  /** False refuses to write over a file that is there; true unless said. */
  readonly replace?: boolean;
}

export interface Drives {
  ofSite(siteId: string): Drive | undefined;
  byId(driveId: string): Drive | undefined;
  item(driveItemId: string): DriveItem | undefined;
  root(driveId: string): DriveItem | undefined;
  /** Path from the library's root, decoded: `Notices/2026/a.docx`. */
  byPath(driveId: string, path: string): DriveItem | undefined;
  /** Server-relative and decoded: `/sites/x/Shared Documents/Notices/a.docx`. */
  byUrlPath(urlPath: string): DriveItem | undefined;
  children(folderId: string): readonly DriveItem[];
  content(driveItemId: string): Uint8Array | undefined;
  /** Writes a file, making the folders on its way. */
  save(
    driveId: string,
    path: string,
    bytes: Uint8Array,
    options: SaveOptions,
  ): Result<{ item: DriveItem; created: boolean }, Problem>;
  /** A file, and who may read it. */
  remove(file: DriveItem, options: Pick<WriteOptions, 'ifMatch'>): Result<null, Problem>;
}

interface Needs {
  readonly db: Database;
  readonly lists: Lists;
  readonly sites: Sites;
  readonly events: EventEmitter<TenantEvents>;
  readonly now: () => Date;
}

const forbiddenInNames = /["*:<>?\\|]/;
const longestPath = 400;

export function createDrives({ db, lists, sites, events, now }: Needs): Drives {
  const byId = (driveId: string): Drive | undefined => {
    const list = lists.byId(driveId);
    return list?.template === 'documentLibrary' ? toDrive(list) : undefined;
  };
  const ofSite = (siteId: string): Drive | undefined => {
    const list = lists.find(siteId, libraryName);
    return list === undefined ? undefined : toDrive(list);
  };
  const read = (row: Row | undefined): DriveItem | undefined => {
    const drive = row === undefined ? undefined : byId(text(row, 'drive_id'));
    return row === undefined || drive === undefined ? undefined : toDriveItem(row, drive);
  };
  const item = (id: string): DriveItem | undefined =>
    read(db.one(`SELECT ${itemColumns} FROM drive_items WHERE id = ?`, id));
  const find = (driveId: string, path: string): DriveItem | undefined =>
    read(db.one(`SELECT ${itemColumns} FROM drive_items WHERE drive_id = ? AND path = ?`, driveId, path));
  const insert = (
    driveId: string,
    parentId: string | null,
    path: string,
    bytes: Uint8Array | null,
    actor: Actor,
  ): DriveItem => {
    const id = randomUUID();
    const name = parentId === null ? 'root' : path.slice(path.lastIndexOf('/') + 1);
    const at = stamp(now());
    const by = JSON.stringify(actor);
    db.run(
      `INSERT INTO drive_items (id, drive_id, parent_id, name, kind, path, mime_type, size, version, content, created_at, created_by, modified_at, modified_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
      id,
      driveId,
      parentId,
      name,
      bytes === null ? 'folder' : 'file',
      path,
      bytes === null ? '' : mimeTypeOf(name),
      bytes?.length ?? 0,
      bytes,
      at,
      by,
      at,
      by,
    );
    return written(item(id));
  };
  const root = (driveId: string): DriveItem | undefined => {
    if (byId(driveId) === undefined) return undefined;
    return find(driveId, '') ?? insert(driveId, null, '', null, {});
  };
  const folderFor = (driveId: string, segments: readonly string[], actor: Actor): Result<DriveItem, Problem> => {
    let folder = root(driveId);
    if (folder === undefined) return itemNotFound('The specified drive was not found');
    for (const [index] of segments.entries()) {
      const path = segments.slice(0, index + 1).join('/');
      const found = find(driveId, path);
      if (found?.kind === 'file')
        return refuse({ status: 409, code: 'nameAlreadyExists', message: `'${path}' is a file.` });
      folder = found ?? insert(driveId, folder.id, path, null, actor);
    }
    return ok(folder);
  };
  const overwrite = (before: DriveItem, bytes: Uint8Array, actor: Actor): DriveItem => {
    db.run(
      'UPDATE drive_items SET content = ?, size = ?, version = version + 1, modified_at = ?, modified_by = ? WHERE id = ?',
      bytes,
      bytes.length,
      stamp(now()),
      JSON.stringify(actor),
      before.id,
    );
    return written(item(before.id));
  };
  return {
    ofSite,
    byId,
    item,
    root,
    byPath: (driveId, path) => (path === '' ? root(driveId) : find(driveId, path)),
    byUrlPath: (urlPath) => {
      const split = splitLibraryUrl(urlPath);
      const site = split === undefined ? undefined : sites.byPath(split.sitePath);
      const drive = site === undefined ? undefined : ofSite(site.id);
      if (split === undefined || drive === undefined) return undefined;
      return split.path === '' ? root(drive.id) : find(drive.id, split.path);
    },
    children: (folderId) =>
      db
        .all(`SELECT ${itemColumns} FROM drive_items WHERE parent_id = ? ORDER BY kind DESC, name`, folderId)
        .flatMap((row) => read(row) ?? []),
    content: (id) => {
      const bytes = db.one('SELECT content FROM drive_items WHERE id = ?', id)?.['content'];
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    save: (driveId, path, bytes, { actor, ifMatch, replace = true }) => {
      const segments = path.split('/');
      if (path.length > longestPath || segments.some((name) => name.trim() === '' || forbiddenInNames.test(name))) {
        return invalidRequest('The provided name cannot contain "*:<>?/\\| and must not be blank.');
      }
      const before = find(driveId, path);
      if (before?.kind === 'folder')
        return refuse({ status: 409, code: 'nameAlreadyExists', message: `'${path}' is a folder.` });
      if (before !== undefined && !replace) {
        return refuse({
          status: 409,
          code: 'nameAlreadyExists',
          message: 'An item with the same name already exists under the parent',
        });
      }
      if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== before?.etag) return staleEtag();
      const saved = db.transaction((): Result<DriveItem, Problem> => {
        if (before !== undefined) return ok(overwrite(before, bytes, actor));
        const folder = folderFor(driveId, segments.slice(0, -1), actor);
        return folder.ok ? ok(insert(driveId, folder.value.id, path, bytes, actor)) : folder;
      });
      if (!saved.ok) return saved;
      events.emit('fileSaved', saved.value);
      return ok({ item: saved.value, created: before === undefined });
    },
    remove: (file, { ifMatch }) => {
      if (file.kind === 'folder') return notKnown('how to delete a folder');
      if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== file.etag) return staleEtag();
      db.transaction(() => {
        db.run('DELETE FROM file_permissions WHERE drive_item_id = ?', file.id);
        db.run('DELETE FROM drive_items WHERE id = ?', file.id);
      });
      return ok(null);
    },
  };
}

function written(item: DriveItem | undefined): DriveItem {
  if (item === undefined) throw new Error('A file that was just written is not there.');
  return item;
}
