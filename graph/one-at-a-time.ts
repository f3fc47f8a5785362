/**
 * Runs `work` once at a time. Whoever calls while it runs gets the run after, shared by all who wait: a run that began before the call
 * may have missed what the caller wants to see.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let isRunning = false;
  let waiting: PromiseWithResolvers<T> | undefined;

  async function begin(): Promise<T> {
    isRunning = true;
    try {
      return await work();
    } finally {
      isRunning = false;
      const next = waiting;
      waiting = undefined;
      // Before anybody hears of the end: whoever calls upon hearing it must not come in between.
      next?.resolve(begin());
    }
  }

  return () => {
    if (!isRunning) return begin();
    waiting ??= Promise.withResolvers<T>();
    return waiting.promise;
  };
}
