import { randomUUID } from 'node:crypto';
import type { TenantDefinition } from '../tenant-definition.ts';
import { type Database, integer, type Row, text } from './database.ts';
import { stamp } from './stamp.ts';
import type { Site } from './types.ts';

export interface Sites {
  all(): readonly Site[];
  /** Server-relative path such as /sites/larkfield. */
  byPath(path: string): Site | undefined;
  byId(id: string): Site | undefined;
  ofTeam(teamId: string): Site | undefined;
  /** The number by which the site knows a person or app, as in AuthorLookupId; given on first sight. */
  personNumber(siteId: string, principalId: string): number;
}

/** Sites that are new in the definition are made; those that are there keep their ids and contents. */
export function createSites(db: Database, definition: TenantDefinition, now: () => Date): Sites {
  const names = new Map<string, string>();
  for (const team of definition.teams) names.set(team.sitePath.toLowerCase(), team.displayName);
  for (const site of definition.sites) names.set(site.path.toLowerCase(), site.displayName);
  const paths = [
    ...new Set([...definition.teams.map((team) => team.sitePath), ...definition.sites.map((site) => site.path)]),
  ];
  db.transaction(() => {
    for (const path of paths) {
      const id = `${definition.sharePointHost},${randomUUID()},${randomUUID()}`;
      db.run(
        'INSERT INTO sites (id, path, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        id,
        path,
        stamp(now()),
      );
    }
  });
  const toSite = (row: Row): Site => {
    const path = text(row, 'path');
    return {
      id: text(row, 'id'),
      path,
      displayName: names.get(path.toLowerCase()) ?? path,
      webUrl: `https://${definition.sharePointHost}${encodeURI(path)}`,
      createdAt: text(row, 'created_at'),
      teamId: definition.teams.find((team) => team.sitePath.toLowerCase() === path.toLowerCase())?.id ?? null,
    };
  };
  const one = (sql: string, value: string): Site | undefined => {
    const row = db.one(sql, value);
    return row === undefined || !names.has(text(row, 'path').toLowerCase()) ? undefined : toSite(row);
  };
  const byPath = (path: string): Site | undefined => one('SELECT * FROM sites WHERE path = ?', path);
  return {
    all: () => paths.flatMap((path) => byPath(path) ?? []),
    byPath,
    byId: (id) => one('SELECT * FROM sites WHERE id = ?', id),
    ofTeam: (teamId) => {
      const team = definition.teams.find((candidate) => candidate.id === teamId);
      return team === undefined ? undefined : byPath(team.sitePath);
    },
    personNumber: (siteId, principalId) => {
      // The first numbers of a real site belong to its system accounts.
      db.run(
        `INSERT INTO site_people (site_id, principal_id, number)
         VALUES (?1, ?2, (SELECT coalesce(max(number), 5) + 1 FROM site_people WHERE site_id = ?1)) ON CONFLICT DO NOTHING`,
        siteId,
        principalId,
      );
      const row = db.one('SELECT number FROM site_people WHERE site_id = ? AND principal_id = ?', siteId, principalId);
      return row === undefined ? 0 : integer(row, 'number');
    },
  };
}
