import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { checkNames, type Check } from '#graph/doctor/check.ts';
import { menders } from '#graph/trouble.ts';
import { runCommand } from '#host/command-line.ts';
import type { Surroundings } from '#host/compose.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import type { TenantDefinition } from '#local/tenant-definition.ts';
import { makeTrustFile, type OpenTrust, type TrustFile } from '../../graph/support/a-trust.ts';

const Report = z.strictObject({
  summary: z.string(),
  checks: z.array(
    z.strictObject({
      check: z.enum(checkNames),
      about: z.string().nullable(),
      standing: z.enum(['ok', 'to mend', 'not looked at']),
      words: z.string(),
      who: z.enum(menders).nullable(),
      todo: z.string().nullable(),
    }),
  ),
});

export async function runDoctor(surroundings: () => Surroundings, ...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(['doctor', ...words], surroundings, {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    progress: () => undefined,
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

/** What is wrong, as a program reads it. */
export async function wrong(surroundings: () => Surroundings): Promise<readonly Check[]> {
  const { code, said, complained } = await runDoctor(surroundings, '--json');
  const { checks } = Report.parse(JSON.parse(said));
  const found = checks.filter(({ standing }) => standing !== 'ok');
  expect([code, complained]).toEqual([found.length > 0 ? 2 : 0, '']);
  expect(found.filter(({ who, todo }) => who === null || !todo)).toEqual([]);
  return found;
}

/** Without what is to be done about it. */
export const brief = ({ check, about, standing, words, who }: Check) => ({ check, about, standing, words, who });
export const contains = (words: string): string => expect.stringContaining(words) as string;

export interface Visit {
  /** Opens the trust anew, with these changes to what its administrator has set up. */
  readonly open: (changes?: Partial<TenantDefinition>) => Promise<void>;
  readonly trust: () => OpenTrust;
  readonly there: (settings?: Readonly<Record<string, string>>) => () => Surroundings;
}

/** One trust for the tests of a file; each opens it for itself and may do with it what it likes. */
export function aVisit(): Visit {
  let file: TrustFile;
  let trust: OpenTrust | undefined;
  const opened = (): OpenTrust => {
    if (!trust) throw new Error('The trust has not been opened.');
    return trust;
  };
  beforeAll(async () => {
    file = await makeTrustFile();
  });
  afterEach(async () => {
    await trust?.tenant.stop();
    trust = undefined;
  });
  afterAll(() => file.remove());
  return {
    async open(changes = {}) {
      trust = await file.open({ ...demoTenant, ...changes });
    },
    trust: opened,
    there: (settings) => () => opened().surroundings(settings),
  };
}
