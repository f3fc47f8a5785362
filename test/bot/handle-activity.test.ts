import { describe, expect, it } from 'vitest';
import { handleActivity, type HandlerDependencies } from '#bot/handle-activity.ts';
import type { Reply } from '#bot/inbound.ts';
import {
  channelMessage,
  chatMessage,
  installed,
  larkfieldTeam,
  pressed,
  read,
  submitted,
} from './support/activities.ts';
import { countingIds, tab } from './support/cards.ts';
import { people, rememberingWorkflows } from './support/remembering-workflows.ts';
import { actionsOf, wordsOf } from './support/walk.ts';

const service = 'https://smba.trafficmanager.net/uk/';
const button = { schoolKey: 'LARK', caseRef: 'K7M-2QX', reviewKey: 'K7M-2QX/1', pressId: 'press-1' };
const by = (personId: string) => ({ from: { id: `29:${personId}`, aadObjectId: personId } });

function aBot(changes: Partial<HandlerDependencies> = {}) {
  const workflows = rememberingWorkflows();
  const logged: unknown[][] = [];
  const dependencies = {
    people,
    commands: workflows,
    log: (...line: unknown[]) => void logged.push(line),
    tab,
    newId: countingIds(),
    ...changes,
  };
  return { workflows, logged, send: (raw: unknown) => handleActivity(dependencies, read(raw).inbound) };
}

const shown = (reply: Reply): readonly string[] =>
  reply.kind === 'card' || reply.kind === 'replace' ? wordsOf(reply.card.content) : [];

describe('a command in a channel', () => {
  it('is answered with the reviews of the school whose Team it is', async () => {
    const reply = await aBot().send(channelMessage(service));
    expect(shown(reply)).toContain('K7M-2QX · JE');
    expect(shown(reply)).toContain('3 days overdue');
  });

  it('shows a trust officer only the school of that channel', async () => {
    const reply = await aBot().send(channelMessage(service, by('trudy')));
    expect(shown(reply)).toContain('K7M-2QX · JE');
    expect(JSON.stringify(reply)).not.toContain('H8J-5KM');
  });

  it('tells a stranger nothing of any case', async () => {
    const { send, logged } = aBot();
    const reply = await send(channelMessage(service, by('stranger')));
    expect(shown(reply)).toContain('Only people in the Team of this school are answered here.');
    expect(JSON.stringify(reply)).not.toMatch(/K7M|JE|overdue/);
    expect(logged).toEqual([['bot activity refused', { command: 'review due', place: 'channel', person: 'stranger' }]]);
  });

  it('is not taken for a private chat when the Team is not known', async () => {
    const channelData = { team: { id: '19:larkfield@thread.tacv2' }, tenant: { id: 'x' } };
    const reply = await aBot().send(channelMessage(service, { channelData }));
    expect(shown(reply).join(' ')).toContain('I cannot tell which Team this channel belongs to');
  });

  it('lists consents that are not signed', async () => {
    const reply = await aBot().send(channelMessage(service, { text: '<at>PTT</at> unsigned consents' }));
    expect(shown(reply)).toContain('R3S-9VW · OB');
  });

  it('that is not known gets the nearest one, and the help', async () => {
    const reply = await aBot().send(channelMessage(service, { text: '<at>PTT</at> reveiw due' }));
    expect(shown(reply)[0]).toBe('I do not know “reveiw due”. Did you mean “review due”?');
    expect(shown(reply)).toContain('@PTT unsigned consents');
  });

  it('teaches the bot where the channel is, and still answers when that fails', async () => {
    const { send, workflows, logged } = aBot();
    await send(channelMessage(service));
    expect(workflows.learnt).toEqual([
      {
        teamId: larkfieldTeam,
        channelId: '19:staff@thread.tacv2',
        serviceUrl: service,
        conversationType: 'channel',
        chosen: false,
      },
    ]);
    const commands = { ...workflows, learnChannel: () => Promise.reject(new TypeError('Jimmy Example')) };
    const failing = aBot({ commands, log: (...line: unknown[]) => void logged.push(line) });
    expect(shown(await failing.send(channelMessage(service)))).toContain('K7M-2QX · JE');
    expect(logged).toEqual([['bot activity failed', { while: 'learning a channel', error: 'TypeError' }]]);
  });

  it('gets an apology without any detail when something breaks', async () => {
    const broken = { whoIs: () => Promise.reject(new Error('Jimmy Example is missing')) };
    const { send, logged } = aBot({ people: broken });
    const reply = await send(channelMessage(service));
    expect(shown(reply)).toContain('That did not work');
    expect(JSON.stringify([reply, logged])).not.toContain('Jimmy');
  });
});

describe('a command in a chat', () => {
  it('is answered with all of the asker’s schools', async () => {
    const reply = await aBot().send(chatMessage(service, by('trudy')));
    expect(shown(reply)).toContain('H8J-5KM · JE');
    expect(shown(reply)).toContain('K7M-2QX · JE');
  });

  it('of several people is not answered, since not all of them may see the same', async () => {
    const conversation = {
      conversationType: 'groupChat',
      tenantId: '99999999-0000-0000-0000-000000000001',
      id: '19:group',
    };
    const reply = await aBot().send(chatMessage(service, { conversation }));
    expect(shown(reply).join(' ')).toContain('in a chat with me alone');
  });
});

describe('the app being put into a Team', () => {
  it('teaches the bot the channel that was chosen', async () => {
    const { send, workflows } = aBot();
    expect(await send(installed(service))).toEqual({ kind: 'nothing' });
    expect(workflows.learnt).toMatchObject([
      { teamId: larkfieldTeam, channelId: '19:staff@thread.tacv2', chosen: true },
    ]);
  });

  it('is also learnt from the bot joining, as a channel that was only heard from', async () => {
    const { send, workflows } = aBot();
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: '28:11111111-2222-3333-4444-555555555555' }] };
    const team = { id: '19:larkfield@thread.tacv2', aadGroupId: larkfieldTeam };
    await send(installed(service, { ...joined, channelData: { team } }));
    expect(workflows.learnt).toMatchObject([{ channelId: '19:larkfield@thread.tacv2', chosen: false }]);
  });
});

describe('a press of “Review held”', () => {
  it('records the review and changes the card', async () => {
    const { send, workflows } = aBot();
    const reply = await send(pressed(service, button));
    expect(reply.kind).toBe('replace');
    expect(shown(reply)).toContain(
      'K7M-2QX: Review held, recorded by Ada Invented, Tue 17 Nov 2026: add the outcome in the tab.',
    );
    expect(shown(reply)).toContain('Recorded by Ada Invented, Tue 17 Nov 2026');
    expect(JSON.stringify(reply)).not.toContain('"review.held"');
    expect(workflows.recorded()).toBe(1);
  });

  it('sent twice happens once, and looks the same both times', async () => {
    const { send, workflows } = aBot();
    const [first, second] = [await send(pressed(service, button)), await send(pressed(service, button))];
    expect(shown(second)).toEqual(shown(first));
    expect(workflows.recorded()).toBe(1);
  });

  it('works the same from a client that only knows Action.Submit', async () => {
    const { send, workflows } = aBot();
    expect((await send(submitted(service, { verb: 'review.held', ...button }))).kind).toBe('replace');
    expect(workflows.recorded()).toBe(1);
  });

  it('by somebody who may not is refused in words, and changes nothing', async () => {
    const { send, workflows } = aBot();
    expect(await send(pressed(service, button, by('tess')))).toEqual({
      kind: 'words',
      words: 'Only the headteacher or the SENCO can do this.',
    });
    expect(await send(pressed(service, button, by('stranger')))).toMatchObject({ kind: 'words' });
    expect(workflows.recorded()).toBe(0);
  });

  it.each([
    ['no data', undefined],
    ['a text', 'review.held'],
    ['a key that is missing', { schoolKey: 'LARK', caseRef: 'K7M-2QX', reviewKey: 'K7M-2QX/1' }],
    ['a key that is a list', { ...button, caseRef: ['K7M-2QX'] }],
    ['a key that is endless', { ...button, pressId: 'x'.repeat(5000) }],
    ['an empty key', { ...button, reviewKey: ' ' }],
  ])('with %s is refused in words', async (_what, data) => {
    const { send, workflows } = aBot();
    const reply = await send(pressed(service, data));
    expect(reply).toMatchObject({ kind: 'words', words: expect.stringContaining('I cannot read this button') });
    expect(workflows.recorded()).toBe(0);
  });

  it('with another verb is refused in words', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'case.close', data: button }, trigger: 'manual' };
    expect(await aBot().send(pressed(service, button, { value }))).toMatchObject({ kind: 'words' });
  });

  it('that breaks says that it may be pressed again', async () => {
    const commands = { ...rememberingWorkflows(), recordReviewHeld: () => Promise.reject(new Error('lost')) };
    expect(await aBot({ commands }).send(pressed(service, button))).toMatchObject({
      kind: 'words',
      words: expect.stringContaining('Press again'),
    });
  });

  it('in a chat gives back all of the schools that were shown', async () => {
    const { send } = aBot();
    const reply = await send(pressed(service, button, { ...chatMessage(service), type: 'invoke', text: undefined }));
    expect(actionsOf(reply.kind === 'replace' ? reply.card.content : null)).not.toEqual([]);
  });
});
