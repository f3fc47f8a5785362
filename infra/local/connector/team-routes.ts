import { Router } from 'express';
import type { TenantContext } from '../tenant.ts';
import type { TenantTeam } from '../tenant-definition.ts';
import type { TeamsApp } from '../teams/teams-app.ts';
import { teamInfo } from './activities.ts';
import { connectorProblems, refuse } from './problem.ts';
import { throttled } from './rates.ts';

/** What Teams adds to the Bot Connector. A team goes by the id of its first channel. */
export function teamRoutes({ store, botRates }: TenantContext, app: TeamsApp): Router {
  const router = Router();
  const find = (id: string): TenantTeam | undefined =>
    store.directory.teams().find((team) => team.channels[0]?.id === id && team.installedApps.includes(app.appId));

  router.get('/teams/:teamId', (request, response) => {
    const team = find(request.params.teamId);
    if (team === undefined) return refuse(response, connectorProblems.botNotInRoster);
    const taken = botRates.take('read', request.params.teamId);
    if (!taken.ok) return refuse(response, throttled(taken.error.waitSeconds));
    response.json({ ...teamInfo(team), channelCount: team.channels.length, memberCount: team.members.length });
  });
  router.get('/teams/:teamId/conversations', (request, response) => {
    const team = find(request.params.teamId);
    if (team === undefined) return refuse(response, connectorProblems.botNotInRoster);
    const taken = botRates.take('read', request.params.teamId);
    if (!taken.ok) return refuse(response, throttled(taken.error.waitSeconds));
    // Teams leaves out the name of the first channel, because each reader sees it in their own language.
    const conversations = team.channels.map(({ id, displayName }, index) =>
      index === 0 ? { id } : { id, name: displayName },
    );
    response.json({ conversations });
  });
  return router;
}
