import { afterAll, beforeAll, expect, test } from 'vitest';
import { threadId } from '#local/connector/conversation.ts';
import type { LiveEvent } from '#local/teams/client/wire.ts';
import { type FrontTenant, governor, otherChannel, senco, staffChannel, startFront } from './front-tenant.ts';

let front: FrontTenant;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.tenant.stop());

interface Heard {
  readonly id: string | null;
  readonly event: LiveEvent;
}

interface Since {
  /** In the address, as the page first asks. */
  readonly asked?: number;
  /** In the header, as the browser asks after a break. */
  readonly heard?: number;
}

/** Follows as a page does; the answer is what it is told of until that is so many events. */
async function follow(person: string, { asked, heard }: Since): Promise<(many: number) => Promise<readonly Heard[]>> {
  const leaving = new AbortController();
  const query = asked === undefined ? '' : `&since=${asked}`;
  const answer = await fetch(`${front.tenant.origin}/_local/events?person=${person}${query}`, {
    signal: leaving.signal,
    headers: heard === undefined ? {} : { 'last-event-id': String(heard) },
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  return async (many) => {
    let text = '';
    let events: readonly Heard[] = [];
    while (events.length < many) {
      text += (await reader?.read())?.value ?? '';
      events = [...text.matchAll(/(?:id: (\d+)\n)?data: (.*)\n\n/g)].map(([, id, data]) => ({
        id: id ?? null,
        event: JSON.parse(data ?? '') as LiveEvent,
      }));
    }
    leaving.abort();
    return events;
  };
}

const post = (channelId: string, text: string) => {
  const { conversations } = front.tenant.store;
  const id = conversations.newId();
  return conversations.add(threadId(channelId, id), { type: 'message', text }, { id });
};

test('a page that comes back is told what happened in the break, as far as the person may read it', async () => {
  const { conversations } = front.tenant.store;
  const known = post(staffChannel, 'Known');
  const missed = post(staffChannel, 'Missed');
  post(otherChannel, 'For others');
  conversations.remove(known.conversationId, known.id);

  for (const since of [{ asked: known.sequence }, { asked: 0, heard: known.sequence }]) {
    const tell = await follow(senco.id, since);
    expect(await tell(2)).toMatchObject([
      { id: String(missed.sequence), event: { message: { text: 'Missed', sequence: missed.sequence } } },
      { event: { message: { id: known.id, deleted: true } } },
    ]);
  }
});

test('a page that says nothing of what it knows is told only what comes', async () => {
  post(staffChannel, 'Before');
  const tell = await follow(senco.id, {});
  const { mail } = front.tenant.store;
  mail.send({ from: governor.mail, to: [senco.mail], cc: [], subject: 'News', contentType: 'text', content: '' });
  expect(await tell(1)).toEqual([{ id: null, event: { kind: 'mail' } }]);
});
