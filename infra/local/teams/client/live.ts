import type { LiveEvent } from './wire.ts';

export interface Live {
  readonly listen: (listener: (event: LiveEvent) => void) => () => void;
  /** Called when the connection is back after a break: what was missed has to be loaded again. */
  readonly onReconnect: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** One stream of events for the person picked; the browser connects again by itself. */
export function openLive(personId: string): Live {
  const listeners = new Set<(event: LiveEvent) => void>();
  const reconnected = new Set<() => void>();
  const source = new EventSource(`/_local/events?person=${encodeURIComponent(personId)}`);
  let broken = false;
  source.addEventListener('message', (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as LiveEvent;
    for (const listener of listeners) listener(news);
  });
  source.addEventListener('error', () => {
    broken = true;
  });
  source.addEventListener('open', () => {
    if (broken) for (const listener of reconnected) listener();
    broken = false;
  });
  return {
    listen: (listener) => subscribe(listeners, listener),
    onReconnect: (listener) => subscribe(reconnected, listener),
    close: () => source.close(),
  };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
