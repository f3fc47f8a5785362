import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import { badSyntax, connectorProblems, type ConnectorProblem, notImplemented } from './problem.ts';

/** Teams counts a message in UTF-16. */
const LIMIT_BYTES = 100 * 1024;

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const attachmentShape = z.looseObject({ contentType: z.string(), content: z.unknown() });

const activityShape = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachmentShape).nullish(),
});

/** A message a bot sends, checked as far as this tenant can show it. */
export type OutboundMessage = z.infer<typeof activityShape>;

export type Outbound = { readonly kind: 'message'; readonly message: OutboundMessage } | { readonly kind: 'typing' };

export function readOutbound(body: unknown): Result<Outbound, ConnectorProblem> {
  const parsed = activityShape.safeParse(body);
  if (!parsed.success) return err(badSyntax('Bad format of conversation activity: it needs a type.'));
  const activity = parsed.data;
  if (JSON.stringify(activity).length * 2 > LIMIT_BYTES) return err(connectorProblems.tooBig);
  if (activity.type === 'typing') return ok({ kind: 'typing' });
  if (activity.type !== 'message') return err(notImplemented(`activities of type "${activity.type}"`));
  if (
    activity.textFormat !== undefined &&
    activity.textFormat !== null &&
    !['markdown', 'plain'].includes(activity.textFormat)
  ) {
    return err(notImplemented(`the text format "${activity.textFormat}"`));
  }
  const attachments = activity.attachments ?? [];
  for (const { contentType, content } of attachments) {
    if (contentType !== ADAPTIVE_CARD) return err(notImplemented(`attachments of type "${contentType}"`));
    if (!z.looseObject({ type: z.literal('AdaptiveCard') }).safeParse(content).success) {
      return err(badSyntax('Bad format of attachment: an Adaptive Card needs "type": "AdaptiveCard".'));
    }
  }
  if (!activity.text && attachments.length === 0) return err(badSyntax('Activity must have text or attachments.'));
  return ok({ kind: 'message', message: activity });
}
