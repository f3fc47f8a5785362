import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type AdaptiveCardInvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import express from 'express';
import { frontRouters } from '#local/teams/front.ts';
import type { TeamsApp } from '#local/teams/teams-app.ts';
import { startTenant, type Tenant } from '#local/tenant.ts';
import type { TenantDefinition, TenantUser } from '#local/tenant-definition.ts';

// A small tenant with one school, and a bot of botbuilder's own that talks to it over HTTP with sign-in on.

const person = (displayName: string, jobTitle: string, userType: TenantUser['userType'] = 'Member'): TenantUser => ({
  id: randomUUID(),
  displayName,
  mail: `${displayName.toLowerCase().replaceAll(' ', '.')}@rowanfield.example`,
  userType,
  jobTitle,
});

export const senco = person('Sorrel Ashby', 'SENCO, Rowanfield School');
export const head = person('Hazel Birch', 'Headteacher, Rowanfield School');
export const governor = person('Glenn Oakes', 'Governor, Rowanfield School');
export const officer = person('Olive Thorne', 'Inclusion officer, Elmshire Council', 'Guest');

export const staffChannel = '19:rowanfield-staff@thread.tacv2';
export const otherChannel = '19:elsewhere@thread.tacv2';
export const sharePointHost = 'rowanfield-example.sharepoint.com';

const secret = 'local-tenant-only-not-a-secret';

/** A new app id each time: botbuilder keeps tokens by app for the whole process. */
export function frontDefinition(appId: string = randomUUID()): TenantDefinition {
  return {
    tenantId: '11111111-2222-4333-8444-555555555555',
    displayName: 'Rowanfield (fictional)',
    sharePointHost,
    users: [senco, head, governor, officer],
    groups: [],
    teams: [
      {
        id: randomUUID(),
        displayName: 'Rowanfield School',
        sitePath: '/sites/rowanfield',
        channels: [
          { id: '19:rowanfield-general@thread.tacv2', displayName: 'General' },
          { id: staffChannel, displayName: 'Timetable staff' },
        ],
        members: [senco.id, head.id],
        installedApps: [appId],
      },
      {
        id: randomUUID(),
        displayName: 'Staff choir',
        sitePath: '/sites/choir',
        channels: [{ id: otherChannel, displayName: 'General' }],
        members: [head.id],
        installedApps: [],
      },
    ],
    sites: [
      { path: '/sites/governors', displayName: 'Governors', members: [{ principalId: governor.id, role: 'read' }] },
      {
        path: '/sites/notices',
        displayName: 'Notices to Elmshire',
        members: [{ principalId: officer.id, role: 'write' }],
      },
    ],
    apps: [
      {
        clientId: appId,
        clientSecret: secret,
        displayName: 'Part-time timetables',
        applicationPermissions: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Files.ReadWrite.All', 'Mail.Send'],
      },
    ],
    sharedMailboxes: ['timetables@rowanfield.example'],
  };
}

export interface FrontTenant {
  readonly tenant: Tenant;
  readonly app: TeamsApp;
  /** What the app's server is, once it is up. */
  readonly setAppOrigin: (origin: string | undefined) => void;
  /** A request as one of the people, to the Teams page's server. */
  readonly as: (
    user: TenantUser,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: unknown }>;
}

export async function startFront(pageFolder = '/nowhere', port = 0): Promise<FrontTenant> {
  const definition = frontDefinition();
  let appOrigin: string | undefined;
  const app: TeamsApp = {
    appId: definition.apps[0]?.clientId ?? '',
    botName: 'PTT',
    commands: [
      { title: 'review due', description: 'Reviews that are overdue or due soon' },
      { title: 'help', description: 'What I can do' },
    ],
    tab: { entityId: 'ptt', name: 'Part-time timetables', contentUrl: '/tab/' },
    origin: () => appOrigin,
  };
  const tenant = await startTenant({
    definition,
    dataFile: ':memory:',
    port,
    routers: frontRouters({ app, pageFolder }),
  });
  return {
    tenant,
    app,
    setAppOrigin: (origin) => {
      appOrigin = origin;
    },
    as: async (user, method, path, body) => {
      const answer = await fetch(`${tenant.origin}/_local/${path}`, {
        method,
        headers: { 'x-local-person': user.id, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
  };
}

export interface BotServer {
  readonly origin: string;
  readonly adapter: CloudAdapter;
  /** Everything Teams has sent, as it arrived. */
  readonly heard: readonly Partial<Activity>[];
  readonly stop: () => Promise<void>;
}

export interface BotBehaviour {
  readonly onMessage?: (context: TurnContext) => Promise<void>;
  readonly onExecute?: (context: TurnContext, data: unknown) => Promise<AdaptiveCardInvokeResponse>;
}

/** Serves /api/messages with botbuilder, its sign-in pointed at the tenant. */
export async function startBot({ tenant, app }: FrontTenant, behaviour: BotBehaviour): Promise<BotServer> {
  const heard: Partial<Activity>[] = [];
  const adapter = createAdapter(tenant, app.appId);
  const bot = new (class extends TeamsActivityHandler {
    protected override async onAdaptiveCardInvoke(
      context: TurnContext,
      value: { action: { data: unknown } },
    ): Promise<AdaptiveCardInvokeResponse> {
      const answered = await behaviour.onExecute?.(context, value.action.data);
      return (
        answered ?? {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'no handler' },
        }
      );
    }
  })();
  bot.onMessage(async (context, next) => {
    await behaviour.onMessage?.(context);
    await next();
  });
  const server = express();
  server.use(express.json());
  server.post('/api/messages', async (request, response) => {
    heard.push(request.body as Partial<Activity>);
    await adapter.process(request, response, async (context) => await bot.run(context));
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return {
    origin,
    adapter,
    heard,
    stop: async () => {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}

function createAdapter({ origin, context, fetch: seam }: Tenant, appId: string): CloudAdapter {
  const { tenantId } = context.definition;
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const client = new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: secret, authority },
    system: { networkClient: networkOver(seam) },
  });
  const metadata = `${origin}/login.botframework.com/v1/.well-known/openidconfiguration`;
  const credentials: CredentialsFactory = {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        const token = await client.acquireTokenByClientCredential({
          scopes: ['https://api.botframework.com/.default'],
        });
        request.headers.set('authorization', `Bearer ${token?.accessToken}`);
        return request;
      },
    }),
  };
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: appId,
        ToChannelFromBotLoginUrl: authority,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: origin,
        ToBotFromChannelOpenIdMetadataUrl: metadata,
        ToBotFromEmulatorOpenIdMetadataUrl: metadata,
        CallerId: 'urn:botframework:azure',
        ValidateAuthority: true,
      },
      credentials,
    ),
  );
}

type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

/** msal-node's idea of a network, over a fetch that takes Microsoft's addresses to the tenant. */
function networkOver(seam: typeof fetch): INetworkModule {
  const send = async (method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) => {
    const answer = await seam(url, {
      method,
      headers: options.headers ?? {},
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() };
  };
  return {
    sendGetRequestAsync: async (url, options) => await send('GET', url, options),
    sendPostRequestAsync: async (url, options) => await send('POST', url, options),
  };
}
