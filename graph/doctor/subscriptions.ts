// Change notifications: whether the app's address answers as Microsoft 365 asks, and whether every list is listened to.
import { randomUUID } from 'node:crypto';
import { GraphFailure } from '../graph-failure.ts';
import { notificationAddress } from '../subscriptions/address.ts';
import { readSubscriptions, sameResource } from '../subscriptions/calls.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, notSeen, toMend } from './check.ts';
import { sitesWrite } from './grants.ts';
import type { Patient } from './patient.ts';
import { codeOf } from './watch.ts';

/** `listPaths` are those of every list that was found, e.g. /sites/{id}/lists/{id}. */
export async function lookAtSubscriptions(
  patient: Patient,
  listPaths: readonly string[],
  roles: readonly string[],
): Promise<readonly Check[]> {
  const { publicAddress } = patient.settings;
  if (publicAddress === null)
    return [
      fine('subscriptions', null, 'Not used, because PTT_PUBLIC_ADDRESS is not set: the app asks for changes instead.'),
    ];
  const address = notificationAddress(publicAddress);
  return [await shakeHands(patient, address), await lookAtHeld(patient, address, listPaths, roles)];
}

const who = 'whoever runs the app';
const patienceMs = 10_000;

/** What Microsoft 365 does before it makes a subscription; it leaves nothing behind. */
async function shakeHands({ fetch: send }: Patient, address: string): Promise<Check> {
  const token = `doctor ${randomUUID()} + é`;
  let said: { readonly status: number; readonly text: string };
  try {
    const answer = await send(`${address}?validationToken=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(patienceMs),
    });
    said = { status: answer.status, text: await answer.text() };
  } catch (error) {
    return notSeen('subscriptions', address, {
      words: `From this computer nothing answers there (${codeOf(error)}); Microsoft 365 may reach it all the same.`,
      who,
      todo: 'See that the app runs, and that PTT_PUBLIC_ADDRESS leads to it from the internet.',
    });
  }
  if (said.status === 200 && said.text === token)
    return fine('subscriptions', address, 'It answers as Microsoft 365 asks.');
  return toMend('subscriptions', address, {
    words: `Something other than the app answers there (status ${said.status}).`,
    who,
    todo: 'Let what stands before the app pass this address on unchanged, or correct PTT_PUBLIC_ADDRESS.',
  });
}

async function lookAtHeld(
  { graph, settings, now }: Patient,
  address: string,
  listPaths: readonly string[],
  roles: readonly string[],
): Promise<Check> {
  let standing: Awaited<ReturnType<typeof readSubscriptions>>;
  try {
    standing = await readSubscriptions(graph);
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.status !== 403) throw error;
    return toMend('subscriptions', null, refused(settings.clientId));
  }
  const ours = standing.filter(
    ({ notificationUrl, expirationDateTime }) => (notificationUrl ?? address) === address && expirationDateTime > now(),
  );
  const unheard = listPaths.filter((path) => !ours.some(({ resource }) => sameResource(resource, path)));
  if (unheard.length === 0) return fine('subscriptions', null, `All ${listPaths.length} lists have theirs.`);
  if (!roles.includes(sitesWrite.name)) return toMend('subscriptions', null, refused(settings.clientId));
  return toMend('subscriptions', null, {
    words: `${unheard.length} of ${listPaths.length} lists ${unheard.length === 1 ? 'has' : 'have'} none: what changes there is seen only when the app asks.`,
    who,
    todo: 'Start the app, which makes them within a minute; where it does not, its log says why (“subscription failed”).',
  });
}

const refused = (clientId: string): Trouble => ({
  words: `Microsoft 365 lets only apps with ${sitesWrite.name} have notifications of lists: what changes is seen only when the app asks.`,
  who,
  todo: `Unset PTT_PUBLIC_ADDRESS: asking every PTT_POLL_SECONDS is enough. (Or have ${sitesWrite.name} granted to ${clientId}.)`,
});
