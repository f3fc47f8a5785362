// Tells those who subscribed that a list has changed: not what has changed in it, which they have to ask for.
import type { EventEmitter } from 'node:events';
import type { Result } from '#domain/result.ts';
import type { Subscription, Subscriptions } from '../store/subscriptions.ts';
import type { ItemEvent, TenantEvents } from '../store/types.ts';
import { createDisturbances, type Disturbance } from './disturbances.ts';
import { shakeHands } from './handshake.ts';
import { createOutbox, type Tally } from './outbox.ts';
import { type NotificationTiming, usualTiming } from './timing.ts';

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

export interface Notifications {
  /** The error is what Graph writes when a receiver does not answer as it should. */
  shakeHands(url: string): Promise<Result<null, string>>;
  /** Lets something happen to notifications to come. */
  disturbNext(disturbance: Disturbance): void;
  /**
   * Sends an event of a subscription's life to where it wants such events. Told to authorise itself again, it hears of no change until
   * it has; removed, it is gone. False when there is no such subscription, or it wants no such events.
   */
  sendLifecycle(subscriptionId: string, event: LifecycleEvent): boolean;
  /** What is still to be sent, or under way. */
  pending(): number;
  tally(): Tally;
  stop(): Promise<void>;
}

interface Needs {
  readonly subscriptions: Subscriptions;
  readonly events: EventEmitter<TenantEvents>;
  readonly tenantId: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly timing?: Partial<NotificationTiming>;
}

export function createNotifications(needs: Needs): Notifications {
  const { subscriptions, events, tenantId, now } = needs;
  const timing: NotificationTiming = { ...usualTiming, ...needs.timing };
  const outbox = createOutbox({ send: needs.fetch, now, timing });
  const disturbances = createDisturbances();

  const about = ({ id, expiresAt, clientState }: Subscription) => ({
    subscriptionId: id,
    subscriptionExpirationDateTime: expiresAt,
    ...(clientState === null ? {} : { clientState }),
    tenantId,
  });

  function tell(subscription: Subscription): void {
    const { id, notificationUrl, resource } = subscription;
    outbox.put(notificationUrl, {
      key: id,
      wanted: () => subscriptions.get(id) !== undefined,
      body: {
        ...about(subscription),
        changeType: 'updated',
        resource,
        resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
      },
    });
  }

  function hear({ item: { listId } }: ItemEvent): void {
    for (const subscription of subscriptions.ofList(listId)) {
      if (subscription.paused) continue;
      const disturbance = disturbances.take(listId);
      if (disturbance?.kind === 'missed') continue;
      if (disturbance?.kind === 'late') {
        outbox.later(disturbance.byMs ?? 0, () => tell(subscription));
        continue;
      }
      tell(subscription);
      if (disturbance?.kind === 'doubled') outbox.later(timing.delayMs * 2, () => tell(subscription));
    }
  }

  events.on('itemCreated', hear).on('itemUpdated', hear).on('itemDeleted', hear);

  return {
    shakeHands: (url) => shakeHands(needs.fetch, url, timing.handshakeMs),
    disturbNext: (disturbance) => disturbances.next(disturbance),
    sendLifecycle: (subscriptionId, event) => {
      const subscription = subscriptions.get(subscriptionId);
      if (!subscription?.lifecycleNotificationUrl) return false;
      if (event === 'subscriptionRemoved') subscriptions.remove(subscriptionId);
      if (event === 'reauthorizationRequired') subscriptions.change(subscriptionId, { paused: true });
      outbox.put(subscription.lifecycleNotificationUrl, {
        key: `${subscriptionId} ${event}`,
        wanted: () => true,
        body: { ...about(subscription), lifecycleEvent: event },
      });
      return true;
    },
    pending: () => outbox.pending(),
    tally: () => outbox.tally(),
    stop: async () => {
      events.off('itemCreated', hear).off('itemUpdated', hear).off('itemDeleted', hear);
      await outbox.stop();
    },
  };
}
