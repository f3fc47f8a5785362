/**
 * Runs `work` once at a time. Whoever calls while it runs gets the run after, shared by all who wait: a run that began before the call
 * may have missed what the caller wants to see.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let waiting: Promise<T> | undefined;

  const begin = (): Promise<T> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };

  return () => {
    if (!running) return begin();
    waiting ??= afterwards(running, () => {
      waiting = undefined;
      return begin();
    });
    return waiting;
  };
}

/** How the first run ends is for its own callers to hear. */
const afterwards = <T>(first: Promise<T>, then: () => Promise<T>): Promise<T> => first.then(then, then);
