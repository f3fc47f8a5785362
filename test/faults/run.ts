// npm run faults -- --seeds 5000: plays the term under that many schedules of failures and deaths, says how far it is, and at the end
// what was wrong with which seed. One seed again: npm run faults -- --first 17 --seeds 1
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Outcome } from './worker.ts';

const usage =
  'Write: npm run faults -- --seeds 200 --first 1 --workers 2 (whole numbers from 1; each may be left out).';

function asked(): { readonly seeds: number; readonly first: number; readonly workers: number } {
  const numbers = { seeds: 200, first: 1, workers: availableParallelism() + 1 };
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { seeds: text, first: text, workers: text } });
    for (const [name, value] of Object.entries(values)) {
      const number = Number(value);
      if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${value} is no whole number from 1.`);
      numbers[name as keyof typeof numbers] = number;
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
  return numbers;
}

const { seeds, first, workers } = asked();
const begun = performance.now();
const outcomes: Outcome[] = [];
const failed = (): readonly Outcome[] => outcomes.filter(({ wrong }) => wrong.length > 0);
let next = first;

function sayProgress(): void {
  const words = `${outcomes.length} of ${seeds} terms played, ${failed().length} with something wrong`;
  if (process.stdout.isTTY) process.stdout.write(`\r${words}`);
  else if (outcomes.length % Math.ceil(seeds / 20) === 0) console.log(words);
}

function sayWrong({ seed, wrong }: Outcome): void {
  if (process.stdout.isTTY) console.log();
  console.log(`Seed ${seed}:`);
  for (const words of wrong.slice(0, 12)) console.log(`  ${words.slice(0, 600)}`);
  if (wrong.length > 12) console.log(`  and ${wrong.length - 12} more`);
}

/** A worker plays one term after another until there are no more. */
function work(): Promise<void> {
  const worker: ChildProcess = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    execArgv: ['--max-semi-space-size=64'],
  });
  let playing: number | null = null;
  const begin = (): void => {
    playing = next < first + seeds ? next : null;
    next += 1;
    if (playing === null) worker.disconnect();
    else worker.send(playing);
  };
  const take = (outcome: Outcome): void => {
    outcomes.push(outcome);
    if (outcome.wrong.length > 0) sayWrong(outcome);
    sayProgress();
  };
  worker.on('message', (outcome: Outcome) => {
    take(outcome);
    begin();
  });
  begin();
  return new Promise((resolve) => {
    worker.on('exit', (code) => {
      if (playing !== null)
        take({ seed: playing, told: null, wrong: [`The process that played it ended with ${code}.`] });
      resolve();
    });
  });
}

await Promise.all(Array.from({ length: Math.min(workers, seeds) }, work));

const total = (of: keyof NonNullable<Outcome['told']>): string =>
  outcomes.reduce((sum, { told }) => sum + (told?.[of] ?? 0), 0).toLocaleString('en-GB');
const seconds = Math.round((performance.now() - begun) / 1000);
if (process.stdout.isTTY) console.log();
console.log(
  [
    `${outcomes.length} terms in ${seconds} seconds: ${total('hit')} failures on demand, ${total('deaths')} deaths, ${total('tries')} second tries of people.`,
    failed().length === 0
      ? 'Nothing was lost, nothing doubled, and every mirror equals its list.'
      : `Something was wrong in ${failed().length}: seeds ${failed()
          .map(({ seed }) => seed)
          .toSorted((a, b) => a - b)
          .join(', ')}.`,
  ].join('\n'),
);
process.exitCode = failed().length === 0 && outcomes.length === seeds ? 0 : 1;
