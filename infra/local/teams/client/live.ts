import type { LiveEvent } from './wire.ts';

export interface Live {
  readonly listen: (listener: (event: LiveEvent) => void) => () => void;
  /** Called whenever the connection stands, the first time as after a break: what was missed until then has to be loaded. */
  readonly onOpen: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** One stream of events for the person picked; the browser connects again by itself. */
export function openLive(personId: string): Live {
  const listeners = new Set<(event: LiveEvent) => void>();
  const openers = new Set<() => void>();
  const source = new EventSource(`/_local/events?person=${encodeURIComponent(personId)}`);
  source.addEventListener('message', (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as LiveEvent;
    for (const listener of listeners) listener(news);
  });
  source.addEventListener('open', () => {
    for (const listener of openers) listener();
  });
  return {
    listen: (listener) => subscribe(listeners, listener),
    onOpen: (listener) => subscribe(openers, listener),
    close: () => source.close(),
  };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
