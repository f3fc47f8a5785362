// An app that proves who it is with a certificate sends a JWT, signed with the key that belongs to the certificate.
import { X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { err, ok, type Result } from '#domain/result.ts';
import type { TenantApp } from '../tenant-definition.ts';
import { issuerV2, type SignInContext } from './context.ts';
import type { EntraProblem } from './entra-error.ts';

/** By how much an app's clock may be off. */
const toleranceSeconds = 300;

/** MSAL signs with PS256 when it was given the SHA-256 thumbprint, and with RS256 when it was given the older SHA-1 alone. */
const algorithms = ['PS256', 'RS256'];

export async function checkAssertion(
  context: SignInContext,
  app: TenantApp,
  assertion: string,
): Promise<Result<TenantApp, EntraProblem>> {
  const read = readAssertion(assertion);
  if (read === null) return err(malformed);
  const { claims, thumbprint } = read;
  if (claims.iss !== app.clientId || claims.sub !== app.clientId) return err(anotherApp);
  const certificate = (app.certificates ?? [])
    .map((pem) => new X509Certificate(pem))
    .find((one) => thumbprint !== null && thumbprintsOf(one).includes(thumbprint));
  if (certificate === undefined) return err(notRegistered(thumbprint));
  if (context.now() > new Date(certificate.validTo)) return err(ended(certificate, thumbprint));
  const { tenantId } = context.definition;
  try {
    await jwtVerify(assertion, certificate.publicKey, {
      algorithms,
      audience: [`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, issuerV2(tenantId)],
      requiredClaims: ['exp'],
      clockTolerance: toleranceSeconds,
      currentDate: context.now(),
    });
    return ok(app);
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) return err(unknownAlgorithm);
    if (error instanceof errors.JWSSignatureVerificationFailed) return err(wronglySigned(thumbprint));
    if (error instanceof errors.JWTExpired) return err(outOfTime(context, claims));
    if (!(error instanceof errors.JWTClaimValidationFailed)) return err(malformed);
    if (error.claim === 'aud') return err(forAnother);
    return err(error.claim === 'nbf' ? outOfTime(context, claims) : malformed);
  }
}

interface ReadAssertion {
  readonly claims: JWTPayload;
  /** Which certificate, in capital hexadecimal; null when the header does not say. */
  readonly thumbprint: string | null;
}

function readAssertion(assertion: string): ReadAssertion | null {
  try {
    const { x5t, 'x5t#S256': x5t256 }: Readonly<Record<string, unknown>> = decodeProtectedHeader(assertion);
    const named = [x5t256, x5t].find((one) => typeof one === 'string');
    const thumbprint =
      named === undefined ? null : Buffer.from(String(named), 'base64url').toString('hex').toUpperCase();
    return { claims: decodeJwt(assertion), thumbprint };
  } catch {
    return null;
  }
}

const thumbprintsOf = ({ fingerprint, fingerprint256 }: X509Certificate): readonly string[] =>
  [fingerprint, fingerprint256].map((one) => one.replaceAll(':', ''));

const refusal = (code: number, message: string): EntraProblem => ({
  status: 401,
  error: 'invalid_client',
  code,
  message,
});

const malformed: EntraProblem = {
  status: 400,
  error: 'invalid_request',
  code: 50027,
  message: 'JWT token is invalid or malformed.',
};

const unknownAlgorithm: EntraProblem = {
  status: 501,
  error: 'invalid_client',
  code: null,
  message: `The local tenant knows client assertions signed with ${algorithms.join(' or ')}.`,
};

const anotherApp = refusal(
  700021,
  "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .",
);

const forAnother = refusal(
  700023,
  'Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .',
);

const usedBy = (thumbprint: string | null): string =>
  thumbprint === null ? '' : `, Thumbprint of key used by client: '${thumbprint}'`;

const notRegistered = (thumbprint: string | null): EntraProblem =>
  refusal(
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.${usedBy(thumbprint)}]`,
  );

const ended = ({ validFrom, validTo }: X509Certificate, thumbprint: string | null): EntraProblem =>
  refusal(
    700027,
    `The certificate with identifier used to sign the client assertion is expired on application. [Reason - The key used is expired.${usedBy(thumbprint)}, Found key 'Start=${monthFirst(validFrom)}, End=${monthFirst(validTo)}']`,
  );

const wronglySigned = (thumbprint: string | null): EntraProblem =>
  refusal(
    700027,
    `Client assertion contains an invalid signature. [Reason - The provided signature value did not match the expected signature value.${usedBy(thumbprint)}]`,
  );

function outOfTime(context: SignInContext, { nbf = 0, exp = 0 }: JWTPayload): EntraProblem {
  const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return refusal(
    700024,
    `Client assertion is not within its valid time range. Current time: ${context.now().toISOString()}, assertion valid from ${instant(nbf)}, expiry time of assertion ${instant(exp)}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .`,
  );
}

/** As Entra writes the days of a key: 11/23/2026 09:00:00. */
function monthFirst(time: string): string {
  const [date = '', hours = ''] = new Date(time).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} ${hours}`;
}
