import {
  AuthError,
  type ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import { errorName } from '#workflows/error-name.ts';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, notSeen, type Seen, toMend } from './check.ts';
import { troubleOfCode } from './entra-codes.ts';
import type { Patient } from './patient.ts';
import type { Unanswered } from './watch.ts';

const signInHost = 'login.microsoftonline.com';
const graphScope = 'https://graph.microsoft.com/.default';

const Claims = z.object({ roles: z.array(z.string()).default([]) });

/** Finds the application permissions that the token carries. */
export async function lookAtSignIn(patient: Patient): Promise<Seen<readonly string[]>> {
  const { tenantId, clientId } = patient.settings;
  try {
    const token = await tokenFor(patient.credentials, graphScope);
    const { roles } = Claims.parse(decodeJwt(token));
    const proof = patient.certificate ? 'certificate' : 'secret';
    const check = fine('sign-in', null, `The tenant ${tenantId} knows the app ${clientId} and its ${proof}.`);
    return { checks: [check], found: roles };
  } catch (error) {
    return { checks: [signInFailure('sign-in', error, patient)], found: null };
  }
}

/** The sign-in with which the bot posts: the same app and the same secret or certificate, for another service. */
export async function lookAtBotSignIn(patient: Patient): Promise<Check> {
  try {
    await tokenFor(patient.credentials, patient.bot.scope);
    return fine('bot', null, 'The bot can sign in to the Bot Connector.');
  } catch (error) {
    return signInFailure('bot', error, patient);
  }
}

async function tokenFor(credentials: ConfidentialClientApplication, scope: string): Promise<string> {
  const scopes = [scope.endsWith('/.default') ? scope : `${scope}/.default`];
  const answer = await credentials.acquireTokenByClientCredential({ scopes });
  if (!answer) throw new Error('no token');
  return answer.accessToken;
}

function signInFailure(check: 'sign-in' | 'bot', error: unknown, { settings, watch }: Patient): Check {
  const refused = error instanceof ServerError || error instanceof InteractionRequiredAuthError;
  const code = refused ? Number(error.errorNo) : Number.NaN;
  if (code > 0) return toMend(check, null, troubleOfCode(code, settings));
  const unanswered = watch.unanswered(signInHost);
  // A fault of Entra's own comes as a page as well.
  if (unanswered && !('status' in unanswered && unanswered.status >= 500))
    return toMend(check, null, unreachable(unanswered));
  const name = error instanceof AuthError ? error.errorCode : errorName(error);
  return notSeen(check, null, {
    words: `Entra gave no clear answer (${name}).`,
    who: 'whoever runs the app',
    todo: 'Look at https://status.cloud.microsoft, and run the doctor again later.',
  });
}

const nameUnknown = ['ENOTFOUND', 'EAI_AGAIN'];
const certificateTrouble = /CERT|VERIFY|ISSUER|SIGNATURE/;

function unreachable(unanswered: Unanswered): Trouble {
  const who = 'whoever runs the app';
  if (unanswered.kind === 'not JSON')
    return {
      words: `Something other than Entra answers for ${signInHost} (status ${unanswered.status}): a proxy or a web filter.`,
      who,
      todo: `Let this computer past it to ${signInHost} and graph.microsoft.com, or set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
    };
  const { code } = unanswered;
  if (certificateTrouble.test(code))
    return {
      words: `The certificate of ${signInHost} is not trusted (${code}): a web filter opens the connection.`,
      who,
      todo: 'Set NODE_EXTRA_CA_CERTS to the file of the filter’s root certificate (PEM).',
    };
  return {
    words: nameUnknown.includes(code)
      ? `The name ${signInHost} cannot be resolved (${code}): there is no network, or no name server.`
      : `${signInHost} cannot be reached (${code}).`,
    who,
    todo: `Let this computer reach ${signInHost} and graph.microsoft.com on port 443; behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
  };
}
