import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const Config = z.looseObject({ options: z.looseObject({ typeAware: z.boolean() }) });

const offences = {
  'the time of day from Temporal':
    "import { Temporal } from 'temporal-polyfill';\nexport const a = Temporal.Now.instant();",
  'the time of day from Date': 'export const a = Date.now();',
  'a new Date': 'export const a = new Date();',
  'a Date through globalThis': 'export const a = globalThis.Date.now();',
  'a random number': 'export const a = Math.random();',
};

describe('lint', () => {
  let house = '';

  beforeAll(() => {
    house = mkdtempSync(path.join(tmpdir(), 'ptt-lint-'));
    const { options, ...config } = Config.parse(JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')));
    // Type-aware rules need the project around the file; the rules under test do not.
    writeFileSync(
      path.join(house, '.oxlintrc.json'),
      JSON.stringify({ ...config, options: { ...options, typeAware: false } }),
    );
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  /** What lint says of one file at a place in the house. */
  function lint(file: string, source: string): string {
    const target = path.join(house, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, source);
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
    try {
      return execFileSync(process.execPath, [oxlint, '--format', 'unix', file], { cwd: house, encoding: 'utf8' });
    } catch (error) {
      return z.object({ stdout: z.string() }).parse(error).stdout;
    }
  }

  const cases = Object.entries(offences).flatMap(([what, source]) =>
    ['teams-app/domain', 'teams-app/policies'].map((folder) => ({ what, folder, source })),
  );

  it.each(cases)('refuses $what in $folder', ({ folder, source }) => {
    expect(lint(`${folder}/offence.ts`, source)).toMatch(/no-restricted-(globals|properties)/);
  });

  it('lets the host read the clock', () => {
    expect(lint('teams-app/host/clock.ts', offences['the time of day from Date'])).not.toContain('no-restricted');
  });
});
