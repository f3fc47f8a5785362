import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '#workflows/ports.ts';
import type { Card } from './cards/card.ts';
import { activityWith, type Connector } from './connector.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Handler, Reply } from './inbound.ts';
import { type ReadActivity, readActivity } from './read-activity.ts';

export interface AnswererDependencies {
  readonly tenantId: string;
  readonly connector: Connector;
  readonly handler: Handler;
  readonly log: Log;
  readonly patience: number;
}

/** Sends a message into the conversation of the activity that is being answered. */
export type Send = (message: Readonly<Record<string, unknown>>) => Promise<void>;

export interface Answerer {
  /** Takes an activity whose token is good. Gives the body of the answer to an invoke; everything else is sent. */
  answer(activity: unknown, send: Send): Promise<unknown>;
  settled(): Promise<void>;
}

const stillWorking =
  'Still working on it. The card changes when it is done; if it does not within a minute, look in the tab.';

const invokeMessage = (words: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: words,
});

export function createAnswerer(dependencies: AnswererDependencies): Answerer {
  const { connector, handler, log, patience, tenantId } = dependencies;
  const late = new Set<Promise<unknown>>();
  const groupByTeam = new Map<string, string>();

  const failed = (doing: string, facts: Readonly<Record<string, string | number>>): void =>
    log('bot activity failed', { while: doing, ...facts });

  const askForGroup = async (serviceUrl: string, teamThreadId: string): Promise<string | null> => {
    try {
      return await connector.groupOfTeam({ serviceUrl, teamThreadId });
    } catch (error) {
      failed('asking for the group of a Team', errorFacts(error));
      return null;
    }
  };

  /** Not every activity says which group its Team is; then Teams is asked, once for each Team. */
  const withGroup = async ({ inbound, teamThreadId }: ReadActivity): Promise<ReadActivity['inbound']> => {
    const { place, serviceUrl } = inbound;
    if (place.kind !== 'channel' || place.teamId !== null || teamThreadId === null) return inbound;
    const teamId = groupByTeam.get(teamThreadId) ?? (await askForGroup(serviceUrl, teamThreadId));
    if (teamId !== null) groupByTeam.set(teamThreadId, teamId);
    return { ...inbound, place: { ...place, teamId } };
  };

  const forEverybody = async ({ inbound, pressedCard }: ReadActivity, card: Card): Promise<void> => {
    if (pressedCard === null) return;
    try {
      const updated = await connector.updateCard({ ...pressedCard, serviceUrl: inbound.serviceUrl }, card);
      if (!updated.ok) failed('updating a card', { status: updated.error.status, code: updated.error.code });
    } catch (error) {
      failed('updating a card', errorFacts(error));
    }
  };

  const work = async (read: ReadActivity): Promise<Reply> => {
    const reply = await handler(await withGroup(read));
    if (reply.kind !== 'replace') return reply;
    await forEverybody(read, reply.card);
    // An old client does not say which message it pressed in: then the new card is sent below it.
    return read.pressedCard === null ? { kind: 'card', card: reply.card } : reply;
  };

  return {
    async answer(activity, send) {
      const read = readActivity(activity, tenantId);
      if (typeof read === 'string') {
        if (read !== 'ignored') log('bot activity refused', { why: read });
        return invokeMessage('This button is not for you, or not from this app.');
      }
      const working = work(read);
      late.add(working);
      const noLonger = () => late.delete(working);
      working.then(noLonger, noLonger);
      const reply = await Promise.race([working, wait(patience, undefined, { ref: false })]);
      if (isInvoke(activity)) return reply === undefined ? invokeMessage(stillWorking) : invokeBody(reply);
      if (reply === undefined) await send({ type: 'typing' });
      await deliver(reply ?? (await working), send);
      return undefined;
    },
    async settled() {
      await Promise.allSettled(late);
    },
  };
}

const isInvoke = (activity: unknown): boolean =>
  typeof activity === 'object' && activity !== null && 'type' in activity && activity.type === 'invoke';

/** The body of the answer to adaptiveCard/action: the new card, or words for the person who pressed. */
function invokeBody(reply: Reply): unknown {
  switch (reply.kind) {
    case 'card':
    case 'replace':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card.content };
    case 'words':
      return invokeMessage(reply.words);
    case 'nothing':
      return invokeMessage('Done.');
  }
}

async function deliver(reply: Reply, send: Send): Promise<void> {
  if (reply.kind === 'card') await send(activityWith(reply.card));
  if (reply.kind === 'words') await send({ type: 'message', text: reply.words, textFormat: 'plain' });
}
