import type { Case } from '#domain/case.ts';
import { fullWeekHours } from '#domain/school.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Target } from './change-case.ts';
import { endsTooSoon } from './proposed-times.ts';

export type NewTimes = Pick<Case, 'times' | 'hoursInSchool' | 'startsOn' | 'endsOn'>;

const same = (now: Case, asked: NewTimes): boolean =>
  now.times === asked.times &&
  now.hoursInSchool === asked.hoursInSchool &&
  now.startsOn.equals(asked.startsOn) &&
  now.endsOn.equals(asked.endsOn);

/** New times or dates are a new version, which the parent must agree to anew (reg 11(6)(c)). */
export function changeHours(outside: Changing, target: Target, asked: NewTimes): Promise<Result<Row<Case>, Problem>> {
  return changeCase(outside, target, {
    action: 'change hours',
    doneAlready: ({ row }) => same(row.value, asked),
    write: async ({ records, row, school }, status) => {
      const tooSoon = endsTooSoon(asked);
      if (tooSoon) return tooSoon;
      const full = fullWeekHours(school);
      if (asked.hoursInSchool > full) {
        const words = `${asked.hoursInSchool} hours is more than the school’s full week of ${full} hours.`;
        return problem('invalid', words, { field: 'hoursInSchool' });
      }
      // What was never put to a parent needs no new version.
      const version = status === 'considering' ? row.value.version : row.value.version + 1;
      return writeRow(records.cases, row, { ...asked, status, version });
    },
  });
}
