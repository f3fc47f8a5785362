// What is written while a plan runs: contacts, sessions, marks, and the paper of each review.
import { isSchoolDay } from '#domain/calendar.ts';
import { isAfter, isBefore, type PlainDate } from '#domain/dates.ts';
import type { SectionJson } from '#domain/record/sections.ts';
import { readTimes } from '#domain/timetable/read-times.ts';
import { weekdays, type Weekday } from '#domain/timetable/week.ts';
import type { Course } from '../course.ts';
import type { Running, Sessions } from '../story-papers.ts';
import type { StoryReview } from '../story.ts';
import { paper, type Paper } from './paper.ts';

type Session = NonNullable<SectionJson<'carriedOut'>['carriedOut']>[number];

/** Sessions of older weeks are in the reviews; only the last three weeks are kept one by one. */
const sessionWeeks = 3;

function schoolDays(course: Course, from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; !isAfter(day, until); day = day.add({ days: 1 }))
    if (isSchoolDay(course.calendar, day)) days.push(day);
  return days;
}

const weekdayOf = (day: PlainDate): Weekday => weekdays[day.dayOfWeek - 1] ?? 'monday';

export function contactsPaper(course: Course, until: PlainDate, { on, by, words }: NonNullable<Running['contacts']>) {
  const { story } = course;
  const days = schoolDays(course, course.starts, until).filter((day) => on.includes(weekdayOf(day)));
  return paper('contacts', until, {
    contacts: days.map((day, index) => ({
      on: day.toString(),
      at: '13:30',
      by,
      with: story.parent,
      method: 'telephone',
      reached: true,
      seen: index % 2 === 0,
      words: words[index % words.length] ?? null,
    })),
  });
}

/** `times` are those of the last version, which is near enough for the last weeks. */
export function sessionsPaper(course: Course, until: PlainDate, times: string, sessions: Sessions): Paper {
  const { story, calendar, starts } = course;
  const week = readTimes(times);
  const missed = new Map((sessions.missed ?? []).map(({ day, words }) => [course.iso(day), words]));
  const ringsOn = story.papers.running?.contacts?.on ?? [];
  const noWorkFrom = starts.add({ days: 7 * ((sessions.noWorkInWeek ?? 0) - 1) });
  const noWorkOn = (day: PlainDate): boolean =>
    sessions.noWorkInWeek !== undefined && !isBefore(day, noWorkFrom) && isBefore(day, noWorkFrom.add({ days: 7 }));
  const sessionsOf = (day: PlainDate): readonly Session[] => {
    const on = day.toString();
    const due = week?.[weekdayOf(day)];
    const atHome: Omit<Session, 'session'> = {
      on,
      arranged: 'at home',
      attended: true,
      supervisedBy: story.papers.practical?.adult.name ?? story.parent,
      contacted: ringsOn.includes(weekdayOf(day)),
      workSet: true,
      workReturned: !noWorkOn(day),
      workMarked: !noWorkOn(day),
    };
    if (!due)
      return [
        { ...atHome, session: 'morning' },
        { ...atHome, session: 'afternoon' },
      ];
    const words = missed.get(on);
    const inSchool = { on, arranged: 'in school' as const, attended: words === undefined, words: words ?? null };
    const wholeDay = due.out >= calendar.day[weekdayOf(day)].ends;
    return [
      { ...inSchool, session: 'morning' },
      { ...(wholeDay ? inSchool : atHome), session: 'afternoon' },
    ];
  };
  const earliest = until.subtract({ days: 7 * sessionWeeks });
  const from = isBefore(earliest, starts) ? starts : earliest;
  return paper('carriedOut', until, { carriedOut: schoolDays(course, from, until).flatMap(sessionsOf) });
}

export function marksPaper(course: Course, until: PlainDate, marks: NonNullable<Running['marks']>): Paper {
  const rows = marks.flatMap(({ day, codes: [morning, afternoon] }) => [
    { on: course.iso(day), session: 'morning' as const, code: morning },
    { on: course.iso(day), session: 'afternoon' as const, code: afternoon },
  ]);
  // In the holidays several days of the story fall on one, which is marked once.
  const seen = new Set<string>();
  return paper('marks', until, {
    marks: rows.filter(({ on, session }) => !seen.has(`${on} ${session}`) && seen.add(`${on} ${session}`)),
  });
}

/** What the record of a review does not ask, for all reviews up to this one. */
export function reviewsPaper(course: Course, on: PlainDate, held: readonly StoryReview[]): Paper {
  const { story, staff } = course;
  return paper('reviews', on, {
    reviews: held.flatMap(({ day, details }, index) => {
      if (!details) return [];
      return {
        number: index + 1,
        week: Math.ceil(day / 7),
        attendees: [
          { party: 'parent', name: story.parent },
          { party: 'pupil', name: story.pupil },
          { party: 'SENCO', name: staff.senco.displayName },
          { party: 'class teacher', name: staff.teacher },
          ...(details.with ?? []).map(({ party, name }) => ({ party, name })),
        ],
        outcomes: details.outcomes,
        targetsMet: details.met,
        pupilViewsGathered: details.how,
        professionalViews: details.professionals ?? null,
      };
    }),
  });
}
