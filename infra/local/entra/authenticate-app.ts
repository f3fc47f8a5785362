// Which app asks for a token, and whether it can prove it: with one of its secrets, or with one of its certificates.
import { ok, type Result } from '#domain/result.ts';
import type { TenantApp } from '../tenant-definition.ts';
import { checkAssertion } from './client-assertion.ts';
import type { SignInContext } from './context.ts';
import { type EntraProblem, refuseSignIn } from './entra-error.ts';
import { field, type TokenForm } from './token-form.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export async function authenticateApp(
  context: SignInContext,
  form: TokenForm,
): Promise<Result<TenantApp, EntraProblem>> {
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
  const [secret, assertion] = [field(form, 'client_secret'), field(form, 'client_assertion')];
  if (secret !== '' && assertion !== '') return unknownProof('a secret and an assertion at once');
  if (secret !== '') return checkSecret(context, app, secret);
  if (assertion === '') {
    return refuseSignIn({
      status: 401,
      error: 'invalid_client',
      code: 7000218,
      message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    });
  }
  const type = field(form, 'client_assertion_type');
  return type === assertionType
    ? checkAssertion(context, app, assertion)
    : unknownProof(`the client_assertion_type '${type}'`);
}

function checkSecret(context: SignInContext, app: TenantApp, given: string): Result<TenantApp, EntraProblem> {
  const secret = app.secrets.find(({ value }) => value === given);
  if (secret === undefined) {
    return refuseSignIn({
      status: 401,
      error: 'invalid_client',
      code: 7000215,
      message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
    });
  }
  if (secret.expiresOn === undefined || context.now() < new Date(secret.expiresOn)) return ok(app);
  return refuseSignIn({
    status: 401,
    error: 'invalid_client',
    code: 7000222,
    message: `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  });
}

const unknownProof = (what: string): Result<never, EntraProblem> =>
  refuseSignIn({
    status: 501,
    error: 'invalid_client',
    code: null,
    message: `The local tenant does not know ${what}.`,
  });
