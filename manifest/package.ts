import { readFile } from 'node:fs/promises';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import { colourIcon, outlineIcon } from './icons/icons.ts';
import type { ManifestSettings } from './settings.ts';

/** The first moment a zip can hold, in local time as zips have it: the same settings make the same package on every day. */
const fixedTime = new Date(1980, 0, 1);

/** The package takes a manifest that is typed as right already; whether it is right is what the schema is asked. */
const Unchecked = z.custom<TeamsManifest>((value) => typeof value === 'object' && value !== null);

/** The manifest for one installation. The error is what Microsoft's schema says against it, a sentence each. */
export async function buildManifest(settings: ManifestSettings): Promise<Result<TeamsManifest, readonly string[]>> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(await read('../package.json'));
  const values = {
    VERSION: version,
    TEAMS_APP_ID: settings.teamsAppId,
    CLIENT_ID: settings.clientId,
    HOST: settings.host,
  };
  return validate(fill(await read('./manifest.json'), values));
}

/** Replaces `${{NAME}}` in every text of a JSON value. A name without a value is a mistake in the template. */
function fill(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') {
    return template.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`manifest.json asks for \${{${name}}}, which nothing fills in.`);
      return value;
    });
  }
  if (Array.isArray(template)) return template.map((entry) => fill(entry, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, values)]));
}

/** Checks a manifest against the schema of its version, which comes with @microsoft/app-manifest: nothing is fetched. */
export async function validate(manifest: unknown): Promise<Result<TeamsManifest, readonly string[]>> {
  const candidate = Unchecked.parse(manifest);
  const errors = await AppManifestUtils.validateAgainstSchema(candidate);
  return errors.length === 0 ? ok(candidate) : err(errors.map((error) => `manifest.json: ${error}`));
}

/** The app package that one uploads to Teams: the manifest and its two icons, zipped. */
export async function buildPackage(settings: ManifestSettings): Promise<Result<Uint8Array, readonly string[]>> {
  const manifest = await buildManifest(settings);
  if (!manifest.ok) return manifest;
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest.value, null, 2)}\n`),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  return ok(zipSync(files, { mtime: fixedTime, level: 9 }));
}
