import type { BotCloud } from './cloud.ts';

/** The part of an MSAL ConfidentialClientApplication that the bot needs. MSAL keeps the token until it runs out. */
export interface BotCredentials {
  acquireTokenByClientCredential(request: { scopes: string[] }): Promise<{ readonly accessToken: string } | null>;
}

/** Gets the token to post with. MSAL asks once for each of several callers at once; here they share one request. */
export function botToken(credentials: BotCredentials, cloud: BotCloud): () => Promise<string> {
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const token = await credentials.acquireTokenByClientCredential({ scopes: [`${cloud.scope}/.default`] });
    if (!token)
      throw new Error(
        'The sign-in service gave the bot no token: check its client id, its tenant, and its secret or certificate.',
      );
    return token.accessToken;
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
