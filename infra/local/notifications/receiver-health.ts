import type { NotificationTiming } from './timing.ts';

/** How a receiver is treated: told at once, told late because it is slow, or not told at all because it is very slow. */
export type Treatment = 'at once' | 'late' | 'not at all';

export interface ReceiverHealth {
  note(receiver: string, tookMs: number): void;
  treatment(receiver: string): Treatment;
}

/** What was seen of a receiver is forgotten after this long, by the tenant's clock. */
const rememberedForMs = 600_000;
const slowShare = 0.1;
const verySlowShare = 0.15;

export function createReceiverHealth({ slowMs, sample }: NotificationTiming, now: () => Date): ReceiverHealth {
  const seen = new Map<string, { readonly since: number; answers: number; slow: number }>();
  const of = (receiver: string) => {
    const known = seen.get(receiver);
    if (known !== undefined && now().getTime() - known.since < rememberedForMs) return known;
    const anew = { since: now().getTime(), answers: 0, slow: 0 };
    seen.set(receiver, anew);
    return anew;
  };
  return {
    note: (receiver, tookMs) => {
      const health = of(receiver);
      health.answers += 1;
      if (tookMs > slowMs) health.slow += 1;
    },
    treatment: (receiver) => {
      const { answers, slow } = of(receiver);
      if (answers < sample || slow < answers * slowShare) return 'at once';
      return slow < answers * verySlowShare ? 'late' : 'not at all';
    },
  };
}
