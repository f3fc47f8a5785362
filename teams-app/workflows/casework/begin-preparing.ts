import type { Case } from '#domain/case.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';

/** From an idea to a plan: the parent is asked, and the authority is to be told. */
export function beginPreparing(outside: Changing, target: Target): Promise<Result<Row<Case>, Problem>> {
  return changeCase(outside, target, {
    action: 'begin preparing',
    doneAlready: ({ row }) => row.value.status === 'preparing',
    write: ({ records, row }, status) => writeRow(records.cases, row, { status }),
  });
}
