import { avatar } from './avatar.ts';
import { compose } from './compose.ts';
import { conversation } from './conversation.ts';
import { el, type View } from './dom.ts';
import type { ChannelPlace, Surroundings } from './place.ts';
import { hashOf } from './route.ts';
import { tabFrame } from './tab-frame.ts';
import type { AppView } from './wire.ts';

export function channelView(place: ChannelPlace, surroundings: Surroundings): View {
  const { channel, team, apps } = place;
  const talk = conversation(
    {
      conversationId: channel.id,
      apps,
      threaded: true,
      empty: `Nothing has been said in ${channel.displayName} yet. Posts, and the app's reminders, would be here.`,
    },
    surroundings,
  );
  const hint = apps.map((app) => `@${app.botName}`).join(' or ');
  return {
    title: `${channel.displayName}, ${team.displayName}`,
    element: el(
      'div',
      { class: 'pane' },
      channelHead(place, null, surroundings),
      talk.element,
      compose({
        label: `Start a post in ${channel.displayName}`,
        placeholder: hint === '' ? 'Start a post' : `Start a post. ${hint} asks the app.`,
        button: 'Post',
        apps,
        inChat: false,
        send: talk.post,
      }),
    ),
    close: talk.close,
  };
}

export function channelTabView(
  place: ChannelPlace,
  app: AppView,
  subPage: string | null,
  surroundings: Surroundings,
): View {
  const frame = tabFrame({ app, place, subPage }, surroundings);
  return {
    title: `${app.tabName}, ${place.team.displayName}`,
    element: el('div', { class: 'pane' }, channelHead(place, app, surroundings), frame.element),
    close: frame.close,
  };
}

function channelHead(
  { channel, team, apps }: ChannelPlace,
  open: AppView | null,
  { workplace }: Surroundings,
): HTMLElement {
  const files = `/${workplace.tenant.sharePointHost}${team.sitePath}/Shared%20Documents?local_person=${workplace.person.id}`;
  return el(
    'header',
    { class: 'pane-head' },
    avatar(team.displayName, 'team'),
    el('h1', { tabindex: -1 }, channel.displayName, el('span', { class: 'of-team' }, team.displayName)),
    el(
      'nav',
      { class: 'tabs', 'aria-label': `Tabs of ${channel.displayName}` },
      tabLink('Posts', hashOf({ page: 'channel', channelId: channel.id }), open === null),
      ...apps.map((app) =>
        tabLink(
          app.tabName,
          hashOf({ page: 'channel-tab', channelId: channel.id, appId: app.appId, subPage: null }),
          open?.appId === app.appId,
        ),
      ),
      el('a', { href: files, target: '_blank', rel: 'noopener' }, 'Files'),
    ),
  );
}

function tabLink(text: string, href: string, current: boolean): HTMLElement {
  return el('a', { href, 'aria-current': current ? 'page' : null }, text);
}
