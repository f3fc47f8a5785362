// POST /invitations: somebody from outside becomes a guest, whom files can be shared with from then on.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { parseBody } from './parse-body.ts';

export const invitationRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/invitations', needs: 'invite guests', units: 0, body: 'json', handle: invite },
];

const invitation = z.strictObject({
  invitedUserEmailAddress: z.string(),
  inviteRedirectUrl: z.url(),
  invitedUserDisplayName: z.string().optional(),
  invitedUserType: z.literal('Guest').optional(),
  sendInvitationMessage: z.literal(false).optional(),
});

const badRequest = (message: string): Outcome => refuse({ status: 400, code: 'BadRequest', message });

/** Whoever is a guest already stays the same guest. */
function invite(call: GraphCall): Outcome {
  const body = parseBody(invitation, call.body, 'invitation');
  if (!body.ok) return body;
  const { invitedUserEmailAddress: mail, inviteRedirectUrl, invitedUserDisplayName } = body.value;
  if (!z.email().safeParse(mail).success) return badRequest('Primary SMTP Address is an invalid value.');
  const { directory, definition } = call.store;
  const known = directory.user(mail);
  if (known?.userType === 'Member') {
    return badRequest(
      `The invited user already exists in the directory as object ID: ${known.id}. They can use that account to sign in to shared apps and resources.`,
    );
  }
  const guest = directory.welcome(mail, invitedUserDisplayName);
  const id = randomUUID();
  const redeem = new URLSearchParams({
    rd: `https://invitations.microsoft.com/redeem/?tenant=${definition.tenantId}&user=${id}`,
  });
  return ok({
    status: 201,
    body: {
      '@odata.context': `${graphUrl}/$metadata#invitations/$entity`,
      id,
      inviteRedeemUrl: `https://login.microsoftonline.com/redeem?${redeem}`,
      invitedUserDisplayName: invitedUserDisplayName ?? null,
      invitedUserType: 'Guest',
      invitedUserEmailAddress: mail,
      sendInvitationMessage: false,
      resetRedemption: false,
      inviteRedirectUrl,
      status: 'PendingAcceptance',
      invitedUser: { id: guest.id },
    },
  });
}
