// Which app may do what on which single site: what an administrator grants to apps with Sites.Selected.
import { type Database, type Row, text } from './database.ts';

export const grantRoles = ['read', 'write', 'manage', 'owner', 'fullcontrol'] as const;
export type GrantRole = (typeof grantRoles)[number];

export interface SiteGrant {
  readonly siteId: string;
  readonly appId: string;
  /** As whoever granted it wrote it; it need not be the app's name. */
  readonly displayName: string;
  readonly role: GrantRole;
}

/** An app has one grant on a site, or none. */
export interface SiteGrants {
  of(siteId: string): readonly SiteGrant[];
  find(siteId: string, appId: string): SiteGrant | undefined;
  /** In place of the grant that the app has there, if it has one. */
  give(grant: SiteGrant): void;
  takeAway(siteId: string, appId: string): void;
  /** Whether what the app was granted on the site holds this role. */
  holds(siteId: string, appId: string, role: GrantRole): boolean;
}

const strength: Readonly<Record<GrantRole, number>> = { read: 1, write: 2, manage: 3, owner: 4, fullcontrol: 4 };

export function createSiteGrants(db: Database): SiteGrants {
  const toGrant = (row: Row): SiteGrant => ({
    siteId: text(row, 'site_id'),
    appId: text(row, 'app_id'),
    displayName: text(row, 'display_name'),
    role: text(row, 'role') as GrantRole,
  });
  const find = (siteId: string, appId: string): SiteGrant | undefined => {
    const row = db.one('SELECT * FROM site_grants WHERE site_id = ? AND app_id = ?', siteId, appId);
    return row === undefined ? undefined : toGrant(row);
  };
  return {
    of: (siteId) => db.all('SELECT * FROM site_grants WHERE site_id = ? ORDER BY rowid', siteId).map(toGrant),
    find,
    give: ({ siteId, appId, displayName, role }) =>
      db.run(
        `INSERT INTO site_grants (site_id, app_id, display_name, role) VALUES (?, ?, ?, ?)
         ON CONFLICT (site_id, app_id) DO UPDATE SET display_name = excluded.display_name, role = excluded.role`,
        siteId,
        appId,
        displayName,
        role,
      ),
    takeAway: (siteId, appId) => db.run('DELETE FROM site_grants WHERE site_id = ? AND app_id = ?', siteId, appId),
    holds: (siteId, appId, role) => {
      const granted = find(siteId, appId);
      return granted !== undefined && strength[granted.role] >= strength[role];
    },
  };
}
