// F21, F23 to F26 and F40: reviews that leave something out or are not acted on, and plans that do not lead back to full time.
import { shortDate } from '../dates.ts';
import type { RecordFinding, RecordPath } from '../finding.ts';
import type { CaseRecord } from '../record/case-record.ts';
import { isSince } from '../run.ts';
import { amountWords, byTheClock } from '../timetable/amount.ts';
import { dateOf, dayNumber } from '../timetable/day-number.ts';
import { stalledReviews } from '../timetable/trajectory.ts';
import { isWritten, numberOrNull, type Facts, type Flag } from './facts.ts';
import { hoursWords, quoted } from './say.ts';

type Review = CaseRecord['reviews'][number];

/** A review that took place: it has a day, or something is written of it. */
const tookPlace = (one: Review): boolean => one.heldOn !== null || isWritten(one.outcomes) || one.decision !== null;

const nameOf = ({ number, week, heldOn }: Review): string => {
  if (number !== null) return `Review ${number}`;
  if (heldOn) return `The review of ${shortDate(heldOn)}`;
  return week === null ? 'A review' : `The review of week ${week}`;
};

/** F21: a review has a day, the parent's and the pupil's views, who took part, and a decision. */
export const reviewsComplete: Flag = ({ record, planned }, found) => {
  if (!planned) return;
  const source = 'WTISA: reviews include the pupil and their parents';
  for (const [index, one] of record.reviews.entries()) {
    if (!tookPlace(one)) continue;
    const lacks: readonly (readonly [keyof Review, boolean, string, string, string])[] = [
      [
        'heldOn',
        one.heldOn === null,
        'the day on which it was held',
        'Write down the day: due dates are counted from it.',
        'CAM:71, WAR:77',
      ],
      [
        'parentViews',
        !isWritten(one.parentViews),
        'the parent’s views',
        'Ask the parent and write down what they say.',
        source,
      ],
      [
        'pupilViews',
        !isWritten(one.pupilViews),
        'the pupil’s views',
        'Ask the pupil and write down their own words.',
        source,
      ],
      [
        'attendees',
        one.attendees.length === 0,
        'who took part',
        'Name who took part; the parent and the pupil are among them.',
        source,
      ],
      [
        'decision',
        one.decision === null,
        'a decision',
        'Write down what was decided: more hours, the same, fewer, or back to full time.',
        'WTISA: kept to the shortest time necessary',
      ],
    ];
    for (const [field, missing, what, todo, line] of lacks) {
      if (!missing) continue;
      const words = `${nameOf(one)} is recorded without ${what}.`;
      found.push({
        rule: 'F21',
        severity: 'act this week',
        at: ['reviews', index, field],
        words,
        todo,
        who: 'case lead',
        source: line,
      });
    }
  }
};

const heldReviews = ({ record, run }: Facts): readonly Review[] =>
  record.reviews
    .filter(({ heldOn }) => heldOn !== null && isSince(run, dayNumber(heldOn)))
    .toSorted(
      (a, b) =>
        (numberOrNull(a.heldOn) ?? 0) - (numberOrNull(b.heldOn) ?? 0) || (a.hoursAfter ?? 0) - (b.hoursAfter ?? 0),
    );

/** Hours after each review that says so, in the order of the reviews. */
const decidedHours = (held: readonly Review[]): readonly number[] =>
  held.flatMap((one) => (one.hoursAfter === null ? [] : [one.hoursAfter]));

function stalled(facts: Facts, held: readonly Review[]): string | null {
  const [first, second, third] = decidedHours(held).slice(-3);
  // Of two reviews the later brought more: whatever the weeks of one version say, there is an increase.
  if (first !== undefined && second !== undefined && third === undefined && second > first) return null;
  if (first !== undefined && second !== undefined && third !== undefined)
    return second <= first && third <= second ? `${first}, ${second} and then ${third} hours a week` : null;
  const days = held.flatMap((one) => (one.heldOn ? [one.heldOn] : []));
  const points = facts.weeks
    .filter((one) => one.sound)
    .map(({ week, minutes, supervised }) => ({
      commencing: week.commencing,
      received: byTheClock(minutes + supervised),
      full: minutes >= facts.fullWeek,
    }));
  const pair = stalledReviews(points, days).at(-1);
  return pair ? `${amountWords(pair.before)} before, ${amountWords(pair.after)} after` : null;
}

/** F23: if regular progress is not made, the strategy is not working (WAR:32). */
export const noIncrease: Flag = (facts, found) => {
  if (!facts.active) return;
  const held = heldReviews(facts);
  const stall = held.length < 2 ? null : stalled(facts, held);
  if (stall === null) return;
  found.push({
    rule: 'F23',
    severity: 'act today',
    at: ['reviews'],
    words: `Two reviews in a row brought no more time in school: ${stall}.`,
    todo: 'Ask why the plan is not working, take advice, and choose another way of helping or a different plan.',
    who: 'SENCO',
    source: 'WAR:32',
  });
};

/** F24: hours that go down, by a review's decision or in the plan itself. */
export const fewerHours: Flag = (facts, found) => {
  if (!facts.planned) return;
  const say = (at: RecordPath, words: string): RecordFinding => ({
    rule: 'F24',
    severity: 'act today',
    at,
    words,
    todo: 'Say why less time in school is in the pupil’s interest, and when it goes up again; take advice.',
    who: 'headteacher',
    source: 'WTISA: kept to the shortest time necessary',
  });
  const weeks = facts.weeks.filter((one) => one.sound);
  for (const [place, one] of weeks.entries()) {
    const before = weeks[place - 1];
    if (!before || one.minutes >= before.minutes) continue;
    const words = `In the week of ${shortDate(dateOf(one.commencing))} the hours in school go down from ${hoursWords(before.minutes)} to ${hoursWords(one.minutes)}.`;
    found.push(say([...one.at, 'days'], words));
  }
  for (const [index, one] of facts.record.reviews.entries())
    if (one.decision === 'Fewer hours' && (one.heldOn === null || isSince(facts.run, dayNumber(one.heldOn))))
      found.push(say(['reviews', index, 'decision'], `${nameOf(one)} decided on fewer hours.`));
};

/** F25: the last week of the plan is the school's own week, or a day is agreed from which it will be. */
export const neverFullTime: Flag = ({ record, planned, weeks, fullWeek }, found) => {
  // Where a date is wrong nobody can say which week is the last: then the longest one is held against the full week.
  const known = weeks.every((one) => one.sound);
  const last = known ? weeks.at(-1) : weeks.toSorted((a, b) => a.minutes - b.minutes).at(-1);
  if (!planned || !last || last.minutes >= fullWeek || record.plan.fullTimeFrom !== null) return;
  const short = fullWeek - last.minutes;
  found.push({
    rule: 'F25',
    severity: 'act this week',
    at: [...last.at, 'days'],
    words: `The ${known ? 'last' : 'longest'} planned week has ${hoursWords(last.minutes)} in school, ${hoursWords(short)} less than the school’s own week of ${hoursWords(fullWeek)}: the plan never reaches full time.`,
    todo: 'Plan the weeks up to the full week, or agree the day from which the pupil is full time.',
    who: 'case lead',
    source: 'CAM:94, WTISA: a proposed end date',
  });
};

/** F26: past its end date the plan allows no leave; a decision is due on the day itself. */
export const pastTheEnd: Flag = ({ active, version, at, end, start, today }, found) => {
  if (!active || end === null || !version?.endsOn || today <= end || (start !== null && end < start)) return;
  found.push({
    rule: 'F26',
    severity: 'act today',
    at: [...at, 'endsOn'],
    words: `The plan ended on ${shortDate(version.endsOn)} and is still live; nothing has been decided.`,
    todo: 'The pupil attends full time from now. Close the case, or hold a review and agree an extension.',
    who: 'headteacher',
    source: 'WTISA: a proposed end date; reg 11(6)(c)',
  });
};

/** F40: the last review agreed that the plan ends, and the case goes on; on the day itself there is still time to close it. */
export const agreedToEnd: Flag = (facts, found) => {
  if (!facts.active) return;
  const last = heldReviews(facts).at(-1)?.heldOn;
  if (!last) return;
  const severity = facts.today > dayNumber(last) ? 'act today' : 'note';
  for (const [index, one] of facts.record.reviews.entries()) {
    if (!one.heldOn?.equals(last) || (one.decision !== 'Back to full time' && one.decision !== 'Stop')) continue;
    const what = one.decision === 'Stop' ? 'to stop the plan' : 'on a return to full time';
    found.push({
      rule: 'F40',
      severity,
      at: ['reviews', index, 'decision'],
      words: `${nameOf(one)} agreed ${what}, and the case is still live.`,
      todo: 'Close the case, so that the authority is told.',
      who: 'case lead',
      source: 'DBY:57',
    });
  }
};

/** A review cannot have been held on a day that is still to come. */
export const reviewsToCome: Flag = ({ record, planned, today }, found) => {
  if (!planned) return;
  for (const [index, one] of record.reviews.entries()) {
    if (one.heldOn === null || dayNumber(one.heldOn) <= today) continue;
    found.push({
      rule: 'not yet',
      severity: 'act this week',
      at: ['reviews', index, 'heldOn'],
      words: `${nameOf(one)} is recorded as held on ${shortDate(one.heldOn)}, which is still to come.`,
      todo: 'Write it as planned, or correct the day.',
      who: 'case lead',
      source: 'WTISA: regular review dates',
    });
  }
};

const fortnight = 14;
const everyFortnight = /\b(?:once )?every (?:two|2) weeks\b|\bfortnightly\b|\bonce a fortnight\b/i;

/** Words that promise reviews less often than the school's policies ask for (CAM:71 against the example's CAM:323). */
export const promisedInterval: Flag = ({ record, planned, stack }, found) => {
  const asked = stack.nextReview;
  const text = record.risk?.welfareOffSite ?? null;
  if (!planned || text === null || asked === null || asked.value >= fortnight) return;
  const match = everyFortnight.exec(text);
  if (!match) return;
  found.push({
    rule: 'interval',
    severity: 'act this week',
    at: ['risk', 'welfareOffSite'],
    words: `Reviews are promised every two weeks (${quoted(text, match.index, match[0].length)}); after the first one they are to be held every ${asked.value} days.`,
    todo: 'Plan the reviews as often as the policy asks, and correct the words.',
    who: 'case lead',
    source: asked.source,
    policy: asked.policy,
  });
};
