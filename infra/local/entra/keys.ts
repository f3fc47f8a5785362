// The tenant's signing keys: made once, kept in the database, so that tokens outlive a restart.
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Store } from '../store/store.ts';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** What the key set shows. */
  readonly publicJwk: JWK;
}

export interface TenantKeys {
  /** Signs what login.microsoftonline.com issues. */
  readonly entra: SigningKey;
  /** Signs what the Bot Framework sends to bots. */
  readonly botFramework: SigningKey;
}

export async function loadKeys(meta: Store['meta']): Promise<TenantKeys> {
  const [entra, botFramework] = await Promise.all([loadKey(meta, 'key.entra'), loadKey(meta, 'key.botFramework')]);
  return { entra, botFramework };
}

async function loadKey(meta: Store['meta'], name: string): Promise<SigningKey> {
  const kept = meta.get(name);
  const jwk = kept === undefined ? await makeKey() : (JSON.parse(kept) as JWK);
  if (kept === undefined) meta.set(name, JSON.stringify(jwk));
  const { kty, n, e } = jwk;
  if (kty !== 'RSA' || n === undefined || e === undefined)
    throw new Error(`The signing key ${name} in the tenant's data is not an RSA key.`);
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const publicJwk = { kty, use: 'sig', kid, x5t: kid, n, e };
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, 'RS256'), importJWK(publicJwk, 'RS256')]);
  if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
    throw new Error(`The signing key ${name} was read as bytes.`);
  return { kid, privateKey, publicKey, publicJwk };
}

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return exportJWK(privateKey);
}
