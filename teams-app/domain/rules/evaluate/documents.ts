// What is wrong with the documents themselves: F53, contradictions, and where two of them differ. None of it depends on
// the case but for the pupil's groups and the day, so the findings are made once and given out many times.
import { date, shortDate } from '../../dates.ts';
import type { RecordFinding } from '../../finding.ts';
import { dayNumber, type DayNumber } from '../../timetable/day-number.ts';
import type { Facts } from '../facts.ts';
import type { Group } from '../kinds.ts';
import type { Difference, PolicyRules, Stack } from '../stack.ts';

interface Note {
  readonly group: Group;
  /** Said once this day is past; null: always. */
  readonly after: DayNumber | null;
  readonly finding: RecordFinding;
}

const administrator = { severity: 'note', at: ['school', 'policies'], who: 'administrator' } as const;
const always = { group: 'every pupil', after: null } as const;

function reviewNote({ reviewDue, name }: PolicyRules): readonly Note[] {
  if (!reviewDue) return [];
  const on = date(reviewDue.on);
  const finding: RecordFinding = {
    ...administrator,
    rule: 'F53',
    words: `${name}: the document was to be reviewed by ${shortDate(on)}, and the edition followed here is older.`,
    todo: 'Ask whether there is a newer edition, and have the policy file compared with it.',
    source: reviewDue.source,
    policy: name,
  };
  return [{ ...always, after: dayNumber(on), finding }];
}

function notesOfPolicy(policy: PolicyRules): readonly Note[] {
  const { superseded, contradictions, name } = policy;
  return [
    ...reviewNote(policy),
    ...superseded.map(({ cites, now, source }): Note => {
      const words = `${name} cites ${cites}; ${now}.`;
      const todo = 'Follow what is in force, and ask the authority for a new edition.';
      return { ...always, finding: { ...administrator, rule: 'F53', words, todo, source, policy: name } };
    }),
    ...contradictions.map(({ id, source, words, group = 'every pupil' }): Note => {
      const todo = 'Nothing in this case; ask the authors which they mean.';
      return { group, after: null, finding: { ...administrator, rule: id, words, todo, source, policy: name } };
    }),
  ];
}

function noteOfDifference({ about, holds, other, because }: Difference): Note {
  const sides = `${other.policy} says ${other.value} (${other.source}) and ${holds.policy} ${holds.value} (${holds.source})`;
  const finding: RecordFinding = {
    ...administrator,
    rule: other.rule,
    words: `About ${about}, ${sides}; ${holds.value} is held.${because === null ? '' : ` ${because}`}`,
    todo: 'Nothing in this case: the stricter is followed, and the law before any document.',
    source: `${other.source}; ${holds.source}`,
    policy: other.policy,
  };
  return { ...always, finding };
}

const known = new WeakMap<Stack, readonly Note[]>();

function notesOf(stack: Stack): readonly Note[] {
  const before = known.get(stack);
  if (before) return before;
  const notes = [...stack.policies.flatMap(notesOfPolicy), ...stack.differences.map(noteOfDifference)];
  known.set(stack, notes);
  return notes;
}

export function evaluateDocuments({ isOpen, today, groups }: Facts, stack: Stack, found: RecordFinding[]): void {
  if (!isOpen) return;
  for (const { group, after, finding } of notesOf(stack)) {
    if (groups.has(group) && (after === null || today > after)) found.push(finding);
  }
}
