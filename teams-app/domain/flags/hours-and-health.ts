// F46 and F47: absence for health that brings the authority in, and weeks with very few hours.
import { shortDate } from '../dates.ts';
import { dateOf, dayNumber } from '../timetable/day-number.ts';
import { healthAbsence, healthAbsenceSessions } from '../timetable/health-absence.ts';
import { tidyCode } from '../timetable/codes.ts';
import type { Facts, Flag } from './facts.ts';
import { hoursWords } from './say.ts';

const isForHealth = ({ record }: Facts): boolean =>
  record.reasons.some((one) => one.reason === 'Physical health' || one.reason === 'Mental health');

/** Illness, appointment, leave under a plan: counting them first spares most cases the rest. */
const absenceCodes: ReadonlySet<string> = new Set(['I', 'M', 'C', 'C2']);

/** F46: 15 days, 30 sessions, consecutive or not, leave under the plan included where the plan is for health. */
export const healthWatch: Flag = (facts, found) => {
  const { record, planned } = facts;
  if (!planned || record.marks.length < healthAbsenceSessions) return;
  const possible = record.marks.filter((mark) => absenceCodes.has(tidyCode(mark.code))).length;
  if (possible < healthAbsenceSessions) return;
  const marks = record.marks.map(({ on, session, code }) => ({
    on,
    session: session === 'morning' ? ('AM' as const) : ('PM' as const),
    code,
  }));
  const days = marks.map((mark) => dayNumber(mark.on));
  const absence = healthAbsence({
    marks,
    leaveIsForHealth: isForHealth(facts),
    from: dateOf(Math.min(...days)),
    to: dateOf(Math.max(...days)),
    ahead: [],
  });
  if (!absence.reachedOn) return;
  found.push({
    rule: 'F46',
    severity: 'act today',
    at: ['marks'],
    words: `The pupil has missed ${absence.days} school days for health; the fifteenth was reached on ${shortDate(absence.reachedOn)}.`,
    todo: 'Tell the authority, which has to arrange education once it is clear that more than 15 days are missed; make or review the healthcare plan.',
    who: 'headteacher',
    source: 'WAR:114; Education Act 1996 s19; statutory guidance on health needs',
  });
};

const veryFewMinutes = 8 * 60;
const lowShare = 0.4;
const afterDays = 21;

/** F47: Ofsted found five to eight hours a week in half the cases it followed up. */
export const veryLowHours: Flag = ({ planned, active, weeks, version, at, fullWeek, start, today }, found) => {
  if (!planned) return;
  const say = (minutes: number, after: boolean): string | null => {
    if (minutes > 0 && minutes <= veryFewMinutes) return `${hoursWords(minutes)} in school: eight or fewer`;
    if (after && minutes < lowShare * fullWeek)
      return `${hoursWords(minutes)} in school after the third week: less than two fifths of the school’s week`;
    return null;
  };
  const rest = {
    rule: 'F47',
    severity: 'act today',
    todo: 'Say why so little is in the pupil’s interest, what is arranged beside it, and when it goes up.',
    who: 'headteacher',
    source: 'Ofsted 2013, pupils missing out on education',
  } as const;
  for (const one of weeks) {
    const problem = say(one.minutes, start !== null && one.commencing >= start - 6 + afterDays);
    if (problem === null) continue;
    found.push({
      ...rest,
      at: [...one.at, 'days'],
      words: `The week of ${shortDate(dateOf(one.commencing))} has ${problem}.`,
    });
  }
  const agreed = version?.hoursAgreed ?? null;
  if (weeks.length > 0 || agreed === null) return;
  const problem = say(Math.round(agreed * 60), active && start !== null && today >= start + afterDays);
  if (problem !== null) found.push({ ...rest, at: [...at, 'hoursAgreed'], words: `The plan agrees ${problem}.` });
};
