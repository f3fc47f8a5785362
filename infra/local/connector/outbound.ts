import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import { activityShape, misfit } from './activity-shape.ts';
import { badSyntax, connectorProblems, type ConnectorProblem, notImplemented } from './problem.ts';

/** Teams counts a message in UTF-16. */
const LIMIT_BYTES = 100 * 1024;

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** A message a bot sends, checked as far as this tenant can show it. */
export type OutboundMessage = z.infer<typeof activityShape>;

export type Outbound = { readonly replyToId: string | null } & (
  | { readonly kind: 'message'; readonly message: OutboundMessage }
  | { readonly kind: 'typing' }
);

/** @param address the id of the conversation that the request names */
export function readOutbound(body: unknown, address: string): Result<Outbound, ConnectorProblem> {
  const parsed = activityShape.safeParse(body);
  if (!parsed.success) return err(misfit(parsed.error, 'the conversation activity'));
  const activity = parsed.data;
  if (JSON.stringify(activity).length * 2 > LIMIT_BYTES) return err(connectorProblems.tooBig);
  if (activity.conversation?.id && activity.conversation.id !== address) {
    return err(notImplemented(`an activity whose 'conversation.id' is not the conversation it is sent to`));
  }
  const attachments = activity.attachments ?? [];
  const replyToId = activity.replyToId || null;
  if (activity.type === 'typing') {
    const says = activity.text || activity.summary || attachments.length > 0;
    return says ? err(notImplemented('typing that carries a message')) : ok({ kind: 'typing', replyToId });
  }
  if (activity.type !== 'message') return err(notImplemented(`activities of type "${activity.type}"`));
  for (const { contentType, content } of attachments) {
    if (contentType !== ADAPTIVE_CARD) return err(notImplemented(`attachments of type "${contentType}"`));
    if (!z.looseObject({ type: z.literal('AdaptiveCard') }).safeParse(content).success) {
      return err(badSyntax('Bad format of attachment: an Adaptive Card needs "type": "AdaptiveCard".'));
    }
  }
  if (!activity.text && attachments.length === 0) return err(badSyntax('Activity must have text or attachments.'));
  return ok({ kind: 'message', message: activity, replyToId });
}

/** A new message, which has no id yet: Teams gives it one. */
export function readNew(body: unknown, address: string): Result<Outbound, ConnectorProblem> {
  const named = z.looseObject({ id: z.string().min(1) }).safeParse(body).success;
  return named ? err(notImplemented("the property 'id' of a new activity")) : readOutbound(body, address);
}
