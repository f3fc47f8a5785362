import { byTheClock, taught, type ClockAmount, type TaughtAmount } from './amount.ts';
import { dayNumber, mondayOf } from './day-number.ts';
import { minutesIn, minutesLeft, within, type Interval } from './intervals.ts';
import { isOpen } from './school-days.ts';
import type { SchoolTimes, SchoolWeek } from './school-week.ts';
import { isSupervised, weekdays, type DayTimes, type TimetableWeek, type Weekday } from './week.ts';

/** One week of a plan, measured. */
export interface WeekHours {
  /** The school's own week. */
  readonly school: ClockAmount;
  /** From time in to time out, as agreed; a stay outside the school's own hours is counted too. */
  readonly inSchool: ClockAmount;
  /** Outside school with somebody other than the family, time in school not counted twice. */
  readonly supervisedElsewhere: ClockAmount;
  /** Written down as arranged, but at home or with nobody named. */
  readonly unsupervisedElsewhere: ClockAmount;
  /** The school's own hours in which the pupil is neither in school nor supervised elsewhere. */
  readonly missing: ClockAmount;
  readonly missingByDay: Readonly<Record<Weekday, ClockAmount>>;
  /** Taught time in the school's own week and in the pupil's; null where the school's breaks are not recorded. */
  readonly taught: { readonly school: TaughtAmount; readonly inSchool: TaughtAmount } | null;
  /** What the pupil is taught, supervised time elsewhere included. The two differ where it cannot be known exactly. */
  readonly taughtReceived: { readonly atLeast: TaughtAmount; readonly atMost: TaughtAmount };
}

const span = (times: DayTimes | null): readonly Interval[] => (times ? [[times.in, times.out]] : []);

interface DayMinutes {
  readonly school: number;
  readonly inSchool: number;
  readonly supervised: number;
  readonly unsupervised: number;
  readonly missing: number;
  readonly taughtSchool: number;
  readonly taughtInSchool: number;
}

const spansOf = (times: readonly DayTimes[]): readonly Interval[] => times.map((one) => [one.in, one.out]);

function measureDay(week: TimetableWeek, school: SchoolTimes, breaks: readonly Interval[], day: Weekday): DayMinutes {
  const hours = school.day[day];
  const whole: Interval = [hours.starts, hours.ends];
  const here = span(week.days[day]);
  const there = week.elsewhere.filter((entry) => entry.day === day);
  const supervised = spansOf(there.filter(isSupervised));
  const arranged = supervised.length === 0 ? here : [...here, ...supervised];
  const inSchool = minutesIn(here);
  const looked = minutesIn(arranged);
  const inHours = within(here, whole);
  return {
    school: minutesIn([whole]),
    inSchool,
    supervised: looked - inSchool,
    unsupervised: minutesIn([...arranged, ...spansOf(there)]) - looked,
    missing: minutesLeft(whole, arranged),
    taughtSchool: minutesLeft(whole, breaks),
    taughtInSchool: inHours.reduce((minutes, stay) => minutes + minutesLeft(stay, breaks), 0),
  };
}

/** Weekdays of a plan's week on which the school is open. */
export const openWeekdays = (school: SchoolWeek, week: Pick<TimetableWeek, 'commencing'>): readonly Weekday[] => {
  const monday = mondayOf(dayNumber(week.commencing));
  return weekdays.filter((_, index) => isOpen(school, monday + index));
};

const none = byTheClock(0);
const nothingMissing: WeekHours['missingByDay'] = {
  monday: none,
  tuesday: none,
  wednesday: none,
  thursday: none,
  friday: none,
};

/**
 * Measures one week of a plan against the school's own week. Without `days` it is the pattern of a full week, so that a
 * bank holiday does not look like a cut; with openWeekdays() it is what that week really held.
 */
export function weekHours(week: TimetableWeek, school: SchoolTimes, days: readonly Weekday[] = weekdays): WeekHours {
  const breaks = spansOf(school.breaks ?? []);
  const total = {
    school: 0,
    inSchool: 0,
    supervised: 0,
    unsupervised: 0,
    missing: 0,
    taughtSchool: 0,
    taughtInSchool: 0,
  };
  const missingByDay = { ...nothingMissing };
  for (const day of days) {
    const one = measureDay(week, school, breaks, day);
    total.school += one.school;
    total.inSchool += one.inSchool;
    total.supervised += one.supervised;
    total.unsupervised += one.unsupervised;
    total.missing += one.missing;
    total.taughtSchool += one.taughtSchool;
    total.taughtInSchool += one.taughtInSchool;
    missingByDay[day] = byTheClock(one.missing);
  }
  const known = school.breaks ? { school: taught(total.taughtSchool), inSchool: taught(total.taughtInSchool) } : null;
  return {
    school: byTheClock(total.school),
    inSchool: byTheClock(total.inSchool),
    supervisedElsewhere: byTheClock(total.supervised),
    unsupervisedElsewhere: byTheClock(total.unsupervised),
    missing: byTheClock(total.missing),
    missingByDay,
    taught: known,
    taughtReceived: {
      atLeast: known ? known.inSchool : taught(0),
      atMost: taught((known ? known.inSchool.minutes : total.inSchool) + total.supervised),
    },
  };
}
