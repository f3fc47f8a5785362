import { z } from 'zod';
import { ADAPTIVE_CARD } from '../connector/outbound.ts';
import { splitThread } from '../connector/conversation.ts';
import type { StoredActivity } from '../store/types.ts';
import type { MessageView } from './client/wire.ts';

const storedShape = z.looseObject({
  text: z.string().nullish(),
  from: z.looseObject({ id: z.string(), name: z.string() }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
});

const cardShape = z.record(z.string(), z.unknown());

/** A stored activity as the page shows it. A deleted one has lost everything but its place. */
export function messageView(stored: StoredActivity): MessageView {
  const { baseId, rootId } = splitThread(stored.conversationId);
  const { text, from, attachments } = storedShape.parse(stored.activity);
  return {
    id: stored.id,
    sequence: stored.sequence,
    conversationId: baseId,
    rootId: rootId ?? stored.id,
    from: { id: from?.id ?? '', name: from?.name ?? '', bot: from?.id.startsWith('28:') ?? false },
    sentAt: stored.sentAt,
    editedAt: stored.changedAt === stored.sentAt ? null : stored.changedAt,
    deleted: stored.deleted,
    text: text ?? '',
    cards: (attachments ?? [])
      .filter(({ contentType }) => contentType === ADAPTIVE_CARD)
      .map(({ content }) => cardShape.parse(content)),
  };
}
