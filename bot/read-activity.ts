import { z } from 'zod';
import type { Inbound, Place } from './inbound.ts';

const id = z.string().min(1).max(500);
const withId = z.object({ id }).partial();

const activitySchema = z.object({
  type: z.string(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().nullish(),
  serviceUrl: z.url(),
  from: z.object({ aadObjectId: id.nullish() }).nullish(),
  recipient: withId.nullish(),
  conversation: z.object({ id, conversationType: z.string().nullish(), tenantId: z.string().nullish() }),
  membersAdded: z.array(withId).nullish(),
  channelData: z
    .object({
      tenant: withId.nullish(),
      team: z.object({ id: id.nullish(), aadGroupId: id.nullish() }).nullish(),
      channel: withId.nullish(),
      settings: z.object({ selectedChannel: withId.nullish() }).nullish(),
    })
    .nullish(),
});
type RawActivity = z.infer<typeof activitySchema>;

export interface ReadActivity {
  readonly inbound: Inbound;
  /** The Team's own id in Teams, for asking which group it is when the activity does not say. */
  readonly teamThreadId: string | null;
  /** The message whose card was pressed. */
  readonly pressedCard: { readonly conversationId: string; readonly activityId: string } | null;
}

/** Why an activity is not for us; `ignored` ones are part of normal traffic. */
export type NotForUs = 'ignored' | 'other tenant' | 'malformed' | 'nobody';

/** Reads an activity whose token has been checked. The sender must belong to `tenantId`. */
export function readActivity(raw: unknown, tenantId: string): ReadActivity | NotForUs {
  const parsed = activitySchema.safeParse(raw);
  if (!parsed.success) return 'malformed';
  const activity = parsed.data;
  if ((activity.conversation.tenantId ?? activity.channelData?.tenant?.id) !== tenantId) return 'other tenant';
  const place = placeOf(activity);
  const { serviceUrl } = activity;
  const teamThreadId = activity.channelData?.team?.id ?? null;
  if (isInstall(activity)) {
    return {
      inbound: { kind: 'installed', chosen: activity.type === 'installationUpdate', place, serviceUrl },
      teamThreadId,
      pressedCard: null,
    };
  }
  const pressed = pressedData(activity);
  if (pressed === undefined && activity.type !== 'message') return 'ignored';
  const personId = activity.from?.aadObjectId;
  if (!personId) return 'nobody';
  if (pressed === undefined) {
    const text = activity.text ?? '';
    return { inbound: { kind: 'message', personId, text, place, serviceUrl }, teamThreadId, pressedCard: null };
  }
  const conversationId = activity.conversation.id;
  const pressedCard = activity.replyToId ? { conversationId, activityId: activity.replyToId } : null;
  return { inbound: { kind: 'press', personId, data: pressed, place, serviceUrl }, teamThreadId, pressedCard };
}

function placeOf({ conversation, channelData }: RawActivity): Place {
  const team = channelData?.team;
  if (conversation.conversationType === 'channel' || team) {
    // The channel chosen at installation, else the one that spoke, else the Team's General channel, which has the Team's id.
    const channelId =
      channelData?.settings?.selectedChannel?.id ?? channelData?.channel?.id ?? team?.id ?? conversation.id;
    return { kind: 'channel', teamId: team?.aadGroupId ?? null, channelId: withoutMessage(channelId) };
  }
  return { kind: conversation.conversationType === 'personal' ? 'chat' : 'group chat' };
}

const withoutMessage = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

function isInstall({ type, action, membersAdded, recipient }: RawActivity): boolean {
  if (type === 'installationUpdate') return action === 'add' || action === 'add-upgrade';
  return type === 'conversationUpdate' && (membersAdded ?? []).some((one) => one.id && one.id === recipient?.id);
}

/** What a button sent: a Universal Action's data with its verb, or the data of an old Action.Submit, which holds the verb itself. */
function pressedData({ type, name, value }: RawActivity): unknown {
  if (type === 'message') return typeof value === 'object' && value !== null ? value : undefined;
  if (type !== 'invoke' || name !== 'adaptiveCard/action') return undefined;
  const invoked = z
    .object({ action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) }) })
    .safeParse(value);
  return invoked.success ? { ...invoked.data.action.data, verb: invoked.data.action.verb } : null;
}
