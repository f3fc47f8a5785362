import type { PlainDate } from '../dates.ts';
import { leaveCode, tidyCode } from './codes.ts';
import type { RegisterMark } from './compare-marks.ts';
import { dateOf, dayNumber, type DayNumber } from './day-number.ts';
import type { ExpectedMark } from './register.ts';
import { placeOf } from './sessions.ts';

/** 15 school days, consecutive or not: the authority’s duty to arrange education comes into view (WAR:114). */
export const healthAbsenceSessions = 30;

export interface HealthQuestion {
  readonly marks: readonly RegisterMark[];
  /** The plan's reason is a health need, so that its leave (C2) is absence for health. */
  readonly leaveIsForHealth: boolean;
  /** Both included: commonly the school year so far. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Sessions still to come, from expectedMarks(): leave that is planned already. */
  readonly ahead: readonly ExpectedMark[];
}

export interface HealthAbsence {
  /** Sessions, each counted once. */
  readonly illness: number;
  readonly appointments: number;
  readonly leave: number;
  readonly sessions: number;
  /** Two sessions are one day. */
  readonly days: number;
  /** The day of the session that made it 15 days; null while it is fewer. */
  readonly reachedOn: PlainDate | null;
  /** The day on which leave that is planned already makes it 15 days; the same as reachedOn once that is there. */
  readonly willReachOn: PlainDate | null;
}

type Kind = 'illness' | 'appointments' | 'leave';

function kindOf(code: string, day: DayNumber, leaveIsForHealth: boolean): Kind | null {
  if (code === 'I') return 'illness';
  if (code === 'M') return 'appointments';
  return leaveIsForHealth && code === leaveCode(day) ? 'leave' : null;
}

/** Absence for health in sessions and days, with the day on which it comes, or will come, to 15 days. */
export function healthAbsence(question: HealthQuestion): HealthAbsence {
  const first = dayNumber(question.from);
  const last = dayNumber(question.to);
  const counted = new Map<number, Kind>();
  const marked = new Set<number>();
  // In the order of their codes, so that a session marked twice counts the same whichever mark comes first.
  for (const mark of question.marks.toSorted((a, b) => (a.code < b.code ? 1 : -1))) {
    const day = dayNumber(mark.on);
    const place = placeOf(day, mark.session);
    marked.add(place);
    const kind = day >= first && day <= last ? kindOf(tidyCode(mark.code), day, question.leaveIsForHealth) : null;
    if (kind) counted.set(place, kind);
  }
  const planned = question.ahead
    .filter((one) => question.leaveIsForHealth && !marked.has(one.place))
    .filter((one) => one.code === leaveCode(Math.floor(one.place / 2)))
    .map((one) => one.place);
  const count = (kind: Kind): number => [...counted.values()].filter((one) => one === kind).length;
  const dayOf = (places: Iterable<number>): PlainDate | null => {
    const place = [...new Set(places)].toSorted((a, b) => a - b)[healthAbsenceSessions - 1];
    return place === undefined ? null : dateOf(Math.floor(place / 2));
  };
  return {
    illness: count('illness'),
    appointments: count('appointments'),
    leave: count('leave'),
    sessions: counted.size,
    days: counted.size / 2,
    reachedOn: dayOf(counted.keys()),
    willReachOn: dayOf([...counted.keys(), ...planned]),
  };
}
