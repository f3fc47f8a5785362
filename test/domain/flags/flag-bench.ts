// Runs flags alone over the ordinary record with changes, and says what they find.
import type { RecordFinding } from '#domain/finding.ts';
import { flags } from '#domain/flags/all.ts';
import { factsOf } from '#domain/flags/facts.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { schoolWeek } from '#domain/timetable/school-week.ts';
import { stackFor } from '#policies/stack-for.ts';
import { aRecord, type RecordChanges } from '#test/builders/record.ts';
import { today } from '#test/builders/today.ts';

const stack = stackFor(['derbyshire', 'ddat']).stack;

function calendarOf(record: CaseRecord) {
  const { times } = record.school;
  if (!times) throw new Error('the ordinary record has a school week');
  return schoolWeek(times);
}

interface On {
  readonly on?: typeof today;
  readonly policies?: readonly string[];
}

/** What the flags say of a record, in the order in which they look. */
function flagged(record: CaseRecord, { on = today, policies }: On = {}): readonly RecordFinding[] {
  const found: RecordFinding[] = [];
  const facts = factsOf(record, policies ? stackFor(policies).stack : stack, {
    today: on,
    calendar: calendarOf(record),
  });
  for (const flag of flags) flag(facts, found);
  return found;
}

/** Of one flag: where and in which words. */
export const saidBy = (rule: string, changes: RecordChanges, on: On = {}): readonly string[] =>
  flagged(aRecord(changes), on)
    .filter((one) => one.rule === rule)
    .map((one) => `${one.at.join('.')}: ${one.words}`);

/** Of one flag: what matters beside the words. */
export const weighed = (rule: string, changes: RecordChanges, on: On = {}): readonly unknown[] =>
  flagged(aRecord(changes), on)
    .filter((one) => one.rule === rule)
    .map(({ severity, who, source, todo }) => ({ severity, who, source, todo }));
