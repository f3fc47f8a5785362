// The staff of the schools' Teams, of which one that cannot be read must not lock out the rest.
import type { Log, SchoolRow } from '#workflows/ports.ts';
import { z } from 'zod';
import { GraphFailure } from './graph-failure.ts';
import type { Graph } from './http.ts';
import { type Members, named, nobody, type Person } from './members.ts';
import { readPages } from './pages.ts';

const TeamMember = z.object({
  userId: z.string().nullish(),
  displayName: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
});

/**
 * A Team's members but its guests, who work together with the school and are none of its staff. `teamId` is whatever somebody wrote in
 * the register, a whole link maybe. Throws GraphFailure: 400 for what is no id, 403 where the app is not in the Team, 404 for no Team.
 */
export async function readTeamStaff(graph: Graph, teamId: string): Promise<readonly Person[]> {
  const members = await readPages(graph, `/teams/${encodeURIComponent(teamId)}/members`, TeamMember);
  return members.flatMap(({ userId, displayName, roles }) =>
    userId && !roles?.includes('guest') ? [{ id: userId, displayName }] : [],
  );
}

export interface Teams {
  /** Nobody where this one Team is refused. */
  membersOf(school: SchoolRow): Promise<Members>;
  /** Whether the Team was refused when it was last answered for. */
  isRefused(schoolKey: string): boolean;
}

/** What is no Team's id, a Team that the app has not been added to, and one that was deleted: their schools must not lock the others out. */
const ofThisTeam: readonly number[] = [400, 403, 404];

export function createTeams({ graph, log }: { readonly graph: Graph; readonly log: Log }): Teams {
  /** By school, what its Team was refused with since it could last be read; each is logged once. */
  const refusals = new Map<string, Set<string>>();

  function refuse(school: string, { status, code }: GraphFailure): void {
    const said = refusals.get(school) ?? new Set();
    refusals.set(school, said);
    const kind = `${status} ${code}`;
    if (said.has(kind)) return;
    said.add(kind);
    log('team reading failed', { school, status, code });
  }

  return {
    async membersOf({ key, teamId }) {
      try {
        const staff = await readTeamStaff(graph, teamId);
        refusals.delete(key);
        return named(staff);
      } catch (error) {
        if (!(error instanceof GraphFailure) || !ofThisTeam.includes(error.status)) throw error;
        refuse(key, error);
        return nobody;
      }
    },
    isRefused: (schoolKey) => refusals.has(schoolKey),
  };
}
