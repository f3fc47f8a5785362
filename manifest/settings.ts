import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#domain/result.ts';

/** What differs from one installation to the next. */
export interface ManifestSettings {
  /** The Teams app's own id, a GUID. */
  readonly teamsAppId: string;
  /** The Entra registration that signs people in and is the bot, a GUID. */
  readonly clientId: string;
  /** Where the app is reached, e.g. ptt.rowantree.example. */
  readonly host: string;
}

interface Setting {
  readonly option: string;
  readonly variable: string;
  readonly what: string;
  /** What is wrong with a value, or undefined. */
  readonly fault: (value: string) => string | undefined;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hostName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

const guidFault = (value: string): string | undefined =>
  guid.test(value) ? undefined : 'is not a GUID such as 3f1c8a52-7b7e-4a55-9c0e-2d3b1f6a9e10';
const hostFault = (value: string): string | undefined =>
  hostName.test(value)
    ? undefined
    : 'is not a host name: write it without https://, port or path, like ptt.example.org';

const settings: Readonly<Record<keyof ManifestSettings, Setting>> = {
  teamsAppId: {
    option: 'teams-app-id',
    variable: 'PTT_TEAMS_APP_ID',
    what: 'the id of the Teams app, any GUID that stays the same from version to version',
    fault: guidFault,
  },
  clientId: {
    option: 'client-id',
    variable: 'PTT_CLIENT_ID',
    what: 'the client id of the app’s registration in Entra',
    fault: guidFault,
  },
  host: { option: 'host', variable: 'PTT_HOST', what: 'the host name the app is reached at', fault: hostFault },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings from arguments, or else from the environment. The error is a sentence for each setting that is missing or wrong. */
export function readSettings(
  args: readonly string[],
  environment: Environment,
): Result<ManifestSettings, readonly string[]> {
  const given = optionsIn(args);
  if (!given.ok) return given;
  const faults: string[] = [];
  const read = (name: keyof ManifestSettings): string => {
    const { option, variable, what, fault } = settings[name];
    const value = given.value[option] ?? environment[variable] ?? '';
    if (value === '') faults.push(`--${option} (or ${variable}) is missing: ${what}.`);
    else if (fault(value) !== undefined)
      faults.push(`--${option} (or ${variable}) is “${value}”, which ${fault(value)}.`);
    return value;
  };
  const values = { teamsAppId: read('teamsAppId'), clientId: read('clientId'), host: read('host') };
  return faults.length === 0 ? ok(values) : err(faults);
}

function optionsIn(args: readonly string[]): Result<Readonly<Record<string, string | undefined>>, readonly string[]> {
  const options = Object.fromEntries(
    Object.values(settings).map(({ option }) => [option, { type: 'string' as const }]),
  );
  try {
    return ok(parseArgs({ args: [...args], options, strict: true }).values);
  } catch (error) {
    return err([error instanceof Error ? error.message : String(error)]);
  }
}
