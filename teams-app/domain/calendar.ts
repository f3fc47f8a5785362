import { isAfter, isBefore, type PlainDate } from './dates.ts';

/** Days on which a school is closed, weekends apart. Both ends are included. */
export interface Closure {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly name: string;
}

export interface SchoolCalendar {
  readonly closures: readonly Closure[];
}

export function isSchoolDay(calendar: SchoolCalendar, day: PlainDate): boolean {
  if (day.dayOfWeek > 5) return false;
  return !calendar.closures.some((closure) => !isBefore(day, closure.from) && !isAfter(day, closure.to));
}

/** What would fall on a day when the school is closed is brought forward, never put off. */
export function schoolDayOnOrBefore(calendar: SchoolCalendar, day: PlainDate): PlainDate {
  // A closure longer than a year is a mistake in the list, not a holiday: give the date back as it was.
  for (let back = 0; back < 366; back += 1) {
    const candidate = day.subtract({ days: back });
    if (isSchoolDay(calendar, candidate)) return candidate;
  }
  return day;
}

export function firstSchoolDayAfter(calendar: SchoolCalendar, day: PlainDate): PlainDate {
  for (let ahead = 1; ahead < 366; ahead += 1) {
    const candidate = day.add({ days: ahead });
    if (isSchoolDay(calendar, candidate)) return candidate;
  }
  return day.add({ days: 1 });
}

/** School days after `from`, up to and including `to`; 0 when `to` is not later. */
export function schoolDaysAfter(calendar: SchoolCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = from.add({ days: 1 }); !isAfter(day, to); day = day.add({ days: 1 })) {
    if (isSchoolDay(calendar, day)) count += 1;
  }
  return count;
}
