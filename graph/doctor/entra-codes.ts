// What Entra's numbers mean when an app signs in for itself, and what to do.
import type { Trouble } from '../trouble.ts';
import type { PatientSettings } from './patient.ts';

type App = Pick<PatientSettings, 'tenantId' | 'clientId'>;

/** A page of the app's registration in the Entra admin centre. */
export const registrationPage = (page: 'Overview' | 'Credentials' | 'CallAnAPI', { clientId }: App): string =>
  `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${clientId}`;

const noTenant = ({ tenantId }: App): Trouble => ({
  words: `There is no tenant ${tenantId}.`,
  who: 'whoever runs the app',
  todo: 'Set PTT_TENANT_ID to the directory (tenant) ID on the registration’s Overview page.',
});

const troubles: Readonly<Record<number, (app: App) => Trouble>> = {
  7000215: (app) => ({
    words: 'The client secret is not one of this app’s.',
    who: 'whoever runs the app',
    todo: `Set PTT_CLIENT_SECRET to the secret’s value, not to its ID. A value that is lost cannot be shown again: make another at ${registrationPage('Credentials', app)}`,
  }),
  7000222: (app) => ({
    words: 'The client secret has expired.',
    who: 'Microsoft 365 administrator',
    todo: `Make a new secret at ${registrationPage('Credentials', app)} and set PTT_CLIENT_SECRET to its value; better, change to a certificate: docs/setting-up.md, “Certificate or secret”.`,
  }),
  700027: (app) => ({
    words: 'The certificate is not one of this app’s, or has ended.',
    who: 'Microsoft 365 administrator',
    todo: `Upload the certificate of the file in PTT_CLIENT_CERTIFICATE, or another one if it has ended, at ${registrationPage('Credentials', app)}`,
  }),
  700024: () => ({
    words: 'By Entra’s clock, what the app signed with its certificate is not valid yet, or no longer.',
    who: 'whoever runs the app',
    todo: 'Set this computer’s clock: the next line says by how much it is off.',
  }),
  65001: (app) => ({
    words: `Nobody has consented to the app ${app.clientId} in this tenant.`,
    who: 'Microsoft 365 administrator',
    todo: `Press “Grant admin consent” at ${registrationPage('CallAnAPI', app)}`,
  }),
  700016: ({ tenantId, clientId }) => ({
    words: `The tenant ${tenantId} does not know the app ${clientId}.`,
    who: 'whoever runs the app',
    todo: 'Set PTT_CLIENT_ID and PTT_TENANT_ID to the two IDs on the registration’s Overview page.',
  }),
  90002: noTenant,
  900023: noTenant,
  7000112: ({ clientId }) => ({
    words: `The app ${clientId} is switched off in this tenant.`,
    who: 'Microsoft 365 administrator',
    todo: 'In Entra, Enterprise applications, the app, Properties: set “Enabled for users to sign in” to Yes.',
  }),
  53003: () => ({
    words: 'A conditional access policy keeps the app from signing in.',
    who: 'Microsoft 365 administrator',
    todo: 'Take the app, or the address that it calls from, out of the conditional access policy for workload identities.',
  }),
};

export const troubleOfCode = (code: number, app: App): Trouble =>
  troubles[code]?.(app) ?? {
    words: `Entra refused the sign-in (AADSTS${code}).`,
    who: 'Microsoft 365 administrator',
    todo: `Read what it means at https://login.microsoftonline.com/error?code=${code}`,
  };
