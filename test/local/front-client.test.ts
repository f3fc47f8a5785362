import { describe, expect, test } from 'vitest';
import { localAddress } from '#local/teams/client/links.ts';
import { hashOf, parseRoute, type Route } from '#local/teams/client/route.ts';
import { suggestionsFor } from '#local/teams/client/suggestions.ts';
import type { AppView, WorkplaceView } from '#local/teams/client/wire.ts';

const app: AppView = {
  appId: 'app-1',
  botName: 'PTT',
  commands: [
    { title: 'review due', description: 'Reviews that are overdue or due soon' },
    { title: 'help', description: 'What I can do' },
  ],
  chatId: 'a:1chat',
  tabName: 'Part-time timetables',
  entityId: 'ptt',
  contentUrl: '/tab/',
};

const workplace: WorkplaceView = {
  tenant: { id: 't', displayName: 'Rowanfield (fictional)', sharePointHost: 'rowanfield-example.sharepoint.com' },
  person: { id: 'p1', displayName: 'Sorrel Ashby', jobTitle: 'SENCO', guest: false, mail: 's@rowanfield.example' },
  apps: [app],
  teams: [
    {
      id: 'g',
      displayName: 'Rowanfield',
      sitePath: '/sites/r',
      channels: [{ id: '19:c@thread', displayName: 'Staff' }],
      appIds: ['app-1'],
    },
  ],
  sites: [],
  sequence: 0,
};

describe('an address in a card or a letter', () => {
  const deepLink = (context: object): string =>
    `https://teams.microsoft.com/l/entity/app-1/ptt?context=${encodeURIComponent(JSON.stringify(context))}`;

  test.each([
    [
      'of a SharePoint page opens on this computer, as the same person',
      'https://rowanfield-example.sharepoint.com/sites/r/a%20b.docx?web=1',
      '/rowanfield-example.sharepoint.com/sites/r/a%20b.docx?web=1&local_person=p1',
    ],
    [
      'that leads into the app opens the personal tab',
      deepLink({ subEntityId: 'schools/R/cases/K7M' }),
      '/#/app/app-1/sub/schools%2FR%2Fcases%2FK7M',
    ],
    [
      'that leads into the app from a channel opens the tab there',
      deepLink({ subEntityId: 'x', channelId: '19:c@thread' }),
      '/#/channel/19%3Ac%40thread/tab/app-1/sub/x',
    ],
    ['elsewhere stays as it is', 'https://www.example.org/a', 'https://www.example.org/a'],
  ])('%s', (_what, href, expected) => {
    expect(localAddress(href, workplace)).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'not an address',
    'https://teams.microsoft.com/l/entity/other/other',
  ])('that leads nowhere safe is no link: %s', (href) => {
    expect(localAddress(href, workplace)).toBeNull();
  });
});

describe('the address of the page', () => {
  const routes: readonly Route[] = [
    { page: 'teams' },
    { page: 'channel', channelId: '19:c@thread.tacv2' },
    { page: 'channel-tab', channelId: '19:c@thread.tacv2', appId: 'app-1', subPage: null },
    { page: 'channel-tab', channelId: '19:c@thread.tacv2', appId: 'app-1', subPage: 'schools/R/cases/K7M' },
    { page: 'chats' },
    { page: 'chat', appId: 'app-1' },
    { page: 'app', appId: 'app-1', subPage: 'schools/R' },
    { page: 'mail' },
    { page: 'letter', mailId: 'm/1' },
    { page: 'sites' },
  ];

  test.each(routes)('leads back to where it was made: %o', (route) => {
    expect(parseRoute(hashOf(route))).toEqual(route);
  });

  test('that means nothing leads nowhere', () => {
    expect(['', '#', '#/', '#/nowhere/1', '#/chat'].map(parseRoute)).toEqual([null, null, null, null, null]);
  });
});

describe('while a message is typed', () => {
  const offered = (before: string, inChat = false): readonly string[] =>
    suggestionsFor(before, [app], inChat).map(({ text }) => text);

  test('an @ offers the bot, and the bot offers its commands', () => {
    expect(offered('Hello @p')).toEqual(['Hello @PTT ']);
    expect(offered('@PTT ')).toEqual(['@PTT review due', '@PTT help']);
    expect(offered('@ptt /ptt rev')).toEqual(['@PTT review due']);
  });

  test('in a chat the commands come without a mention', () => {
    expect(offered('rev', true)).toEqual(['review due']);
    expect(offered('', true)).toEqual([]);
  });

  test('nothing is offered where nothing fits', () => {
    expect(offered('Good morning')).toEqual([]);
    expect(offered('a@b')).toEqual([]);
    expect(offered('@PTT review due')).toEqual([]);
  });
});
