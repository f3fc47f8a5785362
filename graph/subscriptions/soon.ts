export interface Soon {
  /** Asks for the work of a key; whoever asks for the same within the same moment shares it. */
  ask(key: string): void;
  /** Nothing is begun any more; waits for what is under way. */
  stop(): Promise<void>;
}

/** Does work a moment after it was asked for. The moment is not put off by asking again, so that a steady stream is still heard. */
export function soon(momentMs: number, work: (key: string) => Promise<void>): Soon {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  return {
    ask: (key) => {
      if (stopped || timers.has(key)) return;
      const timer = setTimeout(() => {
        timers.delete(key);
        const one = work(key).finally(() => underWay.delete(one));
        underWay.add(one);
      }, momentMs);
      timers.set(key, timer);
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(underWay);
    },
  };
}
