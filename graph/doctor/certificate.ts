// The certificate with which the app signs in: until when it is good. Entra is not asked; a secret's last day only Entra knows.
import type { X509Certificate } from 'node:crypto';
import { londonDate, shortDate, Temporal } from '#domain/dates.ts';
import { type Check, fine, toMend } from './check.ts';
import { registrationPage } from './entra-codes.ts';
import type { Patient } from './patient.ts';

/** From how many days before its end another one is asked for. */
const noticeDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

export function lookAtCertificate({ now, settings }: Patient, certificate: X509Certificate): Check {
  const end = Date.parse(certificate.validTo);
  const day = shortDate(londonDate(Temporal.Instant.fromEpochMilliseconds(end)));
  const daysLeft = Math.floor((end - now()) / dayMs);
  if (daysLeft >= noticeDays) return fine('certificate', null, `Good until ${day}.`);
  return toMend('certificate', null, {
    words:
      daysLeft < 0
        ? `It ended on ${day}.`
        : `It ends on ${day}, ${daysLeft === 0 ? 'within a day' : `in ${daysLeft} days`}.`,
    who: 'whoever runs the app',
    todo: `Make another, have it uploaded at ${registrationPage('Credentials', settings)} and set PTT_CLIENT_CERTIFICATE to its file: docs/setting-up.md, “Certificate or secret”.`,
  });
}
