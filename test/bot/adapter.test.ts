import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { helpCard } from '#bot/cards/help.ts';
import { handleActivity } from '#bot/handle-activity.ts';
import type { Inbound, Reply } from '#bot/inbound.ts';
import { appId, channelMessage, installed, larkfieldTeam, pressed, submitted } from './support/activities.ts';
import { type RunningBot, startBot } from './support/bot-server.ts';
import { countingIds, tab } from './support/cards.ts';
import { type FakeTeams, startFakeTeams } from './support/fake-teams.ts';
import { people, rememberingWorkflows } from './support/remembering-workflows.ts';
import { wordsOf } from './support/walk.ts';

const button = {
  verb: 'review.held',
  schoolKey: 'LARK',
  caseRef: 'K7M-2QX',
  reviewKey: 'K7M-2QX/1',
  pressId: 'press-1',
};
const channelCard = 'application/vnd.microsoft.card.adaptive';

let teams: FakeTeams;
beforeAll(async () => {
  teams = await startFakeTeams(appId);
});
afterAll(() => teams.stop());

describe('who may send activities', () => {
  let bot: RunningBot;
  let heard: Inbound[];
  beforeAll(async () => {
    bot = await startBot(teams, async (inbound) => {
      heard.push(inbound);
      return { kind: 'nothing' };
    });
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(() => bot.stop());

  const message = () => channelMessage(teams.serviceUrl);

  it('Teams itself, with a token for this bot', async () => {
    expect((await bot.post(message(), `Bearer ${await teams.token()}`)).status).toBe(200);
    expect(heard).toMatchObject([{ kind: 'message', personId: 'ada' }]);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['no token', async () => null],
    ['an empty header', async () => ''],
    ['garbage', async () => 'Bearer garbage'],
    ['another scheme', async () => `Basic ${await teams.token()}`],
    ['a token for another bot', async () => `Bearer ${await teams.token({ aud: 'another-bot' })}`],
    ['a token of another issuer', async () => `Bearer ${await teams.token({ iss: 'https://evil.example' })}`],
    [
      'a token that claims to come from the emulator',
      async () =>
        `Bearer ${await teams.token({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: 'another-bot', ver: '1.0' })}`,
    ],
    ['a token that somebody else signed', async () => `Bearer ${await teams.token({}, 'somebody else')}`],
    ['a token that has run out', async () => `Bearer ${await teams.token({ nbf: 1_700_000_000, exp: 1_700_003_600 })}`],
    [
      'a token for another service address',
      async () => `Bearer ${await teams.token({ serviceurl: 'https://evil.example/' })}`,
    ],
    ['a token without a service address', async () => `Bearer ${await teams.token({ serviceurl: undefined })}`],
  ])('nobody with %s: 401, and not a word more', async (_what, token) => {
    const refused = await bot.post(message(), await token());
    expect(refused).toMatchObject({ status: 401, text: '' });
    expect(heard).toEqual([]);
  });

  it.each([
    ['of another channel than Teams', () => ({ ...message(), channelId: 'webchat' })],
    ['that are a list', () => [message()]],
    ['that are empty', () => ({})],
  ])('nobody, for activities %s', async (_what, activity) => {
    expect(await bot.post(activity(), `Bearer ${await teams.token()}`)).toMatchObject({ status: 401, text: '' });
    expect(heard).toEqual([]);
  });

  it.each([
    [
      'from another tenant',
      { conversation: { id: 'a', conversationType: 'personal', tenantId: 'another' }, channelData: {} },
    ],
    ['that name no tenant', { conversation: { id: 'a', conversationType: 'personal' }, channelData: {} }],
    ['that name no person', { from: { id: '29:x' } }],
    ['without a conversation', { conversation: undefined }],
    ['of a kind that is not ours', { type: 'messageReaction' }],
  ])('are heard, but not listened to: activities %s', async (_what, changes) => {
    const taken = await bot.post(channelMessage(teams.serviceUrl, changes), `Bearer ${await teams.token()}`);
    expect(taken).toMatchObject({ status: 200, text: '' });
    expect(heard).toEqual([]);
  });

  it('says 503 while the keys cannot be had, so that Teams sends it again', async () => {
    const cut: FakeTeams = { ...teams, cloud: { ...teams.cloud, openIdMetadataUrl: 'http://127.0.0.1:9/openid' } };
    const lost = await startBot(cut, async () => ({ kind: 'nothing' }));
    try {
      expect(await lost.post(message(), `Bearer ${await teams.token()}`)).toMatchObject({ status: 503, text: '' });
    } finally {
      await lost.stop();
    }
  });
});

describe('the bot in Teams', () => {
  let bot: RunningBot;
  let workflows: ReturnType<typeof rememberingWorkflows>;
  let since: number;
  const send = async (activity: unknown) => bot.post(activity, `Bearer ${await teams.token()}`);
  const posts = () => teams.received.slice(since);

  beforeEach(async () => {
    workflows = rememberingWorkflows();
    const dependencies = { people, commands: workflows, log: () => undefined, tab, newId: countingIds() };
    bot = await startBot(teams, (inbound) => handleActivity(dependencies, inbound));
    since = teams.received.length;
    return () => bot.stop();
  });

  it('answers a command in its thread, with a card, and signs in to do so', async () => {
    expect((await send(channelMessage(teams.serviceUrl))).status).toBe(200);
    expect(posts()).toMatchObject([
      {
        method: 'POST',
        path: '/teams/v3/conversations/19:staff@thread.tacv2;messageid=1699999999999/activities/1699999999999',
        authorization: 'Bearer app-token',
        body: {
          type: 'message',
          replyToId: '1699999999999',
          summary: '1 review overdue',
          attachments: [{ contentType: channelCard }],
        },
      },
    ]);
    expect(wordsOf(posts()[0]?.body)).toContain('K7M-2QX · JE');
  });

  it('changes the pressed card for the person who pressed, and for everybody', async () => {
    const answer = await send(pressed(teams.serviceUrl, button));
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, type: channelCard } });
    expect(wordsOf(answer.body)).toContain(
      'K7M-2QX: Review held, recorded by Ada Invented, Tue 17 Nov 2026: add the outcome in the tab.',
    );
    expect(posts()).toMatchObject([
      {
        method: 'PUT',
        path: '/teams/v3/conversations/19:staff@thread.tacv2;messageid=1699999999999/activities/1700000000001',
        authorization: 'Bearer app-token',
        body: { id: '1700000000001', type: 'message' },
      },
    ]);
    expect(wordsOf(posts()[0]?.body)).toEqual(wordsOf(answer.body));
  });

  it('records a press once, however often Teams sends it', async () => {
    const press = pressed(teams.serviceUrl, button);
    const answers = await Promise.all([send(press), send(press)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(workflows.recorded()).toBe(1);
  });

  it('still shows the new card to the person who pressed when it cannot be changed for everybody', async () => {
    teams.answerNext({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } });
    const answer = await send(pressed(teams.serviceUrl, button));
    expect(answer).toMatchObject({ status: 200, body: { type: channelCard } });
    expect(bot.logged).toEqual([
      ['bot activity failed', { while: 'updating a card', status: 404, code: 'ActivityNotFoundInConversation' }],
    ]);
  });

  it('tells only the person who pressed why it may not be done', async () => {
    const answer = await send(pressed(teams.serviceUrl, button, { from: { id: '29:tess', aadObjectId: 'tess' } }));
    expect(answer.body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Only the headteacher or the SENCO can do this.',
    });
    expect(posts()).toEqual([]);
  });

  it('changes the card for everybody after an Action.Submit, too', async () => {
    await send(submitted(teams.serviceUrl, button));
    expect(posts().map((post) => post.method)).toEqual(['PUT']);
    await send(submitted(teams.serviceUrl, { ...button, pressId: 'press-2' }));
    expect(posts()[1]).toMatchObject({
      method: 'POST',
      body: { text: 'Ada Invented has recorded this review already.' },
    });
  });

  it('asks Teams for the group of a Team that an activity does not give, once', async () => {
    const channelData = { team: { id: '19:larkfield@thread.tacv2' }, channel: { id: '19:staff@thread.tacv2' } };
    await send(channelMessage(teams.serviceUrl, { channelData }));
    await send(channelMessage(teams.serviceUrl, { channelData }));
    expect(posts().map((post) => post.method)).toEqual(['GET', 'POST', 'POST']);
    expect(wordsOf(posts()[1]?.body)).toContain('K7M-2QX · JE');
    expect(workflows.learnt).toMatchObject([{ teamId: larkfieldTeam }, { teamId: larkfieldTeam }]);
  });

  it('answers without case data when it cannot learn which Team a channel belongs to', async () => {
    teams.answerNext({ status: 404, body: { error: { code: 'NotFound', message: 'no such team' } } });
    await send(channelMessage(teams.serviceUrl, { channelData: { team: { id: '19:other@thread.tacv2' } } }));
    expect(wordsOf(posts()[1]?.body).join(' ')).toContain('I cannot tell which Team');
  });

  it('says nothing when it is installed, and remembers where', async () => {
    expect((await send(installed(teams.serviceUrl))).status).toBe(200);
    expect(posts()).toEqual([]);
    expect(workflows.learnt).toMatchObject([{ teamId: larkfieldTeam, serviceUrl: teams.serviceUrl, chosen: true }]);
  });
});

describe('an answer that takes long', () => {
  it('to a command shows that the bot is writing, then the answer', async () => {
    const slow = Promise.withResolvers<Reply>();
    const since = teams.received.length;
    const bot = await startBot(teams, () => slow.promise, 1);
    const sent = bot.post(channelMessage(teams.serviceUrl), `Bearer ${await teams.token()}`);
    await expect.poll(() => teams.received.slice(since), { interval: 5 }).toMatchObject([{ body: { type: 'typing' } }]);
    slow.resolve({ kind: 'card', card: helpCard(tab) });
    expect((await sent).status).toBe(200);
    expect(teams.received.slice(since)[1]).toMatchObject({ body: { summary: 'What you can ask' } });
    await bot.stop();
  });

  it('to a press says so at once, and changes the card when it is done', async () => {
    const slow = Promise.withResolvers<Reply>();
    const since = teams.received.length;
    const bot = await startBot(teams, () => slow.promise, 1);
    const answer = await bot.post(pressed(teams.serviceUrl, button), `Bearer ${await teams.token()}`);
    expect(answer.body).toMatchObject({ statusCode: 200, value: expect.stringContaining('Still working on it') });
    expect(teams.received.slice(since)).toEqual([]);
    slow.resolve({ kind: 'replace', card: helpCard(tab) });
    await bot.settled();
    expect(teams.received.slice(since)).toMatchObject([{ method: 'PUT' }]);
    await bot.stop();
  });
});
