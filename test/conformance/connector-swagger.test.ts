// What the bot sends to the Bot Connector fits the description that Microsoft publishes of it, and so does what the local tenant's
// connector answers and what its Teams sends to a bot.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaffChannel } from '#bot/staff-channel.ts';
import {
  installationActivities,
  invokeActivity,
  messageActivity,
  type Sending,
  submitActivity,
} from '#local/connector/activities.ts';
import { findConversation } from '#local/connector/conversation.ts';
import { aSchool } from '#test/builders/schools.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appId } from '../bot/support/activities.ts';
import { connectorTo } from '../bot/support/bot-server.ts';
import { everyCard, tab, usualDigest } from '../bot/support/cards.ts';
import { type FakeTeams, startFakeTeams } from '../bot/support/fake-teams.ts';
import {
  callConnector,
  type FrontTenant,
  otherChannel,
  senco,
  staffChannel,
  startFront,
} from '../local/front-tenant.ts';
import { type Call, named, readSwagger, type Swagger } from './swagger.ts';

const specs = process.env.PTT_SPECS;
const descriptionOf = (): Swagger =>
  readSwagger(readFileSync(join(specs ?? '', 'bot-ConnectorAPI.swagger.json'), 'utf8'));

describe.skipIf(specs === undefined)('what goes to the Bot Connector (PTT_SPECS)', () => {
  let teams: FakeTeams;
  let swagger: Swagger;

  beforeAll(async () => {
    swagger = descriptionOf();
    teams = await startFakeTeams(appId);
    const connector = connectorTo(teams);
    const { serviceUrl } = teams;
    const channel = '19:staff@thread.tacv2';
    const school = aSchool({ staffChannelId: channel, serviceUrl });
    await createStaffChannel({ connector, tab }).post(school, usualDigest);
    for (const card of Object.values(everyCard)) {
      const posted = await connector.createThread({ serviceUrl, channelId: channel }, card);
      if (posted.ok) await connector.updateCard({ serviceUrl, ...posted.value }, card);
    }
  });

  afterAll(() => teams.stop());

  const sent = () =>
    teams.received
      .filter(({ method }) => method === 'POST' || method === 'PUT')
      .map(({ method, path, body }) => ({
        body,
        type: swagger.takes({ method, path: path.replace(/^\/teams/, '') }) ?? 'nothing',
      }));

  it('goes to addresses that the description knows', () => {
    expect(new Set(sent().map(({ type }) => type))).toEqual(new Set(['ConversationParameters', 'Activity']));
  });

  it('has bodies of the described types', () => {
    expect(sent().flatMap(({ body, type }) => swagger.faults(body, named(type)))).toEqual([]);
  });

  it('has no field that the described types do not have, however deep', () => {
    expect(sent().flatMap(({ body, type }) => swagger.strangers(body, named(type)))).toEqual([]);
  });

  it.each<[object, string, string]>([
    [{ nonsense: 1 }, 'Activity', '.nonsense (Activity)'],
    [{ attachments: [{ contentTyp: 'x' }] }, 'Activity', '.attachments[].contentTyp (Attachment)'],
    [{ conversation: { isGrup: true } }, 'Activity', '.conversation.isGrup (ConversationAccount)'],
    [{ activity: { from: { nonsense: 1 } } }, 'ConversationParameters', '.activity.from.nonsense (ChannelAccount)'],
    [{ entities: [{ nonsense: 1 }] }, 'Activity', '.entities[].nonsense (Entity)'],
  ])('%j as %s would not pass', (value, type, words) => {
    expect(swagger.strangers(value, named(type))).toEqual([words]);
  });
});

/** What Teams adds to the Connector, as botbuilder knows it: the members of a Team (TeamsChannelAccount), and entities of two kinds. */
const added = {
  ChannelAccount: ['objectId', 'email', 'userPrincipalName', 'tenantId', 'userRole'],
  Entity: ['mentioned', 'text', 'locale', 'country', 'platform', 'timezone'],
};
/** What a person has typed comes once more as HTML, which is no object. */
const htmlOfMessage = '/attachments/0/content must be object';
const addedByTeams = Object.entries(added).flatMap(([type, names]) => names.map((name) => `.${name} (${type})`));

describe.skipIf(specs === undefined)('what the local tenant does in place of the Bot Connector (PTT_SPECS)', () => {
  let front: FrontTenant;
  let swagger: Swagger;
  const unexpected = (found: readonly string[]): readonly string[] =>
    found.filter((one) => !addedByTeams.some((words) => one.endsWith(words)));

  beforeAll(async () => {
    swagger = descriptionOf();
    front = await startFront();
  });
  afterAll(() => front.tenant.stop());

  async function everyAnswer(): Promise<readonly (Call & { readonly status: number; readonly body: unknown })[]> {
    const heard: (Call & { readonly status: number; readonly body: unknown })[] = [];
    const call = async (method: string, path: string, body?: unknown, token?: string) => {
      const answer = await callConnector(front, method, path, body, token);
      heard.push({ method, path: `/v3/${path}`, status: answer.status, body: answer.body });
      return answer.body?.id ?? '';
    };
    const activity = { type: 'message', text: 'Two reviews are due' };
    const thread = await call('POST', 'conversations', { channelData: { channel: { id: staffChannel } }, activity });
    const chat = await call('POST', 'conversations', { members: [{ id: `29:${senco.id}` }], activity });
    await call('POST', 'conversations', { members: [{ id: '29:nobody' }] });
    await call('POST', 'conversations', { members: [] });
    for (const conversation of [thread, chat].map((id) => `conversations/${encodeURIComponent(id)}`)) {
      const id = await call('POST', `${conversation}/activities`, activity);
      const one = `${conversation}/activities/${id}`;
      await call('POST', one, activity);
      await call('POST', `${conversation}/activities`, { type: 'typing' });
      await call('PUT', one, { ...activity, text: 'One review is due' });
      await call('GET', `${conversation}/members`);
      await call('GET', `${conversation}/pagedmembers`);
      await call('DELETE', one);
      await call('DELETE', one);
    }
    await call('POST', `conversations/${thread}/activities`, { ...activity, text: 'long '.repeat(30_000) });
    await call('POST', `conversations/${thread}/activities`, { text: 'Of no type.' });
    await call('POST', `conversations/${thread}/activities`, { ...activity, type: 'event' });
    await call('POST', `conversations/${otherChannel}/activities`, activity);
    await call('POST', 'conversations/19:nowhere/activities', activity);
    await call('POST', 'conversations', {}, 'no token');
    return heard;
  }

  it('answers as the description has it, however deep, and refuses as it does', async () => {
    const heard = await everyAnswer();
    const bodies = heard.filter(({ body }) => body !== null);
    expect(new Set(bodies.map(({ status }) => status))).toEqual(new Set([201, 202, 200, 400, 401, 403, 404, 413, 501]));
    const wrong = bodies.flatMap((one) => {
      const schema = swagger.answers(one);
      const words = schema
        ? [...swagger.faults(one.body, schema), ...unexpected(swagger.strangers(one.body, schema))]
        : ['is not described'];
      return words.map((word) => `${one.method} ${one.path} ${one.status}: ${word}`);
    });
    expect(wrong).toEqual([]);
  });

  it('sends a bot activities that the description has, however deep', () => {
    const { app, tenant } = front;
    const conversation = findConversation(staffChannel, app.appId, tenant.store);
    if (conversation === undefined) throw new Error('The tenant has no staff channel.');
    const sending: Sending = {
      app,
      conversation,
      tenantId: tenant.context.definition.tenantId,
      serviceUrl: `${tenant.origin}/`,
      rootId: '1',
      from: senco,
      id: '1',
      at: new Date(),
    };
    const action = { verb: 'review.held', data: { caseRef: 'K7M-2QX' } };
    const sent = [
      messageActivity(sending, `@${app.botName} review due`),
      submitActivity(sending, action.data, '1'),
      invokeActivity(sending, action, '1'),
      ...installationActivities(sending),
    ];
    expect(sent.flatMap((one) => swagger.faults(one, named('Activity')))).toEqual([htmlOfMessage]);
    expect(unexpected(sent.flatMap((one) => swagger.strangers(one, named('Activity'))))).toEqual([]);
  });
});

describe.runIf(specs === undefined)('the description of the Bot Connector', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
