import type { DayNumber } from './day-number.ts';
import type { RegistrationWindow, SchoolTimes } from './school-week.ts';
import {
  isSupervised,
  weekdays,
  type DayTimes,
  type Elsewhere,
  type ElsewhereKind,
  type TimetableWeek,
  type Weekday,
} from './week.ts';

export const sessionNames = ['AM', 'PM'] as const;
export type SessionName = (typeof sessionNames)[number];

/** Sessions as numbers in the order they come, so that they can be looked up and sorted without making text of them. */
export const placeOf = (day: DayNumber, session: SessionName): number => day * 2 + (session === 'PM' ? 1 : 0);

/** Where a plan has the pupil when the register of a session is taken, or in that session. */
export type Whereabouts =
  | { readonly kind: 'in school' }
  | { readonly kind: Exclude<ElsewhereKind, 'home'>; readonly entry: Elsewhere }
  | { readonly kind: 'home'; readonly entry: Elsewhere | null }
  /** Arranged by the school, but nobody is named: supervision cannot be taken for granted. */
  | { readonly kind: 'unsupervised'; readonly entry: Elsewhere };

/**
 * A pupil is in school for a session when there while the register may be taken: one who comes after it closes, or
 * leaves by the minute it opens, is not (a later leaver is present, however soon the day ends).
 */
export const isAtRegistration = (times: DayTimes | null, window: RegistrationWindow): boolean =>
  times !== null && times.in < times.out && times.in <= window.closes && times.out > window.opens;

/** Which of two arrangements in one session the register follows: the one with the strongest claim in the regulations. */
const claims: readonly ElsewhereKind[] = ['other school', 'authority-arranged', 'school-arranged', 'home'];

/** An activity counts for the session it takes place in (WAR:104); the afternoon session begins when its register opens. */
function entriesIn(week: TimetableWeek, school: SchoolTimes, day: Weekday, session: SessionName): readonly Elsewhere[] {
  const noon = school.registration.afternoon.opens;
  return week.elsewhere
    .filter((entry) => entry.day === day && entry.in < entry.out)
    .filter((entry) => (session === 'AM' ? entry.in < noon : entry.out > noon));
}

export function whereabouts(week: TimetableWeek, school: SchoolTimes, day: Weekday, session: SessionName): Whereabouts {
  const window = session === 'AM' ? school.registration.morning : school.registration.afternoon;
  if (isAtRegistration(week.days[day], window)) return { kind: 'in school' };
  const entries = entriesIn(week, school, day, session);
  for (const kind of claims) {
    const entry = entries.find((one) => one.kind === kind && (kind === 'home' || isSupervised(one)));
    if (entry) return { kind, entry };
  }
  const unsupervised = entries[0];
  return unsupervised ? { kind: 'unsupervised', entry: unsupervised } : { kind: 'home', entry: null };
}

/** Sessions of one week of a plan, ten when no days are named. They diverge from hours: both are to be shown. */
export interface WeekSessions {
  readonly possible: number;
  readonly inSchool: number;
  readonly supervisedElsewhere: number;
  readonly notDue: number;
}

export function weekSessions(
  week: TimetableWeek,
  school: SchoolTimes,
  days: readonly Weekday[] = weekdays,
): WeekSessions {
  let inSchool = 0;
  let supervisedElsewhere = 0;
  for (const day of days) {
    for (const session of sessionNames) {
      const { kind } = whereabouts(week, school, day, session);
      if (kind === 'in school') inSchool += 1;
      else if (kind !== 'home' && kind !== 'unsupervised') supervisedElsewhere += 1;
    }
  }
  const possible = days.length * sessionNames.length;
  return { possible, inSchool, supervisedElsewhere, notDue: possible - inSchool - supervisedElsewhere };
}
