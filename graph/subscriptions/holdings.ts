// The subscriptions that this app holds, one for each list. They are kept beside what was last read, so that a restart takes them up again.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Snapshot } from '../snapshot.ts';

/** `renewAt` is half way to its end, as that stood when it was last renewed: Graph may grant less time than it is asked for. */
const Holding = z.object({ id: z.string(), expiresAt: z.number(), renewAt: z.number() });
type Holding = z.infer<typeof Holding>;

const Kept = z.object({ address: z.string(), clientState: z.string(), held: z.record(z.string(), Holding) });

export interface Holdings {
  /** What Graph says back with every notification, and nobody else knows. */
  readonly clientState: string;
  isClientState(said: string): boolean;
  all(): readonly { readonly listPath: string; readonly id: string }[];
  of(listPath: string): Holding | undefined;
  put(listPath: string, subscription: { readonly id: string; readonly expiresAt: number }): void;
  forget(listPath: string): void;
  /** Ids of those that an earlier run made for another address; asked for once. */
  takeFormer(): readonly string[];
}

const keptAs = 'change notifications';

export function openHoldings(snapshot: Snapshot, address: string, now: () => number): Holdings {
  const kept = Kept.safeParse(snapshot.read(keptAs)?.value);
  const isSame = kept.success && kept.data.address === address;
  const clientState = isSame ? kept.data.clientState : randomBytes(32).toString('base64url');
  const held = new Map<string, Holding>(isSame ? Object.entries(kept.data.held) : []);
  let former = kept.success && !isSame ? Object.values(kept.data.held).map(({ id }) => id) : [];
  const secret = digest(clientState);

  function keep(): void {
    snapshot.keep(keptAs, now(), { address, clientState, held: Object.fromEntries(held) });
  }

  return {
    clientState,
    isClientState: (said) => timingSafeEqual(digest(said), secret),
    all: () => [...held].map(([listPath, { id }]) => ({ listPath, id })),
    of: (listPath) => held.get(listPath),
    put: (listPath, { id, expiresAt }) => {
      const before = held.get(listPath);
      if (before?.id === id && before.expiresAt === expiresAt) return;
      held.set(listPath, { id, expiresAt, renewAt: now() + (expiresAt - now()) / 2 });
      keep();
    },
    forget: (listPath) => {
      if (held.delete(listPath)) keep();
    },
    takeFormer: () => {
      const taken = former;
      former = [];
      return taken;
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
