// F43 to F45, F48: meals, transport, work, interpreter.
import { shortDate } from '../dates.ts';
import { yearNumber } from '../record/year-group.ts';
import { dateOf, dayNumber, mondayOf, type DayNumber } from '../timetable/day-number.ts';
import { weekdays, type Weekday } from '../timetable/week.ts';
import { isWritten, type Facts, type Flag, type WeekFacts } from './facts.ts';

/** Universal infant free school meals: Reception to Year 2. */
const infants = 2;

function getsFreeMeals({ record }: Facts): boolean {
  const year = yearNumber(record.pupil.yearGroup ?? '');
  return record.groups.freeSchoolMeals === true || (year !== null && year <= infants);
}

/** A pupil who stays until half an hour before the afternoon register opens has had lunch in school. */
const beforeAfternoon = 30;

/** Days on which the pupil has gone before lunch is over, or comes after it. */
const daysWithoutLunch = ({ week }: WeekFacts, lunchOver: number): readonly Weekday[] =>
  weekdays.filter((day) => {
    const times = week.days[day];
    return times !== null && times.out > times.in && (times.out < lunchOver - beforeAfternoon || times.in >= lunchOver);
  });

/** “(week one)”, but not “from week three”, which speaks of the weeks around it. */
const weekNames =
  /(?<!\b(?:from|until|till|before|after|since|to) )\bweeks? (?:one|two|three|four|five|six|[1-9])(?:(?:, | and |, and )(?:one|two|three|four|five|six|[1-9]))*\b/gi;

const weekNumbers = /\b(?:one|two|three|four|five|six|[1-9])\b/g;

/** F43: DDAT:164. */
export const meals: Flag = (facts, found) => {
  const { record, planned, weeks, calendar } = facts;
  if (!planned || !getsFreeMeals(facts)) return;
  const lunchOver = calendar.registration.afternoon.opens;
  const hungry = weeks.filter((one) => daysWithoutLunch(one, lunchOver).length > 0);
  const first = hungry[0];
  if (!first) return;
  const rule = { rule: 'F43', severity: 'act this week', who: 'case lead', source: 'DDAT:164' } as const;
  const { arrangement, days: provided } = record.practical.meals;
  const when = `In the week of ${shortDate(dateOf(first.commencing))}`;
  if (!isWritten(arrangement)) {
    const words = `${when} the pupil is not in school for lunch and is entitled to a free meal; no meal is arranged.`;
    const todo = 'Arrange a meal at school or at home for those days.';
    found.push({ ...rule, at: ['practical', 'meals', 'arrangement'], words, todo });
    return;
  }
  const named = new Set(
    (arrangement.match(weekNames) ?? []).flatMap((one) => one.toLowerCase().match(weekNumbers) ?? []),
  ).size;
  if (named > 0 && hungry.length > named) {
    const all = hungry.map((one) => shortDate(dateOf(one.commencing))).join(', ');
    const words = `The meals speak of ${named === 1 ? 'one week' : `${named} weeks`} (“${arrangement}”), but lunch is missed in ${hungry.length}: ${all}.`;
    found.push({
      ...rule,
      at: ['practical', 'meals', 'arrangement'],
      words,
      todo: 'Arrange the meals of the other weeks too.',
    });
  }
  const missed = new Set(hungry.flatMap((one) => daysWithoutLunch(one, lunchOver)));
  const without = weekdays.filter((day) => missed.has(day) && !provided.includes(day));
  if (provided.length > 0 && without.length > 0) {
    const words = `No meal is arranged for ${without.join(', ')}, when the pupil is not in school for lunch.`;
    found.push({ ...rule, at: ['practical', 'meals', 'days'], words, todo: 'Arrange a meal for those days too.' });
  }
};

/** F44: DDAT:160. */
export const transport: Flag = ({ record, planned, version }, found) => {
  const { needed, confirmedOn, version: confirmed } = record.practical.transport;
  if (!planned || needed !== true) return;
  const stale = confirmedOn !== null && confirmed !== null && version !== null && confirmed !== version.version;
  if (confirmedOn !== null && !stale) return;
  found.push({
    rule: 'F44',
    severity: 'act this week',
    at: ['practical', 'transport', confirmedOn === null ? 'confirmedOn' : 'version'],
    words: stale
      ? `Transport is confirmed for version ${confirmed} of the plan; the times are now those of version ${version.version}.`
      : 'Transport is arranged for this pupil and is not confirmed for the new times.',
    todo: 'Confirm the times with whoever runs the transport.',
    who: 'case lead',
    source: 'DDAT:160',
  });
};

type Day = Facts['record']['carriedOut'][number];

function unmarkedWeeks(entries: readonly Day[], today: DayNumber): readonly DayNumber[] {
  const weeks = new Map<DayNumber, boolean>();
  for (const one of entries) {
    if (one.workSet !== true) continue;
    const monday = mondayOf(dayNumber(one.on));
    const back = one.workReturned === true && one.workMarked === true;
    weeks.set(monday, back || weeks.get(monday) === true);
  }
  return [...weeks]
    .filter(([monday, back]) => !back && monday + 6 < today)
    .map(([monday]) => monday)
    .toSorted((a, b) => a - b);
}

/** F45: DDAT:94, CAM:252. Work is set for the hours not in school, comes back and is marked. */
export const work: Flag = ({ record, planned, active, today }, found) => {
  if (!planned) return;
  const rule = {
    rule: 'F45',
    severity: 'act this week',
    who: 'case lead',
    source: 'DDAT:94, CAM:252, CAM:253',
  } as const;
  if (!isWritten(record.practical.work.arrangement)) {
    const words = 'No work is arranged for the hours not in school.';
    const todo = 'Agree with the class teacher what work is set, how it comes back and who marks it.';
    found.push({ ...rule, at: ['practical', 'work', 'arrangement'], words, todo });
  }
  if (!active) return;
  for (const monday of unmarkedWeeks(record.carriedOut, today)) {
    const words = `In the week of ${shortDate(dateOf(monday))} work was set, and none of it came back and was marked.`;
    const todo = 'Ask the family and the class teacher what happened; change the work if it cannot be done.';
    found.push({ ...rule, at: ['carriedOut'], words, todo });
  }
};

/** F48: CAM:97. An agreement that was not understood is none. */
export const interpreter: Flag = ({ record, planned }, found) => {
  const { needed, providedBy, language } = record.groups.interpreter;
  if (!planned || needed !== true || isWritten(providedBy)) return;
  found.push({
    rule: 'F48',
    severity: 'stop',
    at: ['groups', 'interpreter', 'providedBy'],
    words: `The family needs an interpreter${isWritten(language) ? ` (${language})` : ''}, and none is recorded: agreement must rest on an accurate understanding.`,
    todo: 'Arrange an interpreter or a translation before the parent is asked to agree, and record who it was.',
    who: 'case lead',
    source: 'CAM:97',
  });
};
