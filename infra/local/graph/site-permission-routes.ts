// What an administrator's tool calls to let an app with Sites.Selected onto a site.
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { invalidRequest, itemNotFound } from '../store/problem.ts';
import { type GrantRole, grantRoles, type SiteGrant } from '../store/site-grants.ts';
import type { Problem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { parseBody } from './parse-body.ts';
import { siteOf } from './resolve.ts';

const all = '/sites/{site}/permissions';
const one = `${all}/{permission}`;
const common = { needs: 'grant sites', units: 5 } as const;

export const sitePermissionRoutes: readonly Route[] = [
  { ...common, method: 'GET', pattern: all, handle: getPermissions },
  { ...common, method: 'POST', pattern: all, body: 'json', handle: postPermission },
  { ...common, method: 'GET', pattern: one, handle: getPermission },
  { ...common, method: 'PATCH', pattern: one, body: 'json', handle: patchPermission },
  { ...common, method: 'DELETE', pattern: one, handle: deletePermission },
];

const roles = z.array(z.string()).length(1);
const newPermission = z.strictObject({
  roles,
  grantedToIdentities: z
    .array(z.strictObject({ application: z.strictObject({ id: z.guid(), displayName: z.string().optional() }) }))
    .length(1),
});
const change = z.strictObject({ roles });

function getPermissions(call: GraphCall): Outcome {
  const site = siteOf(call, 'read');
  if (!site.ok) return site;
  const value = call.store.siteGrants.of(site.value.id).map((grant) => withoutRoles(call, grant));
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#permissions`, value } });
}

function postPermission(call: GraphCall): Outcome {
  const site = siteOf(call, 'write');
  if (!site.ok) return site;
  const body = parseBody(newPermission, call.body, 'permission');
  if (!body.ok) return body;
  const role = roleOf(body.value.roles);
  if (!role.ok) return role;
  const [identity] = body.value.grantedToIdentities;
  if (identity === undefined) return invalidRequest('The permission names no application.');
  const { id, displayName = '' } = identity.application;
  return give(call, 201, { siteId: site.value.id, appId: id.toLowerCase(), displayName, role: role.value });
}

function getPermission(call: GraphCall): Outcome {
  const found = grantOf(call);
  return found.ok ? answer(call, 200, found.value) : found;
}

function patchPermission(call: GraphCall): Outcome {
  const found = grantOf(call);
  if (!found.ok) return found;
  const body = parseBody(change, call.body, 'permission');
  if (!body.ok) return body;
  const role = roleOf(body.value.roles);
  return role.ok ? give(call, 200, { ...found.value, role: role.value }) : role;
}

function deletePermission(call: GraphCall): Outcome {
  const found = grantOf(call);
  if (!found.ok) return found;
  call.store.siteGrants.takeAway(found.value.siteId, found.value.appId);
  return ok({ status: 204 });
}

function roleOf([name]: readonly string[]): Result<GrantRole, Problem> {
  const role = grantRoles.find((known) => known === name?.toLowerCase());
  return role === undefined ? invalidRequest('Invalid value for role') : ok(role);
}

function grantOf(call: GraphCall): Result<SiteGrant, Problem> {
  const site = siteOf(call, 'write');
  if (!site.ok) return site;
  const found = call.store.siteGrants
    .of(site.value.id)
    .find((grant) => idOf(call, grant) === call.params['permission']);
  return found === undefined ? itemNotFound('The specified permission was not found') : ok(found);
}

function give(call: GraphCall, status: number, grant: SiteGrant): Outcome {
  call.store.siteGrants.give(grant);
  return answer(call, status, grant);
}

const answer = (call: GraphCall, status: number, grant: SiteGrant): Outcome =>
  ok({
    status,
    body: { '@odata.context': `${graphUrl}/$metadata#permissions/$entity`, ...shapeOf(call, grant) },
  });

/** The app as SharePoint names it in its claims. */
const idOf = ({ store }: GraphCall, { appId }: SiteGrant): string =>
  Buffer.from(`i:0i.t|ms.sp.ext|${appId}@${store.definition.tenantId}`).toString('base64url');

const shapeOf = (call: GraphCall, grant: SiteGrant) => ({ ...withoutRoles(call, grant), roles: [grant.role] });

/** The list of them does not say the roles. */
function withoutRoles(call: GraphCall, grant: SiteGrant) {
  const identities = [{ application: { id: grant.appId, displayName: grant.displayName } }];
  return {
    id: idOf(call, grant),
    '@deprecated.GrantedToIdentities': 'GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2',
    grantedToIdentities: identities,
    grantedToIdentitiesV2: identities,
  };
}
