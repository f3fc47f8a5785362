// npm run bench: how long the two questions take that are asked most often, which it only reports, and how long the rules
// take over a case record and over 100,000, which it holds against a limit.
import { performance } from 'node:perf_hooks';
import type { Agreement, Case, Notice, Review } from '#domain/case.ts';
import { mintCaseRef } from '#domain/case-ref.ts';
import { reviewsDue } from '#domain/review-due.ts';
import { aCase, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { aSection, completeContents } from '#test/builders/sections.ts';
import { inDays, today } from '#test/builders/today.ts';
import { assessCase } from '#workflows/casework/assess.ts';
import type { CaseRows } from '#workflows/casework/casefile.ts';
import type { Records, Row } from '#workflows/ports.ts';
import { benchAssess } from './assess.ts';
import { measuredWords } from './measure.ts';

interface Measured {
  readonly what: string;
  readonly runs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Runs the work some times without looking, so that the engine has seen it, and then with a watch. */
function measure(what: string, runs: number, work: (run: number) => unknown): Measured {
  for (let run = 0; run < Math.ceil(runs / 10); run += 1) work(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const begun = performance.now();
    work(run);
    return performance.now() - begun;
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.min(runs - 1, Math.floor(runs * share))] ?? 0;
  return { what, runs, medianMs: at(0.5), p99Ms: at(0.99) };
}

/** Draws that look random and are the same every time. */
function drawer(): (limit: number) => number {
  let last = 1;
  return (limit) => {
    last = (last * 48_271) % 2_147_483_647;
    return last % limit;
  };
}

/** As many active cases, each with one review planned somewhere in the next or last two months. */
function manyCases(count: number): { readonly cases: readonly Case[]; readonly reviews: readonly Review[] } {
  const draw = drawer();
  const refs = new Set<string>();
  while (refs.size < count) refs.add(mintCaseRef(draw));
  const cases = [...refs].map((ref) => aCase({ ref, startsOn: inDays(-draw(200)) }));
  return { cases, reviews: cases.map(({ ref }) => aReview({ caseRef: ref, dueOn: inDays(draw(120) - 60) })) };
}

const held = <T>(values: readonly T[]): Records<T> => {
  const rows: readonly Row<T>[] = values.map((value, index) => ({ id: String(index), etag: '"1"', value }));
  const notHere = (): never => {
    throw new Error('The bench only reads.');
  };
  return {
    all: () => rows,
    byKey: notHere,
    ofCase: () => rows,
    problems: () => [],
    problemAt: () => undefined,
    create: notHere,
    change: notHere,
    changeAsSeen: notHere,
    remove: notHere,
    refresh: notHere,
  };
};

/** One case as it stands after four months: seven reviews, three versions, its notices, every part filled in. */
function oneCase(): { readonly theCase: Case; readonly rows: CaseRows } {
  const theCase = aCase({ startsOn: inDays(-110), version: 3 });
  const reviews: readonly Review[] = [
    ...Array.from({ length: 7 }, (_, index) =>
      aHeldReview({
        number: index + 1,
        heldOn: inDays(14 * (index + 1) - 110),
        hoursAfter: 12.5 + index,
        pressId: `press-${index}`,
      }),
    ),
    aReview({ number: 8 }),
  ];
  const agreements: readonly Agreement[] = [1, 2, 3].map((version) => anAgreement({ version }));
  const notices: readonly Notice[] = [aNotice(), aNotice({ kind: 'update' })];
  return {
    theCase,
    rows: {
      cases: held([theCase]),
      agreements: held(agreements),
      reviews: held(reviews),
      notices: held(notices),
      chronology: held([]),
      sections: held(completeContents().map((content) => aSection(theCase.ref, content))),
    },
  };
}

const count = 100_000;
const { cases, reviews } = manyCases(count);
const { theCase, rows } = oneCase();
const school = aSchool();

const table: readonly Measured[] = [
  measure(
    `“review due” over ${count.toLocaleString('en-GB')} active cases, as the bot works it out from memory`,
    10,
    () => reviewsDue(cases, reviews, today),
  ),
  measure('assessing one case with eight reviews, as the tab does for each row', 2000, () =>
    assessCase(rows, school, theCase, today),
  ),
];

const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`.padStart(12);
process.stdout.write(
  `Node ${process.version}, one thread, no network. The time of one run; 99 of 100 runs took no longer than p99.\n\n`,
);
process.stdout.write(`${'median'.padStart(12)}${'p99'.padStart(12)}   runs  what\n`);
for (const { what, runs, medianMs, p99Ms } of table) {
  process.stdout.write(`${ms(medianMs)}${ms(p99Ms)}${String(runs).padStart(7)}  ${what}\n`);
}

const assessed = benchAssess();
process.stdout.write(
  `\nThe rules over case records, parsing not counted:\n${assessed.map(measuredWords).join('\n')}\n`,
);
if (assessed.some((one) => !one.within)) process.exitCode = 1;
