// The local Bot Connector does what it says it did: what it does not know, and what is not there, it refuses, and posts nothing.
import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readPage, tokenFor } from '#local/connector/query-options.ts';
import type { MessageView } from '#local/teams/client/wire.ts';
import { startBot } from './front-bot.ts';
import {
  callConnector,
  type FrontTenant,
  head,
  otherChannel,
  senco,
  staffChannel,
  startFront,
} from './front-tenant.ts';

let front: FrontTenant;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.tenant.stop());

const inStaff = `conversations/${encodeURIComponent(staffChannel)}`;
const message = { type: 'message', text: 'Hello' };
const posted = () => front.tenant.store.conversations.listChannel(staffChannel);
const latest = (): number => front.tenant.store.conversations.latestSequence();

async function send(method: string, path: string, body?: object) {
  const { status, body: answer } = await callConnector(front, method, path, body);
  const error = answer?.error as { code: string; message: string } | undefined;
  return { status, id: answer?.id ?? '', code: error?.code, words: error?.message };
}

async function aThread(): Promise<{ thread: string; root: string }> {
  const { id: root } = await send('POST', `${inStaff}/activities`, message);
  return { thread: `conversations/${encodeURIComponent(`${staffChannel};messageid=${root}`)}`, root };
}

describe('what is not known', () => {
  test.each(['isTargetedActivity=true', 'isTargetedActivity=false', 'notify=1'])(
    'is refused as an option: %s',
    async (query) => {
      const { thread, root } = await aThread();
      const before = latest();
      for (const [method, path] of [
        ['POST', `${inStaff}/activities`],
        ['POST', `${thread}/activities/${root}`],
        ['PUT', `${thread}/activities/${root}`],
        ['DELETE', `${thread}/activities/${root}`],
        ['POST', 'conversations'],
        ['GET', `${inStaff}/members`],
      ] as const) {
        const answer = await send(method, `${path}?${query}`, method === 'GET' ? undefined : message);
        expect(answer).toMatchObject({ status: 501, code: 'NotImplemented' });
        expect(answer.words).toContain(query.split('=')[0]);
      }
      expect(latest()).toBe(before);
    },
  );

  const mention = { type: 'mention', text: '<at>Nobody</at>', mentioned: { id: '29:nobody', name: 'Nobody' } };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };
  const properties = [
    ['recipient.isTargeted', { recipient: { id: `29:${senco.id}`, isTargeted: true } }],
    ['suggestedActions', { suggestedActions: { actions: [] } }],
    ['attachmentLayout', { attachmentLayout: 'carousel' }],
    ['channelData.notification', { channelData: { notification: { alert: true } } }],
    ['expiration', { expiration: '2026-11-24T09:00:00Z' }],
    ['importance', { importance: 'urgent' }],
    ['inputHint', { inputHint: 'expectingInput' }],
    ['entities', { entities: [mention] }],
    ['attachments.0.name', { attachments: [{ ...attachment, name: 'Reviews' }] }],
    ['textFormat', { textFormat: 'xml' }],
    ['channelId', { channelId: 'webchat' }],
    ['conversation.id', { conversation: { id: otherChannel } }],
  ] as const;

  test.each(properties)('is refused as a property by its name: %s', async (name, property) => {
    const { thread, root } = await aThread();
    const before = latest();
    const body = { ...message, ...property };
    const answers = [
      await send('POST', `${inStaff}/activities`, body),
      await send('PUT', `${thread}/activities/${root}`, body),
      await send('POST', 'conversations', { channelData: { channel: { id: staffChannel } }, activity: body }),
      await send('POST', 'conversations', { members: [{ id: `29:${senco.id}` }], activity: body }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 501, code: 'NotImplemented' });
      expect(answer.words).toContain(`'${name}'`);
    }
    expect(latest()).toBe(before);
  });

  const toStaff = { channelData: { channel: { id: staffChannel } }, activity: message };
  test.each([
    ['members', { ...toStaff, members: [{ id: '29:nobody' }] }],
    ['topicName', { ...toStaff, topicName: 'Reviews' }],
    ['isGroup', { ...toStaff, isGroup: false }],
    ['channelData.team', { ...toStaff, channelData: { ...toStaff.channelData, team: { id: 'x' } } }],
    ['replyToId', { ...toStaff, activity: { ...message, replyToId: '1' } }],
    ['group chats', { isGroup: true, members: [{ id: `29:${senco.id}` }], activity: message }],
    ['group chats', { members: [{ id: senco.id }, { id: head.id }], activity: message }],
  ])('is refused of a conversation by its name: %s', async (name, body) => {
    const before = latest();
    const answer = await send('POST', 'conversations', body);
    expect(answer).toMatchObject({ status: 501, code: 'NotImplemented' });
    expect(answer.words).toContain(name);
    expect(latest()).toBe(before);
  });

  test('is refused of ids that the connector gives by itself, and of typing that says something', async () => {
    const { thread, root } = await aThread();
    const before = latest();
    for (const answer of [
      await send('POST', `${inStaff}/activities`, { ...message, id: '1' }),
      await send('PUT', `${thread}/activities/${root}`, { ...message, id: '1' }),
      await send('POST', `${thread}/activities/${root}`, { ...message, replyToId: '1' }),
      await send('POST', `${inStaff}/activities`, { type: 'typing', text: 'Hello' }),
    ])
      expect(answer).toMatchObject({ status: 501, code: 'NotImplemented' });
    expect(latest()).toBe(before);
    expect((await send('PUT', `${thread}/activities/${root}`, { ...message, id: root })).status).toBe(200);
  });

  test('is another matter than what is no activity or another tenant’s', async () => {
    const bodies = [{}, { type: 'message', text: 7 }, { ...message, entities: 'x' }];
    for (const body of bodies)
      expect(await send('POST', `${inStaff}/activities`, body)).toMatchObject({ status: 400, code: 'BadSyntax' });
    const elsewhere = { tenantId: front.tenant.context.definition.tenantId, ...toStaff };
    const channelData = { ...toStaff.channelData, tenant: { id: 'another' } };
    expect(await send('POST', 'conversations', { ...elsewhere, channelData })).toMatchObject({ status: 400 });
  });
});

describe('what is not there', () => {
  test('is no place for a post, and no new thread is begun instead', async () => {
    const { thread, root } = await aThread();
    const before = latest();
    const none = `conversations/${encodeURIComponent(`${staffChannel};messageid=1`)}`;
    const broken = `conversations/${encodeURIComponent(`${staffChannel};messageid=${root};messageid=1`)}`;
    for (const path of [`${none}/activities`, `${none}/activities/${root}`, `${broken}/activities`])
      expect(await send('POST', path, message)).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    expect(await send('GET', `${none}/members`)).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    const inThread = { channelData: { channel: { id: `${staffChannel};messageid=${root}` } }, activity: message };
    expect(await send('POST', 'conversations', inThread)).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    const missing = { status: 404, code: 'ActivityNotFoundInConversation' };
    expect(await send('POST', `${thread}/activities/1`, message)).toMatchObject(missing);
    expect(await send('POST', `${inStaff}/activities/1`, message)).toMatchObject(missing);
    expect(await send('POST', `${inStaff}/activities`, { ...message, replyToId: '1' })).toMatchObject(missing);
    expect(await send('POST', `${thread}/activities/1`, { type: 'typing' })).toMatchObject(missing);
    expect(latest()).toBe(before);
  });

  test('is a thread whose last message was deleted, but not one whose first was', async () => {
    const { thread, root } = await aThread();
    const { id: reply } = await send('POST', `${thread}/activities/${root}`, message);
    await send('DELETE', `${thread}/activities/${root}`);
    expect((await send('POST', `${thread}/activities`, message)).status).toBe(201);
    const missing = { status: 404, code: 'ActivityNotFoundInConversation' };
    expect(await send('POST', `${thread}/activities/${root}`, message)).toMatchObject(missing);
    for (const { id, conversationId } of posted())
      if (conversationId.endsWith(`=${root}`)) await send('DELETE', `${thread}/activities/${id}`);
    expect(await send('POST', `${thread}/activities`, message)).toMatchObject({ code: 'ConversationNotFound' });
    expect(await send('PUT', `${thread}/activities/${reply}`, message)).toMatchObject(missing);
  });
});

test('an answer to a message named by the channel alone goes into the thread of that message', async () => {
  const { thread, root } = await aThread();
  const { id: first } = await send('POST', `${thread}/activities`, message);
  const { id: inAddress } = await send('POST', `${inStaff}/activities/${first}`, message);
  const { id: inBody } = await send('POST', `${inStaff}/activities`, { ...message, replyToId: root });
  const places = posted().filter(({ id }) => [inAddress, inBody].includes(id));
  expect(places.map(({ conversationId }) => conversationId)).toEqual(
    [0, 1].map(() => `${staffChannel};messageid=${root}`),
  );
});

describe('a page of a roster', () => {
  const badly = ['pageSize=abc', 'pageSize=', 'pageSize=-1', 'pageSize=1.5', 'pageSize=50&pageSize=60'];
  const tokens = ['garbage', '', tokenFor(-1), tokenFor(0), tokenFor(1), tokenFor(50), tokenFor(Number.NaN)];
  test.each([...badly, ...tokens.map((token) => `continuationToken=${token}`)])(
    'is not given for %s',
    async (query) => {
      const answer = await send('GET', `${inStaff}/pagedmembers?${query}`);
      expect(answer).toMatchObject({ status: 400, code: 'BadSyntax' });
      expect(answer.words).toContain(query.split('=')[0]);
    },
  );

  test('has between 50 and 500 people, and says where the next begins', () => {
    expect(readPage({}, 2)).toEqual({ ok: true, value: { from: 0, size: 500 } });
    expect(readPage({ pageSize: '1' }, 2)).toEqual({ ok: true, value: { from: 0, size: 50 } });
    expect(readPage({ pageSize: '60', continuationToken: tokenFor(60) }, 61)).toEqual({
      ok: true,
      value: { from: 60, size: 60 },
    });
    expect(readPage({ continuationToken: tokenFor(60) }, 60).ok).toBe(false);
  });
});

test('a channel where no app may post is refused with Teams’ own number as well', async () => {
  const closed = await startFront({ appsMayPost: false });
  const { status, body } = await callConnector(closed, 'POST', `${inStaff}/activities`, message);
  expect([status, body]).toEqual([
    403,
    {
      errorCode: 209,
      error: { code: 'MessageWritesBlocked', message: 'Thread is blocked from message writes.' },
    },
  ]);
  await closed.tenant.stop();
});

describe('what botbuilder sends by itself', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function withBot(onMessage: (context: TurnContext) => Promise<void>): Promise<void> {
    const bot = await startBot(front, {
      onMessage,
      onExecute: async (context) => {
        await context.sendActivity('Pressed');
        return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: {} };
      },
    });
    stop = bot.stop;
    front.setAppOrigin(bot.origin);
  }
  const say = (text: string) => front.as(senco, 'POST', `${inStaff}/messages`, { text, rootId: null });

  test('is taken: text, cards, typing, changes and deletions, and answers to presses', async () => {
    await withBot(async (context) => {
      await context.sendActivity({ type: 'typing' });
      const card = CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [] });
      const kept = await context.sendActivity(MessageFactory.attachment(card));
      const gone = await context.sendActivity('Gone soon');
      await context.updateActivity({ ...MessageFactory.list([card], 'Changed'), id: kept?.id ?? '' });
      await context.deleteActivity(gone?.id ?? '');
    });
    const { body } = await say('@PTT review due');
    expect(body).toMatchObject({ bot: 'heard' });
    const { message: asked } = body as { message: MessageView };
    const texts = () =>
      posted()
        .filter(({ conversationId }) => conversationId.endsWith(`=${asked.id}`))
        .map(({ activity }) => (activity as { text?: string }).text);
    expect(texts()).toEqual([expect.stringContaining('review due'), 'Changed']);
    const card = posted().at(-1)?.id;
    await front.as(senco, 'POST', `${inStaff}/execute`, { messageId: card, action: { verb: 'x', data: {} } });
    expect(texts()).toEqual([expect.anything(), 'Changed', 'Pressed']);
  });
});
