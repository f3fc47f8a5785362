// The tenant's signing keys: made once, kept in the database, so that tokens outlive a restart.
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import type { Store } from '../store/store.ts';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** What is kept. */
  readonly privateJwk: JWK;
  /** What the key set shows. */
  readonly publicJwk: JWK;
}

/** The one that signs comes first. */
type Keys = readonly [SigningKey, ...SigningKey[]];

export interface KeyRing {
  /** Signs what is issued from now on. */
  signing(): Pick<SigningKey, 'kid' | 'privateKey'>;
  /** What the key set shows: the key that signs, then those before it. */
  shown(): readonly JWK[];
  /** The key of a token, if the key set shows it. */
  readonly find: JWTVerifyGetKey;
  /** A new key signs from now on. Those before it stay in the key set, and what they signed stays good. */
  rollOver(): Promise<void>;
  /** Takes all keys but the one that signs out of the key set. */
  retire(): void;
}

export interface TenantKeys {
  /** Signs what login.microsoftonline.com issues. */
  readonly entra: KeyRing;
  /** Signs what the Bot Framework sends to bots. */
  readonly botFramework: KeyRing;
}

export async function loadKeys(meta: Store['meta']): Promise<TenantKeys> {
  const [entra, botFramework] = await Promise.all([loadRing(meta, 'keys.entra'), loadRing(meta, 'keys.botFramework')]);
  return { entra, botFramework };
}

async function loadRing(meta: Store['meta'], name: string): Promise<KeyRing> {
  const kept = JSON.parse(meta.get(name) ?? '[]') as readonly JWK[];
  const [first = await makeKey(), ...older] = await Promise.all(kept.map(readKey));
  let keys: Keys = [first, ...older];
  let keySet = keySetOf(keys);
  const hold = (held: Keys): void => {
    meta.set(name, JSON.stringify(held.map((key) => key.privateJwk)));
    keys = held;
    keySet = keySetOf(held);
  };
  hold(keys);
  return {
    signing: () => keys[0],
    shown: () => keys.map((key) => key.publicJwk),
    find: (header, token) => keySet(header, token),
    rollOver: async () => hold([await makeKey(), ...keys]),
    retire: () => hold([keys[0]]),
  };
}

const keySetOf = (keys: Keys) => createLocalJWKSet({ keys: keys.map((key) => key.publicJwk) });

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  return readKey(await exportJWK(privateKey));
}

async function readKey(privateJwk: JWK): Promise<SigningKey> {
  const { kty, n, e } = privateJwk;
  if (kty !== 'RSA' || n === undefined || e === undefined)
    throw new Error('A signing key in the tenant’s data is not an RSA key.');
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const privateKey = await importJWK(privateJwk, 'RS256');
  if (privateKey instanceof Uint8Array) throw new Error('A signing key in the tenant’s data was read as bytes.');
  return { kid, privateKey, privateJwk, publicJwk: { kty, use: 'sig', kid, x5t: kid, n, e } };
}
