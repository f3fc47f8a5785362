// Grants on single files and folders, beside the permissions of the site.
import { randomBytes, randomUUID } from 'node:crypto';
import { ok, type Result } from '#domain/result.ts';
import { type Database, type Row, text } from './database.ts';
import { type Directory, strongest } from './directory.ts';
import type { Drives } from './drives.ts';
import { refuse } from './problem.ts';
import { stamp } from './stamp.ts';
import type { DriveItem, FilePermission, Problem, Role, SharingLink } from './types.ts';

export interface LinkWanted {
  readonly type: SharingLink['type'];
  readonly scope: SharingLink['scope'];
  readonly emails?: readonly string[];
}

export interface Sharing {
  /** The site's role, or what was granted on the file or a folder above it; null when the person may not open it. */
  fileRole(userId: string, driveItemId: string): Role | null;
  /** Granted on this very file or folder. */
  permissions(driveItemId: string): readonly FilePermission[];
  /** Everyone named must be a person or guest of the tenant. */
  invite(
    driveItemId: string,
    wanted: { readonly emails: readonly string[]; readonly role: 'read' | 'write' },
  ): Result<readonly FilePermission[], Problem>;
  /** The same kind of link for the same people is made once. */
  createLink(
    driveItemId: string,
    wanted: LinkWanted,
  ): Result<{ permission: FilePermission; created: boolean }, Problem>;
  /** Files and folders that others shared with this person. */
  sharedWith(userId: string): readonly DriveItem[];
  /** The file or folder that a sharing link's token stands for. */
  byLinkToken(token: string): DriveItem | undefined;
}

interface Needs {
  readonly db: Database;
  readonly directory: Directory;
  readonly drives: Drives;
  readonly sharePointHost: string;
  readonly now: () => Date;
}

export function createSharing({ db, directory, drives, sharePointHost, now }: Needs): Sharing {
  const permissions = (driveItemId: string): FilePermission[] =>
    db.all('SELECT * FROM file_permissions WHERE drive_item_id = ? ORDER BY rowid', driveItemId).map(toPermission);
  const add = (permission: FilePermission): FilePermission => {
    db.run(
      'INSERT INTO file_permissions (id, drive_item_id, role, user_ids, link, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      permission.id,
      permission.driveItemId,
      permission.role,
      JSON.stringify(permission.userIds),
      permission.link === null ? null : JSON.stringify(permission.link),
      permission.createdAt,
    );
    return permission;
  };
  const resolve = (emails: readonly string[]): Result<readonly string[], Problem> => {
    const unknown = emails.filter((email) => directory.user(email) === undefined);
    if (unknown.length > 0) {
      return refuse({
        status: 400,
        code: 'invalidRequest',
        innerCode: 'noResolvedUsers',
        message: `${unknown.length} of ${emails.length} recipients could not be resolved to a person or guest of this tenant.`,
      });
    }
    return ok(emails.flatMap((email) => directory.user(email)?.id ?? []));
  };
  const grants = (permission: FilePermission, userId: string): boolean => {
    if (permission.link?.scope === 'organization') return directory.user(userId)?.userType === 'Member';
    return permission.userIds.includes(userId);
  };
  const linkUrl = (item: DriveItem): string =>
    `https://${sharePointHost}/:${item.kind === 'folder' ? 'f' : 'b'}:/s${item.sitePath.replace(/^\/sites/, '')}/${randomBytes(24).toString('base64url')}`;
  return {
    fileRole: (userId, driveItemId) => {
      const roles: Role[] = [];
      let item = drives.item(driveItemId);
      const siteRole = item === undefined ? null : directory.siteRole(userId, item.sitePath);
      if (siteRole !== null) roles.push(siteRole);
      while (item !== undefined) {
        for (const permission of permissions(item.id)) if (grants(permission, userId)) roles.push(permission.role);
        item = item.parentId === null ? undefined : drives.item(item.parentId);
      }
      return strongest(roles);
    },
    permissions,
    invite: (driveItemId, { emails, role }) => {
      const userIds = resolve(emails);
      if (!userIds.ok) return userIds;
      const before = permissions(driveItemId);
      return ok(
        db.transaction(() =>
          userIds.value.map((userId) => {
            const same = before.find(
              (known) => known.link === null && known.role === role && known.userIds.includes(userId),
            );
            return (
              same ??
              add({ id: randomUUID(), driveItemId, role, userIds: [userId], link: null, createdAt: stamp(now()) })
            );
          }),
        ),
      );
    },
    createLink: (driveItemId, { type, scope, emails = [] }) => {
      const userIds = resolve(emails);
      if (!userIds.ok) return userIds;
      const wantedIds = JSON.stringify([...userIds.value].sort());
      const same = permissions(driveItemId).find(
        ({ link, userIds: known }) =>
          link?.type === type && link.scope === scope && JSON.stringify([...known].sort()) === wantedIds,
      );
      if (same !== undefined) return ok({ permission: same, created: false });
      const item = drives.item(driveItemId);
      if (item === undefined) throw new Error('A link was asked for a file that is not there.');
      const role = type === 'edit' ? 'write' : 'read';
      const link = { type, scope, webUrl: linkUrl(item) };
      const permission = {
        id: randomUUID(),
        driveItemId,
        role,
        userIds: userIds.value,
        link,
        createdAt: stamp(now()),
      } as const;
      return ok({ permission: add(permission), created: true });
    },
    sharedWith: (userId) => {
      const rows = db.all('SELECT * FROM file_permissions ORDER BY rowid').map(toPermission);
      const ids = rows
        .filter((permission) => permission.userIds.includes(userId))
        .map((permission) => permission.driveItemId);
      return [...new Set(ids)].flatMap((id) => drives.item(id) ?? []);
    },
    byLinkToken: (token) => {
      const permission = db
        .all('SELECT * FROM file_permissions WHERE link IS NOT NULL')
        .map(toPermission)
        .find(({ link }) => link?.webUrl.endsWith(`/${token}`));
      return permission === undefined ? undefined : drives.item(permission.driveItemId);
    },
  };
}

function toPermission(row: Row): FilePermission {
  return {
    id: text(row, 'id'),
    driveItemId: text(row, 'drive_item_id'),
    role: text(row, 'role') === 'write' ? 'write' : 'read',
    userIds: JSON.parse(text(row, 'user_ids')) as string[],
    link: row['link'] === null ? null : (JSON.parse(text(row, 'link')) as SharingLink),
    createdAt: text(row, 'created_at'),
  };
}
