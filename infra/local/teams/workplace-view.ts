import { chatId, personHasApp } from '../connector/conversation.ts';
import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';
import type { AppView, PersonView, SiteView, WorkplaceView } from './client/wire.ts';
import type { TeamsApp } from './teams-app.ts';

export function personView(user: TenantUser): PersonView {
  return { id: user.id, displayName: user.displayName, jobTitle: user.jobTitle, guest: user.userType === 'Guest' };
}

/** What one person finds in Teams and SharePoint; what they may not see is not in it. */
export function workplaceView(user: TenantUser, app: TeamsApp, store: Store): WorkplaceView {
  const { tenantId, displayName, sharePointHost } = store.definition;
  return {
    tenant: { id: tenantId, displayName, sharePointHost },
    person: { ...personView(user), mail: user.mail },
    apps: personHasApp(user.id, app.appId, store) ? [appView(user, app)] : [],
    teams: store.directory.teamsOf(user.id).map((team) => ({
      id: team.id,
      displayName: team.displayName,
      sitePath: team.sitePath,
      channels: team.channels,
      appIds: team.installedApps,
    })),
    sites: sitesOf(user, store),
    sequence: store.conversations.latestSequence(),
  };
}

function appView(user: TenantUser, app: TeamsApp): AppView {
  return {
    appId: app.appId,
    botName: app.botName,
    commands: app.commands,
    chatId: chatId(app.appId, user.id),
    tabName: app.tab.name,
    entityId: app.tab.entityId,
    contentUrl: app.tab.contentUrl,
  };
}

function sitesOf(user: TenantUser, store: Store): readonly SiteView[] {
  return store.sites.all().flatMap(({ path, displayName }) => {
    const role = store.directory.siteRole(user.id, path);
    return role === null ? [] : [{ path, displayName, role }];
  });
}
