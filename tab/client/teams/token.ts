import type { Outcome } from '../outcome.ts';
import { type Failure, failed } from '../server/failure.ts';

export interface TokenSource {
  readonly get: () => Promise<Outcome<string>>;
  /** Forgets the token at hand, so that the next `get` asks Teams. */
  readonly drop: () => void;
}

export interface TokenNeeds {
  /** Asks Teams for a token of the person who is signed in; rejects with Teams' reason. */
  readonly ask: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A token is not used in its last minute, so that none runs out on its way. */
const marginMs = 60_000;

/** Keeps one token until shortly before it runs out. Requests at the same time ask Teams once. */
export function createTokenSource({ ask, now }: TokenNeeds): TokenSource {
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<Outcome<string>> | null = null;

  async function askTeams(): Promise<Outcome<string>> {
    try {
      const token = await ask();
      held = { token, until: expiryOf(token) - marginMs };
      return { ok: true, value: token };
    } catch (reason) {
      return { ok: false, failure: refusalOf(reason) };
    } finally {
      asking = null;
    }
  }

  return {
    get: async () => {
      if (held !== null && now() < held.until) return { ok: true, value: held.token };
      asking ??= askTeams();
      return asking;
    },
    drop: () => {
      held = null;
    },
  };
}

/** When a JWT runs out, in milliseconds since 1970; 0 where it does not say. The server checks it, we only plan by it. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    const claims: unknown = JSON.parse(atob(payload));
    const says = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined;
    return typeof says === 'number' ? says * 1000 : 0;
  } catch {
    return 0;
  }
}

function refusalOf(reason: unknown): Failure {
  const words = reason instanceof Error ? reason.message : String(reason);
  return failed(/consent|AADSTS65001|oauth2PermissionsRequired/i.test(words) ? 'consent' : 'sign-in');
}
