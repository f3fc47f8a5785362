// npm run ptt -- check CASE.json: what one case lacks, by the rules of its school's policies. Needs no tenant.
import { readFile } from 'node:fs/promises';
import { assess } from '#domain/assess.ts';
import { londonDate, parseDate, shortDate, type PlainDate } from '#domain/dates.ts';
import { gravities, pathText, type RecordFinding } from '#domain/finding.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseRecord, problemText, type RecordProblem } from '#domain/record/parse-record.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Stack } from '#domain/rules/stack.ts';
import { ordinarySchoolWeek, schoolWeek, type SchoolWeek } from '#domain/timetable/school-week.ts';
import { policies, stackFor } from '#policies/stack-for.ts';
import type { Clock } from '#workflows/ports.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOrder {
  readonly file: string | undefined;
  readonly today: string | undefined;
  /** Policy ids with commas between, in place of those in the case. */
  readonly policies: string | undefined;
  readonly json: boolean;
}

interface Checked {
  readonly record: CaseRecord;
  readonly stack: Stack;
  readonly today: PlainDate;
  readonly ownTimes: boolean;
  readonly findings: readonly RecordFinding[];
}

/** One sentence about the order itself, or what the document holds that no case can hold. */
type Unreadable = { readonly sentence: string } | { readonly problems: readonly RecordProblem[] };

const sentence = (words: string): { readonly ok: false; readonly error: Unreadable } => err({ sentence: words });

async function readDocument(file: string | undefined): Promise<Result<unknown, Unreadable>> {
  if (file === undefined) return sentence('Name the case to check, for instance: npm run ptt -- check case.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return sentence(`${file} cannot be read: is the name right, and is it a file?`);
  }
  try {
    // Some editors on Windows put a byte order mark first, which JSON does not know.
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const place = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0];
    return sentence(`${file} is not JSON${place ? `: look at ${place}` : ''}. Save the case again from where it came.`);
  }
}

function readToday(typed: string | undefined, clock: Clock): Result<PlainDate, Unreadable> {
  if (typed === undefined) return ok(londonDate(clock.now()));
  const today = parseDate(typed);
  return today.ok ? today : sentence(`--today: ${today.error}.`);
}

function stackOf(record: CaseRecord, asked: string | undefined): Result<Stack, Unreadable> {
  const ids = asked === undefined ? record.school.policies : asked.split(',').map((id) => id.trim());
  const { stack, unknown } = stackFor(ids.filter(Boolean), {
    homeAuthority: record.pupil.homeAuthority,
    careAuthority: record.groups.careAuthority,
  });
  const [first] = unknown;
  if (first === undefined) return ok(stack);
  const known = policies.map(({ id }) => id).join(', ');
  const place = asked === undefined ? 'The case’s school.policies' : '--policies';
  return sentence(`${place}: “${first}” is not a policy that is written here. There are: ${known}.`);
}

/** The school's own week where the case carries it; else the ordinary one, over the years of the case's plan. */
function calendarOf({ school, plan }: CaseRecord, today: PlainDate): SchoolWeek {
  if (school.times) return schoolWeek(school.times);
  const years = plan.versions.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).map((on) => (on ?? today).year);
  const near = years.filter((year) => Math.abs(year - today.year) <= 10);
  return ordinarySchoolWeek(Math.min(today.year - 1, ...near), Math.max(today.year + 1, ...near));
}

async function check(order: CheckOrder, clock: Clock): Promise<Result<Checked, Unreadable>> {
  const today = readToday(order.today, clock);
  if (!today.ok) return today;
  const document = await readDocument(order.file);
  if (!document.ok) return document;
  const record = parseRecord(document.value);
  if (!record.ok) return err({ problems: record.error });
  const stack = stackOf(record.value, order.policies);
  if (!stack.ok) return stack;
  const calendar = calendarOf(record.value, today.value);
  const findings = assess(record.value, stack.value, { today: today.value, calendar });
  const ownTimes = record.value.school.times !== null;
  return ok({ record: record.value, stack: stack.value, today: today.value, ownTimes, findings });
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function linesOf({ rule, severity, at, words, todo, who, source, policy }: RecordFinding): readonly string[] {
  const place = at.length > 0 ? pathText(at) : 'the case as a whole';
  return [
    `${severity.toUpperCase()}  ${rule}  (${who})`,
    `  ${words}`,
    `  To do: ${todo}`,
    `  Where: ${place}. Source: ${source}${policy === undefined ? '' : `, ${policy}`}.`,
    '',
  ];
}

function summary(findings: readonly RecordFinding[]): string {
  if (findings.length === 0) return 'Nothing found.';
  const parts = gravities
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} × ${severity}`);
  return `${counted(findings.length, 'finding', 'findings')}: ${parts.join(', ')}.`;
}

function tell({ record, stack, today, ownTimes, findings }: Checked, terminal: Terminal): void {
  const names = stack.policies.map(({ name }) => name).join('; ');
  terminal.say(`Case ${record.ref}, ${record.status}, as of ${shortDate(today)}.`);
  terminal.say(`Policies: ${names}.`);
  if (!ownTimes) {
    terminal.say(
      'The case does not carry its school’s week (school.times): 08:45 to 15:15 on every weekday is assumed.',
    );
  }
  terminal.say('');
  for (const line of findings.flatMap(linesOf)) terminal.say(line);
  terminal.say(summary(findings));
}

const asJson = ({ record, stack, today, ownTimes, findings }: Checked): string =>
  JSON.stringify(
    {
      ref: record.ref,
      status: record.status,
      today: today.toString(),
      policies: stack.policies.map(({ id }) => id),
      ownTimes,
      findings,
    },
    null,
    2,
  );

function complain(unreadable: Unreadable, order: CheckOrder, terminal: Terminal): void {
  if (order.json) {
    const body = 'sentence' in unreadable ? { error: unreadable.sentence } : { problems: unreadable.problems };
    terminal.say(JSON.stringify(body, null, 2));
  } else if ('sentence' in unreadable) {
    terminal.complain(unreadable.sentence);
  } else {
    const count = counted(unreadable.problems.length, 'value', 'values');
    terminal.complain(`${order.file ?? ''} is not a case: ${count} cannot be read.`);
    for (const problem of unreadable.problems) terminal.complain(`  ${problemText(problem)}`);
  }
}

/** Answers the exit code: 0 nothing graver than a note, 2 findings, 1 the case cannot be read. */
export async function checkCase(order: CheckOrder, clock: Clock, terminal: Terminal): Promise<number> {
  const checked = await check(order, clock);
  if (!checked.ok) {
    complain(checked.error, order, terminal);
    return 1;
  }
  if (order.json) terminal.say(asJson(checked.value));
  else tell(checked.value, terminal);
  return checked.value.findings.some(({ severity }) => severity !== 'note') ? 2 : 0;
}
