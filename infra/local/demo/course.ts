// The days of one story, fitted to the school's calendar.
import { firstSchoolDayAfter, schoolDayOnOrBefore } from '#domain/calendar.ts';
import { date, daysFrom, isAfter, type PlainDate } from '#domain/dates.ts';
import { calendarOf } from '#domain/school.ts';
import type { SchoolWeek } from '#domain/timetable/school-week.ts';
import type { SchoolRow } from '#workflows/ports.ts';
import { staffOf, type Staff } from './staff.ts';
import type { Story } from './story.ts';

export interface Course {
  readonly story: Story;
  readonly school: SchoolRow;
  readonly calendar: SchoolWeek;
  readonly staff: Staff;
  readonly starts: PlainDate;
  readonly ends: PlainDate;
  /** The latest school day: nothing is written on a later one. */
  readonly now: PlainDate;
  /** The school day so many days from the start, brought forward where the school is closed. */
  readonly planned: (days: number) => PlainDate;
  /** The same for what has been done, and so never ahead of now. */
  readonly day: (days: number) => PlainDate;
  /** The same, as it stands in a file. */
  readonly iso: (days: number) => string;
}

/** In the holidays two days of a story can fall on one. */
export const laterThan = (before: PlainDate, day: PlainDate): PlainDate | null => (isAfter(day, before) ? day : null);

/** Brought forward over a half-term; in longer holidays, which would cut a plan of six weeks down to days, the first day back. */
function endOf(calendar: SchoolWeek, meant: PlainDate): PlainDate {
  const before = schoolDayOnOrBefore(calendar, meant);
  return daysFrom(before, meant) > 7 ? firstSchoolDayAfter(calendar, meant) : before;
}

export function courseOf(story: Story, school: SchoolRow, today: PlainDate): Course {
  const calendar = calendarOf(school);
  const now = schoolDayOnOrBefore(calendar, today);
  const starts =
    typeof story.starts === 'string'
      ? date(story.starts)
      : schoolDayOnOrBefore(calendar, today.add({ days: story.starts }));
  const planned = (days: number): PlainDate => schoolDayOnOrBefore(calendar, starts.add({ days }));
  const day = (days: number): PlainDate => (isAfter(planned(days), now) ? now : planned(days));
  return {
    story,
    school,
    calendar,
    staff: staffOf[story.school],
    starts,
    ends: endOf(calendar, starts.add({ days: story.lasts })),
    now,
    planned,
    day,
    iso: (days) => day(days).toString(),
  };
}

/** Born in the year that the year group goes with, so that the demonstration's pupils never outgrow their class. */
export function bornOn({ born, year }: Story, { year: calendarYear, month }: PlainDate): PlainDate {
  const schoolYear = month >= 9 ? calendarYear : calendarYear - 1;
  const september = schoolYear - Number(year) - 5;
  return date(`${born < '09' ? september + 1 : september}-${born}`);
}
