// When reviews are due, and whether they are planned in time: F19, F20.
import type { RecordFinding } from '../../finding.ts';
import { isSince } from '../../run.ts';
import type { DayNumber } from '../../timetable/day-number.ts';
import { isOpen, nearestOpen } from '../../timetable/school-days.ts';
import { dayOf, type Facts } from '../facts.ts';
import type { Ruling, Stack } from '../stack.ts';
import { daysInWords, findingOf, onDay } from './finding.ts';

/** A review is spoken of this many school days ahead. */
const aheadSchoolDays = 3;
/** After so many days overdue it is the headteacher's. */
const headteacherAfterDays = 5;

interface Next {
  readonly lastHeld: DayNumber | null;
  readonly planned: DayNumber | null;
  readonly index: number;
}

function nextOf({ record, version, run }: Facts): Next {
  let lastHeld: DayNumber | null = null;
  let said: DayNumber | null = null;
  let planned: DayNumber | null = null;
  let index = -1;
  for (const [at, { heldOn, dueOn, nextOn }] of record.reviews.entries()) {
    const held = dayOf(heldOn);
    if (held !== null && !isSince(run, held)) continue;
    if (held !== null) {
      if (lastHeld === null || held > lastHeld || (held === lastHeld && said === null)) {
        lastHeld = held;
        said = dayOf(nextOn);
      }
      continue;
    }
    const due = dayOf(dueOn);
    if (due !== null && (planned === null || due < planned)) {
      planned = due;
      index = at;
    }
  }
  const fallback = lastHeld === null ? dayOf(version?.firstReviewOn ?? null) : said;
  return { lastHeld, planned: planned ?? fallback, index };
}

function schoolDaysUntil({ calendar, today }: Facts, due: DayNumber): number {
  let count = 0;
  for (let day = today + 1; day <= due && count <= aheadSchoolDays; day += 1) if (isOpen(calendar, day)) count += 1;
  return count;
}

function dueFinding(facts: Facts, rule: Ruling<number>, due: DayNumber, at: RecordFinding['at']): RecordFinding | null {
  const late = facts.today - due;
  if (late < 0 && (late < -31 || schoolDaysUntil(facts, due) > aheadSchoolDays)) return null;
  const common = {
    rule: 'F19',
    at,
    todo: 'Hold the review with the parent and the pupil, and record what it decides.',
  };
  if (late > 0) {
    return findingOf(rule, {
      ...common,
      severity: 'act today',
      words: `A review was due on ${onDay(due)} and is ${daysInWords(late)} overdue.`,
      who: late > headteacherAfterDays ? 'headteacher' : 'case lead',
    });
  }
  return findingOf(rule, {
    ...common,
    severity: late === 0 ? 'act this week' : 'note',
    words: late === 0 ? 'A review is due today.' : `A review is due on ${onDay(due)}.`,
    who: 'case lead',
  });
}

export function evaluateReviews(facts: Facts, { firstReview, nextReview }: Stack, found: RecordFinding[]): void {
  if (!facts.isOpen) return;
  const { lastHeld, planned, index } = nextOf(facts);
  const rule = lastHeld === null ? firstReview : nextReview;
  const from = lastHeld ?? facts.startsOn;
  if (!rule || from === null) return;
  const after = lastHeld === null ? 'the start' : 'the last review';
  const atLatest = from + rule.value;
  const at = index >= 0 ? ['reviews', index, 'dueOn'] : ['reviews'];
  // Where the plan ends before another review would be due, none need be planned.
  if (planned === null && lastHeld !== null && facts.endsOn !== null && facts.endsOn < atLatest) return;
  if (planned === null || planned > atLatest) {
    found.push(
      findingOf(rule, {
        rule: 'F20',
        severity: 'act this week',
        at,
        words:
          planned === null
            ? `No review is planned; one is due at most ${daysInWords(rule.value)} after ${after}, by ${onDay(atLatest)}.`
            : `The review planned for ${onDay(planned)} is ${daysInWords(planned - from)} after ${after}; at most ${rule.value} are allowed.`,
        todo: `Plan a review for ${onDay(atLatest)} or earlier.`,
        who: 'case lead',
      }),
    );
  }
  if (!facts.isLive) return;
  const wanted = planned === null ? atLatest : Math.min(planned, atLatest);
  // What would fall on a day when the school is closed is brought forward.
  const due = nearestOpen(facts.calendar, wanted, -1) ?? wanted;
  const finding = dueFinding(facts, rule, due, at);
  if (finding) found.push(finding);
}
