import { avatar } from './avatar.ts';
import { el } from './dom.ts';
import { hashOf } from './route.ts';
import type { SiteView, TeamView, WorkplaceView } from './wire.ts';

// What stands between the rail and the pane: the teams, chats or sites one may open.

export function teamsListElement(
  teams: readonly TeamView[],
  openChannel: string | null,
  unread: ReadonlySet<string>,
): HTMLElement {
  return el(
    'ul',
    { class: 'rows' },
    ...teams.map((team) =>
      el(
        'li',
        {},
        el('h2', { class: 'team-name' }, avatar(team.displayName, 'team'), team.displayName),
        el(
          'ul',
          { class: 'rows nested' },
          ...team.channels.map((channel) =>
            el(
              'li',
              {},
              el(
                'a',
                {
                  class: unread.has(channel.id) ? 'row unread' : 'row',
                  href: hashOf({ page: 'channel', channelId: channel.id }),
                  'aria-current': channel.id === openChannel ? 'page' : null,
                },
                channel.displayName,
                unread.has(channel.id) ? el('span', { class: 'for-listeners' }, ' (new posts)') : null,
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

export function chatListElement(
  { apps }: WorkplaceView,
  openApp: string | null,
  unread: ReadonlySet<string>,
): HTMLElement {
  return el(
    'ul',
    { class: 'rows' },
    ...apps.map((app) =>
      el(
        'li',
        {},
        el(
          'a',
          {
            class: unread.has(app.chatId) ? 'row unread' : 'row',
            href: hashOf({ page: 'chat', appId: app.appId }),
            'aria-current': app.appId === openApp ? 'page' : null,
          },
          avatar(app.botName, 'bot'),
          el(
            'span',
            { class: 'row-text' },
            el('span', { class: 'row-title' }, app.botName),
            el('span', { class: 'row-note' }, app.tabName),
          ),
        ),
      ),
    ),
  );
}

const ROLE_WORDS: Readonly<Record<SiteView['role'], string>> = {
  read: 'may read',
  write: 'may edit',
  owner: 'owner',
};

export function sitesElement({ sites, tenant, person }: WorkplaceView): HTMLElement {
  if (sites.length === 0) {
    return el('p', { class: 'empty' }, 'No sites. SharePoint sites that this person may open would be here.');
  }
  return el(
    'ul',
    { class: 'site-cards' },
    ...sites.map((site) =>
      el(
        'li',
        {},
        el(
          'a',
          {
            class: 'site-card',
            href: `/${tenant.sharePointHost}${site.path}?local_person=${encodeURIComponent(person.id)}`,
            target: '_blank',
            rel: 'noopener',
          },
          avatar(site.displayName, 'team'),
          el(
            'span',
            { class: 'row-text' },
            el('span', { class: 'row-title' }, site.displayName),
            el('span', { class: 'row-note' }, ROLE_WORDS[site.role]),
          ),
        ),
      ),
    ),
  );
}
