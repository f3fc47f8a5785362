import { el } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { hashOf, type Route } from './route.ts';
import type { WorkplaceView } from './wire.ts';

interface RailEntry {
  readonly words: string;
  readonly icon: IconName;
  readonly route: Route;
  readonly pages: readonly Route['page'][];
  readonly news: boolean;
}

/** Only what the person has: someone outside every team has mail and SharePoint alone. */
export function railEntries({ teams, apps }: WorkplaceView, unread: ReadonlySet<string>): readonly RailEntry[] {
  const inTeams: RailEntry[] = [
    {
      words: 'Teams',
      icon: 'teams',
      route: { page: 'teams' },
      pages: ['teams', 'channel', 'channel-tab'],
      news: teams.some((team) => team.channels.some((channel) => unread.has(channel.id))),
    },
  ];
  const withApps: RailEntry[] = [
    {
      words: 'Chat',
      icon: 'chat',
      route: { page: 'chats' },
      pages: ['chats', 'chat'],
      news: apps.some((app) => unread.has(app.chatId)),
    },
    ...apps.map(
      (app): RailEntry => ({
        words: app.tabName,
        icon: 'clock',
        route: { page: 'app', appId: app.appId, subPage: null },
        pages: ['app'],
        news: false,
      }),
    ),
  ];
  return [
    ...(teams.length > 0 ? inTeams : []),
    ...(apps.length > 0 ? withApps : []),
    { words: 'Mail', icon: 'mail', route: { page: 'mail' }, pages: ['mail', 'letter'], news: unread.has('mail') },
    { words: 'SharePoint', icon: 'sites', route: { page: 'sites' }, pages: ['sites'], news: false },
  ];
}

export function rail(workplace: WorkplaceView, open: Route, unread: ReadonlySet<string>): HTMLElement {
  return el(
    'nav',
    { class: 'rail', 'aria-label': 'Apps' },
    ...railEntries(workplace, unread).map((entry) =>
      el(
        'a',
        {
          href: hashOf(entry.route),
          class: entry.news ? 'news' : null,
          'aria-current': entry.pages.includes(open.page) ? 'page' : null,
        },
        icon(entry.icon),
        el('span', {}, entry.words),
        entry.news ? el('span', { class: 'for-listeners' }, ' (new)') : null,
      ),
    ),
  );
}
