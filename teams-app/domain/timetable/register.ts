import type { PlainDate } from '../dates.ts';
import { leaveCode } from './codes.ts';
import { dateOf, dayNumber, mondayOf, weekdayIndex, type DayNumber } from './day-number.ts';
import { planDays, type PlanDays, type PlanTimes } from './plan.ts';
import { ageStanding, type AgeStanding } from './school-age.ts';
import { isOpen, longestLook } from './school-days.ts';
import type { SchoolWeek } from './school-week.ts';
import { placeOf, sessionNames, whereabouts, type SessionName, type Whereabouts } from './sessions.ts';
import { weekdays, type TimetableWeek } from './week.ts';

/** How a day stands to the plan. Only 'in force' allows leave. */
export type PlanStanding = 'in force' | 'before' | 'after' | 'stopped' | 'no plan' | 'no times agreed';

export type ExpectedCode = '/' | '\\' | 'C' | 'C2' | 'X' | 'B' | 'K' | 'D' | '#';

export interface ExpectedMark {
  readonly on: PlainDate;
  readonly session: SessionName;
  /** Day and session as one number (placeOf). */
  readonly place: number;
  readonly code: ExpectedCode;
  readonly plan: PlanStanding;
  readonly age: AgeStanding;
  /** Where the pupil is by the plan; in school when no plan is in force. Of a closed session nothing is said. */
  readonly where: Whereabouts['kind'] | 'closed';
}

export interface RegisterQuestion {
  /** Agreed versions only: what is not agreed gives no leave. The highest version that covers a day is in force. */
  readonly versions: readonly PlanTimes[];
  /** The first day on which the plan no longer holds: consent withdrawn, or the case ended early. */
  readonly stoppedFrom: PlainDate | null;
  readonly school: SchoolWeek;
  /** Null: not recorded; the pupil is then taken to be of compulsory school age. */
  readonly dateOfBirth: PlainDate | null;
  /** Both included. No more than three years are worked out. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const inSchool: Whereabouts = { kind: 'in school' };

function codeFor(where: Whereabouts['kind'], session: SessionName, age: AgeStanding, on: DayNumber): ExpectedCode {
  switch (where) {
    case 'in school':
      return session === 'AM' ? '/' : '\\';
    case 'school-arranged':
      return 'B';
    case 'authority-arranged':
      return 'K';
    case 'other school':
      return 'D';
    case 'home':
    case 'unsupervised':
      return age === 'compulsory' ? leaveCode(on) : 'X';
  }
}

interface Standing {
  readonly plan: PlanStanding;
  readonly week: TimetableWeek | null;
}

function standingOn(plans: readonly PlanDays[], stopped: DayNumber, day: DayNumber): Standing {
  if (plans.length === 0) return { plan: 'no plan', week: null };
  if (day >= stopped) return { plan: 'stopped', week: null };
  const current = plans.find((plan) => plan.from <= day && day <= plan.to);
  if (!current) return { plan: plans.some((plan) => plan.to < day) ? 'after' : 'before', week: null };
  const week = current.weeks.get(mondayOf(day)) ?? null;
  return week ? { plan: 'in force', week } : { plan: 'no times agreed', week: null };
}

/** The code that each session should have, in order, by the decision table of reg 10 and 11. Weekends have none. */
export function expectedMarks(question: RegisterQuestion): readonly ExpectedMark[] {
  const { school, dateOfBirth } = question;
  const plans = planDays(question.versions);
  const stopped = question.stoppedFrom ? dayNumber(question.stoppedFrom) : Number.POSITIVE_INFINITY;
  const standingOfAge = dateOfBirth ? ageStanding(dateOfBirth) : () => 'compulsory' as const;
  const first = dayNumber(question.from);
  const last = Math.min(dayNumber(question.to), first + longestLook);
  const marks: ExpectedMark[] = [];
  for (let day = first; day <= last; day += 1) {
    const weekday = weekdays[weekdayIndex(day)];
    if (!weekday) continue;
    const on = dateOf(day);
    const age = standingOfAge(day);
    const { plan, week } = standingOn(plans, stopped, day);
    const open = isOpen(school, day);
    for (const session of sessionNames) {
      const { kind } = week ? whereabouts(week, school, weekday, session) : inSchool;
      const place = placeOf(day, session);
      marks.push(
        open
          ? { on, session, place, code: codeFor(kind, session, age, day), plan, age, where: kind }
          : { on, session, place, code: '#', plan, age, where: 'closed' },
      );
    }
  }
  return marks;
}
