// The people of an Entra group, also those who are in it through another group.
import { z } from 'zod';
import type { Graph } from './http.ts';
import type { Person } from './members.ts';
import { readPages } from './pages.ts';

const Member = z.object({ '@odata.type': z.string(), id: z.string(), displayName: z.string().nullish() });

/** Groups, devices and apps may be members too; who is in a group twice is there once. Throws GraphFailure, 404 where there is no such group. */
export async function readGroupPeople(graph: Graph, groupId: string): Promise<readonly Person[]> {
  const members = await readPages(graph, `/groups/${groupId}/transitiveMembers`, Member);
  return members.filter((member) => member['@odata.type'] === '#microsoft.graph.user');
}
