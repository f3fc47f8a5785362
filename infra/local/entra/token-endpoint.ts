// POST /{tenant}/oauth2/v2.0/token: an app signs in for itself, or on behalf of a person whose token it holds.
import { ok, type Result } from '#domain/result.ts';
import type { TenantApp } from '../tenant-definition.ts';
import { authenticateApp } from './authenticate-app.ts';
import { botAudience, type EntraContext, graphAudience, tokenLifetimeSeconds } from './context.ts';
import { type EntraProblem, refuseSignIn } from './entra-error.ts';
import { issueAppToken, issueDelegatedToken, issueIdToken } from './issue-tokens.ts';
import { field, type TokenForm } from './token-form.ts';
import { verifyToken } from './verify-token.ts';

type Answer = Readonly<Record<string, unknown>>;

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export async function grantToken(
  context: EntraContext,
  tenant: string,
  form: TokenForm,
): Promise<Result<Answer, EntraProblem>> {
  if (tenant !== context.definition.tenantId) {
    return refuseSignIn({
      status: 400,
      error: 'invalid_request',
      code: 90002,
      message: `Tenant '${tenant}' not found.`,
    });
  }
  const app = await authenticateApp(context, form);
  if (!app.ok) return app;
  switch (form['grant_type']) {
    case 'client_credentials':
      return grantToApp(context, app.value, field(form, 'scope'));
    case onBehalfOf:
      return grantOnBehalfOf(context, app.value, form);
    default:
      return refuseSignIn({
        status: 501,
        error: 'unsupported_grant_type',
        code: null,
        message: `The local tenant does not know the grant type '${field(form, 'grant_type')}'.`,
      });
  }
}

async function grantToApp(context: EntraContext, app: TenantApp, scope: string): Promise<Result<Answer, EntraProblem>> {
  if (!scope.endsWith('/.default')) {
    return refuseSignIn({
      status: 400,
      error: 'invalid_scope',
      code: 1002012,
      message: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    });
  }
  const audience = scope.slice(0, -'/.default'.length);
  if (audience !== graphAudience && audience !== botAudience) return unknownResource(audience);
  const access = await issueAppToken(
    context,
    audience === graphAudience ? app : { ...app, applicationPermissions: [] },
    audience,
  );
  return ok({
    token_type: 'Bearer',
    expires_in: tokenLifetimeSeconds,
    ext_expires_in: tokenLifetimeSeconds,
    access_token: access,
  });
}

async function grantOnBehalfOf(
  context: EntraContext,
  app: TenantApp,
  form: TokenForm,
): Promise<Result<Answer, EntraProblem>> {
  const use = field(form, 'requested_token_use');
  if (use !== onBehalfOfUse) return refuseUse(use);
  const assertion = await verifyToken(context, field(form, 'assertion'), app.clientId);
  if (!assertion.ok) {
    const { reason } = assertion.error;
    if (reason === 'expired') {
      return refuseAssertion(500133, 'Assertion is not within its valid time range.');
    }
    return reason === 'audience'
      ? refuseAssertion(500131, 'Assertion audience does not match the Client app presenting the assertion.')
      : refuseAssertion(50013, 'Assertion failed signature validation.');
  }
  const user = context.store.directory.user(String(assertion.value['oid']));
  if (user === undefined)
    return refuseAssertion(50034, 'The user account in the assertion does not exist in the directory.');
  const scopes = delegatedScopes(app, field(form, 'scope'));
  if (!scopes.ok) return scopes;
  const access = await issueDelegatedToken(context, { app, user, audience: graphAudience, scopes: scopes.value });
  const identity = { uid: user.id, utid: context.definition.tenantId };
  return ok({
    token_type: 'Bearer',
    scope: scopes.value.map((scope) => `${graphAudience}/${scope}`).join(' '),
    expires_in: tokenLifetimeSeconds,
    ext_expires_in: tokenLifetimeSeconds,
    access_token: access,
    id_token: await issueIdToken(context, app, user),
    client_info: Buffer.from(JSON.stringify(identity)).toString('base64url'),
  });
}

const onBehalfOfUse = 'on_behalf_of';

function refuseUse(use: string): Result<never, EntraProblem> {
  const refusal = { status: 400, error: 'invalid_request' } as const;
  return use === ''
    ? refuseSignIn({
        ...refusal,
        code: 900144,
        message: "The request body must contain the following parameter: 'requested_token_use'.",
      })
    : refuseSignIn({ ...refusal, code: 90023, message: `The value '${use}' of 'requested_token_use' is not valid.` });
}

const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** The scopes that are asked for, all of which must have been consented to; `/.default` stands for those that were. */
function delegatedScopes(app: TenantApp, scope: string): Result<readonly string[], EntraProblem> {
  const consented = app.delegatedPermissions ?? [];
  const wanted = scope.split(' ').filter((one) => one !== '' && !openIdScopes.has(one));
  if (wanted.length === 0) {
    return refuseSignIn({
      status: 400,
      error: 'invalid_scope',
      code: 70011,
      message: `The provided value for the input parameter 'scope' is not valid.`,
    });
  }
  const whole = wanted.find((one) => one.endsWith('/.default'));
  if (whole !== undefined && wanted.some((one) => one !== whole)) {
    return refuseSignIn({
      status: 400,
      error: 'invalid_scope',
      code: 70011,
      message: `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid. .default scope can't be combined with resource-specific scopes.`,
    });
  }
  const names: string[] = [];
  for (const one of wanted) {
    if (one === `${graphAudience}/.default`) names.push(...consented);
    else if (!one.includes('://')) names.push(one);
    else if (one.startsWith(`${graphAudience}/`)) names.push(one.slice(graphAudience.length + 1));
    else return unknownResource(one);
  }
  return names.length > 0 && names.every((name) => consented.includes(name)) ? ok(names) : withoutConsent(app);
}

function withoutConsent({ clientId, displayName }: TenantApp): Result<never, EntraProblem> {
  return refuseSignIn({
    status: 400,
    error: 'invalid_grant',
    suberror: 'consent_required',
    code: 65001,
    message: `The user or administrator has not consented to use the application with ID '${clientId}' named '${displayName}'. Send an interactive authorization request for this user and resource.`,
  });
}

function unknownResource(name: string): Result<never, EntraProblem> {
  return refuseSignIn({
    status: 400,
    error: 'invalid_resource',
    code: 500011,
    message: `The resource principal named ${name} was not found in the tenant. The local tenant knows ${graphAudience} and ${botAudience}.`,
  });
}

function refuseAssertion(code: number, message: string): Result<never, EntraProblem> {
  return refuseSignIn({ status: 400, error: 'invalid_grant', code, message });
}
