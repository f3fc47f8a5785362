// What can happen to a notification on its way, on demand.

export interface Disturbance {
  readonly kind: 'missed' | 'late' | 'doubled';
  /** How many notifications it befalls. */
  readonly times: number;
  /** Those about one list, by its id; about any list unless given. */
  readonly listId?: string;
  /** For `late`: by how much. */
  readonly byMs?: number;
}

export interface Disturbances {
  next(disturbance: Disturbance): void;
  /** What befalls a notification about this list, if anything; each call uses up one of the times. */
  take(listId: string): Disturbance | undefined;
}

export function createDisturbances(): Disturbances {
  let waiting: { readonly disturbance: Disturbance; left: number }[] = [];
  return {
    next: (disturbance) => {
      if (disturbance.times > 0) waiting.push({ disturbance, left: disturbance.times });
    },
    take: (listId) => {
      const found = waiting.find(({ disturbance }) => (disturbance.listId ?? listId) === listId);
      if (found === undefined) return undefined;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.disturbance;
    },
  };
}
