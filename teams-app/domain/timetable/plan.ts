import { shortDate, type PlainDate } from '../dates.ts';
import { dayNumber, mondayOf, type DayNumber } from './day-number.ts';
import { clockTime, weekdays, type DayTimes, type TimetableWeek, type Weekday } from './week.ts';

/** The times and dates that a parent and the school agree (reg 11(6)(c)). Another time or date is another version. */
export interface PlanTimes {
  readonly version: number;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly weeks: readonly TimetableWeek[];
}

const dateWords = (day: PlainDate | null): string => (day ? shortDate(day) : 'no date');

const timesWords = (times: DayTimes | null): string =>
  times ? `${clockTime(times.in)} to ${clockTime(times.out)}` : 'not in school';

const elsewhereWords = (week: TimetableWeek, day: Weekday): string =>
  week.elsewhere
    .filter((entry) => entry.day === day)
    .map((entry) => `${clockTime(entry.in)} to ${clockTime(entry.out)} ${entry.kind}`)
    .toSorted()
    .join(', ');

/** One thing that an agreement covers. Its words are made only where something has changed. */
interface Line {
  readonly value: string;
  readonly what: () => string;
  readonly words: () => string;
}

const raw = (week: TimetableWeek, day: Weekday): string => {
  const times = week.days[day];
  const here = times ? `${times.in}-${times.out}` : '';
  const elsewhere = week.elsewhere.length === 0 ? '' : elsewhereWords(week, day);
  return elsewhere === '' ? here : `${here};${elsewhere}`;
};

const dayWords = (week: TimetableWeek, day: Weekday): string => {
  const elsewhere = elsewhereWords(week, day);
  return `${timesWords(week.days[day])}${elsewhere && `; elsewhere ${elsewhere}`}`;
};

/** Two rows for one week are one line that names both, whichever comes first. */
const joined = (a: Line, b: Line): Line => ({
  value: [a.value, b.value].toSorted().join(' / '),
  what: a.what,
  words: () => [a.words(), b.words()].toSorted().join(' / '),
});

/** Everything of a plan that an agreement covers, whatever the order of the lists. */
function lines({ startsOn, endsOn, weeks }: PlanTimes): ReadonlyMap<string, Line> {
  const ofDate = (what: string, day: PlainDate | null): [string, Line] => [
    what,
    { value: day ? String(dayNumber(day)) : '', what: () => what, words: () => dateWords(day) },
  ];
  const found = new Map([ofDate('start', startsOn), ofDate('end', endsOn)]);
  for (const week of weeks) {
    const commencing = dayNumber(week.commencing);
    for (const day of weekdays) {
      const line: Line = {
        value: raw(week, day),
        what: () => `week of ${shortDate(week.commencing)}, ${day}`,
        words: () => dayWords(week, day),
      };
      const twin = found.get(`${commencing} ${day}`);
      found.set(`${commencing} ${day}`, twin ? joined(twin, line) : line);
    }
  }
  return found;
}

export interface TimesChange {
  /** “end”, “week of Mon 9 Nov 2026, tuesday” */
  readonly what: string;
  readonly was: string;
  readonly now: string;
}

const missingLine = 'not in the plan';

/** What differs between two versions: dates, times in and out, time elsewhere. Who supervises may change freely. */
export function timesChanges(before: PlanTimes, after: PlanTimes): readonly TimesChange[] {
  const was = lines(before);
  const now = lines(after);
  const changes: TimesChange[] = [];
  for (const [key, line] of was) {
    const next = now.get(key);
    if (next?.value !== line.value) {
      changes.push({ what: line.what(), was: line.words(), now: next?.words() ?? missingLine });
    }
  }
  for (const [key, line] of now) {
    if (!was.has(key)) changes.push({ what: line.what(), was: missingLine, now: line.words() });
  }
  return changes;
}

/** Whether an agreement to one version still covers the other. */
export const sameTimes = (a: PlanTimes, b: PlanTimes): boolean => timesChanges(a, b).length === 0;

const signature = (week: TimetableWeek): string => weekdays.map((day) => raw(week, day)).join('|');

/**
 * The weeks of a plan by the number of their Monday. Null where two rows give one week different times: then no times
 * are agreed for that week, whichever row comes first.
 */
export function weeksByMonday(weeks: readonly TimetableWeek[]): ReadonlyMap<DayNumber, TimetableWeek | null> {
  const found = new Map<DayNumber, TimetableWeek | null>();
  for (const week of weeks) {
    const monday = mondayOf(dayNumber(week.commencing));
    const twin = found.get(monday);
    if (twin === undefined) found.set(monday, week);
    else if (twin !== null && signature(twin) !== signature(week)) found.set(monday, null);
  }
  return found;
}

const everything = ({ startsOn, endsOn, weeks }: PlanTimes): string =>
  [
    dateWords(startsOn),
    dateWords(endsOn),
    ...weeks.map((week) => `${dayNumber(week.commencing)} ${signature(week)}`).toSorted(),
  ].join();

/** Latest first. Two that a mistake gave one number stand in an order of their own, not in that of the list. */
export function latestFirst(a: PlanTimes, b: PlanTimes): number {
  if (a.version !== b.version) return b.version - a.version;
  return everything(a) < everything(b) ? -1 : 1;
}

/** A plan made ready for questions about single days. */
export interface PlanDays {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly weeks: ReadonlyMap<DayNumber, TimetableWeek | null>;
}

/** Versions with both dates, the latest first. One without a start or an end agrees no dates and is in force on no day. */
export const planDays = (versions: readonly PlanTimes[]): readonly PlanDays[] =>
  versions
    .toSorted(latestFirst)
    .flatMap(({ startsOn, endsOn, weeks }) =>
      startsOn && endsOn ? [{ from: dayNumber(startsOn), to: dayNumber(endsOn), weeks: weeksByMonday(weeks) }] : [],
    );
