// Settings are read once, here, and checked before anything starts. Secrets stay in the one record that needs them.
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Role } from '#domain/people.ts';
import type { AppCredential } from '#graph/sign-in.ts';
import { readCredential } from './credential.ts';

const guid = z.guid();

/** `headteacher=<group id>;senco=<group id>;…` */
const roleGroups = z.string().transform((text, context): Partial<Record<Role, string>> => {
  const groups: Partial<Record<Role, string>> = {};
  for (const part of text.split(';').filter(Boolean)) {
    const [name, id] = part.split('=').map((one) => one.trim());
    const role = z.enum(['headteacher', 'senco', 'dsl', 'attendance', 'trust']).safeParse(name);
    const group = guid.safeParse(id);
    if (role.success && group.success) groups[role.data] = group.data;
    else
      context.addIssue({
        code: 'custom',
        message: `“${part}” is not role=group-id, with a role of headteacher, senco, dsl, attendance, trust`,
      });
  }
  return groups;
});

/** Where the app is reached from outside, without a slash at its end. Microsoft 365 wants TLS; this computer's own addresses do without. */
const publicAddress = z.string().transform((text, context): string => {
  const url = URL.parse(text);
  const isHere = url?.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url && (url.protocol === 'https:' || isHere) && !url.search && !url.hash && !url.username)
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  context.addIssue({ code: 'custom', message: 'must look like https://timetables.contoso.com' });
  return z.NEVER;
});

const schema = z.object({
  PTT_TENANT_ID: guid,
  PTT_CLIENT_ID: guid,
  PTT_SHAREPOINT_HOST: z.string().regex(/^[a-z0-9-]+\.sharepoint\.com$/, 'must look like contoso.sharepoint.com'),
  PTT_HUB_SITE: z.string().startsWith('/sites/', 'must look like /sites/part-time-timetables'),
  PTT_SHARED_MAILBOX: z.email(),
  PTT_ROLE_GROUPS: roleGroups,
  PTT_TEAMS_APP_ID: guid.optional(),
  PTT_POLL_SECONDS: z.coerce.number().min(0.2).max(3600).default(60),
  PTT_INSTANCE: z.string().min(1).default(hostname()),
  PTT_LISTEN: z.string().default('127.0.0.1'),
  PTT_SNAPSHOT: z.string().min(1).optional(),
  PTT_PUBLIC_ADDRESS: publicAddress.optional(),
  PTT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3979),
});

export interface Config {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: AppCredential;
  readonly sharePointHost: string;
  readonly hubSite: string;
  readonly sharedMailbox: string;
  readonly roleGroups: Partial<Record<Role, string>>;
  readonly teamsAppId: string;
  readonly pollSeconds: number;
  readonly instance: string;
  readonly listen: string;
  /** The file that keeps what was last read; null to keep nothing. */
  readonly snapshot: string | null;
  /**
   * Where Microsoft 365 reaches this app, so that it can say when a list has changed; null to find out by asking alone. Two running
   * apps need an address each.
   */
  readonly publicAddress: string | null;
  readonly logLevel: string;
  readonly port: number;
}

/** Throws one error that names every setting that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = schema.safeParse(environment);
  const credential = readCredential(environment);
  if (!read.success || !credential.ok) {
    const issues = read.success ? [] : read.error.issues;
    const lines = issues.map((issue) => {
      const name = issue.path.join('.');
      return `  ${name}: ${environment[name] === undefined ? 'is not set' : issue.message}`;
    });
    if (!credential.ok) lines.push(`  ${credential.error.name}: ${credential.error.words}`);
    throw new Error(`These settings are missing or wrong (environment variables):\n${lines.join('\n')}`);
  }
  const settings = read.data;
  return {
    tenantId: settings.PTT_TENANT_ID,
    clientId: settings.PTT_CLIENT_ID,
    credential: credential.value,
    sharePointHost: settings.PTT_SHAREPOINT_HOST,
    hubSite: settings.PTT_HUB_SITE,
    sharedMailbox: settings.PTT_SHARED_MAILBOX,
    roleGroups: settings.PTT_ROLE_GROUPS,
    teamsAppId: settings.PTT_TEAMS_APP_ID ?? settings.PTT_CLIENT_ID,
    pollSeconds: settings.PTT_POLL_SECONDS,
    instance: settings.PTT_INSTANCE,
    listen: settings.PTT_LISTEN,
    snapshot: settings.PTT_SNAPSHOT ?? null,
    publicAddress: settings.PTT_PUBLIC_ADDRESS ?? null,
    logLevel: settings.PTT_LOG_LEVEL,
    port: settings.PORT,
  };
}
