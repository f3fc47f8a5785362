import { createContext } from 'react';

/** Says once, after each change of place, that the new page's heading should take the focus. */
export interface Arrivals {
  readonly take: () => boolean;
}

/** Opening the tab is no arrival: the focus stays where Teams put it. `place` reads the address after #. */
export function createArrivals(place: () => string): Arrivals {
  let last: string | null = null;
  return {
    take: () => {
      const arrived = last !== null && last !== place();
      last = place();
      return arrived;
    },
  };
}

export const ArrivalsContext = createContext<Arrivals>({ take: () => false });
