// F30, F51, F52, F55: what went before, what is handed on, how a case ends, and how the meeting was held.
import { shortDate } from '../dates.ts';
import { yearNumber } from '../record/year-group.ts';
import { dateOf, numberOf, type DayNumber } from '../timetable/day-number.ts';
import { isWritten, numberOrNull, type Facts, type Flag } from './facts.ts';
import { hoursWords } from './say.ts';

/** No document says after how long a new plan is a new matter; half a year is this product's own default. */
const soonAgainDays = 183;
const aYear = 365;
const twoYears = 2 * aYear;
const mostDaysInAYear = 12 * 7;

interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Days of the spans that lie within a window, each day once. */
function daysWithin(spans: readonly Span[], window: Span): number {
  let days = 0;
  let reached = window.from;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const first = Math.max(from, reached);
    const last = Math.min(to, window.to);
    if (last < first) continue;
    days += last - first + 1;
    reached = last + 1;
  }
  return days;
}

const weeksWords = (days: number): string => {
  const weeks = Math.ceil(days / 7);
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
};

/** F30: part-time again soon after the last time, or for more than twelve weeks in a year (PLY:36, Gloucestershire). */
export const partTimeAgain: Flag = ({ record, planned, start, end }, found) => {
  if (!planned || start === null) return;
  const before: Span[] = [];
  for (const one of record.previousPeriods) {
    const from = numberOrNull(one.from);
    const to = numberOrNull(one.to);
    if (from !== null && to !== null && from <= to && from < start) before.push({ from, to });
  }
  if (before.length === 0) return;
  const now: Span = { from: start, to: end !== null && end >= start ? end : start };
  const all = [...before, now];
  const inTwoYears = `${weeksWords(daysWithin(all, { from: now.to - twoYears + 1, to: now.to }))} in two years in all`;
  const rest = {
    rule: 'F30',
    severity: 'act this week',
    at: ['previousPeriods'],
    who: 'SENCO',
    source: 'PLY:36',
  } as const;
  const last = Math.max(...before.map((one) => one.to));
  if (start - last <= soonAgainDays) {
    const words = `The pupil was part time until ${shortDate(dateOf(last))}, ${start - last} days before this plan starts; ${inTwoYears}.`;
    found.push({ ...rest, words, todo: 'Ask what the last plan achieved and why another one would do more.' });
  }
  const inAYear = daysWithin(all, { from: now.to - aYear + 1, to: now.to });
  if (inAYear > mostDaysInAYear) {
    const words = `The pupil is part time for ${weeksWords(inAYear)} within a year, more than twelve; ${inTwoYears}.`;
    found.push({ ...rest, words, todo: 'Take advice on other provision: this is no longer a short measure.' });
  }
};

const leavingYears: readonly number[] = [6, 11];

/** The June before a pupil of a leaving year goes on; null for every other year. */
function noteDueFrom({ record, end, start }: Facts): DayNumber | null {
  const year = yearNumber(record.pupil.yearGroup ?? '');
  const day = end ?? start;
  if (year === null || day === null || !leavingYears.includes(year)) return null;
  const { year: calendarYear, month } = dateOf(day);
  return numberOf(month >= 9 ? calendarYear + 1 : calendarYear, 6, 1);
}

/** F51: the next setting is told of a part-time timetable now or in the two years before (PLY:36). */
export const transferNote: Flag = (facts, found) => {
  const { record, today } = facts;
  const { status, transfer } = record;
  if ((status !== 'active' && status !== 'closed') || (transfer && transfer.noteSentOn !== null)) return;
  const due = noteDueFrom(facts);
  const moving = transfer !== null && (isWritten(transfer.toSchool) || transfer.leavesOn !== null);
  if (!moving && (due === null || today < due)) return;
  const where = transfer && isWritten(transfer.toSchool) ? ` to ${transfer.toSchool}` : '';
  found.push({
    rule: 'F51',
    severity: 'act this week',
    at: ['transfer', 'noteSentOn'],
    words: moving
      ? `The pupil is moving${where}, and no note of the part-time timetable has been sent.`
      : `The pupil is in Year ${yearNumber(record.pupil.yearGroup ?? '')} and goes on in the summer; no note of the part-time timetable has been sent to the next school.`,
    todo: 'Send the next school a note of every part-time timetable of the last two years, apart from the child protection file.',
    who: 'SENCO',
    source: 'PLY:36',
  });
};

/** F52: a case is closed with a reason, and one that ends short of full time says why. */
export const closedWithoutReason: Flag = ({ record, fullWeek }, found) => {
  if (record.status !== 'closed') return;
  const { closure } = record;
  const rest = { rule: 'F52', severity: 'act today', who: 'headteacher', source: 'WTISA; Oldham' } as const;
  if (!closure || closure.reason === null) {
    const words = 'The case is closed without a reason.';
    const todo = 'Say why it ended, on which day, and with how many hours a week.';
    found.push({ ...rest, at: closure ? ['closure', 'reason'] : ['closure'], words, todo });
    return;
  }
  if (closure.endedOn === null) {
    const words = 'The case is closed, and the day on which it ended is not written down.';
    found.push({
      ...rest,
      at: ['closure', 'endedOn'],
      words,
      todo: 'Write down the day: leave under code C2 ends with it.',
    });
  }
  const minutes = closure.finalHours === null ? null : Math.round(closure.finalHours * 60);
  if (closure.reason === 'Returned full-time' && minutes !== null && minutes < fullWeek) {
    const words = `The case is closed as returned full-time with ${hoursWords(minutes)} a week; the school’s own week is ${hoursWords(fullWeek)}.`;
    found.push({
      ...rest,
      at: ['closure', 'finalHours'],
      words,
      todo: 'Correct the hours or the reason: a pupil with fewer hours is still part time.',
    });
  }
  if (closure.reason === 'Other' && !isWritten(closure.details)) {
    const words = 'The case is closed for another reason, which is not written down.';
    found.push({ ...rest, at: ['closure', 'details'], words, todo: 'Write down why the case ended.' });
  }
};

const shortest = 60;
const longest = 120;
const planning: ReadonlySet<string | null> = new Set(['multi-agency', 'reintegration planning']);
const senior: ReadonlySet<string | null> = new Set(['headteacher', 'SENCO', 'designated safeguarding lead']);

/** F55: DBY:36-37. */
export const planningMeeting: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  const rest = { rule: 'F55', severity: 'note', who: 'case lead' } as const;
  for (const [index, one] of record.meetings.entries()) {
    if (!planning.has(one.kind)) continue;
    if (one.minutes !== null && (one.minutes < shortest || one.minutes > longest)) {
      const words = `The planning meeting is written down as ${one.minutes} minutes long; it takes one to two hours.`;
      const todo = 'Check that everybody was heard and the plan could be gone through.';
      found.push({ ...rest, at: ['meetings', index, 'minutes'], words, todo, source: 'DBY:37' });
    }
    if (one.chair !== null && !senior.has(one.chair)) {
      const words = `The planning meeting was chaired by the ${one.chair}; it is for the SENCO, the headteacher or another senior member of staff.`;
      found.push({
        ...rest,
        at: ['meetings', index, 'chair'],
        words,
        todo: 'Say whether the chair is a senior member of staff.',
        source: 'DBY:36',
      });
    }
  }
};
