import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { scheduleOf } from './schedule.ts';
import type { Spoilt } from './spoilt.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const run = promisify(execFile);
const faults = (...options: readonly string[]) => run(process.execPath, [here('run.ts'), ...options]);

describe('a term under failures and deaths', () => {
  it('comes to the same as one in peace', async () => {
    const { stdout } = await faults('--seeds', '2', '--workers', '2');
    // A schedule without a failure or without a death would come to the same with nothing to withstand.
    expect(stdout).toMatch(/^2 terms in \d+ seconds: [1-9][\d,]* failures on demand, [1-9]\d* deaths/m);
    expect(stdout).toContain('Nothing was lost, nothing doubled, and every mirror equals its list.');
  }, 180_000);

  it('is the same term for the same seed', () => {
    const told = (seed: number) => JSON.stringify({ ...scheduleOf(seed), weather: scheduleOf(seed).weatherOn(2) });
    expect(told(7)).toBe(told(7));
    expect(told(7)).not.toBe(told(8));
  });

  it.each([
    [['--seeds', 'many'], '--seeds many is no whole number from 1.'],
    [['--first', '0'], '--first 0 is no whole number from 1.'],
    [['--seed', '3'], "Unknown option '--seed'"],
  ])('cannot be asked for with %s', async (options, words) => {
    const usage = 'Write: npm run faults -- --seeds 200 --first 1 --workers 2';
    const refused = await faults(...options).then(
      () => null,
      (error: unknown) => error as { readonly code: number; readonly stderr: string },
    );
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(usage) });
    expect(refused?.stderr).toContain(words);
  });
});

describe('the judge of a term', () => {
  let spoilt: readonly Spoilt[];
  beforeAll(async () => {
    const child: ChildProcess = fork(here('spoilt.ts'));
    [spoilt] = (await once(child, 'message')) as [readonly Spoilt[]];
  }, 120_000);

  /** What is said after this was done and was not said before. */
  const news = (how: string): readonly string[] => {
    const place = spoilt.findIndex((one) => one.how === how);
    const before = spoilt[place - 1]?.wrong ?? [];
    return spoilt[place]?.wrong.filter((words) => !before.includes(words)) ?? [];
  };

  it('has nothing to say of a term that went well', () => {
    expect(spoilt[0]).toEqual({ how: 'nothing', wrong: [] });
  });

  it.each([
    ['a response is lost', /^inbox lacks/],
    ['a review is lost', /^reviews lacks/],
    ['an entry of a chronology is lost', /^chronology lacks/],
    ['an entry of a chronology is lost', /^The chronology of .* is not whole/],
    ['a case is changed', /^cases lacks/],
    ['a case is changed', /^The mirror of app-a is not equal to the list: cases/],
    ['a reminder was never said', /^A reminder was never claimed/],
    ['a digest is said again', /was said \d+ times/],
    ['a mail goes out again', /^1 mail more went out than may be/],
  ])('sees that %s: %s', (how, words) => {
    expect(news(how)).toContainEqual(expect.stringMatching(words));
  });
});
