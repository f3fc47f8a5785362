// What many flags ask of a record, worked out once: which version counts, its dates as day numbers, its weeks in order.
import type { PlainDate } from '../dates.ts';
import type { RecordFinding, RecordPath } from '../finding.ts';
import type { CaseRecord } from '../record/case-record.ts';
import type { PlanVersion, PlanWeek } from '../record/plan.ts';
import { runOf, type Run } from '../run.ts';
import type { Stack } from '../rules/stack.ts';
import { dayNumber, mondayOf, weekdayIndex, type DayNumber } from '../timetable/day-number.ts';
import type { SchoolWeek } from '../timetable/school-week.ts';
import { isSupervised, weekdays } from '../timetable/week.ts';

export interface AssessContext {
  readonly today: PlainDate;
  /** The school's real week and calendar. */
  readonly calendar: SchoolWeek;
}

export interface WeekFacts {
  readonly week: PlanWeek;
  readonly at: RecordPath;
  readonly commencing: DayNumber;
  /** In school, by the clock. A day whose times are the wrong way round counts as none. */
  readonly minutes: number;
  /** Elsewhere with somebody other than the family, by the clock. */
  readonly supervised: number;
  /** It begins on a Monday between the plan's start and end, so that it can be set beside the other weeks. */
  readonly sound: boolean;
}

export interface Facts {
  readonly record: CaseRecord;
  readonly stack: Stack;
  readonly calendar: SchoolWeek;
  readonly on: PlainDate;
  readonly today: DayNumber;
  /** There is a plan to look at: it is being prepared, agreed or active. */
  readonly planned: boolean;
  readonly active: boolean;
  /** The version that counts now: the one named current, or else the highest. */
  readonly version: PlanVersion | null;
  readonly at: RecordPath;
  readonly run: Run;
  readonly start: DayNumber | null;
  readonly end: DayNumber | null;
  /** Of that version, earliest first. */
  readonly weeks: readonly WeekFacts[];
  /** Minutes of the school's own week, by the clock. */
  readonly fullWeek: number;
}

/** Looks at one family of mistakes and adds what it finds. */
export type Flag = (facts: Facts, found: RecordFinding[]) => void;

/** A text that holds something other than spaces. */
export const isWritten = (text: string | null): text is string => text !== null && text.trim() !== '';

export const numberOrNull = (day: PlainDate | null): DayNumber | null => (day ? dayNumber(day) : null);

function minutesOf(week: PlanWeek): number {
  let minutes = 0;
  for (const day of weekdays) {
    const times = week.days[day];
    if (times && times.out > times.in) minutes += times.out - times.in;
  }
  return minutes;
}

function supervisedMinutes({ elsewhere }: PlanWeek): number {
  let minutes = 0;
  for (const one of elsewhere) if (one.out > one.in && isSupervised(one)) minutes += one.out - one.in;
  return minutes;
}

function weekOf(week: PlanWeek, at: RecordPath, start: DayNumber | null, end: DayNumber | null): WeekFacts {
  const commencing = dayNumber(week.commencing);
  const afterEnd = end !== null && (start === null || end >= start) && commencing > end;
  const beforeStart = start !== null && commencing < mondayOf(start);
  return {
    week,
    at,
    commencing,
    minutes: minutesOf(week),
    supervised: supervisedMinutes(week),
    sound: weekdayIndex(commencing) === 0 && !afterEnd && !beforeStart,
  };
}

/** Where the version that counts stands in its list; -1 where there is none. Nothing depends on the order of the list. */
function currentIndex({ current, versions }: CaseRecord['plan']): number {
  let highest = -1;
  for (const [index, one] of versions.entries()) {
    if (one.version === current) return index;
    if (one.version > (versions[highest]?.version ?? 0)) highest = index;
  }
  return highest;
}

function fullWeekMinutes({ day }: Pick<SchoolWeek, 'day'>): number {
  let minutes = 0;
  for (const weekday of weekdays) minutes += Math.max(0, day[weekday].ends - day[weekday].starts);
  return minutes;
}

export function factsOf(record: CaseRecord, stack: Stack, { today, calendar }: AssessContext): Facts {
  const { status, plan } = record;
  const index = currentIndex(plan);
  const version = plan.versions[index] ?? null;
  const at: RecordPath = version ? ['plan', 'versions', index] : ['plan', 'versions'];
  const start = numberOrNull(version?.startsOn ?? null);
  const end = numberOrNull(version?.endsOn ?? null);
  return {
    record,
    stack,
    calendar,
    on: today,
    today: dayNumber(today),
    planned: status === 'preparing' || status === 'agreed' || status === 'active',
    active: status === 'active',
    version,
    at,
    run: runOf(record, version),
    start,
    end,
    weeks: (version?.weeks ?? [])
      .map((week, place) => weekOf(week, [...at, 'weeks', place], start, end))
      .toSorted((a, b) => a.commencing - b.commencing || a.minutes - b.minutes),
    fullWeek: fullWeekMinutes(calendar),
  };
}
