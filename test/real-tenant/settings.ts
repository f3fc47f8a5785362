// The file that PTT_REAL_TENANT names: the settings of the app as its environment would hold them, and what the tests need besides.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Config, readConfig } from '#host/config.ts';
import { z } from 'zod';

const guide = 'docs/testing-against-a-real-tenant.md says what belongs into it';

const schema = z.object({
  PTT_TEST_SITE: z.string().startsWith('/sites/', 'must look like /sites/contract-tests'),
  PTT_TEST_HAND_ID: z.guid(),
  PTT_TEST_HAND_SECRET: z.string().min(1),
  PTT_TEST_TEAM: z.guid(),
  PTT_TEST_CHANNEL: z.string().startsWith('19:', 'must look like 19:…@thread.tacv2'),
  PTT_TEST_SERVICE_URL: z.url({ protocol: /^https$/ }).endsWith('/', 'must end with a slash'),
  PTT_TEST_SENCO: z.guid(),
  PTT_TEST_SENCO_NAME: z.string().min(1),
  PTT_TEST_TRUST_OFFICER: z.guid(),
  PTT_TEST_READER: z.email().toLowerCase(),
  PTT_TEST_INBOX: z.email().optional(),
  PTT_TEST_LOOPBACK: z
    .string()
    .regex(/^http:\/\/127\.0\.0\.1:\d+$/, 'must look like http://127.0.0.1:3978')
    .optional(),
});

export interface TenantSettings {
  /** The app, as it would run in this tenant. */
  readonly app: Config;
  /** Another registration, for what people do by hand, and for tidying up. */
  readonly hand: Config;
  /** The server-relative path of the site on which lists are made and documents filed. */
  readonly site: string;
  readonly team: { readonly id: string; readonly channelId: string; readonly serviceUrl: string };
  readonly senco: { readonly id: string; readonly name: string };
  readonly trustOfficer: { readonly id: string };
  /** Somebody with an account in the tenant, a guest as well, with whom a document may be shared. */
  readonly reader: string;
  /** An inbox that may be read; null where no mail is to be sent. */
  readonly inbox: string | null;
  /** Where a tenant on this computer stands in for Microsoft's hosts; null for Microsoft itself. */
  readonly loopback: string | null;
}

/** Throws one error that says what is wrong with the file and what to do. */
export function readTenantSettings(file: string): TenantSettings {
  const environment = parseEnv(readText(file));
  const own = schema.safeParse(environment);
  const problems = own.success
    ? []
    : own.error.issues.map(({ path, message }) => {
        const name = path.join('.');
        return `  ${name}: ${environment[name] === undefined ? 'is not set' : message}`;
      });
  // The app cannot be without a hub; the tests open none.
  const ofApp = { PTT_HUB_SITE: '/sites/no-hub', ...environment };
  const app = configOr(problems, ofApp);
  if (!own.success || app === null)
    throw new Error(`${file}, which PTT_REAL_TENANT names, cannot be used; ${guide}.\n${problems.join('\n')}`);
  const settings = own.data;
  return {
    app,
    hand: readConfig({
      ...ofApp,
      PTT_CLIENT_ID: settings.PTT_TEST_HAND_ID,
      PTT_CLIENT_SECRET: settings.PTT_TEST_HAND_SECRET,
      PTT_CLIENT_CERTIFICATE: undefined,
    }),
    site: settings.PTT_TEST_SITE,
    team: {
      id: settings.PTT_TEST_TEAM,
      channelId: settings.PTT_TEST_CHANNEL,
      serviceUrl: settings.PTT_TEST_SERVICE_URL,
    },
    senco: { id: settings.PTT_TEST_SENCO, name: settings.PTT_TEST_SENCO_NAME },
    trustOfficer: { id: settings.PTT_TEST_TRUST_OFFICER },
    reader: settings.PTT_TEST_READER,
    inbox: settings.PTT_TEST_INBOX ?? null,
    loopback: settings.PTT_TEST_LOOPBACK ?? null,
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const what = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new Error(
      `PTT_REAL_TENANT names ${file}, which ${what}. Write the file, or unset PTT_REAL_TENANT; ${guide}.`,
    );
  }
}

function configOr(problems: string[], environment: Readonly<Record<string, string | undefined>>): Config | null {
  try {
    return readConfig(environment);
  } catch (error) {
    // Its first line speaks of environment variables; the others name one setting each.
    problems.push(...(error instanceof Error ? error.message.split('\n').slice(1) : []));
    return null;
  }
}
