// Daily contact with pupils who need it, on the school days when the plan does not bring them in: F31.
import type { RecordFinding } from '../../finding.ts';
import { dayNumber, mondayOf, weekdayIndex, type DayNumber } from '../../timetable/day-number.ts';
import { isOpen } from '../../timetable/school-days.ts';
import { weekdays, type TimetableWeek } from '../../timetable/week.ts';
import { dayOf, type Facts } from '../facts.ts';
import type { Stack } from '../stack.ts';
import { daysInWords, findingOf, onDay } from './finding.ts';

/** Nothing further back is looked at: a longer way is a mistyped year. */
const longestLook = 366;

interface Span {
  readonly from: DayNumber;
  readonly weeks: ReadonlyMap<DayNumber, TimetableWeek>;
}

/** Each version with the day it begins, the newest first: the first that has begun holds on a day. */
function spansOf({ record }: Facts): readonly Span[] {
  return record.plan.versions
    .flatMap((version) => {
      const from = dayOf(version.startsOn);
      if (from === null) return [];
      return [{ from, weeks: new Map(version.weeks.map((week) => [mondayOf(dayNumber(week.commencing)), week])) }];
    })
    .toSorted((a, b) => b.from - a.from);
}

/** School days before today on which the pupil was not to come in and nobody reached them. */
function unreached(facts: Facts): readonly DayNumber[] {
  const { calendar, today, record, startsOn, endsOn } = facts;
  if (startsOn === null) return [];
  const reached = new Set(record.contacts.filter((one) => one.reached === true).map(({ on }) => dayNumber(on)));
  const spans = spansOf(facts);
  const missed: DayNumber[] = [];
  const last = Math.min(today - 1, endsOn ?? today - 1);
  for (let day = Math.max(startsOn, last - longestLook); day <= last; day += 1) {
    const weekday = weekdays[weekdayIndex(day)];
    if (weekday === undefined || reached.has(day) || !isOpen(calendar, day)) continue;
    const week = spans.find(({ from }) => from <= day)?.weeks.get(mondayOf(day));
    if (week && week.days[weekday] === null) missed.push(day);
  }
  return missed;
}

export function evaluateContacts(facts: Facts, { contacts }: Stack, found: RecordFinding[]): void {
  const rule = facts.isLive ? contacts.find(({ value }) => facts.groups.has(value.group)) : undefined;
  if (!rule) return;
  const missed = unreached(facts);
  const latest = missed.at(-1);
  if (latest === undefined) return;
  const tried = facts.record.contacts.some(({ on, reached }) => dayNumber(on) === latest && reached !== true);
  found.push(
    findingOf(rule, {
      rule: 'F31',
      severity: 'act today',
      at: ['contacts'],
      words: `On ${daysInWords(missed.length)} when the pupil was not in school nobody is recorded as having reached them, last on ${onDay(latest)}${tried ? ', when contact was tried' : ''}.`,
      todo: 'Make contact today and record it; if the pupil cannot be reached, tell the social worker.',
      who: 'DSL',
    }),
  );
}
