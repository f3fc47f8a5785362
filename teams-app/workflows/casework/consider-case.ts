import { caseReasons, type Case, type CaseReason } from '#domain/case.ts';
import { parseDate } from '#domain/dates.ts';
import type { Actor } from '#domain/people.ts';
import { err, type Result } from '#domain/result.ts';
import type { School } from '#domain/school.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { openCase, type Opening, whyNotOpened } from './open-case.ts';

/** What is known when a part-time timetable is first thought of; dates as ISO text. */
export interface Consideration {
  readonly pressId: string;
  readonly pupilName: string;
  readonly dateOfBirth: string;
  readonly yearGroup: string;
  readonly upn: string;
  readonly parentName: string;
  readonly reasons: readonly string[];
  readonly objectives: string;
  readonly times: string;
  readonly hoursInSchool: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

const isReason = (word: string): word is CaseReason => caseReasons.some((reason) => reason === word);

/** Opens a case by hand, as being considered: nobody is asked or told until it is being prepared. */
export async function considerCase(
  outside: Opening,
  school: School,
  actor: Actor,
  asked: Consideration,
): Promise<Result<Row<Case>, Problem>> {
  const refusal = whyNotOpened(actor);
  if (refusal) return err(refusal);
  const strange = asked.reasons.find((word) => !isReason(word));
  if (strange !== undefined) {
    const next = `Choose among: ${caseReasons.join(', ')}.`;
    return err(problem('invalid', `“${strange}” is not a reason that is known here.`, { field: 'reasons', next }));
  }
  const dateOfBirth = parseDate(asked.dateOfBirth);
  const startsOn = parseDate(asked.startsOn);
  const endsOn = parseDate(asked.endsOn);
  if (!dateOfBirth.ok) return err(problem('invalid', `${dateOfBirth.error}.`, { field: 'dateOfBirth' }));
  if (!startsOn.ok) return err(problem('invalid', `${startsOn.error}.`, { field: 'startsOn' }));
  if (!endsOn.ok) return err(problem('invalid', `${endsOn.error}.`, { field: 'endsOn' }));
  const { pressId, ...rest } = asked;
  return openCase(
    outside,
    school,
    actor,
    {
      ...rest,
      sourceKey: `considered:${pressId}`,
      groups: [],
      reasons: asked.reasons.filter(isReason),
      dateOfBirth: dateOfBirth.value,
      startsOn: startsOn.value,
      endsOn: endsOn.value,
    },
    'considering',
  );
}
