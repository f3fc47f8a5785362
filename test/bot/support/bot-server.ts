import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createBot } from '#bot/adapter.ts';
import { createConnector } from '#bot/connector.ts';
import type { Handler } from '#bot/inbound.ts';
import type { BotCredentials } from '#bot/token.ts';
import { appId, tenantId } from './activities.ts';
import { type FakeTeams, listen, stopServer } from './fake-teams.ts';

export interface RunningBot {
  readonly logged: readonly (readonly unknown[])[];
  post(
    activity: unknown,
    token: string | null,
  ): Promise<{ readonly status: number; readonly text: string; readonly body: unknown }>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const credentials = { acquireTokenByClientCredential: async () => ({ accessToken: 'app-token' }) };

export const connectorTo = (teams: Pick<FakeTeams, 'cloud'>, signedInWith: BotCredentials = credentials) =>
  createConnector({ appId, tenantId, cloud: teams.cloud, credentials: signedInWith, fetch });

/** The bot behind Express on a free port, as the host runs it. */
export async function startBot(
  teams: Pick<FakeTeams, 'cloud'>,
  handler: Handler,
  patience = 3000,
): Promise<RunningBot> {
  const logged: unknown[][] = [];
  const bot = createBot({
    appId,
    tenantId,
    cloud: teams.cloud,
    credentials,
    connector: connectorTo(teams),
    handler,
    log: (...line) => void logged.push(line),
    patience,
  });
  const app = express();
  app.post('/api/messages', express.json(), (request, response) => bot.process(request, response));
  const server = createServer(app);
  await listen(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return {
    logged,
    async post(activity, token) {
      const headers = new Headers({ 'content-type': 'application/json' });
      if (token !== null) headers.set('authorization', token);
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
      const text = await response.text();
      const body: unknown = text === '' ? null : JSON.parse(text);
      return { status: response.status, text, body };
    },
    settled: () => bot.settled(),
    stop: () => stopServer(server),
  };
}
