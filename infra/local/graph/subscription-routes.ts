// Change notifications: who is told when a list changes. The telling itself is in notifications/.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { notKnown, refuse } from '../store/problem.ts';
import type { Subscription } from '../store/subscriptions.ts';
import type { List, Problem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { parseBody } from './parse-body.ts';
import { itemListOf } from './resolve.ts';

const one = '/subscriptions/{subscription}';
const common = { needs: 'subscribe to lists', units: 0 } as const;

export const subscriptionRoutes: readonly Route[] = [
  { ...common, method: 'GET', pattern: '/subscriptions', handle: getSubscriptions },
  { ...common, method: 'POST', pattern: '/subscriptions', body: 'json', handle: postSubscription },
  { ...common, method: 'GET', pattern: one, handle: getSubscription },
  { ...common, method: 'PATCH', pattern: one, body: 'json', handle: patchSubscription },
  { ...common, method: 'DELETE', pattern: one, handle: deleteSubscription },
  { ...common, method: 'POST', pattern: `${one}/reauthorize`, handle: reauthorize },
];

/** For lists; other resources have other limits. */
const longestMinutes = 42_300;
const longestClientState = 128;

const newSubscription = z.strictObject({
  changeType: z.string().optional(),
  notificationUrl: z.string().optional(),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string().optional(),
  expirationDateTime: z.string().optional(),
  clientState: z.string().nullish(),
  latestSupportedTlsVersion: z.enum(['v1_2', 'v1_3']).nullish(),
});
const renewal = z.strictObject({ expirationDateTime: z.string().optional() });

const invalid = (message: string) => refuse({ status: 400, code: 'InvalidRequest', message });
const required = (property: string) => invalid(`${property} is a required property for subscription creation`);

async function postSubscription(call: GraphCall): Promise<Outcome> {
  const body = parseBody(newSubscription, call.body, 'subscription');
  if (!body.ok) return body;
  const { changeType, notificationUrl, resource, expirationDateTime, clientState = null } = body.value;
  const { lifecycleNotificationUrl = null, latestSupportedTlsVersion = null } = body.value;
  if (changeType === undefined) return required('changeType');
  if (notificationUrl === undefined) return required('notificationUrl');
  if (resource === undefined) return required('resource');
  const list = listOfResource(call, resource);
  if (!list.ok) return list;
  if (changeType !== 'updated') return invalid(`Invalid 'changeType' attribute: '${changeType}'.`);
  const expiresAt = expiryOf(call, expirationDateTime);
  if (!expiresAt.ok) return expiresAt;
  if (clientState !== null && clientState.length > longestClientState)
    return invalid(`clientState must not be longer than ${longestClientState} characters.`);
  const receivers = [notificationUrl, ...(lifecycleNotificationUrl === null ? [] : [lifecycleNotificationUrl])];
  const badUrl = receivers.find((url) => !isSecure(url));
  if (badUrl !== undefined) return invalid(`The notification URL '${badUrl}' must use the HTTPS protocol.`);
  const { notifications } = call.context;
  for (const shaken of await Promise.all(receivers.map((url) => notifications.shakeHands(url))))
    if (!shaken.ok) return refuse({ status: 400, code: 'ValidationError', message: shaken.error });
  const made = call.store.subscriptions.create({
    appId: call.caller.appId,
    userId: call.caller.userId,
    resource,
    listId: list.value.id,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    latestSupportedTlsVersion,
    expiresAt: expiresAt.value,
  });
  return ok({ status: 201, body: { ...entityContext, ...shapeOf(made), clientState } });
}

function getSubscriptions(call: GraphCall): Outcome {
  const value = call.store.subscriptions.ofApp(call.caller.appId).filter(isOwn(call)).map(shapeOf);
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#subscriptions`, value } });
}

function getSubscription(call: GraphCall): Outcome {
  const found = subscriptionOf(call);
  return found.ok ? ok({ status: 200, body: { ...entityContext, ...shapeOf(found.value) } }) : found;
}

/** Renews, and authorises again at the same time. */
function patchSubscription(call: GraphCall): Outcome {
  const found = subscriptionOf(call);
  if (!found.ok) return found;
  const body = parseBody(renewal, call.body, 'subscription');
  if (!body.ok) return body;
  const expiresAt = expiryOf(call, body.value.expirationDateTime);
  if (!expiresAt.ok) return expiresAt;
  const list = listOfResource(call, found.value.resource);
  if (!list.ok) return list;
  const renewed = call.store.subscriptions.change(found.value.id, { expiresAt: expiresAt.value, paused: false });
  return renewed === undefined ? gone() : ok({ status: 200, body: { ...entityContext, ...shapeOf(renewed) } });
}

function deleteSubscription(call: GraphCall): Outcome {
  const found = subscriptionOf(call);
  if (!found.ok) return found;
  call.store.subscriptions.remove(found.value.id);
  return ok({ status: 204 });
}

function reauthorize(call: GraphCall): Outcome {
  const found = subscriptionOf(call);
  if (!found.ok) return found;
  const list = listOfResource(call, found.value.resource);
  if (!list.ok) return list;
  call.store.subscriptions.change(found.value.id, { paused: false });
  return ok({ status: 204 });
}

const gone = () => refuse({ status: 404, code: 'ResourceNotFound', message: 'The object was not found.' });

/** An app sees what it made in its own name; in a person's name, what it made in that person's. */
const isOwn =
  ({ caller }: GraphCall) =>
  ({ appId, userId }: Subscription): boolean =>
    appId === caller.appId && (caller.userId === null || userId === caller.userId);

function subscriptionOf(call: GraphCall): Result<Subscription, Problem> {
  const found = call.store.subscriptions.get(call.params['subscription'] ?? '');
  return found !== undefined && isOwn(call)(found) ? ok(found) : gone();
}

function listOfResource(call: GraphCall, resource: string): Result<List, Problem> {
  const found = /^\/?sites\/([^/]+)\/lists\/([^/]+)\/?$/i.exec(resource);
  if (found === null) return notKnown(`subscriptions to '${resource}'; it knows sites/{id}/lists/{id}`);
  const [, site = '', list = ''] = found.map((part) => decodeURIComponent(part));
  return itemListOf({ ...call, params: { site, list } }, 'read');
}

function expiryOf({ context }: GraphCall, text: string | undefined): Result<string, Problem> {
  if (text === undefined) return required('expirationDateTime');
  const moment = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) return invalid(`expirationDateTime: '${text}' is not a moment in time.`);
  const minutes = (moment - context.now().getTime()) / 60_000;
  if (minutes <= 0) return invalid('Subscription expiration must be in the future.');
  if (minutes > longestMinutes)
    return refuse({
      status: 400,
      code: 'ExtensionError',
      message: `Subscription expiration can only be ${longestMinutes} minutes in the future.`,
    });
  return ok(new Date(moment).toISOString());
}

/** Nothing on this computer has a certificate, so that its own addresses may do without. */
function isSecure(url: string): boolean {
  const read = URL.parse(url);
  return read !== null && (read.protocol === 'https:' || (read.protocol === 'http:' && read.hostname === '127.0.0.1'));
}

const entityContext = { '@odata.context': `${graphUrl}/$metadata#subscriptions/$entity` };

/** The client state is a secret between the app and the sender: it is given back once, to the request that made it. */
const shapeOf = (subscription: Subscription) => ({
  id: subscription.id,
  resource: subscription.resource,
  applicationId: subscription.appId,
  changeType: 'updated',
  clientState: null,
  notificationUrl: subscription.notificationUrl,
  notificationQueryOptions: null,
  lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
  expirationDateTime: subscription.expiresAt,
  creatorId: subscription.userId ?? subscription.appId,
  includeResourceData: null,
  latestSupportedTlsVersion: subscription.latestSupportedTlsVersion ?? 'v1_2',
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationUrlAppId: null,
});
