// Microsoft Graph's subscriptions: whoever has one for a list is told when something in the list changes.
import { z } from 'zod';
import { GraphFailure } from '../graph-failure.ts';
import type { Graph } from '../http.ts';
import { readPages } from '../pages.ts';

const Subscription = z.object({
  id: z.string(),
  resource: z.string(),
  notificationUrl: z.string().nullish(),
  expirationDateTime: z
    .string()
    .transform((text) => Date.parse(text))
    .refine((moment) => Number.isFinite(moment)),
});

/** `expirationDateTime` in milliseconds since 1970. */
export type Subscription = z.infer<typeof Subscription>;

/** Lists take no more than 42,300 minutes. Two weeks of them outlast any pause of the app that matters. */
const lifetimeMs = 20_160 * 60_000;

const expiry = (now: number): string => new Date(now + lifetimeMs).toISOString();

/** Those that the app has made, whichever of its addresses they go to. Graph does not say their client state. */
export const readSubscriptions = (graph: Graph): Promise<readonly Subscription[]> =>
  readPages(graph, '/subscriptions', Subscription);

/** Graph asks the address for a sign of life before it answers, so that whoever calls this has to be listening already. */
export async function makeSubscription(
  graph: Graph,
  { listPath, address, clientState, now }: { listPath: string; address: string; clientState: string; now: number },
): Promise<Subscription> {
  const made = await graph.post('/subscriptions', {
    changeType: 'updated',
    notificationUrl: address,
    lifecycleNotificationUrl: address,
    resource: resourceOf(listPath),
    expirationDateTime: expiry(now),
    clientState,
    latestSupportedTlsVersion: 'v1_2',
  });
  return Subscription.parse(made);
}

/** Renews and, in the same breath, authorises again: Microsoft asks apps not to do both one after the other. */
export async function renewSubscription(graph: Graph, id: string, now: number): Promise<Subscription> {
  return Subscription.parse(await graph.patch(`/subscriptions/${id}`, { expirationDateTime: expiry(now) }));
}

/** Removing what is gone already is not an error. */
export async function removeSubscription(graph: Graph, id: string): Promise<void> {
  await graph.remove(`/subscriptions/${id}`).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

export const isGone = (error: unknown): boolean => error instanceof GraphFailure && error.status === 404;

/** /sites/{id}/lists/{id} as a subscription names it, and as it can be compared. */
const resourceOf = (listPath: string): string => listPath.replace(/^\//, '');
export const sameResource = (resource: string, listPath: string): boolean =>
  resourceOf(resource).toLowerCase() === resourceOf(listPath).toLowerCase();
