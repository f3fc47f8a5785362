// Weekly hours against the authority's table, and the share of the week that is lost: F54.
import type { RecordFinding } from '../../finding.ts';
import { dayNumber } from '../../timetable/day-number.ts';
import { weekdays, type Minute, type TimetableWeek } from '../../timetable/week.ts';
import type { SchoolWeek } from '../../timetable/school-week.ts';
import type { Facts } from '../facts.ts';
import type { Stack } from '../stack.ts';
import { findingOf } from './finding.ts';

/** Clock minutes in school; times out that do not come after times in count for nothing. */
function clockMinutes({ days }: TimetableWeek): Minute {
  let total = 0;
  for (const weekday of weekdays) {
    const times = days[weekday];
    if (times !== null && times.out > times.in) total += times.out - times.in;
  }
  return total;
}

function fullMinutes({ day }: SchoolWeek): Minute {
  let total = 0;
  for (const weekday of weekdays) total += day[weekday].ends - day[weekday].starts;
  return total;
}

/** Where the week stands that begins last; -1 where there is none. */
function latestWeek(weeks: readonly TimetableWeek[]): number {
  let latest = -1;
  let begins = Number.NEGATIVE_INFINITY;
  for (const [index, { commencing }] of weeks.entries()) {
    const day = dayNumber(commencing);
    if (day < begins) continue;
    begins = day;
    latest = index;
  }
  return latest;
}

const inHours = (minutes: Minute): string => `${Math.round((minutes / 60) * 100) / 100} hours`;

/**
 * Clock hours hold breaks and lunch, so they are never fewer than the taught hours within them: a last week with fewer
 * clock hours than the table's taught hours cannot be full time. More says nothing, and nothing is said.
 */
export function evaluateHours(facts: Facts, { hours }: Stack, found: RecordFinding[]): void {
  const { version, versionAt, year } = facts;
  const table = year === null ? undefined : hours[year];
  if (!facts.isOpen || !table || !version) return;
  const index = latestWeek(version.weeks);
  const last = version.weeks[index];
  if (!last) return;
  const clock = clockMinutes(last);
  if (clock >= table.value * 60) return;
  found.push(
    findingOf(table, {
      severity: 'act this week',
      at: [...versionAt, 'weeks', index],
      words: `The last week has ${inHours(clock)} by the clock, breaks included: fewer than the ${table.value} taught hours of ${year === 'R' ? 'Reception' : `Year ${year}`}, so the plan does not reach full time.`,
      todo: 'Add weeks that lead back to the full timetable, or say what follows the last one.',
      who: 'case lead',
    }),
  );
}

const isSecondary = ({ record, year }: Facts): boolean =>
  record.school.phase === 'secondary' || (year !== null && year !== 'R' && Number(year) >= 7);

export function evaluateShare(facts: Facts, { share }: Stack, found: RecordFinding[]): void {
  if (!share || !facts.isOpen || !facts.version || facts.groups.has('EHC plan') || !isSecondary(facts)) return;
  const full = fullMinutes(facts.calendar);
  const { planOn, onRegister } = facts.record.practical.alternativeProvision;
  if (full <= 0 || (planOn !== null && onRegister === true)) return;
  const least = Math.min(...facts.version.weeks.map(clockMinutes));
  const lost = 1 - least / full;
  if (facts.version.weeks.length === 0 || lost <= share.value) return;
  found.push(
    findingOf(share, {
      rule: 'F54',
      severity: 'act this week',
      at: ['practical', 'alternativeProvision'],
      words: `${Math.round(lost * 100)}% of the week is lost, more than ${Math.round(share.value * 100)}%, and the pupil is not on the register of alternative provision with a plan.`,
      todo: 'Write an individual alternative education plan and enter the pupil on the register.',
      who: 'case lead',
    }),
  );
}
