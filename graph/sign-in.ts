import {
  type AuthenticationResult,
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';

export interface AppRegistration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How HTTP leaves this process. */
  readonly fetch: typeof fetch;
}

/** The app's own sign-in to Microsoft Entra; the bot uses it too. Tokens are kept in its memory until shortly before they end. */
export function createConfidentialClient(registration: AppRegistration): ConfidentialClientApplication {
  const { tenantId, clientId, clientSecret } = registration;
  return new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${tenantId}` },
    system: { networkClient: networkOver(registration.fetch) },
  });
}

export type TokenGetter = () => Promise<string>;

/**
 * Tokens for Microsoft Graph as the app itself. MSAL keeps a token but sends one request for each caller that waits for the first:
 * callers who come together share one.
 */
export function appTokens(client: ConfidentialClientApplication): TokenGetter {
  let underWay: Promise<string> | undefined;
  return () => {
    underWay ??= fetchToken(client).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

/** Entra does not know the app, or not by this secret: asking again is of no use. */
class SignInRefused extends Error {
  constructor(code: string) {
    super(`Microsoft Entra refused the app’s sign-in (${code}); check its tenant id, client id and secret.`);
    // The Graph client keeps nothing of an error but its name.
    this.name = `${signInRefused}.${code}`;
  }
}

export const signInRefused = 'SignInRefused';

const refusals = ['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_scope', 'invalid_grant'];

async function fetchToken(client: ConfidentialClientApplication): Promise<string> {
  let answer: AuthenticationResult | null;
  try {
    answer = await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  } catch (error) {
    if (error instanceof AuthError && refusals.includes(error.errorCode)) throw new SignInRefused(error.errorCode);
    throw error;
  }
  if (!answer) throw new Error('Microsoft Entra gave no token; check the tenant id and the client id.');
  return answer.accessToken;
}

function networkOver(send: typeof fetch): INetworkModule {
  async function go<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) {
    const response = await send(url, {
      method,
      headers: options.headers ?? {},
      ...(method === 'POST' ? { body: options.body ?? '' } : {}),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => go('GET', url, options),
    sendPostRequestAsync: (url, options) => go('POST', url, options),
  };
}
