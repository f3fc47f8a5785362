// What the evaluators need to know about a record, worked out once: days as whole numbers, the version in force, the
// groups the pupil belongs to.
import type { PlainDate } from '../dates.ts';
import type { RecordPath } from '../finding.ts';
import type { CaseRecord } from '../record/case-record.ts';
import type { PlanVersion } from '../record/plan.ts';
import { runOf, type Run } from '../run.ts';
import { dayNumber, type DayNumber } from '../timetable/day-number.ts';
import type { SchoolWeek } from '../timetable/school-week.ts';
import { years, type Group, type YearGroup } from './kinds.ts';

export interface Context {
  readonly today: PlainDate;
  readonly calendar: SchoolWeek;
}

export interface Facts {
  readonly record: CaseRecord;
  readonly calendar: SchoolWeek;
  readonly today: DayNumber;
  readonly groups: ReadonlySet<Group>;
  readonly year: YearGroup | null;
  /** Not closed, declined or withdrawn. */
  readonly isOpen: boolean;
  readonly isLive: boolean;
  /** The version in force, or the newest; null where nothing is planned. */
  readonly version: PlanVersion | null;
  readonly versionAt: RecordPath;
  readonly run: Run;
  /** The first day of the run’s first version: when the part-time timetable begins. */
  readonly startsOn: DayNumber | null;
  readonly endsOn: DayNumber | null;
}

export const dayOf = (day: PlainDate | null): DayNumber | null => (day === null ? null : dayNumber(day));

/** Blank text is no text. */
export const isWritten = (text: string | null): text is string => text !== null && text.trim() !== '';

function groupsOf({ groups }: CaseRecord): ReadonlySet<Group> {
  const found = new Set<Group>(['every pupil']);
  const { sen, lookedAfter, childProtection, childInNeed } = groups;
  if (sen === 'SEN support' || sen === 'EHC needs assessment' || sen === 'EHC plan')
    found.add('special educational needs');
  if (sen === 'EHC plan') found.add('EHC plan');
  if (lookedAfter) found.add('looked after');
  if (childProtection) found.add('child protection');
  if (childInNeed) found.add('child in need');
  found.add(lookedAfter || childProtection || childInNeed ? 'social care' : 'not with social care');
  if (groups.earlyHelp === 'open') found.add('early help');
  if (groups.youthJustice || groups.youthJusticeOrder) found.add('youth justice');
  if (groups.medical !== null && groups.medical !== 'none') found.add('medical');
  if (groups.freeSchoolMeals) found.add('free school meals');
  if (groups.interpreter.needed) found.add('interpreter');
  if (groups.exploitationRisk) found.add('exploitation');
  return found;
}

/** “Year 9”, “9”, “year 09”, “R”, “Reception”; null where it cannot be read. */
export function yearOf(typed: string | null): YearGroup | null {
  if (typed === null) return null;
  const text = typed.trim().toLowerCase();
  if (text === 'reception') return 'R';
  const bare = text.replace(/^(year|y)\s*/, '').replace(/^0+(?=\d)/, '');
  return years.find((year) => year.toLowerCase() === bare) ?? null;
}

/** A medical reason makes a pupil one with a medical need, also where nobody ticked the group. */
const hasMedicalReason = ({ reasons }: CaseRecord): boolean =>
  reasons.some(({ reason }) => reason === 'Physical health' || reason === 'Mental health');

function versionIndex({ plan: { current, versions } }: CaseRecord): number {
  if (current !== null) {
    const named = versions.findIndex(({ version }) => version === current);
    if (named >= 0) return named;
  }
  let newest = -1;
  for (const [index, { version }] of versions.entries())
    if (newest < 0 || version > (versions[newest]?.version ?? 0)) newest = index;
  return newest;
}

export function factsOf(record: CaseRecord, { today, calendar }: Context): Facts {
  const index = versionIndex(record);
  const version = record.plan.versions[index] ?? null;
  const run = runOf(record, version);
  let startsOn: DayNumber | null = null;
  for (const one of record.plan.versions) {
    if (one.version < run.firstVersion) continue;
    const start = dayOf(one.startsOn);
    if (start !== null && (startsOn === null || start < startsOn)) startsOn = start;
  }
  const groups = groupsOf(record);
  return {
    record,
    calendar,
    today: dayNumber(today),
    groups: hasMedicalReason(record) ? new Set([...groups, 'medical' as const]) : groups,
    year: yearOf(record.pupil.yearGroup),
    isOpen: record.status !== 'closed' && record.status !== 'declined' && record.status !== 'withdrawn',
    isLive: record.status === 'active',
    version,
    versionAt: version === null ? ['plan', 'versions'] : ['plan', 'versions', index],
    run,
    startsOn,
    endsOn: dayOf(version?.endsOn ?? null),
  };
}
