import type { Membership, People } from '#workflows/ports.ts';

export interface TwinPeople extends People {
  /** From now on this person belongs as said; an empty list of schools makes a stranger of them. */
  put(membership: Membership): void;
}

export function createTwinPeople(...memberships: readonly Membership[]): TwinPeople {
  const known = new Map(memberships.map((one) => [one.id, one]));
  return {
    whoIs: (id) => Promise.resolve(known.get(id) ?? { id, name: '', roles: [], schools: [] }),
    put: (membership) => void known.set(membership.id, membership),
  };
}
