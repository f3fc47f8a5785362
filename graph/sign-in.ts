import type { KeyObject, X509Certificate } from 'node:crypto';
import {
  type AuthenticationResult,
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { keptToken, type TokenGetter } from '#workflows/kept-token.ts';

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

/** Tokens for Microsoft Graph as the app itself. */
export const appTokens = (client: ConfidentialClientApplication): TokenGetter =>
  keptToken((skipCache) => fetchToken(client, skipCache));

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
