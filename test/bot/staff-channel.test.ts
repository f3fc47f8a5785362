import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStaffChannel } from '#bot/staff-channel.ts';
import { someYears } from '#test/builders/schools.ts';
import type { SchoolRow } from '#workflows/ports.ts';
import { appId, tenantId } from './support/activities.ts';
import { connectorTo } from './support/bot-server.ts';
import { tab, usualDigest } from './support/cards.ts';
import { type FakeTeams, startFakeTeams } from './support/fake-teams.ts';
import { wordsOf } from './support/walk.ts';

let teams: FakeTeams;
let since: number;
beforeAll(async () => {
  teams = await startFakeTeams(appId);
});
beforeEach(() => {
  since = teams.received.length;
});
afterAll(() => teams.stop());

const school = (changes: Partial<SchoolRow> = {}): SchoolRow => ({
  key: 'LARK',
  name: 'Larkfield Primary School',
  authority: 'derbyshire',
  policies: [],
  years: someYears,
  sitePath: '/sites/larkfield',
  governorsSitePath: '/sites/governors-larkfield',
  teamId: 'group-larkfield',
  staffChannelId: '19:staff@thread.tacv2',
  serviceUrl: teams.serviceUrl,
  ...changes,
});

const post = (row: SchoolRow = school()) =>
  createStaffChannel({ connector: connectorTo(teams), tab }).post(row, usualDigest);
const posts = () => teams.received.slice(since);

describe('a digest', () => {
  it('starts a thread in the staff channel, and gives the id of its message', async () => {
    expect(await post()).toEqual({ ok: true, value: '1700000000002' });
    expect(posts()).toMatchObject([
      {
        method: 'POST',
        path: '/teams/v3/conversations',
        authorization: 'Bearer app-token',
        body: {
          isGroup: true,
          tenantId,
          bot: { id: `28:${appId}` },
          channelData: { channel: { id: '19:staff@thread.tacv2' } },
          activity: { type: 'message', summary: 'Reminders: 2 reviews due, 2 consents not signed' },
        },
      },
    ]);
    expect(wordsOf(posts()[0]?.body)).toContain('Fortnightly review 3 days overdue');
  });

  it('takes the id out of the conversation when Teams does not give it apart', async () => {
    teams.answerNext({ status: 201, body: { id: '19:staff@thread.tacv2;messageid=1700000000009' } });
    expect(await post()).toEqual({ ok: true, value: '1700000000009' });
  });

  it('is posted again after Teams asked us to slow down, since nothing was posted', async () => {
    teams.answerNext({
      status: 429,
      headers: { 'retry-after': '0' },
      body: { error: { code: 'Throttled', message: 'slow' } },
    });
    expect(await post()).toEqual({ ok: true, value: '1700000000002' });
    expect(posts()).toHaveLength(2);
  });

  it.each([
    ['the app is not in the Team', 403, 'BotNotInConversationRoster', 'The app is no longer in the Team'],
    ['the channel lets nobody post', 403, 'MessageWritesBlocked', 'does not let the app post'],
    ['the channel is gone', 404, 'ConversationNotFound', 'The staff channel is gone'],
    ['the sign-in is not accepted', 401, 'Unauthorized', 'client id and secret'],
    ['it is too large', 413, 'MessageSizeTooBig', 'too large'],
    ['of something that has no words yet', 400, 'BadSyntax', 'Teams refused the post (400 BadSyntax)'],
  ])('that cannot be posted because %s says so in words', async (_why, status, code, words) => {
    teams.answerNext({ status, body: { error: { code, message: 'in Teams’ own words' } } });
    const refused = await post();
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining(words) });
    expect(refused).toMatchObject({ error: expect.stringContaining('Larkfield Primary School') });
    expect(posts()).toHaveLength(1);
  });

  it('that the channel does not let in says so too where Teams gives only the number', async () => {
    teams.answerNext({ status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } });
    expect(await post()).toMatchObject({ ok: false, error: expect.stringContaining('does not let the app post') });
  });

  it.each([{ staffChannelId: null }, { serviceUrl: null }])(
    'has nowhere to go before the app is installed: %j',
    async (changes) => {
      const refused = await post(school(changes));
      expect(refused).toMatchObject({
        ok: false,
        error: expect.stringContaining('is not installed in the Team of Larkfield'),
      });
      expect(posts()).toEqual([]);
    },
  );

  it.each(['http://127.0.0.1:9/teams/', 'not an address', 'file:///etc/'])(
    'is not sent, with our token, to an address that is not Teams: %s',
    async (serviceUrl) => {
      const refused = await post(school({ serviceUrl }));
      expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('not one of Microsoft’s') });
    },
  );

  it('was surely not posted when Teams cannot be reached', async () => {
    const gone = await startFakeTeams(appId);
    await gone.stop();
    const channel = createStaffChannel({ connector: connectorTo(gone), tab });
    const refused = await channel.post(school({ serviceUrl: gone.serviceUrl }), usualDigest);
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('could not be reached') });
  });

  it('was surely not posted when the app cannot sign in', async () => {
    const connector = connectorTo(teams, {
      acquireTokenByClientCredential: () => Promise.reject(new Error('no secret')),
    });
    const refused = await createStaffChannel({ connector, tab }).post(school(), usualDigest);
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('could not sign in') });
    expect(posts()).toEqual([]);
  });

  it.each([500, 502, 504])(
    'after an answer of %i is not posted twice: nobody knows whether it was posted',
    async (status) => {
      teams.answerNext({ status });
      await expect(post()).rejects.toThrow(`Teams answered ${status}`);
      expect(posts()).toHaveLength(1);
    },
  );
});
