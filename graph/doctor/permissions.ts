import { libraryOf } from '../library.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, toMend } from './check.ts';
import {
  grantOn,
  grantTooLow,
  holds,
  isSiteBySite,
  mailSend,
  needless,
  noSites,
  notGranted,
  raiseGrant,
  sitesManage,
  sitesWrite,
} from './grants.ts';
import type { Patient } from './patient.ts';
import { isAllowed, statusOf, trials } from './try-call.ts';

/** What the token says by itself. */
export function lookAtToken(roles: readonly string[]): Check {
  const surplus = needless(roles);
  const carried = roles.length === 0 ? 'no application permission' : roles.join(', ');
  const advice = surplus.length === 0 ? '' : ` No call of the app’s needs ${surplus.join(', ')}.`;
  return fine('permissions', null, `The token carries ${carried}.${advice}`);
}

/** One list of the site is enough to try whether the app may write there. */
export async function tryWriting(
  { graph, settings }: Patient,
  sitePath: string,
  listPath: string,
  roles: readonly string[],
): Promise<Check> {
  const allowed = await isAllowed(trials.writeItems(graph, listPath));
  const about = grantOn(sitePath, sitesWrite, roles);
  if (isSiteBySite(roles, sitesWrite))
    return allowed
      ? fine('permissions', about, 'Tried: the app may write to the lists, by a grant for this site.')
      : toMend('permissions', about, grantTooLow(sitePath, settings, sitesWrite));
  if (!holds(roles, sitesWrite)) return toMend('permissions', about, noSites(settings));
  return allowed
    ? fine('permissions', about, 'Tried: the app may write to the lists.')
    : toMend('permissions', about, lockedSite);
}

const lockedSite: Trouble = {
  words: 'SharePoint refuses the app although its token carries the permission: the site may be locked or archived.',
  who: 'Microsoft 365 administrator',
  todo: 'Unlock the site in the SharePoint admin centre, under “Active sites”, or with Set-SPOSite -LockState Unlock.',
};

export interface PlaceToMake {
  readonly sitePath: string;
  /** A list of the site, whichever; null where there is none to try it on, so that the token has to do. */
  readonly anyListPath: string | null;
}

/** Needed only while lists are made and mended, and better taken away afterwards. */
export async function tryMaking(
  { graph, settings }: Patient,
  { sitePath, anyListPath }: PlaceToMake,
  roles: readonly string[],
  isNeeded: boolean,
): Promise<Check> {
  const about = grantOn(sitePath, sitesManage, roles);
  const bySite = isSiteBySite(roles, sitesManage);
  const allowed = anyListPath === null || (await isAllowed(trials.changeColumns(graph, anyListPath)));
  if (allowed && (bySite || holds(roles, sitesManage))) {
    const after = bySite ? '“write” is enough once they stand' : 'It can be taken away once they stand';
    return fine('permissions', about, `Tried: the app may make lists and change columns. ${after}.`);
  }
  if (!isNeeded) return fine('permissions', about, 'Not granted, and not needed while every list and column stands.');
  return toMend(
    'permissions',
    about,
    bySite ? grantTooLow(sitePath, settings, sitesManage) : notGranted(sitesManage, settings),
  );
}

export async function trySharing(
  { graph, settings }: Patient,
  sitePath: string,
  siteId: string,
  roles: readonly string[],
): Promise<readonly Check[]> {
  // That a school has no library has been said already.
  const library = await libraryOf(graph, siteId);
  if ('todo' in library) return [];
  const about = `sharing on ${sitePath}`;
  if (await isAllowed(trials.shareFiles(graph, library.driveId)))
    return [fine('permissions', about, 'Tried: the app may share a notice with its reader.')];
  if (!isSiteBySite(roles, sitesWrite)) return [toMend('permissions', about, sharingOff)];
  const orRaise = `Where that is allowed, the grant may be too low: ${raiseGrant(sitePath, settings, 'FullControl')}`;
  return [toMend('permissions', about, { ...sharingOff, todo: `${sharingOff.todo} ${orRaise}` })];
}

const sharingOff: Trouble = {
  words: 'SharePoint refuses to share files of this site, although the app may write there.',
  who: 'Microsoft 365 administrator',
  todo: 'Allow sharing with existing guests for this site: the SharePoint admin centre, “Active sites”, the site, “Settings”, “External file sharing”.',
};

export async function tryMail({ graph, settings }: Patient, roles: readonly string[]): Promise<Check> {
  const { sharedMailbox } = settings;
  const status = await statusOf(trials.sendMail(graph, sharedMailbox));
  if (status === 404) return toMend('mail', sharedMailbox, noMailbox);
  if (status === 403) return toMend('mail', sharedMailbox, mailRefused(roles, settings));
  return fine(
    'mail',
    sharedMailbox,
    holds(roles, mailSend)
      ? 'Tried: the app may send from this mailbox. Its token names Mail.Send, which reaches every mailbox unless Exchange limits it.'
      : 'Tried: the app may send from this mailbox, by a role of Exchange alone.',
  );
}

const noMailbox: Trouble = {
  words: 'There is no such mailbox.',
  who: 'Microsoft 365 administrator',
  todo: 'Make the shared mailbox in the Exchange admin centre, or set PTT_SHARED_MAILBOX to the address of one.',
};

function mailRefused(roles: readonly string[], settings: Patient['settings']): Trouble {
  if (!holds(roles, mailSend)) return notGranted(mailSend, settings);
  return {
    words:
      'Exchange refuses although the token carries Mail.Send: a role or policy of Exchange leaves this mailbox out.',
    who: 'Microsoft 365 administrator',
    todo: `See which mailboxes are allowed: Test-ServicePrincipalAuthorization -Identity ${settings.clientId} -Resource ${settings.sharedMailbox}`,
  };
}
