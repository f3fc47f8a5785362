import type { BotCloud } from './cloud.ts';

/** The part of an MSAL ConfidentialClientApplication that the bot needs. MSAL keeps the token until it runs out. */
export interface BotCredentials {
  acquireTokenByClientCredential(request: {
    scopes: string[];
    skipCache: boolean;
  }): Promise<{ readonly accessToken: string } | null>;
}

/**
 * Gets the token to post with; never the one that was `refused`, although its time is not up. MSAL asks once for each of several callers
 * at once; here they share one request.
 */
export function botToken(credentials: BotCredentials, cloud: BotCloud): (refused?: string) => Promise<string> {
  const ask = async (skipCache: boolean): Promise<string> => {
    const token = await credentials.acquireTokenByClientCredential({ scopes: [`${cloud.scope}/.default`], skipCache });
    if (!token)
      throw new Error(
        'The sign-in service gave the bot no token: check its client id, its tenant, and its secret or certificate.',
      );
    return token.accessToken;
  };
  const kept = shared(() => ask(false));
  const anew = shared(() => ask(true));
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
