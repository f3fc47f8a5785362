import type { TenantContext } from '../tenant.ts';
import { botIsIn, type Conversation } from './conversation.ts';
import { type ConnectorProblem, connectorProblems } from './problem.ts';
import { throttled } from './rates.ts';

/** Why the bot may not write to a conversation, or ask who is in it; null when it may. */
export function refusalOf(
  use: 'write' | 'read',
  conversation: Conversation,
  appId: string,
  { store, botRates }: TenantContext,
): ConnectorProblem | null {
  if (!botIsIn(conversation, appId, store)) return connectorProblems.botNotInRoster;
  const taken = botRates.take(use, conversation.id);
  if (!taken.ok) return throttled(taken.error.waitSeconds);
  const isBlocked = use === 'write' && conversation.kind === 'channel' && conversation.channel.appsMayPost === false;
  return isBlocked ? connectorProblems.messageWritesBlocked : null;
}
