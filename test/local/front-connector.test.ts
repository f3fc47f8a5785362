import { CardFactory, MessageFactory } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageView } from '#local/teams/client/wire.ts';
import { type BotServer, startBot } from './front-bot.ts';
import { callConnector, type FrontTenant, governor, head, senco, staffChannel, startFront } from './front-tenant.ts';

const card = (words: string) =>
  CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: words }],
    actions: [{ type: 'Action.Execute', title: 'Review held', verb: 'review.held', data: { caseRef: 'K7M-2QX' } }],
  });

let front: FrontTenant;
let bot: BotServer;

beforeAll(async () => {
  front = await startFront();
  bot = await startBot(front, {
    onMessage: async (context) => {
      if (context.activity.value !== undefined) await context.sendActivity('Thank you');
      else await context.sendActivity(MessageFactory.attachment(card('Two reviews are due')));
    },
    onExecute: async (context) => {
      const replaced = MessageFactory.attachment(card('Review held, recorded by Sorrel Ashby'));
      replaced.id = context.activity.replyToId ?? '';
      await context.updateActivity(replaced);
      return {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: card('Recorded, thank you').content as Record<string, unknown>,
      };
    },
  });
  front.setAppOrigin(bot.origin);
});

afterAll(async () => {
  await bot.stop();
  await front.tenant.stop();
});

const channelPath = `conversations/${encodeURIComponent(staffChannel)}`;

async function messagesAs(user = senco): Promise<readonly MessageView[]> {
  const { body } = await front.as(user, 'GET', `${channelPath}/messages`);
  return (body as { messages: readonly MessageView[] }).messages;
}

const lastHeard = () => bot.heard.at(-1);
const wordsOf = (message: MessageView | undefined): string => JSON.stringify(message?.cards[0]?.['body']);

async function askForReviews(): Promise<MessageView> {
  await front.as(senco, 'POST', `${channelPath}/messages`, { text: '@PTT /ptt review due', rootId: null });
  const answer = (await messagesAs()).at(-1);
  if (answer === undefined) throw new Error('The bot has not answered.');
  return answer;
}

describe('a message in a channel', () => {
  test('reaches the bot only when it is mentioned, in the shape Teams gives it', async () => {
    const before = bot.heard.length;
    const unmentioned = await front.as(senco, 'POST', `${channelPath}/messages`, {
      text: 'Good morning all',
      rootId: null,
    });
    expect(unmentioned.body).toMatchObject({ bot: 'not mentioned' });
    expect(bot.heard.length).toBe(before);

    const answer = await front.as(senco, 'POST', `${channelPath}/messages`, {
      text: '@ptt /ptt review due',
      rootId: null,
    });
    const { message } = answer.body as { message: MessageView };
    expect(answer.body).toMatchObject({ bot: 'heard' });
    expect(lastHeard()).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      id: message.id,
      text: '<at>PTT</at>&nbsp;/ptt review due\n',
      from: { id: `29:${senco.id}`, name: 'Sorrel Ashby', aadObjectId: senco.id },
      recipient: { id: `28:${front.app.appId}`, name: 'PTT' },
      conversation: { isGroup: true, conversationType: 'channel', id: `${staffChannel};messageid=${message.id}` },
      entities: [{ type: 'mention', text: '<at>PTT</at>' }, { type: 'clientInfo' }],
      channelData: {
        channel: { id: staffChannel },
        team: { aadGroupId: front.tenant.context.definition.teams[0]?.id },
      },
    });
  });

  test('is answered by the bot in the same thread', async () => {
    const answer = await askForReviews();
    const root = (await messagesAs()).find((message) => message.id === answer.rootId);
    expect(answer.from).toEqual({ id: `28:${front.app.appId}`, name: 'PTT', bot: true });
    expect(wordsOf(answer)).toContain('Two reviews are due');
    expect(root?.from.name).toBe('Sorrel Ashby');
  });

  test('that the bot fails to answer is said to the person', async () => {
    front.setAppOrigin(undefined);
    const silent = await front.as(senco, 'POST', `${channelPath}/messages`, { text: '@PTT help', rootId: null });
    front.setAppOrigin(bot.origin);
    expect(silent.body).toMatchObject({ bot: 'did not answer' });
  });

  test('cannot be read or written by someone who is not in the team', async () => {
    const read = await front.as(governor, 'GET', `${channelPath}/messages`);
    const written = await front.as(governor, 'POST', `${channelPath}/messages`, { text: 'Hello', rootId: null });
    expect([read.status, written.status]).toEqual([404, 404]);
  });
});

describe('a button on a card', () => {
  test('replaces the card for the person who pressed it, and by an update for everybody', async () => {
    const asked = await askForReviews();
    const pressed = await front.as(senco, 'POST', `${channelPath}/execute`, {
      messageId: asked.id,
      action: { verb: 'review.held', data: { caseRef: 'K7M-2QX' } },
    });
    expect(lastHeard()).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: asked.id,
      value: {
        action: { type: 'Action.Execute', verb: 'review.held', data: { caseRef: 'K7M-2QX' } },
        trigger: 'manual',
      },
    });
    expect(JSON.stringify(pressed.body)).toContain('Recorded, thank you');
    const asOthersSeeIt = (await messagesAs(head)).find((message) => message.id === asked.id);
    expect(wordsOf(asOthersSeeIt)).toContain('Review held, recorded by Sorrel Ashby');
    expect(asOthersSeeIt?.editedAt).not.toBeNull();
  });

  test('that submits arrives as a message that carries the data', async () => {
    const asked = await askForReviews();
    const pressed = await front.as(senco, 'POST', `${channelPath}/submit`, {
      messageId: asked.id,
      data: { held: true },
    });
    expect(pressed.body).toEqual({ heard: true });
    const heard = bot.heard.findLast((activity) => activity.value !== undefined && activity.type === 'message');
    expect(heard).toMatchObject({ value: { held: true }, replyToId: asked.id });
    expect(heard).not.toHaveProperty('text');
    expect((await messagesAs()).at(-1)).toMatchObject({ text: 'Thank you', rootId: asked.rootId });
  });

  test('fails with Teams’ own words when the app is not up', async () => {
    const asked = await askForReviews();
    front.setAppOrigin('http://127.0.0.1:9');
    const pressed = await front.as(senco, 'POST', `${channelPath}/execute`, {
      messageId: asked.id,
      action: { data: {} },
    });
    front.setAppOrigin(bot.origin);
    expect(pressed.body).toMatchObject({ kind: 'failed' });
  });
});

describe('a post that nobody asked for', () => {
  test('begins a thread of its own in the channel and can be changed and deleted later', async () => {
    const serviceUrl = `${front.tenant.origin}/smba.trafficmanager.net/emea/${front.tenant.context.definition.tenantId}/`;
    let made = '';
    await bot.adapter.createConversationAsync(
      front.app.appId,
      'msteams',
      serviceUrl,
      'https://api.botframework.com',
      {
        isGroup: true,
        channelData: { channel: { id: staffChannel } },
        activity: MessageFactory.attachment(card('Reviews this fortnight')),
        bot: { id: `28:${front.app.appId}`, name: 'PTT' },
      } as Parameters<typeof bot.adapter.createConversationAsync>[4],
      async (context) => {
        made = context.activity.conversation.id;
      },
    );
    const [, id] = made.split(';messageid=');
    const posted = (await messagesAs()).at(-1);
    expect(posted).toMatchObject({ id, rootId: id });
    expect(wordsOf(posted)).toContain('Reviews this fortnight');

    const changed = await callConnector(front, 'PUT', `conversations/${encodeURIComponent(made)}/activities/${id}`, {
      type: 'message',
      text: 'All reviews are held',
    });
    expect(changed).toMatchObject({ status: 200, body: { id } });
    expect((await messagesAs()).at(-1)).toMatchObject({ id, text: 'All reviews are held', cards: [] });

    await callConnector(front, 'DELETE', `conversations/${encodeURIComponent(staffChannel)}/activities/${id}`);
    expect((await messagesAs()).some((message) => message.id === id)).toBe(false);
  });

  test('may go to one person in a chat', async () => {
    const made = await callConnector(front, 'POST', 'conversations', {
      members: [{ id: `29:${senco.id}` }],
      tenantId: front.tenant.context.definition.tenantId,
      activity: { type: 'message', text: 'Only for you' },
    });
    const { id } = made.body as { id: string };
    const chat = await front.as(senco, 'GET', `conversations/${encodeURIComponent(id)}/messages`);
    const others = await front.as(head, 'GET', `conversations/${encodeURIComponent(id)}/messages`);
    expect(JSON.stringify(chat.body)).toContain('Only for you');
    expect(others.status).toBe(404);
  });
});
