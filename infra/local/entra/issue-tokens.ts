import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { TenantApp, TenantUser } from '../tenant-definition.ts';
import { botFrameworkIssuer, issuerV1, issuerV2, type SignInContext, tokenLifetimeSeconds } from './context.ts';
import type { KeyRing } from './keys.ts';

const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** What teams-js hands to a tab: a v2 token for the tab's own API, in the name of the person. */
export async function issueTabToken(
  context: SignInContext,
  { userId, clientId }: { readonly userId: string; readonly clientId: string },
): Promise<string> {
  const { tenantId, users, apps } = context.definition;
  const user = users.find((candidate) => candidate.id === userId);
  if (user === undefined) throw new Error(`No person ${userId} in the tenant's definition.`);
  if (!apps.some((app) => app.clientId === clientId)) throw new Error(`No app ${clientId} in the tenant's definition.`);
  return sign(context, context.keys.entra, {
    aud: clientId,
    iss: issuerV2(tenantId),
    azp: teamsWebClientId,
    azpacr: '0',
    name: user.displayName,
    oid: user.id,
    preferred_username: user.mail,
    scp: 'access_as_user',
    sub: `${user.id}.${clientId}`,
    tid: tenantId,
    ver: '2.0',
  });
}

/** What Teams sends with every activity to a bot. */
export async function issueBotServiceToken(
  context: SignInContext,
  { appId, serviceUrl }: { readonly appId: string; readonly serviceUrl: string },
): Promise<string> {
  return sign(context, context.keys.botFramework, { aud: appId, iss: botFrameworkIssuer, serviceurl: serviceUrl });
}

/** An app in its own name. Its consented permissions are the `roles`. */
export async function issueAppToken(context: SignInContext, app: TenantApp, audience: string): Promise<string> {
  return sign(context, context.keys.entra, {
    aud: audience,
    iss: issuerV1(context.definition.tenantId),
    appid: app.clientId,
    app_displayname: app.displayName,
    appidacr: '1',
    idtyp: 'app',
    oid: app.clientId,
    roles: [...app.applicationPermissions],
    sub: app.clientId,
    tid: context.definition.tenantId,
    ver: '1.0',
  });
}

export interface Delegation {
  readonly app: TenantApp;
  readonly user: TenantUser;
  readonly audience: string;
  readonly scopes: readonly string[];
}

/** An app in the name of a person, after on-behalf-of. */
export async function issueDelegatedToken(
  context: SignInContext,
  { app, user, audience, scopes }: Delegation,
): Promise<string> {
  return sign(context, context.keys.entra, {
    aud: audience,
    iss: issuerV1(context.definition.tenantId),
    appid: app.clientId,
    app_displayname: app.displayName,
    appidacr: '1',
    idtyp: 'user',
    name: user.displayName,
    oid: user.id,
    scp: scopes.join(' '),
    sub: `${user.id}.${app.clientId}`,
    tid: context.definition.tenantId,
    upn: user.mail,
    ver: '1.0',
  });
}

/** Who signed in, for the client alone. */
export async function issueIdToken(context: SignInContext, app: TenantApp, user: TenantUser): Promise<string> {
  return sign(context, context.keys.entra, {
    aud: app.clientId,
    iss: issuerV2(context.definition.tenantId),
    name: user.displayName,
    oid: user.id,
    preferred_username: user.mail,
    sub: `${user.id}.${app.clientId}`,
    tid: context.definition.tenantId,
    ver: '2.0',
  });
}

async function sign(context: SignInContext, keys: KeyRing, claims: JWTPayload): Promise<string> {
  const { kid, privateKey } = keys.signing();
  const issuedAt = Math.floor(context.now().getTime() / 1000);
  return new SignJWT({ ...claims, uti: randomUUID() })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + tokenLifetimeSeconds)
    .sign(privateKey);
}
