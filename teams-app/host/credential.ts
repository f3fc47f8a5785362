// With what the app signs in: a client secret, or a certificate with its private key in one PEM file. One of the two is set, never both.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '#domain/result.ts';
import type { AppCredential } from '#graph/sign-in.ts';

export interface SettingProblem {
  readonly name: string;
  readonly words: string;
}

export function readCredential(
  environment: Readonly<Record<string, string | undefined>>,
): Result<AppCredential, SettingProblem> {
  const { PTT_CLIENT_SECRET: secret, PTT_CLIENT_CERTIFICATE: file } = environment;
  if (secret && file)
    return err({ name: 'PTT_CLIENT_SECRET', words: 'is set, and so is PTT_CLIENT_CERTIFICATE; take one of them away' });
  if (secret) return ok({ kind: 'secret', secret });
  if (!file)
    return err({ name: 'PTT_CLIENT_SECRET', words: 'is not set, nor is PTT_CLIENT_CERTIFICATE; set one of them' });
  const pem = readText(file);
  const read = pem.ok ? readCertificate(pem.value) : pem;
  return read.ok ? read : err({ name: 'PTT_CLIENT_CERTIFICATE', words: `${file} ${read.error}` });
}

function readText(file: string): Result<string, string> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') return err('is not there; set it to the path of a PEM file');
    return err(`cannot be read (${code}); let the account that the app runs as read it, and nobody else`);
  }
}

const together = 'put the certificate and its private key into the one file';

/** What is said of the file never quotes it. */
function readCertificate(pem: string): Result<AppCredential, string> {
  const [keyBlock] = blocks(pem, '(?:[A-Z]+ )?PRIVATE KEY');
  if (keyBlock === undefined) return err(`holds no private key; ${together}`);
  if (keyBlock.includes('ENCRYPTED'))
    return err(
      'holds a private key that is locked with a passphrase; store it without one, where only the app can read it',
    );
  const privateKey = readable(() => createPrivateKey(keyBlock));
  if (privateKey === null) return err('holds a private key that cannot be read; export it again as PEM');
  if (privateKey.asymmetricKeyType !== 'rsa')
    return err('holds a private key that is not RSA, which Microsoft Entra does not take; make an RSA certificate');
  const certificateBlocks = blocks(pem, 'CERTIFICATE');
  if (certificateBlocks.length === 0) return err(`holds no certificate; ${together}`);
  const certificate = certificateBlocks
    .map((block) => readable(() => new X509Certificate(block)))
    .find((one) => one?.checkPrivateKey(privateKey));
  return certificate
    ? ok({ kind: 'certificate', certificate, privateKey })
    : err('holds no certificate that belongs to its private key; export the two again, together');
}

const blocks = (pem: string, label: string): readonly string[] =>
  pem.match(new RegExp(`-----BEGIN ${label}-----.+?-----END ${label}-----`, 'gs')) ?? [];

function readable<T extends KeyObject | X509Certificate>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
