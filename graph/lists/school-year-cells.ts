// A school's day and year as its administrator writes them, a line each. What is left blank is the ordinary day.
import { isAfter, parseDate, type PlainDate } from '#domain/dates.ts';
import { err, ok, type Result } from '#domain/result.ts';
import {
  ordinarySchoolWeek,
  type RegistrationWindow,
  type SchoolHours,
  type SchoolTimes,
  type Term,
} from '#domain/timetable/school-week.ts';
import { readTimes } from '#domain/timetable/read-times.ts';
import { clockTime, parseTime, weekdays, type DayTimes, type Weekday } from '#domain/timetable/week.ts';
import { type CellKind, isBlank, textCell } from './cells.ts';

type Days = SchoolTimes['day'];

const ordinary = ordinarySchoolWeek(2026, 2026);

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Reads a blank cell as `whenBlank`, and text with `read`. */
const written = <V>(
  whenBlank: V,
  read: (text: string) => Result<V, string>,
  write: (value: V) => string,
): CellKind<V> => ({
  read: (cell) => {
    if (isBlank(cell)) return ok(whenBlank);
    const text = textCell.read(cell);
    return text.ok ? read(text.value) : text;
  },
  write: (value) => write(value) || null,
});

const dayExample = 'write it like “Monday to Friday 08:45 to 15:15”';

function readDays(text: string): Result<Days, string> {
  const week = readTimes(text);
  const days: Partial<Record<Weekday, SchoolHours>> = {};
  for (const day of weekdays) {
    const times = week?.[day];
    if (!times) return err(`does not give the times of every day; ${dayExample}`);
    if (times.out <= times.in) return err(`has a day that ends before it begins; ${dayExample}`);
    days[day] = { starts: times.in, ends: times.out };
  }
  return ok(days as Days);
}

const hoursWords = ({ starts, ends }: SchoolHours): string => `${clockTime(starts)} to ${clockTime(ends)}`;
const capital = (day: string): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;

/** Days of the same hours that follow each other are one line. */
function writeDays(days: Days): string {
  const runs: { from: Weekday; to: Weekday; readonly hours: string }[] = [];
  for (const day of weekdays) {
    const hours = hoursWords(days[day]);
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = day;
    else runs.push({ from: day, to: day, hours });
  }
  return runs
    .map(({ from, to, hours }) => `${capital(from)}${from === to ? '' : ` to ${capital(to)}`} ${hours}`)
    .join('\n');
}

export const schoolDayCell: CellKind<Days> = written(ordinary.day, readDays, writeDays);

/** “10:30 to 10:45”, one a line or with semicolons between. */
function readSpans(text: string, example: string): Result<readonly DayTimes[], string> {
  const spans: DayTimes[] = [];
  for (const line of linesIn(text.replaceAll(';', '\n'))) {
    const [, from = '', to = ''] = /^(\S+)\s*(?:to|-|–)\s*(\S+)$/.exec(line) ?? [];
    const start = parseTime(from);
    const end = parseTime(to);
    if (!start.ok || !end.ok) return err(`has “${line}”, which is not a time from and to; ${example}`);
    if (end.value <= start.value) return err(`has “${line}”, which ends before it begins; ${example}`);
    spans.push({ in: start.value, out: end.value });
  }
  return ok(spans);
}

const spanWords = (one: DayTimes): string => `${clockTime(one.in)} to ${clockTime(one.out)}`;
const windowOf = (span: DayTimes): RegistrationWindow => ({ opens: span.in, closes: span.out });

const registrationExample = 'write the morning on one line and the afternoon on the next, like “08:45 to 09:15”';

export const registrationCell: CellKind<SchoolTimes['registration']> = written(
  ordinary.registration,
  (text) => {
    const spans = readSpans(text, registrationExample);
    if (!spans.ok) return spans;
    const [morning, afternoon, ...others] = spans.value;
    if (!morning || !afternoon || others.length > 0) return err(`does not give two times; ${registrationExample}`);
    return ok({ morning: windowOf(morning), afternoon: windowOf(afternoon) });
  },
  ({ morning, afternoon }) =>
    [morning, afternoon].map(({ opens, closes }) => spanWords({ in: opens, out: closes })).join('\n'),
);

export const breaksCell: CellKind<readonly DayTimes[] | null> = written<readonly DayTimes[] | null>(
  null,
  (text) => readSpans(text, 'write each break on a line, like “10:30 to 10:45”'),
  (breaks) => (breaks ?? []).map(spanWords).join('\n'),
);

const termExample = 'write it like “2026-09-02 to 2026-12-18 Autumn term 2026, half-term 2026-10-26 to 2026-10-30”';
const termLine = /^(\S+) to (\S+) (.+?)(?:, half-term (\S+) to (\S+))?$/;

function readPair(first: string, last: string): { readonly from: PlainDate; readonly to: PlainDate } | null {
  const from = parseDate(first);
  const to = parseDate(last);
  return from.ok && to.ok && !isAfter(from.value, to.value) ? { from: from.value, to: to.value } : null;
}

function readTerm(line: string): Result<Term, string> {
  const [, first = '', last = '', name = '', halfFirst, halfLast] = termLine.exec(line) ?? [];
  const days = readPair(first, last);
  const halfTerm = halfFirst === undefined ? null : readPair(halfFirst, halfLast ?? '');
  if (!days || (halfFirst !== undefined && !halfTerm))
    return err(`has the line “${line}”, which is not a term; ${termExample}`);
  return ok({ name, ...days, halfTerm });
}

const termWords = ({ name, from, to, halfTerm }: Term): string =>
  `${from.toString()} to ${to.toString()} ${name}${halfTerm ? `, half-term ${halfTerm.from.toString()} to ${halfTerm.to.toString()}` : ''}`;

export const termsCell: CellKind<readonly Term[]> = written<readonly Term[]>(
  [],
  (text) => {
    const terms: Term[] = [];
    for (const line of linesIn(text)) {
      const term = readTerm(line);
      if (!term.ok) return term;
      terms.push(term.value);
    }
    return ok(terms);
  },
  (terms) => terms.map(termWords).join('\n'),
);
