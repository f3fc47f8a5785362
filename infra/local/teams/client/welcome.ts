import { el } from './dom.ts';
import { hashOf, type Route } from './route.ts';
import type { WorkplaceView } from './wire.ts';

interface Hint {
  readonly words: string;
  readonly route: Route;
  readonly note: string;
}

/** What stands in the empty pane: who one is, and what there is to try as them. */
export function welcome(workplace: WorkplaceView): HTMLElement {
  const { person } = workplace;
  return el(
    'section',
    { class: 'welcome', 'aria-label': 'What you can do here' },
    el('h2', {}, `You are ${person.displayName}`),
    el('p', {}, `${person.jobTitle}${person.guest ? ' (guest in this tenant)' : ''}. As this person you can:`),
    el(
      'ul',
      {},
      ...hintsFor(workplace).map(({ words, route, note }) =>
        el('li', {}, el('a', { href: hashOf(route) }, words), ` ${note}`),
      ),
    ),
  );
}

function hintsFor({ apps, teams, sites }: WorkplaceView): readonly Hint[] {
  const [app] = apps;
  const appTeams = app === undefined ? [] : teams.filter((team) => team.appIds.includes(app.appId));
  // A team's second channel is where staff talk about one thing; its first is for everything.
  const [channel] = appTeams.flatMap((team) => team.channels.slice(1, 2).concat(team.channels.slice(0, 1)));
  return [
    ...(app === undefined
      ? []
      : [
          {
            words: `Open ${app.tabName}`,
            route: { page: 'app', appId: app.appId, subPage: null } as const,
            note: '– the tab with the cases.',
          },
        ]),
    ...(app === undefined || channel === undefined
      ? []
      : [
          {
            words: `Go to the channel ${channel.displayName}`,
            route: { page: 'channel', channelId: channel.id } as const,
            note: `– and post “@${app.botName} ${app.commands[0]?.title ?? 'help'}”.`,
          },
        ]),
    { words: 'Read your mail', route: { page: 'mail' }, note: '– what the app has sent you.' },
    sites.length > 0
      ? {
          words: 'Open SharePoint',
          route: { page: 'sites' },
          note: '– the lists behind it all, as this person may see them.',
        }
      : {
          words: 'Look at SharePoint',
          route: { page: 'sites' },
          note: '– there is no site that this person may open.',
        },
  ];
}
