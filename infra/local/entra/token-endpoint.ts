// POST /{tenant}/oauth2/v2.0/token: an app signs in for itself, or on behalf of a person whose token it holds.
import { ok, type Result } from '#domain/result.ts';
import type { TenantApp } from '../tenant-definition.ts';
import { botAudience, type EntraContext, graphAudience, tokenLifetimeSeconds } from './context.ts';
import { type EntraProblem, refuseSignIn } from './entra-error.ts';
import { issueAppToken, issueDelegatedToken, issueIdToken } from './issue-tokens.ts';
import { verifyToken } from './verify-token.ts';

export type TokenForm = Readonly<Record<string, unknown>>;
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
  const app = authenticate(context, form);
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

function field(form: TokenForm, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

function authenticate(context: EntraContext, form: TokenForm): Result<TenantApp, EntraProblem> {
  const clientId = field(form, 'client_id');
  const app = context.definition.apps.find((candidate) => candidate.clientId === clientId);
  if (app === undefined) {
    return refuseSignIn({
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      message: `Application with identifier '${clientId}' was not found in the directory '${context.definition.displayName}'.`,
    });
  }
  if (form['client_assertion'] !== undefined) {
    return refuseSignIn({
      status: 501,
      error: 'invalid_client',
      code: null,
      message: 'The local tenant does not know client assertions (certificates); sign in with a client secret.',
    });
  }
  if (form['client_secret'] !== app.clientSecret) {
    return refuseSignIn({
      status: 401,
      error: 'invalid_client',
      code: 7000215,
      message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    });
  }
  return ok(app);
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
  const scopes = delegatedScopes(field(form, 'scope'));
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

const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** What `/.default` stands for: the delegated permissions that an administrator would have consented to. */
const consentedByDefault = ['Sites.ReadWrite.All', 'Files.ReadWrite.All', 'User.Read', 'Mail.Send'];

function delegatedScopes(scope: string): Result<readonly string[], EntraProblem> {
  const names: string[] = [];
  for (const wanted of scope.split(' ').filter((one) => one !== '' && !openIdScopes.has(one))) {
    if (wanted === `${graphAudience}/.default`) names.push(...consentedByDefault);
    else if (!wanted.includes('://')) names.push(wanted);
    else if (wanted.startsWith(`${graphAudience}/`)) names.push(wanted.slice(graphAudience.length + 1));
    else return unknownResource(wanted);
  }
  if (names.length > 0) return ok(names);
  return refuseSignIn({
    status: 400,
    error: 'invalid_scope',
    code: 70011,
    message: `The provided value for the input parameter 'scope' is not valid.`,
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
