// Everything the rules say about one case, all together. Pure: the day and the school's calendar are handed in.
import { gravities, pathText, type RecordFinding, type RecordPath } from './finding.ts';
import { flags } from './flags/all.ts';
import { factsOf, type AssessContext, type Facts } from './flags/facts.ts';
import type { CaseRecord } from './record/case-record.ts';
import { evaluateRules } from './rules/evaluate.ts';
import type { Stack } from './rules/stack.ts';

/** A case that has ended owes records and notices, and nothing else. */
const records: ReadonlySet<string | number | undefined> = new Set([
  'notices',
  'closure',
  'transfer',
  'marks',
  'documents',
  'chronology',
]);

const ended: ReadonlySet<CaseRecord['status']> = new Set(['closed', 'declined', 'withdrawn']);

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const rank: Readonly<Record<RecordFinding['severity'], number>> = Object.fromEntries(
  gravities.map((gravity, place) => [gravity, place]),
) as Record<RecordFinding['severity'], number>;

/** Gravest first; what is equally grave by rule, words and place, so that the order of lists in the record is not seen. */
const inOrder = (a: RecordFinding, b: RecordFinding): number =>
  rank[a.severity] - rank[b.severity] ||
  byText(a.rule, b.rule) ||
  byText(a.words, b.words) ||
  byText(pathText(a.at), pathText(b.at));

const startsWith = (path: RecordPath, start: RecordPath): boolean => start.every((step, place) => path[place] === step);

/**
 * What a policy asks for in so many words is said with its line, and not a second time without it. A sign-off that is
 * still to come, or that a policy wants justified for the pupil's group, answers for what is exceptional too.
 */
const saysSame = (flag: RecordFinding, demand: RecordFinding): boolean =>
  (flag.rule === demand.rule || flag.rule === 'exceptional') && startsWith(flag.at, demand.at);

/** Of reviews and planning meetings the flag names each one that lacks something, a policy’s demand only one of them. */
const namesEach: ReadonlySet<string> = new Set(['F21', 'F55']);
const namedByFlag = (demand: RecordFinding, flagged: readonly RecordFinding[]): boolean =>
  flagged.some((one) => one.rule === demand.rule && pathText(one.at) === pathText(demand.at));

/**
 * What still has to happen before a plan starts stops nothing while there is time: an idea is stopped by nothing, and a plan that
 * waits for its start only waits for the parent's answer and the headteacher's sign-off.
 */
function inTime(one: RecordFinding, { record: { status }, start, today }: Facts): RecordFinding {
  const isAhead = (status === 'preparing' || status === 'agreed') && start !== null && start > today;
  const awaited = isAhead && (one.rule === 'F05' || one.at[0] === 'signOff');
  return one.severity === 'stop' && (status === 'considering' || awaited) ? { ...one, severity: 'act this week' } : one;
}

/** All findings about a record under a school's stack of policies, gravest first. Never throws on a parsed record. */
export function assess(record: CaseRecord, stack: Stack, context: AssessContext): readonly RecordFinding[] {
  const demanded = evaluateRules(record, stack, context);
  const flagged: RecordFinding[] = [];
  const facts = factsOf(record, stack, context);
  for (const flag of flags) flag(facts, flagged);
  const found = [
    ...demanded.filter((one) => !(namesEach.has(one.rule) && namedByFlag(one, flagged))),
    ...flagged.filter((one) => namesEach.has(one.rule) || !demanded.some((other) => saysSame(one, other))),
  ];
  const owed = ended.has(record.status) ? found.filter((one) => records.has(one.at[0])) : found;
  return owed.map((one) => inTime(one, facts)).toSorted(inOrder);
}
