import { errors, type JWTPayload, jwtVerify } from 'jose';
import { err, ok, type Result } from '#domain/result.ts';
import { issuerV1, issuerV2, type SignInContext } from './context.ts';

export type TokenFault = 'missing' | 'malformed' | 'signature' | 'expired' | 'audience' | 'issuer' | 'not an app';

export interface TokenProblem {
  readonly status: 401;
  readonly reason: TokenFault;
  readonly message: string;
}

export interface AppToken {
  readonly appId: string;
  /** Consented application permissions. */
  readonly roles: readonly string[];
}

/** Whose call it is: an app's own, or an app's in the name of a person. */
export interface Caller extends AppToken {
  readonly userId: string | null;
  readonly scopes: readonly string[];
}

const messages: Readonly<Record<TokenFault, string>> = {
  missing: 'Access token is empty.',
  malformed: 'CompactToken parsing failed with error code: 80049217',
  signature: 'Access token validation failure. Invalid signature.',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
  issuer: 'Access token validation failure. Invalid issuer.',
  'not an app': 'The token was not issued to an app.',
};

const problem = (reason: TokenFault): Result<never, TokenProblem> =>
  err({ status: 401, reason, message: messages[reason] });

/** Checks signature, issuer, audience and time of a token of this tenant. `audience` may be several, of which one must fit. */
export async function verifyToken(
  context: SignInContext,
  token: string,
  audience: string | string[],
): Promise<Result<JWTPayload, TokenProblem>> {
  const { tenantId } = context.definition;
  try {
    const { payload } = await jwtVerify(token, context.keys.entra.find, {
      audience,
      issuer: [issuerV1(tenantId), issuerV2(tenantId)],
      algorithms: ['RS256'],
      currentDate: context.now(),
    });
    return payload['tid'] === tenantId ? ok(payload) : problem('issuer');
  } catch (error) {
    return problem(faultOf(error));
  }
}

/** The caller that an Authorization header stands for. */
export async function verifyCaller(
  context: SignInContext,
  authorization: string | undefined,
  audience: string,
): Promise<Result<Caller, TokenProblem>> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return problem('missing');
  const verified = await verifyToken(context, token, audience);
  if (!verified.ok) return verified;
  const { appid, oid, idtyp, roles, scp } = verified.value;
  if (typeof appid !== 'string') return problem('not an app');
  return ok({
    appId: appid,
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    userId: idtyp === 'user' && typeof oid === 'string' ? oid : null,
    scopes: typeof scp === 'string' ? scp.split(' ') : [],
  });
}

/** As verifyCaller, for services that only apps may call in their own name, such as the Bot Connector. */
export async function verifyAppToken(
  context: SignInContext,
  authorization: string | undefined,
  audience: string,
): Promise<Result<AppToken, TokenProblem>> {
  const caller = await verifyCaller(context, authorization, audience);
  if (!caller.ok) return caller;
  return caller.value.userId === null
    ? ok({ appId: caller.value.appId, roles: caller.value.roles })
    : problem('not an app');
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWKSNoMatchingKey) return 'signature';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'audience';
    return error.claim === 'iss' ? 'issuer' : 'expired';
  }
  if (error instanceof errors.JOSEError) return 'malformed';
  throw error;
}
