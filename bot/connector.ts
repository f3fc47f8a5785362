// Posts that answer nothing, and changes to cards, straight to the Bot Connector: botbuilder's own way loses the id of the new message,
// and repeats a post by itself after a 5xx, which may say the same thing twice.
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import { z } from 'zod';
import type { Card } from './cards/card.ts';
import type { BotCloud } from './cloud.ts';
import { type BotCredentials, botToken } from './token.ts';

export interface ConnectorOptions {
  readonly appId: string;
  readonly tenantId: string;
  readonly cloud: BotCloud;
  readonly credentials: BotCredentials;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * What was surely not done: Teams refused it, with its HTTP status and own code, e.g. 403 BotNotInConversationRoster; or it never reached
 * Teams, with status 0 and one of our codes: UnknownServiceUrl, SignInFailed, Unreachable.
 */
export interface ConnectorRefusal {
  readonly status: number;
  readonly code: string;
}

type Answer = Result<unknown, ConnectorRefusal>;

export interface Posted {
  readonly conversationId: string;
  readonly activityId: string;
}

/** Each throws when Teams gave no clear answer (5xx, a connection that broke), since then nobody knows whether it was done. */
export interface Connector {
  /** Starts a new thread in a channel. */
  createThread(
    channel: { serviceUrl: string; channelId: string },
    card: Card,
  ): Promise<Result<Posted, ConnectorRefusal>>;
  /** Puts another card in the place of one that was posted, for everybody. */
  updateCard(message: Posted & { serviceUrl: string }, card: Card): Promise<Result<null, ConnectorRefusal>>;
  /** The Microsoft 365 group behind a Team, given the id that Teams uses for it; null when Teams does not say. */
  groupOfTeam(team: { serviceUrl: string; teamThreadId: string }): Promise<string | null>;
  /** Whether the bot may see who is in a channel, which is to be in it and to be able to post there. Nobody's name is kept. */
  canSee(channel: { serviceUrl: string; channelId: string }): Promise<Result<null, ConnectorRefusal>>;
}

export const activityWith = (card: Card) => ({
  type: 'message' as const,
  summary: card.summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card.content }],
});

const createdSchema = z.object({ id: z.string().min(1), activityId: z.string().min(1).optional() });
const teamSchema = z.object({ aadGroupId: z.string().min(1) });
const refusalSchema = z.object({ error: z.object({ code: z.string() }).optional(), errorCode: z.number().optional() });
/** Of a channel in which only some may write, Teams answers with this number, with or without its name in `error`. */
const writesBlocked = 209;

function codeIn(body: unknown): string {
  const refusal = refusalSchema.safeParse(body).data;
  return refusal?.error?.code ?? (refusal?.errorCode === writesBlocked ? 'MessageWritesBlocked' : 'Unknown');
}

const timeoutMs = 15_000;
const mostTries = 3;
/** Whoever is asked to stay away for longer comes back another time. */
const longestWaitMs = 10_000;

export function createConnector(options: ConnectorOptions): Connector {
  const token = botToken(options.credentials, options.cloud);
  const request = async (method: string, serviceUrl: string, path: string, body?: unknown): Promise<Answer> => {
    const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
    const url = URL.canParse(path, base) ? new URL(path, base) : undefined;
    if (!url || !options.cloud.serviceOrigins.includes(url.origin)) return notSent('UnknownServiceUrl');
    const bearer = await token().catch(() => undefined);
    if (bearer === undefined) return notSent('SignInFailed');
    const init: RequestInit = {
      method,
      redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const again = method === 'POST' ? surelyNotDone : [...surelyNotDone, ...perhapsDone];
    const sendAs = (signedIn: string): Promise<Answer> => {
      const headers = { authorization: `Bearer ${signedIn}`, 'content-type': 'application/json' };
      return settle(() => options.fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) }), again);
    };
    const answer = await sendAs(bearer);
    if (answer.ok || answer.error.status !== 401) return answer;
    // Its keys may have changed since: with a token of today nothing was done yet, and it may be done now.
    const fresh = await token(bearer).catch(() => bearer);
    return fresh === bearer ? answer : sendAs(fresh);
  };

  return {
    async createThread({ serviceUrl, channelId }, card) {
      const answer = await request('POST', serviceUrl, 'v3/conversations', {
        isGroup: true,
        bot: { id: `28:${options.appId}` },
        tenantId: options.tenantId,
        channelData: { channel: { id: channelId }, tenant: { id: options.tenantId } },
        activity: activityWith(card),
      });
      if (!answer.ok) return answer;
      const created = createdSchema.safeParse(answer.value);
      if (!created.success) throw new Error('Teams took the post and gave no id for it.');
      const { id, activityId } = created.data;
      return ok({ conversationId: id, activityId: activityId ?? /;messageid=(\d+)$/.exec(id)?.[1] ?? id });
    },
    async updateCard({ serviceUrl, conversationId, activityId }, card) {
      const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
      const answer = await request('PUT', serviceUrl, path, { ...activityWith(card), id: activityId });
      return answer.ok ? ok(null) : answer;
    },
    async groupOfTeam({ serviceUrl, teamThreadId }) {
      const answer = await request('GET', serviceUrl, `v3/teams/${encodeURIComponent(teamThreadId)}`);
      const team = answer.ok ? teamSchema.safeParse(answer.value) : undefined;
      return team?.success ? team.data.aadGroupId : null;
    },
    async canSee({ serviceUrl, channelId }) {
      const path = `v3/conversations/${encodeURIComponent(channelId)}/pagedmembers?pageSize=50`;
      const answer = await request('GET', serviceUrl, path);
      return answer.ok ? ok(null) : answer;
    },
  };
}

/** Microsoft asks for all of these to be sent again. Of these two it is known that nothing was done; the others could say a thing twice. */
const surelyNotDone = [412, 429];
const perhapsDone = [502, 504];

async function settle(send: () => Promise<Response>, again: readonly number[]): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const response = await send().catch((error: unknown) => {
      if (neverConnected(error)) return undefined;
      throw error;
    });
    if (!response) return notSent('Unreachable');
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return ok(body);
    const waitMs = waitBefore(response, tries);
    if (again.includes(response.status) && tries < mostTries && waitMs <= longestWaitMs) {
      await wait(waitMs);
      continue;
    }
    if (response.status >= 500)
      throw new Error(`Teams answered ${response.status}: it is not known whether it did what was asked.`);
    return err({ status: response.status, code: codeIn(body) });
  }
}

/** As long as Teams asks; longer each time where it does not say, and by a little chance, so that not all come back together. */
function waitBefore({ headers }: Response, tries: number): number {
  const asked = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(asked) ? asked * 1000 : tries * 1000 * (1 + Math.random() / 5);
}

const notSent = (code: string): Answer => err({ status: 0, code });

/** No connection was made, so nothing can have been done at the other end. A connection that broke later is another matter. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
