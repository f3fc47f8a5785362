import type { Store } from '../store/store.ts';
import type { Actor } from '../store/types.ts';

/** Graph's identitySet. What an app does in its own name, SharePoint shows as done by "SharePoint App". */
export function identitySet(store: Store, actor: Actor): Readonly<Record<string, unknown>> {
  const user = actor.userId === undefined ? undefined : store.directory.user(actor.userId);
  const app = actor.appId === undefined ? undefined : store.directory.app(actor.appId);
  return {
    ...(app === undefined ? {} : { application: { id: app.clientId, displayName: app.displayName } }),
    user:
      user === undefined
        ? { displayName: app === undefined ? 'System Account' : 'SharePoint App' }
        : { email: user.mail, id: user.id, displayName: user.displayName },
  };
}

/** The numbers by which a list item names its author or editor. */
export function lookupIds(
  store: Store,
  siteId: string,
  actor: Actor,
  as: 'Author' | 'Editor',
): Readonly<Record<string, string>> {
  const number = (principalId: string): string => String(store.sites.personNumber(siteId, principalId));
  return {
    [`${as}LookupId`]: number(actor.userId ?? 'SharePoint App'),
    ...(actor.appId === undefined ? {} : { [`App${as}LookupId`]: number(actor.appId) }),
  };
}
