// Drives, files and permissions as Graph writes them.
import type { Drive } from '../store/drive-rows.ts';
import type { Store } from '../store/store.ts';
import type { DriveItem, FilePermission } from '../store/types.ts';
import { identitySet } from './identities.ts';

type Json = Readonly<Record<string, unknown>>;

export function driveShape(drive: Drive): Json {
  return {
    createdDateTime: drive.createdAt,
    description: '',
    id: drive.id,
    name: drive.name,
    webUrl: drive.webUrl,
    driveType: 'documentLibrary',
  };
}

export function driveItemShape(store: Store, item: DriveItem): Json {
  const folder = item.path.includes('/') ? item.path.slice(0, item.path.lastIndexOf('/')) : '';
  const reference = { driveType: 'documentLibrary', driveId: item.driveId, siteId: item.siteId };
  return {
    createdDateTime: item.createdAt,
    eTag: item.etag,
    id: item.id,
    lastModifiedDateTime: item.modifiedAt,
    name: item.name,
    webUrl: item.webUrl,
    cTag: `"c:{${item.id.toUpperCase()}},${item.version}"`,
    size: item.size,
    createdBy: identitySet(store, item.createdBy),
    lastModifiedBy: identitySet(store, item.modifiedBy),
    parentReference:
      item.parentId === null
        ? reference
        : {
            ...reference,
            id: item.parentId,
            path: `/drives/${item.driveId}/root:${folder === '' ? '' : `/${encodeURI(folder)}`}`,
          },
    ...(item.parentId === null ? { root: {} } : {}),
    ...(item.kind === 'folder'
      ? { folder: { childCount: store.drives.children(item.id).length } }
      : { file: { mimeType: item.mimeType } }),
  };
}

export function permissionShape(store: Store, permission: FilePermission): Json {
  const people = permission.userIds.flatMap((id) => store.directory.user(id) ?? []);
  const identities = people.map((user) => ({ user: { id: user.id, displayName: user.displayName, email: user.mail } }));
  const [first] = identities;
  if (permission.link === null) {
    return {
      id: permission.id,
      roles: [permission.role],
      ...(first === undefined ? {} : { grantedTo: first, grantedToV2: first }),
    };
  }
  return {
    id: permission.id,
    roles: [permission.role],
    hasPassword: false,
    ...(identities.length === 0 ? {} : { grantedToIdentities: identities, grantedToIdentitiesV2: identities }),
    link: { ...permission.link, preventsDownload: false },
  };
}
