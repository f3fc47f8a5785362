import { keptToken, type TokenGetter } from '#workflows/kept-token.ts';
import type { BotCloud } from './cloud.ts';

/** The part of an MSAL ConfidentialClientApplication that the bot needs. MSAL keeps the token until it runs out. */
export interface BotCredentials {
  acquireTokenByClientCredential(request: {
    scopes: string[];
    skipCache: boolean;
  }): Promise<{ readonly accessToken: string } | null>;
}

/** Gets the token to post with. */
export const botToken = (credentials: BotCredentials, cloud: BotCloud): TokenGetter =>
  keptToken(async (skipCache) => {
    const token = await credentials.acquireTokenByClientCredential({ scopes: [`${cloud.scope}/.default`], skipCache });
    if (!token)
      throw new Error(
        'The sign-in service gave the bot no token: check its client id, its tenant, and its secret or certificate.',
      );
    return token.accessToken;
  });
