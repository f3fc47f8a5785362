import { ok } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import type { Store } from '../store/store.ts';
import type { TenantGroup, TenantUser } from '../tenant-definition.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { pageOf } from './paging.ts';
import { pageSize, selectProperties } from './query-options.ts';
import { groupIdOf, teamOf } from './resolve.ts';

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/teams/{team}', needs: 'read teams', units: 0, options: ['$select'], handle: getTeam },
  { method: 'GET', pattern: '/teams/{team}/channels', needs: 'read channels', units: 0, handle: getChannels },
  {
    method: 'GET',
    pattern: '/teams/{team}/members',
    needs: 'read team members',
    units: 0,
    options: ['$top', '$skiptoken'],
    handle: getTeamMembers,
  },
  groupRoute('members'),
  groupRoute('transitiveMembers'),
  { method: 'GET', pattern: '/users/{user}', needs: 'read people', units: 0, options: ['$select'], handle: getUser },
];

function groupRoute(part: 'members' | 'transitiveMembers'): Route {
  return {
    method: 'GET',
    pattern: `/groups/{group}/${part}`,
    needs: 'read group members',
    units: 0,
    options: ['$top', '$skiptoken', '$select'],
    handle: (call) => getGroupMembers(call, part === 'transitiveMembers'),
  };
}

const usualPage = 100;
const longestPage = 999;

function getTeam(call: GraphCall): Outcome {
  const team = teamOf(call);
  if (!team.ok) return team;
  const { id, displayName } = team.value;
  const shape = {
    id,
    displayName,
    description: '',
    isArchived: false,
    visibility: 'private',
    tenantId: call.store.definition.tenantId,
  };
  const selected = selectProperties(shape, call.options);
  if (!selected.ok) return selected;
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#teams/$entity`, ...selected.value } });
}

function getChannels(call: GraphCall): Outcome {
  const team = teamOf(call);
  if (!team.ok) return team;
  const value = team.value.channels.map(({ id, displayName }) => ({
    id,
    displayName,
    description: null,
    membershipType: 'standard',
    tenantId: call.store.definition.tenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(id)}/${encodeURIComponent(displayName)}?groupId=${team.value.id}&tenantId=${call.store.definition.tenantId}`,
  }));
  const context = `${graphUrl}/$metadata#teams('${team.value.id}')/channels`;
  return ok({ status: 200, body: { '@odata.context': context, '@odata.count': value.length, value } });
}

function getTeamMembers(call: GraphCall): Outcome {
  const team = teamOf(call);
  if (!team.ok) return team;
  const size = pageSize(call.options, usualPage, longestPage);
  if (!size.ok) return size;
  const { tenantId } = call.store.definition;
  const page = pageOf(call, call.store.directory.groupMembers(team.value.id), size.value);
  if (!page.ok) return page;
  const value = page.value.value.map((user) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${tenantId}##${team.value.id}##${user.id}`).toString('base64'),
    roles: user.userType === 'Guest' ? ['guest'] : [],
    displayName: user.displayName,
    userId: user.id,
    email: user.mail,
    tenantId,
  }));
  const context = `${graphUrl}/$metadata#teams('${team.value.id}')/members`;
  return ok({ status: 200, body: { '@odata.context': context, '@odata.count': value.length, ...page.value, value } });
}

/** `through` other groups as well, or only who is in it directly. */
function getGroupMembers(call: GraphCall, through: boolean): Outcome {
  const group = groupIdOf(call);
  if (!group.ok) return group;
  const size = pageSize(call.options, usualPage, longestPage);
  if (!size.ok) return size;
  const page = pageOf(call, call.store.directory.members(group.value, through), size.value);
  if (!page.ok) return page;
  const value: unknown[] = [];
  for (const member of page.value.value) {
    const isPerson = 'mail' in member;
    const selected = isPerson ? selectUser(call, member) : selectProperties(groupShape(member), call.options);
    if (!selected.ok) return selected;
    value.push({ '@odata.type': `#microsoft.graph.${isPerson ? 'user' : 'group'}`, ...selected.value });
  }
  return ok({
    status: 200,
    body: { '@odata.context': `${graphUrl}/$metadata#directoryObjects`, ...page.value, value },
  });
}

function getUser(call: GraphCall): Outcome {
  const name = call.params['user'] ?? '';
  const user = call.store.directory.user(name);
  if (user === undefined) {
    return refuse({
      status: 404,
      code: 'Request_ResourceNotFound',
      message: `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
    });
  }
  const selected = selectUser(call, user);
  if (!selected.ok) return selected;
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#users/$entity`, ...selected.value } });
}

const groupShape = ({ id, displayName }: TenantGroup): Readonly<Record<string, unknown>> => ({
  id,
  displayName,
  description: null,
  securityEnabled: true,
  mailEnabled: false,
  groupTypes: [],
});

/** Graph gives userType only to those who ask for it. */
function selectUser(call: GraphCall, user: TenantUser): ReturnType<typeof selectProperties> {
  const usual = userShape(call.store, user);
  return call.options.has('$select')
    ? selectProperties({ ...usual, userType: user.userType }, call.options)
    : ok(usual);
}

function userShape(store: Store, user: TenantUser): Readonly<Record<string, unknown>> {
  return {
    displayName: user.displayName,
    jobTitle: user.jobTitle === '' ? null : user.jobTitle,
    mail: user.mail,
    userPrincipalName: store.directory.userPrincipalName(user),
    id: user.id,
  };
}
