import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { house, packageFences, type Room, roomOf } from './support/house.ts';
import { importsOf } from './support/imports.ts';

const root = path.resolve(import.meta.dirname, '..');
const slashed = (file: string): string => file.split(path.sep).join('/');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const aliases = z.object({ imports: z.record(z.string(), z.string()) }).parse(readJson('package.json')).imports;

const skipped = new Set(['node_modules', 'dist', '.cache', '.local', 'coverage', '.git']);
const sources = globSync('**/*.{ts,tsx}', { cwd: root, exclude: (name) => skipped.has(path.basename(name)) }).map(
  slashed,
);

/** The file of this project that a specifier names, or undefined where it names a package. Throws on an alias that nobody declared. */
function fileNamed(specifier: string, importer: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(importer), specifier);
  if (!specifier.startsWith('#')) return undefined;
  const alias = Object.entries(aliases).find(([pattern]) => specifier.startsWith(pattern.slice(0, -1)));
  if (!alias) throw new Error(`${importer} imports ${specifier}: package.json declares no such alias`);
  const [pattern, target] = alias;
  return path.posix.normalize(target.slice(0, -1) + specifier.slice(pattern.length - 1));
}

/** `@scope/name/deep/file` is the package `@scope/name`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What is wrong with one file, a sentence for each breach. */
function breaches(importer: string, source: string): readonly string[] {
  const here = roomOf(importer);
  if (here === undefined) return [`${importer} stands outside every room of the house`];
  const room = house[here];
  return importsOf(importer, source).flatMap(({ specifier, line }) => {
    const target = fileNamed(specifier, importer);
    const breach = target === undefined ? packageBreach(room, importer, specifier) : roomBreach(room, here, target);
    return breach === undefined ? [] : [`${importer}:${line} imports ${specifier}: ${breach}`];
  });
}

function roomBreach(room: Room | undefined, here: string, target: string): string | undefined {
  const there = roomOf(target);
  if (there === undefined) return 'it stands outside every room of the house';
  if (there === here || room?.mayImport.includes(there)) return undefined;
  return `${here} may import ${room?.mayImport.join(', ') || 'no other room'}, and not ${there}`;
}

function packageBreach(room: Room | undefined, importer: string, specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (room?.packages && !room.packages.includes(name))
    return `this room may import ${room.packages.join(', ') || 'no package'}`;
  return packageFences.find((fence) => fence.packageName.test(name) && !fence.allowedIn(importer))?.why;
}

describe('the fences between the folders', () => {
  const configFiles = sources.filter((file) => !file.includes('/'));
  const housed = sources.filter((file) => file.includes('/'));

  it.each(Object.entries(house))('see files in the room “%s”', (name) => {
    expect(housed.filter((file) => roomOf(file) === name)).not.toEqual([]);
  });

  it.each(Object.entries(house))('hold in “%s”: every import goes through a door that is in the table', (name) => {
    const files = housed.filter((file) => roomOf(file) === name);
    expect(files.flatMap((file) => breaches(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it('leave no source file outside the house but the configuration of tools', () => {
    expect(housed.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(configFiles.filter((file) => !file.endsWith('.config.ts'))).toEqual([]);
  });

  it('keep botbuilder in one file of the bot', () => {
    const users = housed.filter(
      (file) =>
        !file.startsWith('test/') &&
        importsOf(file, readFileSync(path.join(root, file), 'utf8')).some(({ specifier }) =>
          specifier.startsWith('botbuilder'),
        ),
    );
    expect(users).toEqual(['bot/adapter.ts']);
  });

  it.each([
    ['teams-app/domain/case.ts', "import { x } from '#graph/lists.ts';"],
    ['teams-app/domain/case.ts', "import type { X } from '../workflows/ports.ts';"],
    ['teams-app/domain/case.ts', "import { readFile } from 'node:fs/promises';"],
    ['teams-app/policies/derby.ts', "type X = import('#host/config.ts').Config;"],
    ['bot/commands.ts', "import { lists } from '#graph/lists/schema.ts';"],
    ['bot/commands.ts', "import { TurnContext } from 'botbuilder';"],
    ['tab/client/app.tsx', "export * from '#tab/api/routes.ts';"],
    ['teams-app/host/compose.ts', "const tenant = await import('#local/tenant.ts');"],
    ['teams-app/workflows/sweep.ts', "import { Client } from '@microsoft/microsoft-graph-client';"],
    ['infra/local/connector/send.ts', "const { CloudAdapter } = require('botbuilder');"],
    ['tools/elsewhere.ts', ''],
  ])('refuse, in %s: %s', (importer, source) => {
    expect(breaches(importer, source)).toHaveLength(1);
  });

  it('are not taken in by a comment or a text that looks like an import', () => {
    const source = "// import { x } from '#graph/a.ts'\nexport const y = \"import('botbuilder')\";";
    expect(breaches('teams-app/domain/case.ts', source)).toEqual([]);
  });
});

describe('the project references', () => {
  const Project = z.object({
    references: z.array(z.object({ path: z.string() })).default([]),
    compilerOptions: z
      .object({ types: z.array(z.string()).optional(), lib: z.array(z.string()).optional() })
      .optional(),
  });
  const projectOf = (file: string): z.infer<typeof Project> => Project.parse(readJson(file));
  const roomByProject = new Map(Object.entries(house).map(([name, room]) => [room.project, name]));

  /** The rooms that a tsconfig refers to; a reference to a folder means the tsconfig.json in it. */
  const referredBy = (file: string): readonly string[] =>
    projectOf(file).references.map((reference) => {
      const target = path.posix.join(path.posix.dirname(file), reference.path);
      const project = target.endsWith('.json') ? target : `${target}/tsconfig.json`;
      return roomByProject.get(project) ?? `${project}, which is no room`;
    });

  it.each(Object.entries(house))('of “%s” say the same as the table', (_name, room) => {
    expect(referredBy(room.project).toSorted()).toEqual(room.mayImport.toSorted());
  });

  it('of the whole house take in every room', () => {
    expect(referredBy('tsconfig.json').toSorted()).toEqual(Object.keys(house).toSorted());
  });

  it.each(['domain', 'policies'])('give “%s” neither node nor a browser', (name) => {
    const options = projectOf(house[name]?.project ?? '').compilerOptions;
    const base = projectOf('tsconfig.base.json').compilerOptions;
    expect(options?.types ?? base?.types).toEqual([]);
    expect(options?.lib ?? base?.lib).toEqual(['ES2024']);
  });
});
