import type { KeyObject, X509Certificate } from 'node:crypto';
import {
  type AuthenticationResult,
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';

/** With what the app proves to Entra who it is. */
export type AppCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: X509Certificate; readonly privateKey: KeyObject };

export interface AppRegistration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: AppCredential;
  /** How HTTP leaves this process. */
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
}

/** The app's own sign-in to Microsoft Entra; the bot uses it too. Tokens are kept in its memory until shortly before they end. */
export function createConfidentialClient(registration: AppRegistration): ConfidentialClientApplication {
  const { tenantId, clientId, credential } = registration;
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}`, ...proofOf(credential) },
    system: { networkClient: networkOver(registration) },
  });
}

const proofOf = (credential: AppCredential) =>
  credential.kind === 'secret'
    ? { clientSecret: credential.secret }
    : {
        clientCertificate: {
          thumbprintSha256: credential.certificate.fingerprint256.replaceAll(':', ''),
          privateKey: String(credential.privateKey.export({ type: 'pkcs8', format: 'pem' })),
        },
      };

/** A token; never the one that was `refused`, which Entra no longer stands by although its time is not up. */
export type TokenGetter = (refused?: string) => Promise<string>;

/**
 * Tokens for Microsoft Graph as the app itself. MSAL keeps a token but sends one request for each caller that waits for the first:
 * callers who come together share one.
 */
export function appTokens(client: ConfidentialClientApplication): TokenGetter {
  const kept = shared(() => fetchToken(client, false));
  const anew = shared(() => fetchToken(client, true));
  return async (refused) => {
    const token = await kept();
    return token === refused ? anew() : token;
  };
}

function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

/** Entra does not know the app, or not by this secret or certificate: asking again is of no use. */
class SignInRefused extends Error {
  constructor(code: string) {
    super(
      `Microsoft Entra refused the app’s sign-in (${code}); check its tenant id, client id and secret or certificate.`,
    );
    // The Graph client keeps nothing of an error but its name.
    this.name = `${signInRefused}.${code}`;
  }
}

export const signInRefused = 'SignInRefused';

const graphScope = 'https://graph.microsoft.com/.default';
const refusals = ['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_scope', 'invalid_grant'];

async function fetchToken(client: ConfidentialClientApplication, skipCache: boolean): Promise<string> {
  let answer: AuthenticationResult | null;
  try {
    answer = await client.acquireTokenByClientCredential({ scopes: [graphScope], skipCache });
  } catch (error) {
    if (error instanceof AuthError && refusals.includes(error.errorCode)) throw new SignInRefused(error.errorCode);
    throw error;
  }
  if (!answer) throw new Error('Microsoft Entra gave no token; check the tenant id and the client id.');
  return answer.accessToken;
}

function networkOver({ fetch: send, timeoutMs = 30_000 }: AppRegistration): INetworkModule {
  async function go<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}) {
    const response = await send(url, {
      method,
      headers: options.headers ?? {},
      signal: AbortSignal.timeout(timeoutMs),
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
