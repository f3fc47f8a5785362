import { libraryOf } from '../library.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, toMend } from './check.ts';
import {
  holds,
  holdsNarrower,
  mailSend,
  needless,
  notGranted,
  sitesManage,
  siteNotGranted,
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
  const about = `${sitesWrite.name} on ${sitePath}`;
  if (holds(roles, sitesWrite)) {
    if (allowed) return fine('permissions', about, 'Tried: the app may write to the lists.');
    return toMend('permissions', about, lockedSite);
  }
  if (!holdsNarrower(roles, sitesWrite)) return toMend('permissions', about, notGranted(sitesWrite, settings));
  return allowed
    ? fine('permissions', about, 'Tried: the app may write to the lists, by a grant for this site.')
    : toMend('permissions', about, siteNotGranted(sitePath, settings, 'Write'));
}

const lockedSite: Trouble = {
  words: 'SharePoint refuses the app although its token carries the permission: the site may be locked or archived.',
  who: 'Microsoft 365 administrator',
  todo: 'Unlock the site in the SharePoint admin centre, under “Active sites”, or with Set-SPOSite -LockState Unlock.',
};

/** Needed only while lists are made and mended, and better taken away afterwards. */
export async function tryMaking(
  { graph, settings }: Patient,
  { siteId, listIds }: { readonly siteId: string; readonly listIds: ReadonlyMap<string, string> },
  roles: readonly string[],
  isNeeded: boolean,
): Promise<Check> {
  const [listId] = listIds.values();
  const about = `${sitesManage.name} on ${settings.hubSite}`;
  const granted = holds(roles, sitesManage) || holdsNarrower(roles, sitesManage);
  // Without a list there is nothing to try it on; then the token has to do.
  const allowed =
    listId === undefined || (await isAllowed(trials.changeColumns(graph, `/sites/${siteId}/lists/${listId}`)));
  if (granted && allowed)
    return fine(
      'permissions',
      about,
      'Tried: the app may make lists and change columns. It can be taken away once they stand.',
    );
  if (!isNeeded) return fine('permissions', about, 'Not granted, and not needed while every list and column stands.');
  return toMend(
    'permissions',
    about,
    granted ? siteNotGranted(settings.hubSite, settings, 'Manage') : notGranted(sitesManage, settings),
  );
}

export async function trySharing(
  { graph, settings }: Patient,
  sitePath: string,
  siteId: string,
  roles: readonly string[],
): Promise<readonly Check[]> {
  // That the app has no permission at all, or a school no library, has been said already.
  if (!holds(roles, sitesWrite) && !holdsNarrower(roles, sitesWrite)) return [];
  const library = await libraryOf(graph, siteId);
  if ('todo' in library) return [];
  const about = `sharing on ${sitePath}`;
  if (await isAllowed(trials.shareFiles(graph, library.driveId)))
    return [fine('permissions', about, 'Tried: the app may share a notice with its reader.')];
  return [
    toMend('permissions', about, holds(roles, sitesWrite) ? sharingOff : siteNotGranted(sitePath, settings, 'Write')),
  ];
}

const sharingOff: Trouble = {
  words: 'SharePoint refuses to share files of this site, although the app’s token carries the permission.',
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
