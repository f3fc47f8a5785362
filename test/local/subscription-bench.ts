// A tenant that sends change notifications quickly, a receiver for them, and lists to change.
import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { aReceiver, type Receiver } from './a-receiver.ts';
import { appClient, aDefinition, aTenant, head, larkfield, registered } from './a-tenant.ts';

export const otherApp = { clientId: '00000000-0000-4000-8000-0000000000cc', clientSecret: 'a third secret' } as const;
export const definition = aDefinition({
  apps: [
    ...aDefinition().apps,
    { ...registered(otherApp), displayName: 'Another app', applicationPermissions: ['Sites.ReadWrite.All'] },
  ],
});

export const timing = {
  delayMs: 20,
  handshakeMs: 800,
  retryMs: 10,
  slowMs: 400,
  sample: 10,
  slowDelayMs: 120,
} as const;

export interface Made {
  readonly id: string;
  readonly expirationDateTime: string;
  readonly [property: string]: unknown;
}

export interface AList {
  readonly id: string;
  /** As a subscription names it. */
  readonly resource: string;
  /** Where Graph has its items. */
  readonly items: string;
  /** By hand, as in SharePoint. */
  add(title: string): void;
  change(item: number, title: string): void;
}

export interface SubscriptionBench {
  readonly tenant: Tenant;
  readonly client: Client;
  readonly receiver: Receiver;
  aList(): Promise<AList>;
  /** What an app asks for, with some of it otherwise. */
  wish(resource: string, changes?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  subscribe(resource: string, changes?: Readonly<Record<string, unknown>>, as?: Client): Promise<Made>;
  standing(): Promise<readonly Made[]>;
  /** Resolves when nothing is left to be sent. */
  settled(): Promise<void>;
  readonly now: () => Date;
  /** The tenant's clock, in milliseconds. */
  advance(ms: number): void;
  inMinutes(minutes: number): string;
}

/** One tenant and one receiver for all the tests of a file; after each, no subscription is left and the clock is back. */
export function sharedSubscriptionBench(): () => SubscriptionBench {
  const morning = new Date('2026-11-23T09:00:00Z');
  let now = morning;
  let lists = 0;
  let parts: { readonly tenant: Tenant; readonly client: Client; readonly receiver: Receiver } | undefined;
  const open = () => {
    if (!parts) throw new Error('The tenant of these tests has not started.');
    return parts;
  };
  beforeAll(async () => {
    const receiver = await aReceiver();
    const tenant = await aTenant({ definition, now: () => now, notifications: timing });
    parts = { tenant, client: await appClient(tenant), receiver };
  });
  afterEach(() => {
    open().tenant.store.subscriptions.forgetAll();
    open().receiver.forget();
    now = morning;
  });
  afterAll(async () => {
    await open().tenant.stop();
    await open().receiver.stop();
  });
  const inMinutes = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();
  return () => {
    const { tenant, client, receiver } = open();
    const wish: SubscriptionBench['wish'] = (resource, changes = {}) => ({
      changeType: 'updated',
      notificationUrl: `${receiver.origin}/notify`,
      lifecycleNotificationUrl: `${receiver.origin}/lifecycle`,
      resource,
      expirationDateTime: inMinutes(60),
      clientState: 'a secret of the app’s own',
      ...changes,
    });
    return {
      tenant,
      client,
      receiver,
      wish,
      inMinutes,
      now: () => now,
      advance: (ms) => {
        now = new Date(now.getTime() + ms);
      },
      subscribe: (resource, changes, as = client) => as.api('/subscriptions').post(wish(resource, changes)),
      standing: async () => (await client.api('/subscriptions').get()).value,
      settled: async () => {
        await expect.poll(() => tenant.notifications.pending(), { timeout: 5000 }).toBe(0);
      },
      aList: async () => {
        lists += 1;
        const path = `${larkfield}/lists`;
        const { id, parentReference } = await client.api(path).post({ displayName: `List ${lists}` });
        const options = { actor: { userId: head.id } };
        return {
          id,
          resource: `sites/${parentReference.siteId}/lists/${id}`,
          items: `${path}/${id}/items`,
          add: (Title) => void tenant.store.items.create(id, { Title }, options),
          change: (item, Title) => void tenant.store.items.update(id, item, { Title }, options),
        };
      },
    };
  };
}
