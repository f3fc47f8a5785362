// npm run build:manifest -- --host ptt.example.org --client-id … --teams-app-id …
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildPackage } from './package.ts';
import { readSettings } from './settings.ts';

const target = path.join('dist', 'manifest', 'part-time-timetables.zip');

const settings = readSettings(process.argv.slice(2), process.env);
const built = settings.ok ? await buildPackage(settings.value) : settings;
if (built.ok) {
  const file = path.resolve(import.meta.dirname, '..', target);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, built.value);
  process.stdout.write(`Wrote ${target}. Upload it in the Teams admin centre under “Manage apps”.\n`);
} else {
  process.stderr.write(`The Teams app package was not built.\n${built.error.map((line) => `  ${line}\n`).join('')}`);
  process.exitCode = 1;
}
