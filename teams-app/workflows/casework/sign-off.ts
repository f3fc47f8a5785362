import type { Case } from '#domain/case.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';

export interface SignOff {
  /** What makes the circumstances exceptional (reg 11(6)(b)). */
  readonly exceptional: string;
  /** Why it is right although the pupil is at risk of exclusion; blank where that is no reason of the case. */
  readonly despiteExclusionRisk: string;
}

/**
 * The headteacher's sign-off, named and dated: the case is active from then on, or goes on with its new version. Refused
 * without signed consent, and while a rule says “stop”.
 */
export function signOff(
  outside: Changing,
  target: Target,
  action: 'start' | 'sign off',
  { exceptional, despiteExclusionRisk }: SignOff,
): Promise<Result<Row<Case>, Problem>> {
  const { name } = target.actor;
  return changeCase(outside, target, {
    action,
    doneAlready: ({ row: { value }, today }) =>
      value.status === 'active' &&
      value.signedOffVersion === value.version &&
      value.signedOffBy === name &&
      value.signedOffOn?.equals(today) === true,
    write: async ({ records, row, today }, status) => {
      if (exceptional.trim() === '') {
        return problem('invalid', 'A part-time timetable is for exceptional circumstances, and none are written.', {
          field: 'exceptional',
          next: 'Write what makes this pupil’s circumstances exceptional (regulation 11(6)(b)).',
        });
      }
      if (despiteExclusionRisk.trim() === '' && row.value.reasons.includes('At risk of exclusion')) {
        return problem('invalid', 'A risk of exclusion is a reason that the authorities differ on.', {
          field: 'despiteExclusionRisk',
          next: 'Write why a part-time timetable is right for this pupil all the same.',
        });
      }
      return writeRow(records.cases, row, {
        status,
        signedOffOn: today,
        signedOffBy: name,
        signedOffVersion: row.value.version,
        exceptional: exceptional.trim(),
        despiteExclusionRisk: despiteExclusionRisk.trim() || null,
      });
    },
  });
}
