import type { Case, ClosureReason } from '#domain/case.ts';
import { isAfter, isBefore, shortDate, type PlainDate } from '#domain/dates.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';

export interface Ending {
  readonly action: 'close' | 'withdraw';
  readonly on: PlainDate;
  readonly reason: ClosureReason;
}

/** Closes a case that ran, or withdraws one that never began. The authority is told in both. */
export function endCase(
  outside: Changing,
  target: Target,
  { action, on, reason }: Ending,
): Promise<Result<Row<Case>, Problem>> {
  const closureReason: ClosureReason = action === 'withdraw' ? 'Never started' : reason;
  return changeCase(outside, target, {
    action,
    doneAlready: ({ row }) => row.value.endedOn?.equals(on) === true && row.value.closureReason === closureReason,
    write: async ({ records, row, today }, status) => {
      if (isAfter(on, today)) {
        return problem('invalid', `${shortDate(on)} is in the future.`, {
          field: 'on',
          next: 'Close the case on the day it ends, or later.',
        });
      }
      if (action === 'close' && isBefore(on, row.value.startsOn)) {
        return problem('invalid', `The end is dated before the start, ${shortDate(row.value.startsOn)}.`, {
          field: 'on',
        });
      }
      return writeRow(records.cases, row, { status, endedOn: on, endedBy: target.actor.name, closureReason });
    },
  });
}
