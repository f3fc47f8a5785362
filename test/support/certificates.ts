// Certificates for tests, made when they are needed: node:crypto reads X.509 and cannot write it. Each signs itself, as those do that one
// uploads to an app's registration.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface TestCertificate {
  /** The certificate alone, in PEM, as it is uploaded. */
  readonly certificate: string;
  readonly privateKey: KeyObject;
  /** The private key alone, in PEM. */
  readonly key: string;
  /** Both, as the app keeps them. */
  readonly both: string;
}

/** DER: a tag, the length, and what is in it. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const commonName = Buffer.from([0x55, 0x04, 0x03]);
const sha256WithRsa = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]);
const algorithm = sequence(der(0x06, sha256WithRsa), der(0x05));
const nameOf = (words: string): Buffer =>
  sequence(der(0x31, sequence(der(0x06, commonName), der(0x0c, Buffer.from(words)))));
const timeOf = (moment: Date): Buffer =>
  der(0x17, Buffer.from(`${moment.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
const pemOf = (content: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${content.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;

export interface CertificateChoices {
  readonly from?: Date;
  readonly until?: Date;
}

export function aCertificate({ from, until }: CertificateChoices = {}): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = nameOf('Part-time timetables, for tests');
  const signed = sequence(
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(timeOf(from ?? new Date('2020-01-01T00:00:00Z')), timeOf(until ?? new Date('2049-12-31T00:00:00Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const seal = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey));
  const certificate = pemOf(sequence(signed, algorithm, seal));
  const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { certificate, privateKey, key, both: `${key}${certificate}` };
}
