import type { LiveEvent, WorkplaceView } from './wire.ts';

export interface Live {
  readonly listen: (listener: (event: LiveEvent) => void) => () => void;
  /** Called whenever the connection stands, the first time as after a break: what was missed until then has to be loaded. */
  readonly onOpen: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** One stream of events for the person, from the sequence number on; the browser connects again by itself. */
export function openLive({ person, sequence }: WorkplaceView): Live {
  const listeners = new Set<(event: LiveEvent) => void>();
  const openers = new Set<() => void>();
  const source = new EventSource(`/_local/events?person=${encodeURIComponent(person.id)}&since=${sequence}`);
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
