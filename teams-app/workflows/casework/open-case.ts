import type { Case } from '#domain/case.ts';
import { mintCaseRef } from '#domain/case-ref.ts';
import { londonDate } from '#domain/dates.ts';
import { caseworkers, roleList, type Actor, type Person } from '#domain/people.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { fullWeekHours, type School } from '#domain/school.ts';
import type { Outside, Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { endsTooSoon } from './proposed-times.ts';
import { settleCase } from './settle-case.ts';

export type NewCase = Pick<
  Case,
  | 'sourceKey'
  | 'pupilName'
  | 'dateOfBirth'
  | 'yearGroup'
  | 'upn'
  | 'groups'
  | 'parentName'
  | 'reasons'
  | 'objectives'
  | 'times'
  | 'hoursInSchool'
  | 'startsOn'
  | 'endsOn'
>;

export type Opening = Pick<Outside, 'workspace' | 'clock' | 'random' | 'log'>;

/** Why this person cannot open a case; null when they can. Forms open cases in nobody's name. */
export const whyNotOpened = ({ roles }: Pick<Actor, 'roles'>): Problem | null =>
  roles.some((role) => caseworkers.includes(role))
    ? null
    : problem('refused', `Only the ${roleList(caseworkers)} can open a case.`);

/** Opens a case, once for each source key; a second call with the same key answers the case of the first. */
export async function openCase(
  outside: Opening,
  school: School,
  by: Person,
  asked: NewCase,
  status: 'considering' | 'preparing' = 'preparing',
): Promise<Result<Row<Case>, Problem>> {
  const records = outside.workspace.school(school.key);
  const tooSoon = endsTooSoon(asked, 'Give the date by which the pupil will be full time.');
  if (tooSoon) return err(tooSoon);
  const full = fullWeekHours(school);
  if (asked.hoursInSchool > full) {
    const words = `${asked.hoursInSchool} hours a week is more than the school’s full week of ${full} hours.`;
    return err(problem('invalid', words, { field: 'hoursInSchool', next: 'Give clock hours a week in school.' }));
  }
  const fresh: Case = {
    ...asked,
    ref: mintCaseRef(outside.random),
    status,
    version: 1,
    nextReviewOn: null,
    lead: by,
    openedOn: londonDate(outside.clock.now()),
    openedBy: by.name,
    signedOffOn: null,
    signedOffBy: null,
    signedOffVersion: null,
    exceptional: null,
    despiteExclusionRisk: null,
    endedOn: null,
    endedBy: null,
    closureReason: null,
  };
  const created = await records.cases.create(fresh);
  const row = created.ok ? created.value : created.error.existing;
  if (row.value.sourceKey !== asked.sourceKey) {
    // Two references drawn alike: one in twenty-eight million. A new draw settles it.
    return openCase(outside, school, by, asked, status);
  }
  const settled = await settleCase({ records, school, clock: outside.clock }, row.value.ref);
  outside.log('case changed', { caseRef: row.value.ref, action: 'open' });
  return ok(settled ?? row);
}
