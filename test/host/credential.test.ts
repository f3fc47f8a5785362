import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCredential } from '#host/credential.ts';
import { aCertificate } from '#test/support/certificates.ts';

const [own, another] = [aCertificate(), aCertificate()];
const locked = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'kept elsewhere' },
}).privateKey;
const elliptic = String(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ptt-credential-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (): string => path.join(folder, 'app.pem');
function reading(content: string) {
  writeFileSync(place(), content);
  return readCredential({ PTT_CLIENT_CERTIFICATE: place() });
}

describe('what the app signs in with', () => {
  it('is a secret', () => {
    expect(readCredential({ PTT_CLIENT_SECRET: 'x' })).toEqual({ ok: true, value: { kind: 'secret', secret: 'x' } });
  });

  it.each([
    ['key first', own.both],
    ['certificate first', `${own.certificate}${own.key}`],
    ['beside other certificates, as in a chain', `${another.certificate}${own.both}`],
    ['with the ends of lines of Windows, and words between', `Bag Attributes\r\n${own.both.replaceAll('\n', '\r\n')}`],
    [
      'the key in its older form',
      `${String(own.privateKey.export({ type: 'pkcs1', format: 'pem' }))}${own.certificate}`,
    ],
  ])('is a certificate with its key in one file, %s', (_what, content) => {
    const read = reading(content);
    if (!read.ok || read.value.kind !== 'certificate') throw new Error('No certificate was read.');
    expect(read.value.certificate.checkPrivateKey(own.privateKey)).toBe(true);
    expect(read.value.privateKey.equals(own.privateKey)).toBe(true);
    // Nor would it be shown if somebody logged the settings.
    expect(inspect(read.value, { depth: 9 })).not.toContain('PRIVATE KEY');
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['neither is set', {}, 'is not set, nor is PTT_CLIENT_CERTIFICATE; set one of them'],
    ['both are empty', { PTT_CLIENT_SECRET: '', PTT_CLIENT_CERTIFICATE: '' }, 'is not set'],
    ['both are set', { PTT_CLIENT_SECRET: 'x', PTT_CLIENT_CERTIFICATE: 'y' }, 'take one of them away'],
  ])('is refused when %s', (_what, environment, words) => {
    const error = { name: 'PTT_CLIENT_SECRET', words: expect.stringContaining(words) };
    expect(readCredential(environment)).toEqual({ ok: false, error });
  });

  it('is refused when the file is not there, or cannot be read', () => {
    const missing = path.join(folder, 'elsewhere.pem');
    expect(readCredential({ PTT_CLIENT_CERTIFICATE: missing })).toEqual({
      ok: false,
      error: { name: 'PTT_CLIENT_CERTIFICATE', words: `${missing} is not there; set it to the path of a PEM file` },
    });
    expect(readCredential({ PTT_CLIENT_CERTIFICATE: folder })).toMatchObject({
      error: { words: expect.stringContaining('cannot be read (EISDIR)') },
    });
  });

  it.each([
    ['nothing', '', 'holds no private key; put the certificate and its private key into the one file'],
    ['the certificate alone', own.certificate, 'holds no private key'],
    ['the key alone', own.key, 'holds no certificate; put the certificate and its private key into the one file'],
    ['the key of another certificate', `${own.key}${another.certificate}`, 'that belongs to its private key'],
    ['a locked key', `${locked}${own.certificate}`, 'locked with a passphrase'],
    ['a broken key', `${own.both.replace(/\n.{64}\n/, '\nx\n')}`, 'a private key that cannot be read'],
    ['a broken certificate', `${own.key}${own.certificate.replace(/\n.{64}\n/, '\nx\n')}`, 'that belongs to its'],
    ['a key that is not RSA', `${elliptic}${own.certificate}`, 'is not RSA, which Microsoft Entra does not take'],
  ])('is refused when the file holds %s; what it holds is not repeated', (_what, content, words) => {
    const read = reading(content);
    const error = { name: 'PTT_CLIENT_CERTIFICATE', words: expect.stringContaining(words) };
    expect(read).toEqual({ ok: false, error });
    expect(JSON.stringify(read)).not.toMatch(/BEGIN|MII/);
  });
});
