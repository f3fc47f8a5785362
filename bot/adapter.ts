// The one file that knows botbuilder: it checks the tokens of what Teams sends, and carries the answers back.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#workflows/ports.ts';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { type Answerer, createAnswerer } from './answer-activity.ts';
import type { BotCloud } from './cloud.ts';
import type { Connector } from './connector.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Handler } from './inbound.ts';
import { type BotCredentials, botToken } from './token.ts';

export interface BotOptions {
  /** The bot's client id, which its tokens must be meant for. */
  readonly appId: string;
  readonly tenantId: string;
  readonly cloud: BotCloud;
  readonly credentials: BotCredentials;
  readonly connector: Connector;
  readonly handler: Handler;
  readonly log: Log;
  /** Milliseconds before a person is told that it takes longer; Teams gives up after about 10 seconds. */
  readonly patience?: number;
}

export interface Bot {
  /** Answers POST /api/messages; needs the parsed JSON as `request.body`. Never rejects. */
  process(request: IncomingMessage & { readonly body?: unknown }, response: ServerResponse): Promise<void>;
  /** Resolves when everything begun has ended, also what outlasted its request. */
  settled(): Promise<void>;
}

type Authentication = ConfigurationBotFrameworkAuthentication;
type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;

/** The library's own `process` writes its errors into the response, so the two steps of it are taken apart here. */
class SteppedAdapter extends CloudAdapter {
  run(
    who: Authenticated,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(who, activity, logic);
  }
}

/** A bot of one tenant. Every activity must carry a token that Microsoft's bot service signed for this bot. */
export function createBot(options: BotOptions): Bot {
  const authentication = authenticationOf(options);
  const adapter = new SteppedAdapter(authentication);
  const answerer = createAnswerer({ ...options, patience: options.patience ?? 3000 });

  return {
    async process(request, response) {
      const activity = asActivity(request.body);
      const who = await authenticate(authentication, activity, request.headers.authorization ?? '');
      if (typeof who === 'number') {
        options.log(who === 401 ? 'bot activity refused' : 'bot activity failed', {
          while: 'checking a token',
          status: who,
        });
        return end(response, who);
      }
      try {
        const invoked = await adapter.run(who, activity, (context) => answerTurn(answerer, context, activity));
        end(response, invoked?.status ?? 200, invoked?.body);
      } catch (error) {
        options.log('bot activity failed', { while: 'carrying an answer', ...errorFacts(error) });
        end(response, 500);
      }
    },
    settled: () => answerer.settled(),
  };
}

function authenticationOf({ appId, tenantId, cloud, credentials }: BotOptions): Authentication {
  const token = botToken(credentials, cloud);
  const credentialsFactory: CredentialsFactory = {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
  // Naming one of these drops the library's defaults for all of them. The addresses for sign-in and OAuth are asked for, but never used:
  // tokens come from `credentials`, and the bot has no OAuth prompt. The emulator's keys are the service's own, which shuts its door.
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
      ToChannelFromBotOAuthScope: cloud.scope,
      ToBotFromChannelTokenIssuer: cloud.issuer,
      OAuthUrl: cloud.scope,
      ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    credentialsFactory,
  );
}

/** Who sent it; 401 when the token is not good; 503 when it cannot be checked, since Teams then sends it again. */
async function authenticate(
  authentication: Authentication,
  activity: Activity,
  header: string,
): Promise<Authenticated | 401 | 503> {
  if (activity.channelId !== 'msteams') return 401;
  try {
    return await authentication.authenticateRequest(activity, header);
  } catch (error) {
    const keysOutOfReach =
      error instanceof Error && (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500));
    return keysOutOfReach ? 503 : 401;
  }
}

async function answerTurn(answerer: Answerer, context: TurnContext, activity: Activity): Promise<void> {
  const send = async (message: Readonly<Record<string, unknown>>): Promise<void> => {
    await context.sendActivity({ ...message });
  };
  const invokeAnswer = await answerer.answer(activity, send);
  if (activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: invokeAnswer } });
  }
}

/** What was sent, as an activity whose parts are all in doubt: read-activity.ts checks what is used of it. */
const asActivity = (body: unknown): Activity =>
  (typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) as Activity;

function end(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
