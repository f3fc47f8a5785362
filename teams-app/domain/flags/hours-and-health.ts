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

const tooFew = ['very few', 'low share'] as const;

/** F47: Ofsted found five to eight hours a week in half the cases it followed up. Weeks that are alike are said once. */
export const veryLowHours: Flag = ({ planned, active, weeks, version, at, fullWeek, start, today }, found) => {
  if (!planned) return;
  const kindOf = (minutes: number, after: boolean): (typeof tooFew)[number] | null => {
    if (minutes > 0 && minutes <= veryFewMinutes) return 'very few';
    return after && minutes < lowShare * fullWeek ? 'low share' : null;
  };
  const say = (minutes: number, kind: (typeof tooFew)[number]): string =>
    kind === 'very few'
      ? `${hoursWords(minutes)} in school: eight or fewer`
      : `${hoursWords(minutes)} in school after the third week: less than two fifths of the school’s week`;
  const rest = {
    rule: 'F47',
    severity: 'act today',
    todo: 'Say why so little is in the pupil’s interest, what is arranged beside it, and when it goes up.',
    who: 'headteacher',
    source: 'Ofsted 2013, pupils missing out on education',
  } as const;
  const isLate = (commencing: number): boolean => start !== null && commencing >= start - 6 + afterDays;
  for (const kind of tooFew) {
    const [first, ...later] = weeks.filter((one) => kindOf(one.minutes, isLate(one.commencing)) === kind);
    if (!first) continue;
    const alike = later.length === 1 ? 'one later week' : `${later.length} later weeks`;
    found.push({
      ...rest,
      at: [...first.at, 'days'],
      words: `The week of ${shortDate(dateOf(first.commencing))} has ${say(first.minutes, kind)}.${later.length === 0 ? '' : ` The same is true of ${alike}.`}`,
    });
  }
  const agreed = version?.hoursAgreed ?? null;
  if (weeks.length > 0 || agreed === null) return;
  const minutes = Math.round(agreed * 60);
  const kind = kindOf(minutes, active && start !== null && today >= start + afterDays);
  if (kind !== null)
    found.push({ ...rest, at: [...at, 'hoursAgreed'], words: `The plan agrees ${say(minutes, kind)}.` });
};
