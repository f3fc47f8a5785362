import type { Instant } from '#domain/dates.ts';
import type { Outside } from './ports.ts';

/** After this long a claim of another instance counts as dead. */
const claimMinutes = 10;

export const claimName = ({ name, run }: Outside['instance']): string => `${name}/${run}`;

/**
 * A claim is dead when its maker will not come back to it: an earlier run of this same instance,
 * or anybody's claim that has stood for ten minutes.
 */
export function isDeadClaim(
  claim: { readonly claimedBy: string | null; readonly claimedAt: Instant | null },
  instance: Outside['instance'],
  now: Instant,
): boolean {
  if (!claim.claimedBy || !claim.claimedAt) return true;
  const ofEarlierRun = claim.claimedBy !== claimName(instance) && claim.claimedBy.startsWith(`${instance.name}/`);
  if (ofEarlierRun) return true;
  return now.since(claim.claimedAt).total('minutes') >= claimMinutes;
}
