import { jwtVerify } from 'jose';
import { KeysAway, keptNowhere, type KeptKeys, signingKeys } from './signing-keys.ts';

export interface TokenRules {
  readonly tenantId: string;
  /** The app registration's client id: the audience of the tab's token. */
  readonly clientId: string;
  readonly fetch: typeof fetch;
  /** Where the keys that tokens are checked with outlast a restart. */
  readonly kept?: KeptKeys;
}

/** The signed-in person's Entra object id, or null for any token that is not wholly right. Throws KeysAway where that cannot be told. */
export type Authenticate = (authorization: string | undefined) => Promise<string | null>;

/** Checks signature, issuer (this tenant only), audience, scope and time of the tab's token. */
export function tokenChecker({ tenantId, clientId, fetch, kept = keptNowhere }: TokenRules): Authenticate {
  const keys = signingKeys({ tenantId, fetch, kept });
  return async (authorization) => {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        audience: clientId,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'oid', 'tid', 'scp'],
        clockTolerance: 60,
      });
      const scopes = String(payload['scp']).split(' ');
      const fits =
        payload['tid'] === tenantId && scopes.includes('access_as_user') && typeof payload['oid'] === 'string';
      return fits ? String(payload['oid']) : null;
    } catch (error) {
      if (error instanceof KeysAway) throw error;
      // Which check failed is of use only to someone trying tokens.
      return null;
    }
  };
}
