import { issueBotServiceToken } from '../entra/issue-tokens.ts';
import type { TenantContext } from '../tenant.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import type { Activity } from './activities.ts';
import { rememberSent } from './reply-place.ts';

/** Teams waits about as long before it tells the person that something went wrong. */
const PATIENCE_MS = 15_000;

export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** Not up, or too slow. `why` is for the log. */
  | { readonly kind: 'silent'; readonly why: string };

export function serviceUrlOf({ origin, definition }: TenantContext): string {
  return `${origin}/smba.trafficmanager.net/emea/${definition.tenantId}/`;
}

/** Posts an activity to the bot's endpoint with the token that Teams' own service would sign. */
export async function sendActivity(app: TeamsApp, activity: Activity, context: TenantContext): Promise<BotAnswer> {
  const origin = app.origin();
  if (origin === undefined) return { kind: 'silent', why: 'the app is not running' };
  rememberSent(activity, context.store);
  const token = await issueBotServiceToken(context, { appId: app.appId, serviceUrl: serviceUrlOf(context) });
  try {
    const response = await fetch(`${origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { kind: 'answered', status: response.status, body: parseJson(await response.text()) };
  } catch (error) {
    return { kind: 'silent', why: error instanceof Error ? error.message : String(error) };
  }
}

function parseJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
