// What every proposal of times and dates must keep to, whichever form it comes by.
import type { Case } from '#domain/case.ts';
import { isAfter, shortDate } from '#domain/dates.ts';
import { problem, type Problem } from '../problem.ts';

/** Null where the plan ends after it starts. `next` is what to do, where the form can say more. */
export function endsTooSoon({ startsOn, endsOn }: Pick<Case, 'startsOn' | 'endsOn'>, next?: string): Problem | null {
  if (isAfter(endsOn, startsOn)) return null;
  const words = `The end date, ${shortDate(endsOn)}, is not after the start date, ${shortDate(startsOn)}.`;
  return problem('invalid', words, { field: 'endsOn', ...(next === undefined ? {} : { next }) });
}
