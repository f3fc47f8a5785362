import type { Case } from '#domain/case.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';

/** The headteacher's sign-off, named and dated; the case is active from then on. Refused without signed consent. */
export function startCase(outside: Changing, target: Target): Promise<Result<Row<Case>, Problem>> {
  const { name } = target.actor;
  return changeCase(outside, target, {
    action: 'start',
    doneAlready: ({ row, today }) =>
      row.value.status === 'active' && row.value.signedOffBy === name && row.value.signedOffOn?.equals(today) === true,
    write: ({ records, row, today }, status) =>
      writeRow(records.cases, row, { status, signedOffOn: today, signedOffBy: name }),
  });
}
