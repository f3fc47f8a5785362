// The keys with which Entra signs people’s tokens. They are kept, so that people can still be told apart while Entra is out of reach.
import { createRemoteJWKSet, customFetch, errors, type JWKSCacheInput, jwksCache, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Where the keys outlast a restart. Whoever may write there decides whose tokens are good. */
export interface KeptKeys {
  /** With the moment at which it was kept, in milliseconds since 1970. */
  read(name: string): { readonly at: number; readonly value: unknown } | null;
  keep(name: string, at: number, value: unknown): void;
}

export const keptNowhere: KeptKeys = { read: () => null, keep: () => undefined };

export interface SigningKeysOptions {
  readonly tenantId: string;
  readonly fetch: typeof fetch;
  readonly kept: KeptKeys;
}

/** No key can be had by which to judge a token: it may be good or bad. */
export class KeysAway extends Error {
  override readonly name = 'KeysAway';
}

/** How long keys are believed before they are asked for again. */
const believedForMs = 600_000;
/**
 * How long they are believed when Entra cannot be reached. Keys roll over, and Microsoft asks every app to look for new ones once a day:
 * older ones may have been withdrawn, and fewer hours would turn people away whose token is good.
 */
const believedInNeedMs = 24 * 3_600_000;
/** How long Entra is left alone after it could not be reached, so that not every request waits for it in vain. */
const restMs = 60_000;

/** Finds the key of a token. Throws KeysAway where that cannot be told now. */
export function signingKeys({ tenantId, fetch, kept }: SigningKeysOptions): JWTVerifyGetKey {
  const name = `signing keys of ${tenantId}`;
  // jose writes into it what it reads, with the time.
  const cache = recalled(kept.read(name));
  const keys = createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`), {
    [customFetch]: fetch,
    [jwksCache]: cache,
    cacheMaxAge: believedInNeedMs,
  });
  let keptAt = cache.uat;
  let restUntil = 0;

  /** Where this fails, older keys have to do; where there are none that will do, `keys` asks and fails by itself. */
  async function renew(): Promise<void> {
    const now = Date.now();
    if (!keys.fresh || now < cache.uat + believedForMs || now < restUntil) return;
    await keys.reload().catch(() => {
      restUntil = Date.now() + restMs;
    });
  }

  function remember(): void {
    if (cache.uat === keptAt) return;
    keptAt = cache.uat;
    kept.keep(name, cache.uat, cache.jwks);
  }

  return async (header, token) => {
    await renew();
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysAway('The signing keys of Microsoft Entra could not be read.', { cause: error });
    } finally {
      remember();
    }
  };
}

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

function recalled(before: ReturnType<KeptKeys['read']>): JWKSCacheInput {
  const known = KeySet.safeParse(before?.value);
  return before && known.success ? { uat: before.at, jwks: known.data } : {};
}
