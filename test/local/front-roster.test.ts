import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceInstallations } from '#local/connector/install.ts';
import { type BotServer, startBot } from './front-bot.ts';
import {
  callConnector,
  type FrontTenant,
  governor,
  head,
  otherChannel,
  senco,
  staffChannel,
  startFront,
} from './front-tenant.ts';

let front: FrontTenant;
let bot: BotServer;

beforeAll(async () => {
  front = await startFront();
  bot = await startBot(front, {});
  front.setAppOrigin(bot.origin);
});

afterAll(async () => {
  await bot.stop();
  await front.tenant.stop();
});

describe('the connector refuses, in Teams’ own codes,', () => {
  const post = { type: 'message', text: 'Hello' };
  const refusals = [
    [
      'a channel of a team without the app',
      'POST',
      `conversations/${encodeURIComponent(otherChannel)}/activities`,
      post,
      403,
      'BotNotInConversationRoster',
    ],
    [
      'a conversation that is not there',
      'POST',
      'conversations/19%3Anone/activities',
      post,
      404,
      'ConversationNotFound',
    ],
    [
      'a person outside every team with the app',
      'POST',
      'conversations',
      { members: [{ id: `29:${governor.id}` }] },
      403,
      'BotNotInConversationRoster',
    ],
    [
      'a message of more than 100 KB',
      'POST',
      `conversations/${encodeURIComponent(staffChannel)}/activities`,
      { type: 'message', text: 'x'.repeat(52_000) },
      413,
      'MessageSizeTooBig',
    ],
    [
      'a message without content',
      'POST',
      `conversations/${encodeURIComponent(staffChannel)}/activities`,
      { type: 'message' },
      400,
      'BadSyntax',
    ],
    [
      'what it does not know',
      'POST',
      `conversations/${encodeURIComponent(staffChannel)}/attachments`,
      {},
      501,
      'NotImplemented',
    ],
  ] as const;

  test.each(refusals)('%s', async (_what, method, path, body, status, code) => {
    const answer = await callConnector(front, method, path, body);
    expect([answer.status, answer.body?.error?.code]).toEqual([status, code]);
  });

  test('a call without a token of this tenant', async () => {
    const answer = await callConnector(
      front,
      'GET',
      `conversations/${encodeURIComponent(staffChannel)}/members`,
      undefined,
      'forged',
    );
    expect(answer.status).toBe(401);
  });
});

test('the bot can ask who is in the channel', async () => {
  const roster = await callConnector(front, 'GET', `conversations/${encodeURIComponent(staffChannel)}/pagedmembers`);
  const one = await callConnector(
    front,
    'GET',
    `conversations/${encodeURIComponent(staffChannel)}/members/${senco.id}`,
  );
  expect(roster.body).toMatchObject({
    members: [{ aadObjectId: senco.id, userRole: 'user' }, { aadObjectId: head.id }],
  });
  expect(one.body).toMatchObject({ id: `29:${senco.id}`, email: senco.mail, userPrincipalName: senco.mail });
});

test('the bot is told once that its app was installed', async () => {
  const first = await announceInstallations(front.app, front.tenant.context);
  const second = await announceInstallations(front.app, front.tenant.context);
  const told = bot.heard.filter(
    (activity) => activity.type === 'installationUpdate' || activity.type === 'conversationUpdate',
  );
  expect([first, second].map(([one]) => one?.outcome)).toEqual(['heard', 'already announced']);
  expect(told.map((activity) => activity.type)).toEqual(['conversationUpdate', 'installationUpdate']);
  expect(told[1]).toMatchObject({
    action: 'add',
    conversation: { conversationType: 'channel', id: '19:rowanfield-general@thread.tacv2' },
  });
});
