import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { invalidRequest, notKnown, refuse } from '../store/problem.ts';
import type { FilePermission } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { permissionShape } from './drive-shapes.ts';
import { parseBody } from './parse-body.ts';
import { driveItemOf } from './resolve.ts';

const item = '/drives/{drive}/items/{item}';
const permissionsContext = `${graphUrl}/$metadata#permissions`;

/** Every sharing call costs as much as a permission operation. */
export const sharingRoutes: readonly Route[] = [
  { method: 'POST', pattern: `${item}/invite`, needs: 'share files', units: 5, body: 'json', handle: invite },
  { method: 'POST', pattern: `${item}/createLink`, needs: 'share files', units: 5, body: 'json', handle: createLink },
  { method: 'GET', pattern: `${item}/permissions`, needs: 'read files', units: 5, handle: getPermissions },
];

const recipients = z.array(z.strictObject({ email: z.email() }));

const inviteBody = z.strictObject({
  recipients: recipients.min(1),
  requireSignIn: z.boolean(),
  sendInvitation: z.boolean().optional(),
  roles: z.array(z.enum(['read', 'write'])).length(1),
  message: z.string().max(2000).optional(),
  retainInheritedPermissions: z.boolean().optional(),
});

function invite(call: GraphCall): Outcome {
  const file = driveItemOf(call, 'write');
  if (!file.ok) return file;
  const body = parseBody(inviteBody, call.body, 'invite');
  if (!body.ok) return body;
  const { requireSignIn, sendInvitation = false, roles, retainInheritedPermissions = true } = body.value;
  if (!requireSignIn) {
    return refuse({
      status: 403,
      code: 'notAllowed',
      message: 'This tenant does not share with people who have not signed in; set requireSignIn to true.',
    });
  }
  if (sendInvitation) return notKnown('how to send an invitation by mail; set sendInvitation to false');
  if (!retainInheritedPermissions) return notKnown('how to take inherited permissions away');
  const emails = body.value.recipients.map(({ email }) => email);
  welcomeNew(call, emails);
  const isKnown = (email: string): boolean => call.store.directory.user(email) !== undefined;
  const unknown = emails.filter((email) => !isKnown(email));
  const isPartial = unknown.length > 0 && unknown.length < emails.length;
  const invited = isPartial ? emails.filter(isKnown) : emails;
  const granted = call.store.sharing.invite(file.value.id, { emails: invited, role: roles[0] ?? 'read' });
  if (!granted.ok || !isPartial) return granted.ok ? answer(call, granted.value) : granted;
  const value = [
    ...granted.value.map((permission) => permissionShape(call.store, permission)),
    ...unknown.map((email) => ({ roles, invitation: { email, signInRequired: true }, error: notResolved })),
  ];
  return ok({ status: 207, body: { '@odata.context': permissionsContext, value } });
}

const notResolved = {
  code: 'invalidRequest',
  message: 'The recipient could not be resolved to a person or guest of this tenant.',
  innererror: { code: 'noResolvedUsers' },
};

/** Sharing makes a guest of whoever is not known, where the tenant allows it and a person shares: an app in its own name invites nobody new. */
function welcomeNew({ caller, store }: GraphCall, emails: readonly string[]): void {
  if (caller.userId === null || store.definition.sharing === 'existing guests only') return;
  for (const email of emails) store.directory.welcome(email);
}

const linkBody = z.strictObject({
  type: z.enum(['view', 'edit', 'embed']),
  scope: z.enum(['anonymous', 'organization', 'users']).optional(),
  recipients: recipients.optional(),
  retainInheritedPermissions: z.boolean().optional(),
  sendNotification: z.literal(false).optional(),
});

function createLink(call: GraphCall): Outcome {
  const file = driveItemOf(call, 'write');
  if (!file.ok) return file;
  const body = parseBody(linkBody, call.body, 'createLink');
  if (!body.ok) return body;
  const { type, scope = 'organization', recipients: named = [], retainInheritedPermissions = true } = body.value;
  if (type === 'embed') return notKnown('links for embedding');
  if (!retainInheritedPermissions) return notKnown('how to take inherited permissions away');
  if (scope === 'anonymous')
    return refuse({ status: 403, code: 'notAllowed', message: 'Anonymous links are switched off in this tenant.' });
  if (scope === 'organization' && named.length > 0)
    return invalidRequest("Recipients go with a link of scope 'users'.");
  const emails = named.map(({ email }) => email);
  welcomeNew(call, emails);
  const made = call.store.sharing.createLink(file.value.id, { type, scope, emails });
  if (!made.ok) return made;
  return ok({ status: made.value.created ? 201 : 200, body: permissionShape(call.store, made.value.permission) });
}

function getPermissions(call: GraphCall): Outcome {
  const file = driveItemOf(call, 'read');
  return file.ok ? answer(call, call.store.sharing.permissions(file.value.id)) : file;
}

function answer(call: GraphCall, permissions: readonly FilePermission[]): Outcome {
  const value = permissions.map((permission) => permissionShape(call.store, permission));
  return ok({ status: 200, body: { '@odata.context': permissionsContext, value } });
}
