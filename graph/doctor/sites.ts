// A site of the trust, from its address to its rows.
import { GraphFailure } from '../graph-failure.ts';
import { libraryOf } from '../library.ts';
import type { SiteKind } from '../lists/list-schema.ts';
import { type Inspected, inspectLists } from '../lists/provisioning/inspect.ts';
import { listsBySite } from '../lists/schema.ts';
import { noSuchSite } from '../provision-sites.ts';
import { provisionCommand, type Trouble } from '../trouble.ts';
import { type Check, fine, look, lookFor, type Seen, toMend } from './check.ts';
import { grantOn, holds, isSiteBySite, noSites, siteNotGranted, sitesWrite } from './grants.ts';
import type { Patient } from './patient.ts';
import { type PlaceToMake, trySharing, tryWriting } from './permissions.ts';
import { lookAtRows } from './rows.ts';

export interface Place {
  readonly sitePath: string;
  readonly kind: SiteKind;
}

export interface SiteFound extends PlaceToMake {
  readonly siteId: string;
  /** Ids of the lists that are there, by title. */
  readonly listIds: ReadonlyMap<string, string>;
  /** Whether a run of provisioning has something to do here. */
  readonly isUnfinished: boolean;
}

/** `roles` are the permissions that the token carries. */
export async function* seeSite(
  patient: Patient,
  place: Place,
  roles: readonly string[],
): AsyncGenerator<Check, SiteFound | null, undefined> {
  const { sitePath, kind } = place;
  patient.onLook(sitePath);
  const site = await lookFor('site', sitePath, () => lookAtAddress(patient, place, roles));
  yield* site.checks;
  const siteId = site.found;
  if (siteId === null) return null;
  patient.onLook(`lists of ${sitePath}`);
  const lists = await lookFor('lists', sitePath, () => lookAtLists(patient, place, siteId));
  yield* lists.checks;
  const listIds = lists.found?.listIds ?? new Map<string, string>();
  yield* await look('rows', sitePath, () => lookAtRows(patient, { ...place, siteId, listIds }));
  const [listId] = listIds.values();
  // A permission for the whole tenant is tried once; grants for single sites on each, and sharing where notices are filed.
  const bySite = isSiteBySite(roles, sitesWrite);
  const writing =
    (bySite || kind === 'hub') && listId !== undefined
      ? await look('permissions', grantOn(sitePath, sitesWrite, roles), () =>
          tryWriting(patient, sitePath, `/sites/${siteId}/lists/${listId}`, roles),
        )
      : [];
  yield* writing;
  if (kind === 'school') yield* await look('library', sitePath, () => lookAtLibrary(patient, sitePath, siteId));
  // That the app may not write has been said already.
  const mayWrite = writing.every(({ standing }) => standing === 'ok') && (listId !== undefined || !bySite);
  if (kind === (bySite ? 'school' : 'hub') && mayWrite && (bySite || holds(roles, sitesWrite)))
    yield* await look('permissions', `sharing on ${sitePath}`, () => trySharing(patient, sitePath, siteId, roles));
  const anyListId = lists.found?.anyListId ?? null;
  return {
    sitePath,
    siteId,
    listIds,
    anyListPath: anyListId === null ? null : `/sites/${siteId}/lists/${anyListId}`,
    isUnfinished: lists.checks.some(({ todo }) => todo === provisionCommand),
  };
}

async function lookAtAddress(
  { sites, settings }: Patient,
  { sitePath, kind }: Place,
  roles: readonly string[],
): Promise<Seen<string>> {
  try {
    const siteId = await sites.idOf(sitePath);
    return { checks: [fine('site', sitePath, 'It is there, and the app may open it.')], found: siteId };
  } catch (error) {
    if (!(error instanceof GraphFailure) || (error.status !== 404 && error.status !== 403)) throw error;
    const trouble = error.status === 404 ? noSuchSite(kind) : closedSite(sitePath, settings, roles);
    return { checks: [toMend('site', sitePath, trouble)], found: null };
  }
}

function closedSite(sitePath: string, settings: Patient['settings'], roles: readonly string[]): Trouble {
  if (holds(roles, sitesWrite))
    return {
      words: 'SharePoint does not let the app open this site, although its token carries the permission.',
      who: 'Microsoft 365 administrator',
      todo: 'See in the SharePoint admin centre, under “Active sites”, whether the site is locked.',
    };
  return isSiteBySite(roles, sitesWrite) ? siteNotGranted(sitePath, settings) : noSites(settings);
}

async function lookAtLists({ graph }: Patient, { sitePath, kind }: Place, siteId: string): Promise<Seen<Inspected>> {
  const shapes = listsBySite[kind];
  const found = await inspectLists(graph, siteId, shapes);
  const { troubles } = found;
  if (troubles.length > 0) return { checks: troubles.map((one) => toMend('lists', sitePath, one)), found };
  const words = shapes.length === 1 ? 'The list stands' : `All ${shapes.length} lists stand`;
  return { checks: [fine('lists', sitePath, `${words}, with every column.`)], found };
}

async function lookAtLibrary({ graph }: Patient, sitePath: string, siteId: string): Promise<Check> {
  const library = await libraryOf(graph, siteId);
  return 'todo' in library ? toMend('library', sitePath, library) : fine('library', sitePath, 'Notices can be filed.');
}
