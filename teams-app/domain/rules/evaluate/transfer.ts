import { compareDates } from '../../dates.ts';
import type { RecordFinding } from '../../finding.ts';
import type { Facts } from '../facts.ts';
import type { Stack } from '../stack.ts';
import { findingOf } from './finding.ts';

/** Whoever leaves within the look-back of a part-time timetable takes a note of it to the next setting: F51. */
export function evaluateTransfer({ record }: Facts, { lookBackYears }: Stack, found: RecordFinding[]): void {
  const { transfer, closure } = record;
  if (!lookBackYears || transfer === null || transfer.noteSentOn !== null) return;
  const ended = closure?.endedOn ?? null;
  const { leavesOn } = transfer;
  if (ended && leavesOn && compareDates(ended.add({ years: lookBackYears.value }), leavesOn) < 0) return;
  found.push(
    findingOf(lookBackYears, {
      rule: 'F51',
      severity: 'act this week',
      at: ['transfer', 'noteSentOn'],
      words: `The next setting has not been told of a part-time timetable of the last ${lookBackYears.value} years.`,
      todo: 'Send the receiving setting a note of every part-time timetable, and record the day.',
      who: 'SENCO',
    }),
  );
}
