// The weeks of the plan, one by one up to the full week where the story has steps.
import { firstSchoolDayAfter, isSchoolDay } from '#domain/calendar.ts';
import { isAfter, isBefore, type PlainDate } from '#domain/dates.ts';
import type { SectionJson } from '#domain/record/sections.ts';
import { dateOf, dayNumber, mondayOf } from '#domain/timetable/day-number.ts';
import { readTimes, type WeekDays } from '#domain/timetable/read-times.ts';
import { clockTime, type DayTimes } from '#domain/timetable/week.ts';
import type { Course } from '../course.ts';
import type { Weeks } from '../story-papers.ts';
import { paper, type Paper } from './paper.ts';

type Version = NonNullable<NonNullable<SectionJson<'weeks'>['plan']>['versions']>[number];
type WrittenWeek = NonNullable<Version['weeks']>[number];

/** Mondays of the weeks in which there is school between the start and the end. */
function mondays({ calendar, starts, ends }: Course): readonly PlainDate[] {
  const found: PlainDate[] = [];
  for (let monday = mondayOf(dayNumber(starts)); monday <= dayNumber(ends); monday += 7) {
    const days = [0, 1, 2, 3, 4].map((day) => dateOf(monday + day));
    if (days.some((day) => !isBefore(day, starts) && !isAfter(day, ends) && isSchoolDay(calendar, day)))
      found.push(dateOf(monday));
  }
  return found;
}

const written = (times: DayTimes | null) => times && { in: clockTime(times.in), out: clockTime(times.out) };

function daysOf(times: string): WrittenWeek['days'] {
  const week: WeekDays | null = readTimes(times);
  if (!week) throw new Error(`the demonstration has times that nobody can read: ${times}`);
  return {
    monday: written(week.monday),
    tuesday: written(week.tuesday),
    wednesday: written(week.wednesday),
    thursday: written(week.thursday),
    friday: written(week.friday),
  };
}

function weeksOf(course: Course, { steps = [], targets = [] }: Weeks): WrittenWeek[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  return mondays(course).map((monday, index) => {
    const target = targets[index];
    return {
      commencing: monday.toString(),
      days: daysOf(steps[index] ?? last),
      target: target === undefined ? null : { words: target },
    };
  });
}

/** The first review is agreed at the meeting: two weeks after the start, as the trust asks (DDAT:141). */
export function weeksPaper(course: Course, weeks: Weeks): Paper {
  const { story, calendar, starts, ends } = course;
  return paper('weeks', course.day(-story.metBefore), {
    plan: {
      monitoredUnder: weeks.monitoredUnder,
      fullTimeFrom: firstSchoolDayAfter(calendar, ends).toString(),
      versions: [
        {
          version: 1,
          why: 'First plan, agreed at the planning meeting',
          firstReviewOn: starts.add({ days: 14 }).toString(),
          weeks: weeksOf(course, weeks),
        },
      ],
    },
  });
}
