// From ids in an address to the things themselves, and whether this caller may have them.
import { ok, type Result } from '#domain/result.ts';
import type { Drive } from '../store/drive-rows.ts';
import { itemNotFound, notKnown, refuse } from '../store/problem.ts';
import type { DriveItem, Item, List, Problem, Role, Site } from '../store/types.ts';
import type { TenantTeam } from '../tenant-definition.ts';
import type { GraphCall } from './call.ts';

/** As the service writes the ids of items: other ways to write a number name nothing. */
const wholeNumber = /^[1-9]\d*$/;

type Use = 'read' | 'write';

const accessDenied = (): Result<never, Problem> =>
  refuse({ status: 403, code: 'accessDenied', message: 'Access denied' });

const suffices = (role: Role | null, use: Use): boolean => role !== null && (use === 'read' || role !== 'read');

/** An app may open the sites that its permission covers, or that were granted to it one by one. */
const isGranted = ({ caller, roleNeeded, store }: GraphCall, siteId: string): boolean =>
  roleNeeded === null || store.siteGrants.holds(siteId, caller.appId, roleNeeded);

/** In a person's name an app may open, of these, only what that person may. */
const allowed = ({ caller }: GraphCall, role: (userId: string) => Role | null, use: Use): boolean =>
  caller.userId === null || suffices(role(caller.userId), use);

export function openSite(call: GraphCall, site: Site, use: Use): Result<Site, Problem> {
  const role = (userId: string): Role | null => call.store.directory.siteRole(userId, site.path);
  return isGranted(call, site.id) && allowed(call, role, use) ? ok(site) : accessDenied();
}

/** The site of `{site}`: `host,guid,guid` or `host:/path`. */
export function siteOf(call: GraphCall, use: Use): Result<Site, Problem> {
  const id = call.params['site'] ?? '';
  const { sites, definition } = call.store;
  const colon = id.indexOf(':/');
  if (colon < 0 && !id.includes(',')) return notKnown(`the site '${id}'; name it by host,guid,guid or by host:/path`);
  const byPath =
    colon >= 0 && id.slice(0, colon).toLowerCase() === definition.sharePointHost
      ? sites.byPath(id.slice(colon + 1))
      : undefined;
  const site = byPath ?? sites.byId(id);
  return site === undefined ? itemNotFound('Requested site could not be found') : openSite(call, site, use);
}

export function listOf(call: GraphCall, use: Use): Result<List, Problem> {
  const site = siteOf(call, use);
  if (!site.ok) return site;
  const list = call.store.lists.find(site.value.id, call.params['list'] ?? '');
  return list === undefined ? itemNotFound('The specified list was not found') : ok(list);
}

/** As listOf, for what only a list of items can do. */
export function itemListOf(call: GraphCall, use: Use): Result<List, Problem> {
  const list = listOf(call, use);
  if (!list.ok || list.value.template === 'genericList') return list;
  return notKnown("the items of a document library as list items; use the site's drive");
}

export function itemOf(call: GraphCall, use: Use): Result<{ readonly list: List; readonly item: Item }, Problem> {
  const list = itemListOf(call, use);
  if (!list.ok) return list;
  const id = call.params['item'] ?? '';
  if (/^delta\(.*\)$/i.test(id)) return notKnown(`items/${id}; it knows items/delta?token=…`);
  const item = wholeNumber.test(id) ? call.store.items.get(list.value.id, Number(id)) : undefined;
  return item === undefined ? itemNotFound('The specified item was not found') : ok({ list: list.value, item });
}

export function driveOf(call: GraphCall, use: Use): Result<Drive, Problem> {
  const drive = call.store.drives.byId(call.params['drive'] ?? '');
  if (drive === undefined) return itemNotFound('The specified drive was not found');
  const role = (userId: string): Role | null => call.store.directory.siteRole(userId, drive.sitePath);
  return isGranted(call, drive.siteId) && allowed(call, role, use) ? ok(drive) : accessDenied();
}

/** A file or folder by `{item}`, or by `{path}` from the root of `{drive}`. */
export function driveItemOf(call: GraphCall, use: Use): Result<DriveItem, Problem> {
  const { drives, sharing } = call.store;
  const { drive: driveId = '', item: itemId, path = '' } = call.params;
  const drive = drives.byId(driveId);
  // An app that was not granted the site learns nothing of what is in it.
  if (drive !== undefined && !isGranted(call, drive.siteId)) return accessDenied();
  const item =
    itemId === undefined
      ? drives.byPath(driveId, path)
      : itemId === 'root'
        ? drives.root(driveId)
        : drives.item(itemId);
  if (item === undefined || item.driveId !== driveId) return itemNotFound();
  return allowed(call, (userId) => sharing.fileRole(userId, item.id), use) ? ok(item) : accessDenied();
}

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Each service says in its own words that an id is none. */
export function teamOf(call: GraphCall): Result<TenantTeam, Problem> {
  const id = call.params['team'] ?? '';
  if (!guid.test(id)) return refuse({ status: 400, code: 'BadRequest', message: 'teamId needs to be a valid GUID.' });
  const team = call.store.directory.team(id);
  if (team === undefined) return refuse({ status: 404, code: 'NotFound', message: 'No team found with the given id.' });
  if (call.caller.userId !== null && !team.members.includes(call.caller.userId)) {
    return refuse({ status: 403, code: 'Forbidden', message: 'The person is not a member of this team.' });
  }
  return ok(team);
}

/** The id of a group or of a Team's group. */
export function groupIdOf({ params, store }: GraphCall): Result<string, Problem> {
  const id = params['group'] ?? '';
  if (!guid.test(id))
    return refuse({ status: 400, code: 'Request_BadRequest', message: `Invalid object identifier '${id}'.` });
  if (store.directory.group(id) !== undefined || store.directory.team(id) !== undefined) return ok(id);
  return refuse({
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  });
}
