// What was posted to the notification address. Anybody can post there: only who knows the client state is believed.
import type { Log } from '#workflows/ports.ts';
import { z } from 'zod';
import { sameResource } from './calls.ts';
import type { Holdings } from './holdings.ts';

const Notification = z.object({
  subscriptionId: z.string(),
  clientState: z.string().nullish(),
  resource: z.string().nullish(),
  lifecycleEvent: z.string().nullish(),
});
type Notification = z.infer<typeof Notification>;

const Collection = z.object({ value: z.array(Notification).min(1) });

export interface Hearers {
  /** Something in a list has changed. */
  readonly onChange: (listPath: string) => void;
  /** Something happened to the subscription of a list. */
  readonly onLifecycle: (listPath: string, event: string) => void;
}

interface Needs extends Hearers {
  readonly holdings: Holdings;
  readonly listPaths: () => readonly string[];
  readonly log: Log;
}

export type Verdict = 'accepted' | 'refused';

/** Answers at once; what follows is done afterwards. A collection is accepted when anything in it was for this app. */
export function createReceiver({ holdings, listPaths, onChange, onLifecycle, log }: Needs): (body: unknown) => Verdict {
  const said = new Set<string>();
  /** Each reason is said once: whoever posts here without end must not fill the log as well. */
  function refuse(reason: string): false {
    if (!said.has(reason)) log('notification refused', { reason });
    said.add(reason);
    return false;
  }

  function take({ subscriptionId, clientState, resource, lifecycleEvent }: Notification): boolean {
    if (!holdings.isClientState(clientState ?? '')) return refuse('wrong client state');
    const held = holdings.all().find(({ id }) => id === subscriptionId)?.listPath;
    // One that was made a moment ago may speak before Graph has told its id.
    const listPath = held ?? listPaths().find((path) => sameResource(resource ?? '', path));
    if (listPath === undefined) return refuse('unknown subscription');
    if (lifecycleEvent) onLifecycle(listPath, lifecycleEvent);
    else onChange(listPath);
    return true;
  }

  return (body) => {
    const collection = Collection.safeParse(body);
    if (!collection.success) {
      refuse('unreadable');
      return 'refused';
    }
    return collection.data.value.map(take).includes(true) ? 'accepted' : 'refused';
  };
}
