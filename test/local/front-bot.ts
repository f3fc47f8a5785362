import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import {
  type Activity,
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import express from 'express';
import type { Tenant } from '#local/tenant.ts';
import { type FrontTenant, secret } from './front-tenant.ts';

// A bot of botbuilder's own that talks to the tenant over HTTP, with sign-in on.

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
